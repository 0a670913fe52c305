"""Small multiples: one cell a target, all in one figure.

Frames (made by ui.multiples, names cleaned here):
cells: key, title, subtitle, status, method, value_label, target_label, target, current, base,
base_date, start, end, first_label, last_label
points: key, date, value, provisional, series_break, role ("value" or "benchmark"), hover
dues: key, date, target — every dated figure of the target
"""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts import alt, path
from charts.cell import Cell, Sheet, corner, place_cell
from charts.each import each
from charts.marks import Mark, glyphs
from charts.names import clean, ems, fold, shorten
from charts.theme import EDGE, Piece, Point, canvas, figure, label, line, palette
from config.text import say
from config.tokens import Palette, Theme, tokens

SLANT = 5


@dataclass
class _Ink:
    """What the cells have drawn so far; None lifts the pen between cells."""

    colours: Palette
    font: int
    head_lines: int
    series: list[Point | None] = field(default_factory=list)
    earlier: list[Point | None] = field(default_factory=list)
    target: list[Point | None] = field(default_factory=list)
    required: list[Point | None] = field(default_factory=list)
    benchmark: list[Point | None] = field(default_factory=list)
    axis: list[Point | None] = field(default_factory=list)
    breaks: list[Point | None] = field(default_factory=list)
    provisional: list[Mark] = field(default_factory=list)
    seen: list[Mark] = field(default_factory=list)
    last: list[Mark] = field(default_factory=list)
    titles: list[Mark] = field(default_factory=list)
    labels: list[Piece] = field(default_factory=list)


