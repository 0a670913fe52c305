"""What needs attention in rows for a room: status, name, who answers; the figure, large, with what is missing to the
target.
"""

import re

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.html import Markup, el
from ui.meeting import room
from ui.panels.base import glyph, panel
from ui.panels.milestones import day
from ui.place import Place
from ui.rows import explained
from ui.typography import spaced

MOST = 5
FIGURE = re.compile(r"(?P<figure>[\u2212\d.,]+)(?P<unit>.*)", re.DOTALL)


def fitting(worst: DataFrame, place: Place, bucket: Bucket, *, width: float, height: float) -> tuple[DataFrame, float]:
    """The first rows that fit a panel, at least one and at most ``MOST``, and the height they take."""
    lang, taken, number = place.lang, 0.0, 0
    for row in each(worst.head(MOST)):
        under = f"{say(f'status.{row.status}', lang)}  {figures.owners(row, lang, short=True)}"
        shown = figures.value(row, row.current, lang)
        more = room.pressing_row(figures.name(row, lang), under, shown, bucket, width)
        if number and taken + more > height:
            break
        taken, number = taken + more, number + 1
    return worst.head(number), taken


def pressing(shown: DataFrame, title: str, place: Place) -> Markup:
    """The panel; ``shown`` are the rows there is room for, most pressing first."""
    rows = [_row(row, place) for row in each(shown)]
    return panel(title, el("ol", *rows, cls="meet-rows"), cls="meet-pressing")


def _row(row: figures.Row, place: Place) -> Markup:
    lang = place.lang
    owner = spaced(figures.owners(row, lang, short=True))
    under = el("span", el("strong", say(f"status.{row.status}", lang)), " ", el("span", owner), cls="meet-under")
    name = el("span", explained(place, figures.key(row), spaced(figures.name(row, lang))), cls="meet-name")
    said = [part for part in (_aim(row, lang), figures.gap(row, lang)) if part]
    gap = el("span", spaced(said[-1]) if said else "", cls="meet-gap")
    return el(
        "li",
        glyph(row.status, lang, spoken=False),
        el("span", name, under, cls="meet-what"),
        el("span", figure(row, lang), gap, cls="meet-figure"),
    )


def _aim(row: figures.Row, lang: str) -> str:
    """The target where no gap can be said."""
    return say("meeting.target", lang, target=figures.target(row, lang)) if row.unit != "yesno" else ""


def figure(row: figures.Row, lang: str) -> Markup:
    """The figure with its unit at half the size; what is only done or not done says when it was due."""
    found = FIGURE.fullmatch(figures.value(row, row.current, lang)) if row.unit != "yesno" else None
    if found is None:
        return el("span", day(row, lang), cls="meet-day")
    return el("span", el("strong", found["figure"], cls="figure"), el("span", found["unit"], cls="unit"))
