"""The screen of one target: status and name, the sentence, its figures at the left, its course at the right."""

import re

import streamlit as st
from pandas import DataFrame

from charts import theme
from charts.cell import Sheet
from charts.course import course
from charts.each import first_of
from charts.names import ems
from config.text import say
from config.tokens import Bucket
from ui import figures, html, own, states
from ui.attention.listed import FILTERS
from ui.figures import Row
from ui.html import Markup, el, join
from ui.indicator.known import Known
from ui.meeting import notice, room
from ui.panels.base import board, status
from ui.panels.foot import foot
from ui.place import Place
from ui.rows import explained
from ui.single import deed, line
from ui.single.facts import facts, fitting, shown
from ui.single.says import event, rule, section, sentence
from ui.typography import spaced
from ui.width import bucket

STILL = {"displayModeBar": False, "responsive": True}
DESK: dict[Bucket, Sheet] = {
    "w1920": Sheet(1, 1, 1340, 560, 18),
    "w1366": Sheet(1, 1, 966, 400, 16),
    "w1024": Sheet(1, 1, 706, 410, 16),
}
MEETING: dict[Bucket, tuple[int, int]] = {"w1920": (470, 56), "w1366": (330, 30), "w1024": (262, 16)}  # left, gutter
LEFT: dict[Bucket, list[int]] = {"w1920": [24, 76], "w1366": [24, 76], "w1024": [26, 74]}
RULE = 24  # px that the rule under the headline takes with its air
UNBROKEN = re.compile(
    r"(\d{4}-\d{2}-\d{2}|[\u2212\d.,%‰]+—[\u2212\d.,%‰]+[^\uff08\uff0c,]{0,5}(?:\uff08[^\uff09]*\uff09)?)"
)
HIGHEST = 700  # px of a figure that fills a screen


def draw(place: Place, found: DataFrame, frame: DataFrame) -> None:
    """Draw it; ``found`` is the one row, ``frame`` holds every verdict of the plan."""
    row = first_of(found)
    if row is None:
        return
    lang, size = place.lang, bucket()
    head = sentence(row, lang)
    lines = el("h1", *(el("span", *_whole(part)) for part in head), cls="headline")
    html.show(board(_state(row, size, place), lines, cls=_kind("single-head", place)))
    told = line.known(place, found, frame)
    height, known = room_under(head, size) - round(notice.height(place, size)), facts(row, lang)
    if place.present:
        known = fitting(known, size, MEETING[size][0], height)
    left, right = _columns(place, size)
    with left, states.part("single-facts", lang):
        html.show(board(shown(known), cls=_kind("single", place)))
    with right, states.part("single-line", lang):
        if told is None or event(row) or row.judged_by == "frequency" or not figures.known(row.current):
            points = told.told if told else frame.head(0)
            html.show(board(deed.told(row, points, lang), cls=_kind("single", place)))
        else:
            _line(place, told, size, height)
    if not place.present:
        html.show(board(_ways(row, place), foot(found, place)))


def _kind(cls: str, place: Place) -> str:
    return f"{cls} meet" if place.present else cls


def _whole(part: str) -> list[object]:
    """A part of the headline in which dates and ranges are never broken."""
    pieces = UNBROKEN.split(part)
    return [el("span", piece, cls="whole") if UNBROKEN.fullmatch(piece) else piece for piece in pieces]


def room_under(head: list[str], size: Bucket) -> int:
    """The height that is left on a screen of the meeting view under status and headline."""
    type_, window = room.sizes(size), room.WINDOWS[size]
    lines = sum(room.lines(part, type_.headline, window.width) for part in head)
    used = type_.body * 1.5 + lines * type_.headline * room.LINE + RULE
    return min(round(window.height - window.bar - room.AIR - used), HIGHEST)


def _columns(place: Place, size: Bucket) -> list[st.delta_generator.DeltaGenerator]:
    if not place.present:
        return st.columns(LEFT[size], gap="medium")
    left, gutter = MEETING[size]
    return st.columns([left, room.WINDOWS[size].width - left - gutter], gap="medium")


def _state(row: Row, size: Bucket, place: Place) -> Markup:
    """Status, full name, whether it binds, who answers, whose target it is."""
    lang = place.lang
    binding = say(f"binding.{row.binding}", lang) if row.binding in ("yes", "no") else ""
    region = figures.region_name(row, lang) if row.region != place.region else ""
    parts = [spaced(figures.name(row, lang, short=False)), binding, spaced(figures.owners(row, lang)), region]
    dot = say("dot", lang)
    left = room.WINDOWS[size].width / room.sizes(size).body - ems(say(f"status.{row.status}", lang)) - 3
    for spare in (1, 0):  # whether it binds, then the long name: the headline holds the short one
        if place.present and ems(dot.join(filter(None, parts))) > left:
            parts[spare] = ""
    return el("p", status(row.status, lang), el("span", dot.join(filter(None, parts))), cls="single-state")


def _line(place: Place, told: Known, size: Bucket, height: int) -> None:
    """The figure of the course."""
    sheet = DESK[size]
    if place.present:
        left, gutter = MEETING[size]
        sheet = Sheet(1, 1, room.WINDOWS[size].width - left - gutter, height, room.sizes(size).chart)
    drawn = course(line.drawn(told, size), sheet=sheet, lang=place.lang, theme=place.theme)
    with st.container(key="single-line"):
        st.plotly_chart(drawn, theme=None, config=STILL, key="single-figure", alt=theme.alt_of(drawn))


def _ways(row: Row, place: Place) -> Markup:
    """Where the plan says it and how it is judged; the sum, the indicator, the list."""
    lang = place.lang
    kept = {name: own.own(name) for name in FILTERS if own.own(name)}
    said = [part for part in (section(row, lang), rule(row, lang)) if part]
    links = [
        explained(place, figures.key(row), say("single.sum", lang), cls="under"),
        own.link(place, say("why.indicator", lang), page="indicator", own={"indicator": row.indicator_id}, cls="under"),
        own.link(place, say("single.list", lang), own=kept, cls="under"),
    ]
    return el("p", el("span", say("dot", lang).join(said), cls="soft"), join(links), cls="single-ways")
