"""One dimension: small multiples, milestones with their evidence, regions against the target, what is missing, and the
table of all its targets.

Where few targets have a line, the milestones stand under them; where none has, in their place. Strips are drawn only
where regions compare; with nothing to stand at the right, the left takes the whole width.
"""

import streamlit as st
from pandas import DataFrame

from config.text import say
from config.tokens import Bucket
from ui import cache, counts, drawn, html, multiples, rows, sentences, states, strips
from ui.meeting import dimension as meeting
from ui.panels.base import board, headline, quiet
from ui.panels.chance import asked
from ui.panels.dimensions import dimensions
from ui.panels.foot import foot
from ui.panels.milestones import listed, milestones
from ui.panels.missing import missing
from ui.panels.targets import targets
from ui.place import Place
from ui.screens import explain
from ui.width import bucket

COLUMNS: dict[Bucket, list[int]] = {"w1920": [68, 32], "w1366": [68, 32], "w1024": [60, 40]}
REASONS: dict[Bucket, int] = {"w1920": 2, "w1366": 1, "w1024": 1}


def show(place: Place, dimension: str) -> None:
    """Draw the dimension at a place, and the explanation over it where the address asks for one."""
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    frame = everything[everything["dimension"].eq(dimension)]
    here = counts.headlines(frame, place.region)
    if here.empty:
        _elsewhere(place, dimension, counts.headlines(everything, place.region))
    elif place.present:
        meeting.draw(place, dimension, frame, here)
    else:
        _draw(place, dimension, frame, here)
    rows.listen()
    explain.open_if_asked(place, everything)


def _elsewhere(place: Place, dimension: str, there: DataFrame) -> None:
    """Where the place has no target of the dimension: that it has none, and the dimensions in which it has some."""
    lang, name = place.lang, say(f"dimension.{dimension}", place.lang)
    how = "" if place.present else say("dimension.empty.how", lang)
    said = headline(say("dimension.empty", lang, dimension=name), how)
    others = dimensions(there, place, bucket()) if len(there) else ""
    html.show(board(said, others, foot(there, place), cls="overview meet" if place.present else "overview"))


def _draw(place: Place, dimension: str, frame: DataFrame, here: DataFrame) -> None:
    lang, size = place.lang, bucket()
    order, refused = asked()
    if refused:
        states.refused(refused, lang)
    count = counts.lights(here)
    html.show(board(headline(sentences.dimension(dimension, here, count, lang), sentences.dimension_rest(count, lang))))
    groups, whole = drawn.compared(place, here, frame, strips.STRIPS[size])
    stones = milestones(here)
    if groups or count.grey:
        left, right = st.columns(COLUMNS[size], gap="medium")
        with left:
            beside = _evidence(place, here, frame, stones, wide=False)
        with right, states.part("strips", lang):
            if groups:
                drawn.region_strips(place, groups, whole, strips.FRAMES[size], strips.LINES[size])
        with right, states.part("missing", lang):
            html.show(board(missing(here, place, REASONS[size])))
    else:
        beside = _evidence(place, here, frame, stones, wide=True)
    with states.part("milestones", lang):
        if len(stones) and not beside:
            html.show(board(listed(stones, place)))
    with states.part("targets", lang):
        html.show(board(targets(here, place, order)))
    html.show(board(foot(here, place)))


def _evidence(place: Place, here: DataFrame, frame: DataFrame, stones: DataFrame, *, wide: bool) -> bool:
    """Lines where there are any, milestones under them where one row of lines is enough; whether they stand there."""
    lang, size = place.lang, bucket()
    lines = multiples.drawable(here)
    sheet = multiples.sheet_for(len(lines), size, wide=wide, one_row=len(stones) > 0)
    with states.part("multiples", lang):
        if len(lines):
            drawn.small_multiples(place, lines, frame, size, sheet)
        elif stones.empty:
            why = quiet(say("multiples.empty.why", lang))
            html.show(board(drawn.under_rule(say("multiples.empty", lang)), why))
    beside = len(stones) > 0 and (lines.empty or sheet.rows == 1)
    with states.part("milestones", lang):
        if beside:
            html.show(board(listed(stones, place)))
    return beside
