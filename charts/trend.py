"""Small multiples: one cell a target, all in one figure.

Frames (made by ui.multiples, names cleaned here):
cells: key, title, subtitle, status, method, value_label, target_label, target, current, base,
base_date, start, end, first_label, last_label
points: key, date, value, provisional, series_break, role ("value" or "benchmark"), hover
dues: key, date, target — every dated figure of the target
fans: the forecast, see charts.band
"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts import alt, band, labels, path
from charts.cell import Cell, Sheet, corner, place_cell
from charts.each import each
from charts.ink import Ink, traces
from charts.marks import Mark
from charts.names import clean, ems, fold, shorten
from charts.theme import EDGE, Point, canvas, figure, label, palette
from config.text import say
from config.tokens import Theme

SLANT = 5


def multiples(
    cells: DataFrame,
    points: DataFrame,
    dues: DataFrame,
    *,
    sheet: Sheet,
    lang: str = "zh",
    theme: Theme = "light",
    named: bool = True,
    fans: DataFrame | None = None,
) -> go.Figure:
    """The figure: band of the forecast, series, target line with end tick, required path, breaks, provisional
    points, last point as status.

    Cells beyond the sheet are left out; without cells the figure says so. ``named`` is off where the
    name stands elsewhere: then there is room to name the ends of the interval.
    """
    shown = cells.head(sheet.room)
    ink = Ink(palette(theme), sheet.font, _head_lines(shown, sheet) if named else 0, lang)
    if shown.empty:
        ink.labels.append(label(say("chart.empty", lang), (0, sheet.font), colour=ink.colours.muted))
    found = band.fans_of(fans)
    for number, cell in enumerate(each(shown)):
        own = points[points["key"] == cell.key].sort_values("date")
        _draw(ink, number, sheet, cell, own, dues[dues["key"] == cell.key], found.get(cell.key))
    rows = -(-max(len(shown), 1) // sheet.columns)
    layout = canvas(sheet.width, rows * sheet.height, sheet.font, ink.colours) | {"annotations": ink.labels}
    return figure(traces(ink), layout, alt.of_multiples(shown, lang, found))


def _draw(
    ink: Ink, number: int, sheet: Sheet, cell: Any, points: DataFrame, dues: DataFrame, fan: DataFrame | None
) -> None:
    values = points[points["role"] == "value"].dropna(subset=["value"])
    base = [cell.base] if pd.notna(cell.base) else []
    known = [float(value) for value in [*points["value"].dropna(), *dues["target"].dropna(), *base]]
    words = ("", "") if ink.head_lines else band.words(fan, ink.lang)
    box = place_cell(
        number,
        sheet,
        days=[cell.start, cell.end, *points["date"], *dues["date"].dropna(), *band.days(fan)],
        values=known + band.reach(known, fan),
        label=_end_label(ink, cell, values, dues, words),
        head=3.0 + 1.4 * ink.head_lines if ink.head_lines else 1.2,
    )
    if ink.head_lines:
        _head(ink, corner(number, sheet), sheet, cell)
    _axis(ink, box, cell)
    at_goal = fan is None and _at_goal(box, values, dues, sheet.font)
    ends = band.draw(ink.band, box, fan, words)
    named, written = any(words), len(ink.labels)
    if cell.method == "benchmark":
        _benchmark(ink, box, points[points["role"] == "benchmark"], cell)
    else:
        _goal(ink, box, cell, dues, named=not at_goal and not named)
    if named:
        _ends(ink, box, cell, dues, ends)
    beside = [one for one in ink.labels[written:] if one["xanchor"] == "left"]
    ink.taken += [labels.ground_of(one["text"], (one["x"], one["y"]), ink.font) for one in beside]
    crowded = bool(ends) or (cell.method != "benchmark" and any(one["x"] < box.right for one in beside))
    _series(ink, box, values, cell, at_goal=at_goal, crowded=crowded)


def _ends(ink: Ink, box: Cell, cell: Any, dues: DataFrame, ends: tuple[labels.Stop, ...]) -> None:
    """The ends of the interval and the target by name, at the right of the due date."""
    last = dues.dropna(subset=["date", "target"]).sort_values("date").tail(1)
    goal = [labels.Stop(*box.at(due.date, due.target), _aim(ink, cell)) for due in each(last)]
    texts, strokes = labels.at_due_date([end for end in ends if end.text], goal, box, ink.font, ink.colours)
    ink.labels += texts
    ink.leaders += strokes


def _aim(ink: Ink, cell: Any) -> str:
    """The target's text where it stands among the ends of an interval."""
    return say("strips.target", ink.lang, value=clean(cell.target_label))


