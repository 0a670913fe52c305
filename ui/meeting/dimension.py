"""One dimension on one screen of the meeting view: lines or milestones at the left, the worst targets at the right."""

import streamlit as st
from pandas import DataFrame

from charts.cell import Sheet
from charts.regions import HEAD_EM, Frame
from config.text import say
from config.tokens import Bucket
from ui import counts, drawn, html, multiples, sentences, states
from ui.meeting import room
from ui.meeting.pressing import fitting, pressing
from ui.order import attention
from ui.panels.base import board, headline, quiet
from ui.panels.milestones import listed, milestones
from ui.place import Place
from ui.width import bucket

COLUMNS: dict[Bucket, list[int]] = {"w1920": [64, 36], "w1366": [60, 40], "w1024": [55, 45]}
ACROSS: dict[Bucket, int] = {"w1920": 3, "w1366": 2, "w1024": 2}
GUTTER = 40  # px between the columns
GAP = 12  # px between what stands under one another
FEWEST = 3  # regions of a strip
REMARK_EM = 2.4
LOWEST, HIGHEST = 170, 420  # px of a cell in which a line can be read, and beyond which it gains nothing


def draw(place: Place, dimension: str, frame: DataFrame, here: DataFrame) -> None:
    """Draw it: headline, and under it what there is room for."""
    lang, size = place.lang, bucket()
    count = counts.lights(here)
    head, rest = sentences.dimension(dimension, here, count, lang), sentences.dimension_rest(count, lang)
    html.show(board(headline(head, rest), cls="meet"))
    height = room.left_under(head, rest, size) - GAP
    whole = room.WINDOWS[size].width
    if attention(here).empty:
        _evidence(place, here, frame, whole, height)
        return
    left, right = st.columns(COLUMNS[size], gap="medium")
    with left:
        _evidence(place, here, frame, (whole - GUTTER) * COLUMNS[size][0] / 100, height)
    with right, states.part("attention", lang):
        _worst(place, here, frame, (whole - GUTTER) * COLUMNS[size][1] / 100, height)


def _worst(place: Place, here: DataFrame, frame: DataFrame, width: float, height: float) -> None:
    """The most pressing targets and, where there is room under them, the regions of the first that compares."""
    lang, size = place.lang, bucket()
    worst, count = attention(here), counts.lights(here)
    over = room.title("", size, 1)
    shown, taken = fitting(worst, place, size, width=width, height=height - over)
    html.show(board(pressing(shown, sentences.attention_head(len(shown), count, lang), place), cls="meet"))
    font = room.sizes(size).chart
    canvas = Frame(round(width), font * 1.7, font)
    free = height - over - taken - over - GAP * 2 - font * (HEAD_EM + REMARK_EM)
    groups, whole = drawn.compared(place, here, frame, 1)
    if groups and free // canvas.row >= FEWEST:
        drawn.region_strips(place, groups, whole, canvas, int(free // canvas.row))


def _evidence(place: Place, here: DataFrame, frame: DataFrame, width: float, height: float) -> None:
    """Lines, and milestones under them where both fit; milestones alone where there are no lines."""
    lang, size = place.lang, bucket()
    lines, stones = multiples.drawable(here), milestones(here)
    if len(lines):
        sheet, over = _sheet(lines, width, height, lang, size, shared=len(stones) > 0)
        with states.part("multiples", lang):
            drawn.small_multiples(place, lines, frame, size, sheet)
        height -= sheet.height * sheet.rows + over + GAP
    with states.part("milestones", lang):
        most = int((height - room.title("", size, 1)) // room.table_row(size, lang)) - 2
        if len(stones) and most > 0:
            html.show(board(listed(stones, place, most), cls="meet"))
        elif lines.empty and stones.empty:
            html.show(board(drawn.under_rule(say("multiples.empty", lang)), quiet(say("multiples.empty.why", lang))))


def _sheet(
    lines: DataFrame, width: float, height: float, lang: str, size: Bucket, *, shared: bool
) -> tuple[Sheet, float]:
    """The sheet for the lines, and what stands over it; ``shared`` where other things may follow under one row."""
    type_ = room.sizes(size)
    across = ACROSS[size] + (width > room.WINDOWS[size].width * 0.9)
    rows = 1 if len(lines) <= across else 2
    columns = len(lines) if rows == 1 else min(-(-len(lines) // 2), across)
    head = sentences.under_way(lines, min(len(lines), columns * rows), lang)
    legend = 2 if size == "w1024" or (lang == "en" and width < 1000) else 1
    over = room.title(head, size, width) + type_.small * 1.5 * legend + GAP * 2
    share = 0.5 if rows == 1 and shared else 1.0
    cell = min(max((height * share - over) / rows, LOWEST), HIGHEST)
    return Sheet(max(columns, 1 if width < 800 else 2), rows, round(width), round(cell), type_.chart), over
