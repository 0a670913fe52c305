"""Lines through time, one panel an indicator, each line named at its end.

Frame (made by ui.explore.drawn, names cleaned here), one row a figure, in the order in which panels and lines stand:
panel (key), title, unit, line (key within the panel), label, own, date, value, value_label, provisional, series_break.
``own`` marks the line that stands out; ``value`` may be negative, and zero is drawn where it lies between the figures.
"""

from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts.cell import Cell
from charts.each import each
from charts.marks import points as marks_of
from charts.names import clean, ems, fold, shorten
from charts.theme import EDGE, Piece, Point, canvas, figure, label, line, palette
from config.text import say
from config.tokens import Palette, Theme, tokens

HEAD, FLOOR, STEP = 1.5, 2.1, 1.3  # em: a line of the title, room for the dates, from one label to the next
SHARE = 0.46  # of the width that labels may take at most
LEAST = 5.4  # em of height for the lines of a panel
LEAD, SLANT, POINT = 12.0, 5.0, 6.0
Span = tuple[pd.Timestamp, pd.Timestamp]


class Sheet(NamedTuple):
    """The canvas: width in px, size of the type, and the height a panel has where its labels need no more."""

    width: float
    font: int
    panel: float


class _Ink:
    """What is drawn so far; None lifts the pen."""

    def __init__(self, colours: Palette) -> None:
        self.colours = colours
        self.lines: dict[str, list[Point | None]] = {
            name: [] for name in ("axis", "zero", "other", "own", "lead", "cut")
        }
        self.dots: dict[tuple[bool, bool], list[tuple[Point, str]]] = {}
        self.labels: list[Piece] = []


def lines(points: DataFrame, *, sheet: Sheet, lang: str = "zh", theme: Theme = "light") -> go.Figure:
    """The figure: a new definition cuts the line, a provisional figure is an open circle, axes do not start at zero."""
    ink, top = _Ink(palette(theme)), 0.0
    span = (points["date"].min(), points["date"].max())
    for _, panel in points.groupby("panel", sort=False):
        top = _panel(ink, panel, span, top, sheet)
    if points.empty:
        ink.labels.append(label(say("chart.empty", lang), (0, sheet.font), colour=ink.colours.muted))
        top = sheet.font * 3.0
    layout = canvas(sheet.width, top, sheet.font, ink.colours) | {"annotations": ink.labels}
    return figure(_traces(ink), layout, _alt(points, lang))


def _panel(ink: _Ink, panel: DataFrame, span: Span, top: float, sheet: Sheet) -> float:
    """Draw one panel over the dates of all; returns where the next begins."""
    font, first = sheet.font, next(each(panel))
    ends: list[Any] = [next(each(part.tail(1))) for _, part in panel.groupby("line", sort=False)]
    widest = max(ems(clean(one.label)) for one in ends) * font + LEAD * 2
    room = min(widest, sheet.width * SHARE)
    heads = fold(clean(first.title), sheet.width / font - 0.5 - ems(clean(first.unit)))
    for number, part in enumerate(heads):
        ink.labels.append(label(part, (-EDGE, top + font * (0.9 + 1.3 * number)), bold=True))
    ink.labels.append(
        label(clean(first.unit), (sheet.width, top + font * 0.9), anchor="right", colour=ink.colours.muted)
    )
    begin = top + font * (HEAD * len(heads) + 0.6)
    height = max(sheet.panel - (begin - top) - font * (FLOOR + 0.8), font * max(STEP * len(ends), LEAST))
    box = _box(panel, span, (6.0, begin, sheet.width - room, begin + height))
    _ground(ink, box, span, panel, font)
    for _, points in panel.groupby("line", sort=False):
        _line(ink, box, points)
    _ends(ink, box, ends, sheet, room)
    return box.bottom + font * (FLOOR + 0.8)


def _box(panel: DataFrame, span: Span, place: tuple[float, float, float, float]) -> Cell:
    """The box of the lines; a single date stands at its right."""
    low, high = float(panel["value"].min()), float(panel["value"].max())
    air = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    left, top, right, bottom = place
    first, last = span
    first = first if first < last else last - pd.DateOffset(years=1)
    return Cell(left, top, right, right, bottom, first, last, low - air, high + air)


