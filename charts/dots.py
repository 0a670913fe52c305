"""Dots of one period: the regions of an indicator in the order of their figures, one strip an indicator.

Frame (made by ui.explore.drawn, names cleaned here), one row a region in the order to be drawn: panel (key), title,
unit, label, own, value, value_label, provisional. Without a value the label stands with ``value_label`` as its reason.
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts.each import each
from charts.lines import Sheet
from charts.marks import points
from charts.names import clean, ems, fold, shorten
from charts.theme import EDGE, Piece, Point, canvas, figure, label, line, palette
from config.text import say
from config.tokens import Palette, Theme

ROW, HEAD, FOOT = 1.7, 1.4, 0.8  # em
SHARE = 0.42  # of the width that names may take at most
DOT = 12


class _Ink:
    def __init__(self, colours: Palette) -> None:
        self.colours = colours
        self.rules: list[Point | None] = []
        self.zero: list[Point | None] = []
        self.marks: dict[tuple[bool, bool], list[tuple[Point, str]]] = {}
        self.labels: list[Piece] = []


def dots(rows: DataFrame, *, sheet: Sheet, lang: str = "zh", theme: Theme = "light") -> go.Figure:
    """The figure. A region without a figure is named at the end of its strip and never drawn at zero."""
    ink, top = _Ink(palette(theme)), 0.0
    for _, strip in rows.groupby("panel", sort=False):
        top = _strip(ink, strip, top, sheet)
    if rows.empty:
        ink.labels.append(label(say("chart.empty", lang), (0, sheet.font), colour=ink.colours.muted))
        top = sheet.font * 3.0
    layout = canvas(sheet.width, top, sheet.font, ink.colours) | {"annotations": ink.labels}
    return figure(_traces(ink), layout, _alt(rows, lang))


def _strip(ink: _Ink, strip: DataFrame, top: float, sheet: Sheet) -> float:
    """Draw one strip; returns where the next begins."""
    font, first = sheet.font, next(each(strip))
    heads = fold(clean(first.title), sheet.width / font - 0.5 - ems(clean(first.unit)))
    for number, part in enumerate(heads):
        ink.labels.append(label(part, (-EDGE, top + font * (0.9 + 1.3 * number)), bold=True))
    ink.labels.append(
        label(clean(first.unit), (sheet.width, top + font * 0.9), anchor="right", colour=ink.colours.muted)
    )
    room = min(max(ems(clean(name)) for name in strip["label"]) * font + font, sheet.width * SHARE)
    widest = max(ems(clean(said)) for said in strip["value_label"]) * font + font
    known = strip["value"].dropna()
    low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
    left, right = room + DOT, sheet.width - widest - DOT
    begin = top + font * (HEAD * len(heads) + 0.5)

    def at(value: float) -> float:
        return left + (right - left) * ((value - low) / (high - low) if high > low else 0.5)

    if low < 0 < high:
        ink.zero += [(at(0), begin), (at(0), begin + font * ROW * len(strip)), None]
    for number, row in enumerate(each(strip)):
        _row(ink, row, begin + font * ROW * (number + 0.5), at, (left, right, room), sheet)
    return begin + font * (ROW * len(strip) + FOOT)


def _row(ink: _Ink, row: Any, y: float, at: Any, span: tuple[float, float, float], sheet: Sheet) -> None:
    left, right, room = span
    name = shorten(clean(row.label), room / sheet.font)
    ink.labels.append(label(name, (-EDGE, y), bold=bool(row.own)))
    if pd.isna(row.value):
        ink.labels.append(label(clean(row.value_label), (sheet.width, y), anchor="right", colour=ink.colours.muted))
        return
    ink.rules += [(left - DOT, y), (right + DOT, y), None]
    kind = (bool(row.own), bool(row.provisional))
    said = f"{clean(row.label)} {clean(row.value_label)}"
    ink.marks.setdefault(kind, []).append(((at(float(row.value)), y), said))
    ink.labels.append(label(clean(row.value_label), (sheet.width, y), anchor="right", bold=bool(row.own)))


def _traces(ink: _Ink) -> list[Piece]:
    drawn = [
        line("rows", ink.rules, colour=ink.colours.hair, width=1),
        line("zero", ink.zero, colour=ink.colours.axis, width=1),
    ]
    marks = [_marks(kind, ink.marks[kind], ink.colours) for kind in sorted(ink.marks)]
    return [*(trace for trace in drawn if trace["x"]), *marks]


def _marks(kind: tuple[bool, bool], marks: list[tuple[Point, str]], colours: Palette) -> Piece:
    own, provisional = kind
    colour = colours.series if own else colours.compare
    marker = {
        "symbol": "circle-open" if provisional else "circle",
        "size": DOT,
        "color": colour,
        "line": {"width": 2.5 if provisional else 0, "color": colour},
    }
    return points("own" if own else "others", marks, marker) | {"cliponaxis": False}


def _alt(rows: DataFrame, lang: str) -> str:
    """Every strip in one sentence: its name, then each region with its figure in the order drawn."""
    if rows.empty:
        return say("chart.empty", lang)
    said = []
    for _, strip in rows.groupby("panel", sort=False):
        first: Any = next(each(strip))
        regions = say("list", lang).join(f"{clean(row.label)} {clean(row.value_label)}" for row in each(strip))
        said.append(say("explore.alt.dots", lang, name=clean(first.title), unit=clean(first.unit), regions=regions))
    return say("list.long", lang).join(said)
