"""One indicator on one screen of the meeting view: its sentence, its line, and beside it the regions that fit. What it
promises, what it means and where it came from stand on its page.
"""

import streamlit as st

from charts.cell import Sheet
from charts.regions import Frame
from config.tokens import Bucket
from ui import html, states
from ui.html import Markup
from ui.indicator import line, past, places, says
from ui.indicator.known import Known
from ui.meeting import measure, notice, room
from ui.panels.base import board, headline
from ui.width import bucket

COLUMNS: dict[Bucket, list[int]] = {"w1920": [66, 34], "w1366": [62, 38], "w1024": [58, 42]}
GUTTER, GAP = 40, 12  # px between the columns, between what stands under one another
STATE = 1.4  # line height of the status over the headline
LOWEST = 200  # px of a line that can be read


def draw(found: Known, state: Markup) -> None:
    """Draw it; ``state`` stands over the headline. A milestone shows its reports."""
    lang, size = found.lang, bucket()
    said, rest = says.sentence(found), says.rest(found)
    html.show(board(state, headline(said, rest), cls="meet"))
    if found.event:
        with states.part("indicator-reports", lang):
            html.show(board(past.reports(found, size), cls="meet"))
        return
    type_, whole = room.sizes(size), room.WINDOWS[size].width - GUTTER
    height = measure.left_under(said, rest, size) - notice.height(found.place, size) - 2 * GAP
    height -= type_.body * STATE * (2 if lang == "en" and size == "w1024" else 1)
    wide = [whole * share / 100 for share in COLUMNS[size]]
    left, right = st.columns(COLUMNS[size], gap="medium")
    with left, states.part("indicator-line", lang):
        line.draw(found, size, lambda title, notes: _sheet(title, notes, wide[0], height, size))
    with right, states.part("indicator-places", lang):
        frame = Frame(round(wide[1]), type_.chart * 1.7, type_.chart)
        places.draw(found, size, places.Room(frame, height))


def _sheet(title: str, notes: str, width: float, height: float, size: Bucket) -> Sheet:
    """The canvas of the line under its title and notes."""
    type_ = room.sizes(size)
    height -= measure.folded(title, width, type_.section) * type_.section * room.TITLE + 10 + GAP
    height -= measure.folded(notes, width, type_.small, measure.PLAIN) * type_.small * 1.5
    return Sheet(1, 1, round(width), round(max(height, LOWEST)), type_.chart)