def _ground(ink: _Ink, box: Cell, span: Span, panel: DataFrame, font: int) -> None:
    """The axis with its first and last date, and zero where figures lie on both sides of it."""
    floor = box.bottom + font * 0.5
    ink.lines["axis"] += [(box.left, floor), (box.right, floor), None]
    grey, under = ink.colours.muted, floor + font * 0.9
    first, last = (f"{day:%Y}" if (day.month, day.day) == (12, 31) else f"{day:%Y-%m}" for day in span)
    if span[0] < span[1]:
        ink.labels.append(label(first, (box.left - EDGE, under), colour=grey))
    ink.labels.append(label(last, (box.right, under), anchor="right", colour=grey))
    if panel["value"].min() < 0 < panel["value"].max():
        ink.lines["zero"] += [(box.left, box.y(0)), (box.right, box.y(0)), None]


def _line(ink: _Ink, box: Cell, part: DataFrame) -> None:
    drawn = ink.lines["own" if part["own"].iloc[0] else "other"]
    for before, after in pairwise(each(part)):
        start, stop = box.at(before.date, before.value), box.at(after.date, after.value)
        if after.series_break:
            _cut(ink, start, stop)
        else:
            drawn += [start, stop, None]
    for point in each(part):
        said = f"{clean(point.label.partition(' ')[0])} {point.date:%Y-%m-%d} {clean(point.value_label)}"
        kind = (bool(point.own), bool(point.provisional))
        ink.dots.setdefault(kind, []).append((box.at(point.date, point.value), said))


def _cut(ink: _Ink, before: Point, after: Point) -> None:
    """Two slanted strokes where a definition changed; no line leads over them."""
    x, y = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
    for step in (-3, 3):
        ink.lines["cut"] += [(x + step - 2, y + SLANT), (x + step + 2, y - SLANT), None]


def _ends(ink: _Ink, box: Cell, ends: list[Any], sheet: Sheet, room: float) -> None:
    """The names at the right, each as near to the end of its line as the others allow, led to it by a stroke."""
    font = sheet.font
    ends = sorted(ends, key=lambda one: -one.value)
    heights = spread([box.y(one.value) for one in ends], font * STEP, (box.top, box.bottom))
    for one, y in zip(ends, heights, strict=True):
        x, end = box.at(one.date, one.value)
        begin = box.right + LEAD * 1.6
        if abs(y - end) > font * 0.3 or x < box.right - 1:
            ink.lines["lead"] += [(x + POINT, end), (begin - 4, y), None]
        text = shorten(clean(one.label), (room - LEAD * 1.6) / font)
        colour = ink.colours.ink if one.own else ink.colours.muted
        ink.labels.append(label(text, (begin, y), bold=bool(one.own), colour=colour))


def spread(wanted: list[float], step: float, limits: tuple[float, float]) -> list[float]:
    """Heights from the top down, at least ``step`` apart and within the limits where these have room for all."""
    made = list(wanted)
    for here in range(1, len(made)):
        made[here] = max(made[here], made[here - 1] + step)
    floor = limits[1]
    for here in range(len(made) - 1, -1, -1):
        made[here] = min(made[here], floor)
        floor = made[here] - step
    return made


def _traces(ink: _Ink) -> list[Piece]:
    rules, colours = tokens().chart, ink.colours
    looks = {
        "axis": (colours.grid, 1.5),
        "zero": (colours.axis, 1.0),
        "lead": (colours.hair, 1.0),
        "other": (colours.compare, rules.thin),
        "own": (colours.series, rules.line),
        "cut": (colours.ink, rules.thin),
    }
    drawn = [line(name, ink.lines[name], colour=colour, width=width) for name, (colour, width) in looks.items()]
    dots = [_dots(kind, ink.dots[kind], colours) for kind in sorted(ink.dots)]
    return [*(trace for trace in drawn if trace["x"]), *dots]


def _dots(kind: tuple[bool, bool], marks: list[tuple[Point, str]], colours: Palette) -> Piece:
    own, provisional = kind
    colour = colours.series if own else colours.compare
    marker = {
        "symbol": "circle-open" if provisional else "circle",
        "size": POINT + (3 if provisional else 0),
        "color": colour,
        "line": {"width": 2 if provisional else 0, "color": colour},
    }
    return marks_of("provisional" if provisional else "figures", marks, marker) | {"cliponaxis": False}


def _alt(points: DataFrame, lang: str) -> str:
    """Every line in one clause: its panel and its last figure, with how many figures it has."""
    if points.empty:
        return say("chart.empty", lang)
    said = []
    for _, part in points.groupby(["panel", "line"], sort=False):
        last: Any = next(each(part.tail(1)))
        words = {"name": clean(last.title), "line": clean(last.label), "n": len(part)}
        said.append(say("explore.alt.line", lang, **words, first=_day(part["date"].min()), last=_day(last.date)))
    return say("list.long", lang).join(said)


def _day(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}"