def multiples(
    cells: DataFrame,
    points: DataFrame,
    dues: DataFrame,
    *,
    sheet: Sheet,
    lang: str = "zh",
    theme: Theme = "light",
    named: bool = True,
) -> go.Figure:
    """The figure: series, target line with end tick, required path, breaks, provisional points, last
    point as status.

    Cells beyond the sheet are left out; without cells the figure says so. ``named`` is off where the
    name stands elsewhere.
    """
    shown = cells.head(sheet.room)
    ink = _Ink(palette(theme), sheet.font, _head_lines(shown, sheet) if named else 0)
    if shown.empty:
        ink.labels.append(label(say("chart.empty", lang), (0, sheet.font), colour=ink.colours.muted))
    for number, cell in enumerate(each(shown)):
        own = points[points["key"] == cell.key].sort_values("date")
        _draw(ink, number, sheet, cell, own, dues[dues["key"] == cell.key])
    rows = -(-max(len(shown), 1) // sheet.columns)
    layout = canvas(sheet.width, rows * sheet.height, sheet.font, ink.colours) | {"annotations": ink.labels}
    return figure(_traces(ink), layout, alt.of_multiples(shown, lang))


def _draw(ink: _Ink, number: int, sheet: Sheet, cell: Any, points: DataFrame, dues: DataFrame) -> None:
    values = points[points["role"] == "value"].dropna(subset=["value"])
    known = [
        *points["value"].dropna(),
        *dues["target"].dropna(),
        *([cell.base] if pd.notna(cell.base) else []),
    ]
    box = place_cell(
        number,
        sheet,
        days=[cell.start, cell.end, *points["date"], *dues["date"].dropna()],
        values=[float(value) for value in known],
        label=_end_label(cell, values, dues),
        head=3.0 + 1.4 * ink.head_lines if ink.head_lines else 1.2,
    )
    if ink.head_lines:
        _head(ink, corner(number, sheet), sheet, cell)
    _axis(ink, box, cell)
    at_goal = _at_goal(box, values, dues, sheet.font)
    if cell.method == "benchmark":
        _benchmark(ink, box, points[points["role"] == "benchmark"], cell)
    else:
        _goal(ink, box, cell, dues, named=not at_goal)
    _series(ink, box, values, cell, at_goal=at_goal)


def _end_label(cell: Any, values: DataFrame, dues: DataFrame) -> str:
    """The text that needs room at the right: the target's, or the value's where it ends at the due date."""
    if cell.method == "benchmark":
        return ""
    texts = [str(cell.target_label)]
    if len(values) and len(dues) and values["date"].iloc[-1] >= dues["date"].max():
        texts.append(str(cell.value_label))
    return max(texts, key=ems)


def _at_goal(box: Cell, values: DataFrame, dues: DataFrame, font: int) -> bool:
    """Whether the last point lies where the target's label stands: then its own figure takes the place."""
    stops = dues.dropna(subset=["date", "target"]).sort_values("date")
    if values.empty or stops.empty:
        return False
    x, y = box.at(values["date"].iloc[-1], values["value"].iloc[-1])
    goal_x, goal_y = box.at(stops["date"].iloc[-1], stops["target"].iloc[-1])
    return abs(y - goal_y) < font * 1.2 and abs(x - goal_x) < font * 1.5


def _title_room(sheet: Sheet) -> float:
    return sheet.cell_width / sheet.font - 1.9


def _head_lines(cells: DataFrame, sheet: Sheet) -> int:
    """Lines of the names: two for all cells where one of them needs two."""
    return max((len(fold(clean(title), _title_room(sheet))) for title in cells["title"]), default=1)


def _head(ink: _Ink, at: Point, sheet: Sheet, cell: Any) -> None:
    """Glyph and name, and under them the words of the status and who answers."""
    x, y = at[0], at[1] + sheet.font * 0.8
    ink.titles.append(Mark(x + sheet.font * 0.5, y, cell.status))
    for number, part in enumerate(fold(clean(cell.title), _title_room(sheet))):
        ink.labels.append(label(part, (x + sheet.font * 1.2, y + sheet.font * 1.25 * number), bold=True))
    under = shorten(clean(cell.subtitle), sheet.cell_width / sheet.font - 0.8)
    low = y + sheet.font * (0.1 + 1.35 * ink.head_lines)
    ink.labels.append(label(under, (x - EDGE, low), colour=ink.colours.muted))


def _axis(ink: _Ink, box: Cell, cell: Any) -> None:
    floor = box.bottom + ink.font * 0.7
    ink.axis += [(box.left, floor), (box.right, floor), None]
    low = floor + ink.font * 0.9
    grey = ink.colours.muted
    if ems(f"{cell.first_label}{cell.last_label}") * ink.font + ink.font < box.right - box.left:
        ink.labels.append(label(clean(cell.first_label), (box.left - EDGE, low), colour=grey))
    ink.labels.append(label(clean(cell.last_label), (box.right, low), anchor="right", colour=grey))


def _goal(ink: _Ink, box: Cell, cell: Any, dues: DataFrame, *, named: bool) -> None:
    """Target line from the start to each due date with a tick at its end, its label where ``named``, and
    the required path.
    """
    begin = cell.start
    stops = dues.dropna(subset=["date", "target"]).sort_values("date")
    for due in each(stops):
        x, y = box.at(due.date, due.target)
        ink.target += [(box.x(begin), y), (x, y), None, (x, y - 5), (x, y + 5), None]
        begin = due.date
    if named and len(stops):
        x, y = box.at(stops["date"].iloc[-1], stops["target"].iloc[-1])
        ink.labels.append(label(clean(cell.target_label), (x + 6, y), colour=ink.colours.muted))
    base = None if pd.isna(cell.base) or pd.isna(cell.base_date) else (pd.Timestamp(cell.base_date), float(cell.base))
    walked = path.required(base, dues, str(cell.method))
    ink.required += [*(box.at(*stop) for stop in walked if box.holds(stop[0])), None]


def _benchmark(ink: _Ink, box: Cell, points: DataFrame, cell: Any) -> None:
    """The line to be compared with, named at its end; it takes the place of target and required path."""
    drawn = _polyline(box, points)
    ink.benchmark += [*drawn, None]
    if drawn and drawn[-1] is not None:
        x, y = drawn[-1]
        text = clean(cell.target_label)
        fits = x + 8 + ems(text) * ink.font <= box.edge
        last = points.iloc[-1]["value"] if pd.isna(cell.current) else cell.current
        away = ink.font * (1.1 if y >= box.y(last) else -1.1)
        low = min(y + away, box.bottom)  # the years stand below
        at, anchor = ((x + 8, y), "left") if fits else ((box.edge, low), "right")
        ink.labels.append(label(text, at, anchor=anchor, colour=ink.colours.muted, ground=ink.colours.page))


def _series(ink: _Ink, box: Cell, values: DataFrame, cell: Any, *, at_goal: bool) -> None:
    if values.empty:
        return
    runs = values["series_break"].fillna(False).astype(bool).cumsum()
    for run, part in values.groupby(runs):
        drawn = ink.series if run == runs.iloc[-1] else ink.earlier
        drawn += [*_polyline(box, part), None]
    for before, after in zip(values.index[:-1], values.index[1:], strict=True):
        if runs[before] != runs[after]:
            _cut(
                ink,
                box.at(*values.loc[before, ["date", "value"]]),
                box.at(*values.loc[after, ["date", "value"]]),
            )
    for point in each(values.iloc[:-1]):
        mark = Mark(*box.at(point.date, point.value), "", str(point.hover))
        (ink.provisional if point.provisional else ink.seen).append(mark)
    _last(ink, box, values, cell, at_goal=at_goal)


def _last(ink: _Ink, box: Cell, values: DataFrame, cell: Any, *, at_goal: bool) -> None:
    """The last point is the glyph of the status; its figure stands on the side away from the target, or
    in the place of the target's label.
    """
    final = values.iloc[-1]
    x, y = box.at(final["date"], final["value"])
    ink.last.append(Mark(x, y, cell.status, str(final["hover"])))
    text = clean(cell.value_label)
    if at_goal:
        ink.labels.append(label(text, (x + 11, y), bold=True))
        return
    below = pd.isna(cell.target) or box.y(cell.target) <= y
    side, step = (x + 11, "left"), ink.font * 0.95
    if x + 11 + ems(text) * ink.font > box.edge:
        side, step = (box.edge, "right"), ink.font * 1.3
        before = values.iloc[-2] if len(values) > 1 else final
        below = box.y(before["value"]) >= y
    if y + step > box.bottom - 2:
        below = False
    elif y - step < box.top - ink.font * 1.4:
        below = True
    at = y + (step if below else -step)
    reach = x + 11 + ems(text) * ink.font
    if pd.notna(cell.target) and cell.method != "benchmark" and reach > box.right:
        at = _clear(at, box.y(cell.target), ink.font * 1.4)
    ink.labels.append(label(text, (side[0], at), anchor=side[1], bold=True, ground=ink.colours.page))


def _clear(at: float, other: float, room: float) -> float:
    """A height moved so far from another one that two labels do not touch."""
    if abs(at - other) >= room:
        return at
    return other + (room if at >= other else -room)


def _cut(ink: _Ink, before: Point, after: Point) -> None:
    """Two slanted strokes where a definition changed."""
    x, y = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
    for step in (-3, 3):
        ink.breaks += [(x + step - 2, y + SLANT), (x + step + 2, y - SLANT), None]


def _polyline(box: Cell, points: DataFrame) -> list[Point | None]:
    return [box.at(point.date, point.value) for point in each(points.dropna(subset=["value"]))]


def _traces(ink: _Ink) -> list[Piece]:
    rules, colours = tokens().chart, ink.colours
    traces = [
        line("axis", ink.axis, colour=colours.grid, width=1.5),
        line("target", ink.target, colour=colours.target, width=rules.thin),
        line("required", ink.required, colour=colours.target, width=rules.thin, dash=rules.required_dash),
        line("benchmark", ink.benchmark, colour=colours.compare, width=rules.hair),
        line("earlier", ink.earlier, colour=colours.compare, width=rules.thin),
        line("series", ink.series, colour=colours.series, width=rules.line),
        line("breaks", ink.breaks, colour=colours.ink, width=rules.thin),
        _dots("seen", ink.seen, colours.series, hidden=True),
        _dots("provisional", ink.provisional, colours.series, hidden=False),
    ]
    return [
        *(trace for trace in traces if trace["x"]),
        *glyphs(ink.last, rules.last + 2, colours),
        *glyphs(ink.titles, ink.font - 2, colours),
    ]


def _dots(name: str, marks: list[Mark], colour: str, *, hidden: bool) -> Piece:
    """Points of the series: invisible ones carry the pointer's text, provisional ones are open circles."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [mark.x for mark in marks],
        "y": [mark.y for mark in marks],
        "text": [mark.hover for mark in marks],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "circle" if hidden else "circle-open",
            "size": 12 if hidden else tokens().chart.point + 2,
            "color": colour,
            "opacity": 0 if hidden else 1,
            "line": {"width": 2, "color": colour},
        },
    }
