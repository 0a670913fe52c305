"""One series through time, drawn large: figures, targets at their due dates, required path, forecast, lines beside it.

Frames (made by ui.indicator.line, names cleaned here), every one in order of time:
points: date, value, provisional, series_break, hover
goals: date, start, value, label, required — every dated figure of the targets; ``required`` for those on the path
beside: line, date, value, label — benchmark or whole, ``label`` the same in every row of a line
fan: the forecast, see charts.band; empty without one
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts import band, labels, path, scale
from charts.cell import Cell, Sheet
from charts.each import each
from charts.ink import Ink, traces
from charts.marks import Mark
from charts.names import NARROW_EM, clean, ems
from charts.theme import Piece, Point, canvas, figure, label, line, palette
from config.text import say
from config.tokens import Theme, tokens

SLANT = 6
RING = 12  # px
SIGNS = "≥≤"
ALONG = (0.5, 0.3, 0.7)  # shares of the required path where its name may stand
SHUN = 4  # times as bad to cover a status as to cover a line
BOLD = 0.08  # how much wider a strong text is
CLOSE = 0.06  # of the width: how far before the last day a target still is named at the right
DOTS_APART = 9  # px; denser figures are drawn as a line alone
MARGIN = 18  # px between the last day and the texts at the right


@dataclass(frozen=True)
class Course:
    """What is drawn. ``status`` is empty where no target judges the last figure; ``base`` and ``method`` are those of
    the required path, ``tick`` writes a value of the axis, ``alt`` is the figure in words. ``need`` is where the path
    stands on the day of the last figure; it, the base and the last break are named where they have a text. ``remark``
    stands in the corner where the axis does not begin at zero. ``judged`` is the day of the figure the status is of,
    None for the last one; ``also`` are other figures that are named.
    """

    points: DataFrame
    goals: DataFrame
    beside: DataFrame
    fan: DataFrame
    status: str
    value_label: str
    base: path.Dated | None
    method: str
    as_of: pd.Timestamp
    tick: Callable[[float], str]
    alt: str
    need: path.Dated | None = None
    need_label: str = ""
    base_label: str = ""
    break_label: str = ""
    remark: str = ""
    judged: pd.Timestamp | None = None
    also: tuple[tuple[pd.Timestamp, float, str], ...] = ()


def course(told: Course, *, sheet: Sheet, lang: str = "zh", theme: Theme = "light") -> go.Figure:
    """The figure; ``sheet`` has one cell. A target without figures is drawn all the same."""
    ink = Ink(palette(theme), sheet.font, 0, lang)
    fan = told.fan if len(told.fan) > 1 else None
    words = band.words(fan, lang)
    box, ticks = _box(told, sheet, fan, words)
    behind = _axes(ink, box, told, ticks)
    ends = band.draw(ink.band, box, fan, words)
    _goals(ink, box, told)
    _margin(ink, box, told, ends)
    beside = _beside(box, told)
    behind.append(line("beside", beside, colour=ink.colours.compare, width=tokens().chart.thin))
    lack = _lack(box, told)
    behind.append(line("lack", lack, colour=ink.colours.target, width=tokens().chart.thin))
    dots = _series(ink, box, told) + _ring(box, told, ink)
    _named(ink, box, told, labels.strokes(beside) + labels.strokes(lack))
    layout = canvas(sheet.width, sheet.height, sheet.font, ink.colours) | {"annotations": ink.labels}
    drawn = [trace for trace in behind if trace["x"]]
    return figure([*drawn, *dots, *traces(ink)], layout, told.alt)


def _box(told: Course, sheet: Sheet, fan: DataFrame | None, words: tuple[str, str]) -> tuple[Cell, list[float]]:
    """The box of the lines, with room for the values at the left and the names at the right; the ticks."""
    known = [float(value) for frame in (told.points, told.goals, told.beside) for value in frame["value"].dropna()]
    known += [marked[1] for marked in (told.base, told.need) if marked]
    spread = known + band.reach(known, fan)
    low, high = (min(spread), max(spread)) if spread else (0.0, 1.0)
    ticks = scale.ticks(low, high)
    air = (high - low) * 0.06 or max(abs(high) * 0.1, 0.5)
    days = [*told.points["date"], *told.goals["date"], *told.goals["start"], *told.beside["date"], *band.days(fan)]
    days = [pd.Timestamp(day) for day in [*days, told.as_of] if not pd.isna(day)]
    font = sheet.font
    names = [str(text) for text in [*told.goals["label"], *words]]
    right = max((_wide(name) for name in names), default=0.0) * font + MARGIN if any(names) else font * 1.5
    if len(told.points) and told.points["date"].iloc[-1] >= max(days):  # its figure stands at the border
        right = max(right, ems(told.value_label) * font * (1 + BOLD) + MARGIN)
    left = max(ems(told.tick(value)) for value in ticks) * font + font * 0.9
    box = Cell(
        left=left,
        top=font * (2.5 if len(told.beside) else 2.0),
        right=sheet.width - max(right, font * 1.5),
        edge=sheet.width - 2,
        bottom=sheet.height - font * 2.4,
        first=min(days),
        last=max(days),
        low=low - air * 1.6,
        high=high + air,
    )
    return box, ticks


def _wide(name: str) -> float:
    """Width of a name in em; the signs of a target are as wide as a Chinese one in the board's type."""
    return ems(name) + (1 - NARROW_EM) * sum(sign in SIGNS for sign in name)


