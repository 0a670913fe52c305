"""One dimension on one screen of the meeting view: lines or milestones at the left, the worst targets at the right."""

import streamlit as st
from pandas import DataFrame

from charts.cell import Sheet
from charts.each import each
from charts.regions import HEAD_EM, TITLE_EM, Frame
from config.text import say
from config.tokens import Bucket
from ui import counts, drawn, figures, html, multiples, sentences, states
from ui.meeting import room
from ui.meeting.pressing import fitting, pressing
from ui.order import attention
from ui.panels.base import board, headline, quiet
from ui.panels.milestones import head, listed, milestones
from ui.place import Place
from ui.width import bucket

COLUMNS: dict[Bucket, list[int]] = {"w1920": [64, 36], "w1366": [60, 40], "w1024": [55, 45]}
ACROSS: dict[Bucket, int] = {"w1920": 3, "w1366": 2, "w1024": 2}
GUTTER = 40  # px between the columns
GAP = 12  # px between what stands under one another
FEWEST = 3  # regions of a strip
REMARK_EM = 2.4
READABLE = {"zh": 10.5, "en": 12}  # em of a cell under which two rows become one: English names take two lines
LOWEST, HIGHEST = 170, 420  # px of a cell in which a line can be read, and beyond which it gains nothing


def draw(place: Place, dimension: str, frame: DataFrame, here: DataFrame) -> None:
    """Draw it: headline, and under it what there is room for."""
    lang, size = place.lang, bucket()
    count = counts.lights(here)
    said, rest = sentences.dimension(dimension, here, count, lang), sentences.dimension_rest(count, lang)
    html.show(board(headline(said, rest), cls="meet"))
    height = room.left_under(said, rest, size) - GAP
    whole = room.WINDOWS[size].width
    if attention(here).empty:
        _evidence(place, here, frame, whole, height)
        return
    left, right = st.columns(COLUMNS[size], gap="medium")
    with left:
        told = _evidence(place, here, frame, (whole - GUTTER) * COLUMNS[size][0] / 100, height)
    with right, states.part("attention", lang):
        wide = (whole - GUTTER) * COLUMNS[size][1] / 100
        under = height - _worst(place, here, wide, height) - GAP * 2
        if not _regions(place, here, frame, wide, under) and not told:
            _milestones(place, milestones(here), wide, under)


def _worst(place: Place, here: DataFrame, width: float, height: float) -> float:
    """The most pressing targets; the height they take."""
    lang, size = place.lang, bucket()
    over = room.title("", size, 1)
    shown, taken = fitting(attention(here), place, size, width=width, height=height - over)
    title = sentences.attention_head(len(shown), counts.lights(here), lang)
    html.show(board(pressing(shown, title, place), cls="meet"))
    return over + taken


def _regions(place: Place, here: DataFrame, frame: DataFrame, width: float, height: float) -> bool:
    """The regions of the first target that compares, where there is room for a few; whether there is."""
    size = bucket()
    font = room.sizes(size).chart
    canvas = Frame(round(width), font * 1.7, font)
    over = HEAD_EM + REMARK_EM + (TITLE_EM if place.lang == "en" else 0)  # English titles take two lines
    lines = (height - room.title("", size, 1) - font * over) // canvas.row
    groups, whole = drawn.compared(place, here, frame, 1)
    if not groups or lines < FEWEST:
        return False
    drawn.region_strips(place, groups, whole, canvas, int(lines))
    return True


def _evidence(place: Place, here: DataFrame, frame: DataFrame, width: float, height: float) -> bool:
    """Lines, and milestones under them where both fit; milestones alone where there are no lines. Whether there are
    milestones.
    """
    lang, size = place.lang, bucket()
    lines, stones = multiples.drawable(here), milestones(here)
    if len(lines):
        sheet, over = _sheet(lines, width, height, lang, size, shared=len(stones) > 0)
        with states.part("multiples", lang):
            drawn.small_multiples(place, lines, frame, size, sheet)
        height -= sheet.height * sheet.rows + over + GAP
    with states.part("milestones", lang):
        if lines.empty and stones.empty:
            html.show(board(drawn.under_rule(say("multiples.empty", lang)), quiet(say("multiples.empty.why", lang))))
    return _milestones(place, stones, width, height)


def _milestones(place: Place, stones: DataFrame, width: float, height: float) -> bool:
    """The first milestones that fit; whether there are any. A few stand with their evidence, where it fits too."""
    lang, size = place.lang, bucket()
    height -= room.title(head(stones, lang), size, width)
    most = _fitting(stones, height, lang, size, width)
    proof = room.sizes(size).small * 1.5
    if most:
        roomy = most == len(stones) and _fitting(stones, height - proof * most, lang, size, width) == most
        kinds = ("meet", "roomy" if roomy else "", "thin" if room.narrow(width) else "")
        with states.part("milestones", lang):
            html.show(board(listed(stones, place, most), cls=" ".join(kind for kind in kinds if kind)))
    return most > 0


def _fitting(stones: DataFrame, height: float, lang: str, size: Bucket, width: float) -> int:
    """How many milestones a list of a height holds, its head and the line for the rest counted."""
    left = height - room.sizes(size).small * 1.5
    rest = room.table_row("", size, width)
    for number, row in enumerate(each(stones)):
        left -= room.table_row(figures.name(row, lang, short=False), size, width)
        if left < (rest if number + 1 < len(stones) else 0):
            return number
    return len(stones)


def _sheet(
    lines: DataFrame, width: float, height: float, lang: str, size: Bucket, *, shared: bool
) -> tuple[Sheet, float]:
    """The sheet for the lines, and what stands over it; ``shared`` where other things may follow under one row."""
    type_ = room.sizes(size)
    across = ACROSS[size] + (width > room.WINDOWS[size].width * 0.9)
    rows = 1 if len(lines) <= across else 2
    columns = len(lines) if rows == 1 else min(-(-len(lines) // 2), across)
    title = sentences.under_way(lines, min(len(lines), columns * rows), lang)
    legend = 2 if size == "w1024" or (lang == "en" and width < 1000) else 1
    over = room.title(title, size, width) + type_.small * 1.5 * legend + GAP * 2
    if rows == 2 and (height - over) / rows < type_.chart * READABLE[lang]:
        rows, columns = 1, across
    share = 0.5 if rows == 1 and shared else 1.0
    cell = max((height * share - over) / rows, min(type_.chart * READABLE[lang], (height - over) / rows))
    cell = min(max(cell, LOWEST), HIGHEST)
    return Sheet(max(columns, 1 if width < 800 else 2), rows, round(width), round(cell), type_.chart), over