def _end_label(ink: Ink, cell: Any, values: DataFrame, dues: DataFrame, ends: tuple[str, ...]) -> str:
    """The text that needs room at the right: the target's, the value's where it ends at the due date, an end's of
    the interval where they are named.
    """
    if cell.method == "benchmark":
        return ""
    texts = [str(cell.target_label)]
    if len(values) and len(dues) and values["date"].iloc[-1] >= dues["date"].max():
        texts.append(str(cell.value_label))
    if any(ends):
        texts += [_aim(ink, cell), *ends]
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


def _head(ink: Ink, at: Point, sheet: Sheet, cell: Any) -> None:
    """Glyph and name, and under them the words of the status and who answers."""
    x, y = at[0], at[1] + sheet.font * 0.8
    ink.titles.append(Mark(x + sheet.font * 0.5, y, cell.status))
    for number, part in enumerate(fold(clean(cell.title), _title_room(sheet))):
        ink.labels.append(label(part, (x + sheet.font * 1.2, y + sheet.font * 1.25 * number), bold=True))
    under = shorten(clean(cell.subtitle), sheet.cell_width / sheet.font - 0.8)
    low = y + sheet.font * (0.1 + 1.35 * ink.head_lines)
    ink.labels.append(label(under, (x - EDGE, low), colour=ink.colours.muted))


def _axis(ink: Ink, box: Cell, cell: Any) -> None:
    floor = box.bottom + ink.font * 0.7
    ink.axis += [(box.left, floor), (box.right, floor), None]
    low = floor + ink.font * 0.9
    grey = ink.colours.muted
    if ems(f"{cell.first_label}{cell.last_label}") * ink.font + ink.font < box.right - box.left:
        ink.labels.append(label(clean(cell.first_label), (box.left - EDGE, low), colour=grey))
    ink.labels.append(label(clean(cell.last_label), (box.right, low), anchor="right", colour=grey))


def _goal(ink: Ink, box: Cell, cell: Any, dues: DataFrame, *, named: bool) -> None:
    """Target line from the start to each due date with a tick at its end, its label where ``named``, and
    the required path.
    """
    begin = start = cell.start
    stops = dues.dropna(subset=["date", "target"]).sort_values("date")
    for due in each(stops):
        x, y = box.at(due.date, due.target)
        ink.target += [(box.x(begin), y), (x, y), None, (x, y - 5), (x, y + 5), None]
        begin, start = due.date, begin
    if named and len(stops):
        x, y = box.at(stops["date"].iloc[-1], stops["target"].iloc[-1])
        text = clean(cell.target_label)
        grey = ink.colours.muted
        ink.labels.append(labels.at_end(box, (x, y), text, ink.font, start=box.x(start), gap=8, colour=grey))
    base = None if pd.isna(cell.base) or pd.isna(cell.base_date) else (pd.Timestamp(cell.base_date), float(cell.base))
    walked = path.required(base, dues, str(cell.method))
    ink.required += [*(box.at(*stop) for stop in walked if box.holds(stop[0])), None]


def _benchmark(ink: Ink, box: Cell, points: DataFrame, cell: Any) -> None:
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


def _series(ink: Ink, box: Cell, values: DataFrame, cell: Any, *, at_goal: bool, crowded: bool) -> None:
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
    _last(ink, box, values, cell, at_goal=at_goal, crowded=crowded)


def _last(ink: Ink, box: Cell, values: DataFrame, cell: Any, *, at_goal: bool, crowded: bool) -> None:
    """The last point is the glyph of the status; its figure stands in the place of the target's label where the two
    meet, clear of a band where one opens, else on the side away from the target.
    """
    final = values.iloc[-1]
    x, y = box.at(final["date"], final["value"])
    ink.last.append(Mark(x, y, cell.status, str(final["hover"])))
    text = clean(cell.value_label)
    if at_goal:
        ink.labels.append(labels.at_end(box, (x, y), text, ink.font, start=x, gap=labels.BESIDE, bold=True))
        return
    if crowded:
        lines, ground = ink.lines(), ink.band.ground
        ink.labels.append(labels.in_the_open(box, (x, y), text, ink.font, lines, ground, colours=ink.colours))
        return
    before = box.y(values["value"].iloc[-2]) if len(values) > 1 else y
    goal = box.y(cell.target) if pd.notna(cell.target) else None
    held = cell.method != "benchmark"
    ink.labels.append(
        labels.beside(box, (x, y), text, ink.font, goal=goal, held=held, before=before, ground=ink.colours.page)
    )


def _cut(ink: Ink, before: Point, after: Point) -> None:
    """Two slanted strokes where a definition changed."""
    x, y = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
    for step in (-3, 3):
        ink.breaks += [(x + step - 2, y + SLANT), (x + step + 2, y - SLANT), None]


def _polyline(box: Cell, points: DataFrame) -> list[Point | None]:
    return [box.at(point.date, point.value) for point in each(points.dropna(subset=["value"]))]