def _axes(ink: Ink, box: Cell, told: Course, ticks: list[float]) -> list[Piece]:
    """Values at the left with their lines, year ends below, the as-of date."""
    grid: list[Point | None] = []
    for value in ticks:
        y = box.y(value)
        grid += [(box.left, y), (box.right, y), None]
        ink.labels.append(label(clean(told.tick(value)), (box.left - 8, y), anchor="right", colour=ink.colours.muted))
    floor = box.bottom + ink.font * 0.4
    feet: list[Point | None] = [(box.left, floor), (box.right, floor), None]
    for day, text in scale.years(box.first, box.last, (box.right - box.left) / ink.font, ink.lang):
        x = box.x(day)
        feet += [(x, floor), (x, floor + 5), None]
        half = ems(text) * ink.font / 2
        at = min(max(x, half), box.edge - half)
        ink.labels.append(label(text, (at, floor + ink.font * 1.1), anchor="center", colour=ink.colours.muted))
    x = box.x(told.as_of)
    text = say("chart.course.as_of", ink.lang, day=f"{told.as_of:%Y-%m-%d}")
    half = ems(text) * ink.font / 2
    at = min(max(x, box.left + half), box.edge - half)
    ink.labels.append(label(text, (at, ink.font * 0.8), anchor="center", colour=ink.colours.muted))
    ink.taken.append(labels.ground_of(text, (at - half, ink.font * 0.8), ink.font))
    if told.remark and box.low > 0:
        free = ems(told.remark) * ink.font + ink.font < at - half
        corner, anchor = (0, "left") if free else (box.edge, "right")
        ink.labels.append(label(told.remark, (corner, ink.font * 0.8), anchor=anchor, colour=ink.colours.muted))
    colours = ink.colours
    return [
        line("grid", grid, colour=colours.grid, width=1),
        line("feet", feet, colour=colours.axis, width=1),
        line("as_of", [(x, ink.font * 1.6), (x, floor)], colour=colours.axis, width=1, dash="2px,3px"),
    ]


def _goals(ink: Ink, box: Cell, told: Course) -> None:
    """Target lines from start to due date with a tick at the end, and the required path."""
    for goal in each(told.goals):
        x, y = box.at(goal.date, goal.value)
        ink.target += [(box.x(goal.start), y), (x, y), None, (x, y - 6), (x, y + 6), None]
    dues = told.goals.rename(columns={"value": "target"})
    walked = path.required(told.base, dues[dues["required"].astype(bool)], told.method) if len(dues) else []
    ink.required += [*(box.at(*stop) for stop in walked if box.holds(stop[0])), None]


def _margin(ink: Ink, box: Cell, told: Course, ends: tuple[labels.Stop, ...]) -> None:
    """Names at the right: the ends of the interval and the targets due last; earlier ones are named over their line."""
    late, close = [], (box.right - box.left) * CLOSE
    for goal in each(told.goals):
        x, y = box.at(goal.date, goal.value)
        if box.right - x <= close:
            late.append(labels.Stop(x, y, clean(goal.label)))
        else:
            text = label(clean(goal.label), (x - 4, y - ink.font * labels.PEN), anchor="right", colour=ink.colours.ink)
            ink.labels.append(text)
            wide = ems(text["text"]) * ink.font
            ink.taken.append(labels.ground_of(text["text"], (x - 4 - wide, text["y"]), ink.font))
    stops = [end for end in ends if end.text]
    if not late and not stops:
        return
    texts, strokes = labels.at_due_date([*stops, *late[1:]], late[:1], box, ink.font, ink.colours)
    ink.labels += texts
    ink.leaders += strokes
    ink.taken += [labels.ground_of(one["text"], (one["x"], one["y"]), ink.font) for one in texts]


def _lack(box: Cell, told: Course) -> list[Point | None]:
    """The stroke from the last figure to where the path stands on its day."""
    if told.need is None or told.points.empty:
        return []
    return [box.at(told.points["date"].iloc[-1], told.points["value"].iloc[-1]), box.at(*told.need)]


def _ring(box: Cell, told: Course, ink: Ink) -> list[Piece]:
    """An open circle where the path stands on the day of the last figure."""
    if told.need is None or told.points.empty:
        return []
    look = {"symbol": "circle", "size": RING, "color": ink.colours.page}
    look["line"] = {"width": tokens().chart.line, "color": ink.colours.target}
    ring = line("need", [box.at(*told.need)], colour=ink.colours.target, width=0)
    return [ring | {"mode": "markers", "marker": look}]


def _beside(box: Cell, told: Course) -> list[Point | None]:
    """Lines to compare with."""
    drawn: list[Point | None] = []
    for _, points in told.beside.groupby("line", sort=False):
        drawn += [*(box.at(point.date, point.value) for point in each(points)), None]
    return drawn


def _series(ink: Ink, box: Cell, told: Course) -> list[Piece]:
    """The series with its breaks; what came before the last break is grey. Returns the dots of the figures."""
    points = told.points
    if points.empty:
        return []
    runs = points["series_break"].fillna(False).astype(bool).cumsum()
    for run, part in points.groupby(runs):
        drawn = ink.series if run == runs.iloc[-1] else ink.earlier
        drawn += [*(box.at(point.date, point.value) for point in each(part)), None]
    places = [box.at(point.date, point.value) for point in each(points)]
    for (before, after), (was, now) in zip(pairwise(places), pairwise(runs), strict=True):
        if was != now:
            _cut(ink, before, after)
    solid: list[tuple[Point, str]] = []
    for number, (point, at, run) in enumerate(zip(each(points), places, runs, strict=True)):
        mark = Mark(*at, "", str(point.hover))
        judged = point.date == told.judged if told.judged else number == len(points) - 1
        if judged and told.status:
            ink.last.append(mark._replace(status=told.status))
        elif point.provisional:
            ink.provisional.append(mark)
        else:
            ink.seen.append(mark)
            solid.append((at, ink.colours.series if run == runs.iloc[-1] else ink.colours.compare))
    if not solid or (box.right - box.left) / len(points) < DOTS_APART:
        return []
    dots = line("dots", [at for at, _ in solid], colour=ink.colours.series, width=0)
    marker = {"size": tokens().chart.point + 1, "color": [colour for _, colour in solid]}
    return [dots | {"mode": "markers", "marker": marker}]


def _named(ink: Ink, box: Cell, told: Course, beside: list[labels.Stroke]) -> None:
    """The last figure, the lines beside it and the required path by name, each where it covers the least."""
    if told.need:
        beside = beside + labels.mark(box.at(*told.need), ink.font) * SHUN
    for date, value, text in told.also:
        _write(ink, box, box.at(date, value), clean(text), beside, strong=True)
    if len(told.points):
        final = told.points.iloc[-1]
        at = box.at(final["date"], final["value"])
        _write(ink, box, at, clean(told.value_label), beside, strong=True)
    beside = beside + [stroke for glyph in ink.last for stroke in labels.mark((glyph.x, glyph.y), ink.font) * SHUN]
    if told.need and told.need_label:
        _write(ink, box, box.at(*told.need), clean(told.need_label), beside)
    for _, points in told.beside.groupby("line", sort=False):
        end = points.iloc[-1]
        _write(ink, box, box.at(end["date"], end["value"]), clean(end["label"]), beside)
    walked = [point for point in ink.required if point]
    if len(walked) > 1:
        (x, y), (to_x, to_y) = walked[-2:] if len(walked) == 2 else (walked[len(walked) // 2 - 1], walked[-1])
        middle, *also = ((x + (to_x - x) * share, y + (to_y - y) * share) for share in ALONG)
        _write(ink, box, middle, say("legend.required", ink.lang), beside, also=also)
    if told.base and told.base_label:
        _write(ink, box, box.at(*told.base), clean(told.base_label), beside)
    cuts = [point for point in ink.breaks if point]
    if cuts and told.break_label:
        (x, y), (to_x, to_y) = cuts[-4], cuts[-1]
        _write(ink, box, ((x + to_x) / 2, (y + to_y) / 2), clean(told.break_label), beside, steps=labels.FAR)


def _write(
    ink: Ink,
    box: Cell,
    at: Point,
    text: str,
    beside: list[labels.Stroke],
    *,
    strong: bool = False,
    steps: tuple[float, ...] = labels.STEPS,
    also: Sequence[Point] = (),
) -> None:
    lines = [*ink.lines(), *beside]
    box = replace(box, edge=box.edge - ems(text) * ink.font * BOLD) if strong else box
    piece = labels.in_the_open(
        box, at, text, ink.font, lines, ink.band.ground, colours=ink.colours, steps=steps, also=also
    )
    ink.taken.append(labels.ground_of(text, (piece["x"], piece["y"]), ink.font))
    ink.labels.append(piece if strong else piece | {"text": text, "font": {"color": ink.colours.muted}})


def _cut(ink: Ink, before: Point, after: Point) -> None:
    """Two slanted strokes where a definition changed."""
    x, y = (before[0] + after[0]) / 2, (before[1] + after[1]) / 2
    for step in (-4, 4):
        ink.breaks += [(x + step - 3, y + SLANT), (x + step + 3, y - SLANT), None]
