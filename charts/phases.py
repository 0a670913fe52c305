"""The time line of a plan: its phases as bars, the as-of date as a line through them, how many targets fall due when.

Frames (one row a phase; one row a due date):
phases: name, start, end (Timestamps; a phase ends with its last day)
dues: due, targets (Timestamp, number of targets with a figure for that day)
"""

from datetime import date
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts.each import each
from charts.names import clean, ems
from charts.theme import Piece, Point, canvas, figure, label, line, palette, shade
from config.text import say
from config.tokens import Palette, Theme, tokens

BAR = 1.9  # em high
AIR = 0.5  # em inside a bar beside its words
GAP = 4.0  # px between the lanes of phases that overlap
DAY = pd.Timedelta(days=1)


class Lane(NamedTuple):
    """A phase in its lane: number from 1, first and last px, px of its upper edge, name, and where the as-of date lies
    (past, now, ahead).
    """

    number: int
    left: float
    right: float
    top: float
    name: str
    stands: str


class _Axis(NamedTuple):
    """Days on the canvas."""

    first: pd.Timestamp
    last: pd.Timestamp
    left: float
    right: float

    def at(self, day: pd.Timestamp) -> float:
        share = (day - self.first) / max(self.last - self.first, DAY)
        return float(self.left + (self.right - self.left) * share)

    def holds(self, day: pd.Timestamp) -> bool:
        return bool(self.first <= day <= self.last)


def timeline(
    phases: DataFrame,
    dues: DataFrame,
    *,
    term: tuple[date, date],
    as_of: date,
    size: tuple[float, int],
    lang: str = "zh",
    theme: Theme = "light",
) -> go.Figure:
    """The figure. ``term`` is the plan's first and last day, ``size`` width and type in px. A bar too short for its
    name shows its number only; an as-of date outside the term is said at the end it lies beyond.
    """
    width, font = size
    colours = palette(theme)
    heads = [say("chart.phases.due", lang), say("chart.phases.year", lang)]
    left = max(ems(head) for head in heads) * font + font
    ends = [*phases["start"], *(phases["end"] + DAY), *map(pd.Timestamp, term), *dues["due"]]
    axis = _Axis(min(ends), max(ends), left, width - font * 1.6)
    lanes = arranged(phases, axis, font, pd.Timestamp(as_of))
    floor = max((lane.top for lane in lanes), default=font * 2.0) + font * BAR
    rows = [floor + font * 1.3, floor + font * 2.9]
    labels = [
        *_names(lanes, font),
        *(label(head, (0, y), colour=colours.muted) for head, y in zip(heads, rows, strict=True)),
        *_counts(axis, dues, rows[0], font),
        *_years(axis, rows[1], font, colours),
        _as_of(axis, pd.Timestamp(as_of), font, lang),
    ]
    layout = canvas(width, rows[1] + font, font, colours) | {
        "annotations": labels,
        "shapes": _bars(lanes, font, colours),
    }
    return figure(_lines(axis, dues, as_of, floor, rows, font, colours), layout, _alt(phases, dues, as_of, lang))


def arranged(phases: DataFrame, axis: _Axis, font: int, as_of: pd.Timestamp) -> list[Lane]:
    """The phases as they begin, each in the first lane in which none before it lies over it."""
    ends: list[pd.Timestamp] = []
    made = []
    for number, phase in enumerate(each(phases.sort_values("start", kind="stable")), start=1):
        place = next((place for place, end in enumerate(ends) if phase.start > end), len(ends))
        ends[place : place + 1] = [phase.end]
        stands = "past" if phase.end < as_of else "ahead" if phase.start > as_of else "now"
        top = font * 1.9 + place * (font * BAR + GAP)
        span = axis.at(phase.start), axis.at(phase.end + DAY)
        made.append(Lane(number, *span, top, clean(phase.name), stands))
    return made


def _bars(lanes: list[Lane], font: int, colours: Palette) -> list[Piece]:
    """What is over is shaded, what runs is darker and framed, what is ahead is an outline."""
    grounds = {"past": shade(colours.compare, 0.22), "now": shade(colours.series, 0.22), "ahead": colours.page}
    return [
        {
            "type": "rect",
            "x0": lane.left + 1,
            "x1": max(lane.right - 1, lane.left + 2),
            "y0": lane.top,
            "y1": lane.top + font * BAR,
            "fillcolor": grounds[lane.stands],
            "line": {
                "width": 2 if lane.stands == "now" else 1,
                "color": colours.ink if lane.stands == "now" else colours.axis,
            },
            "layer": "below",
        }
        for lane in lanes
    ]


def _names(lanes: list[Lane], font: int) -> list[Piece]:
    """Number and name at the start of each bar, the number alone in a short one."""
    made = []
    for lane in lanes:
        room, number = (lane.right - lane.left) / font, str(lane.number)
        full = f"{number}\u2002{lane.name}"
        text = full if ems(full) + 2 * AIR <= room else number
        if ems(text) <= room:
            start = lane.left + font * min(AIR, (room - ems(text)) / 2)
            made.append(label(text, (start, lane.top + font * BAR / 2), bold=lane.stands == "now"))
    return made


def _counts(axis: _Axis, dues: DataFrame, y: float, font: int) -> list[Piece]:
    """How many targets fall due on each day; where two would meet the smaller is left to the list."""
    placed: list[tuple[float, float]] = []
    made = []
    for row in each(dues.sort_values("targets", ascending=False, kind="stable")):
        text, x = str(int(row.targets)), axis.at(row.due)
        half = (ems(text) + 0.3) * font / 2
        if any(abs(x - other) < half + reach for other, reach in placed):
            continue
        placed.append((x, half))
        made.append(label(text, (x, y), anchor="center", bold=True))
    return made


def _years(axis: _Axis, y: float, font: int, colours: Palette) -> list[Piece]:
    """The years at their first days, as many as there is room for."""
    known = _starts(axis)
    step = next((step for step in (1, 2, 5, 10) if _room(axis, known, step) >= font * 3.2), 20)
    shown = [day for day in known if (day.year - known[0].year) % step == 0]
    return [label(str(day.year), (axis.at(day), y), anchor="center", colour=colours.muted) for day in shown]


def _starts(axis: _Axis) -> list[pd.Timestamp]:
    years = range(axis.first.year, axis.last.year + 1)
    return [day for year in years if axis.first <= (day := pd.Timestamp(year, 1, 1)) < axis.last]


def _room(axis: _Axis, known: list[pd.Timestamp], step: int) -> float:
    return step * (axis.at(known[1]) - axis.at(known[0])) if len(known) > 1 else axis.right


def _as_of(axis: _Axis, day: pd.Timestamp, font: int, lang: str) -> Piece:
    """The as-of date over its line; at the end where it lies outside the term."""
    side = "" if axis.holds(day) else ".before" if day < axis.first else ".after"
    text = say(f"chart.phases.as_of{side}", lang, day=day.date().isoformat())
    wide = ems(text) * font
    x = axis.at(min(max(day, axis.first), axis.last))
    middle = min(max(x, wide / 2), axis.right + font * 1.6 - wide / 2)
    return label(text, (middle, font * 0.8), anchor="center", bold=True)


def _lines(
    axis: _Axis, dues: DataFrame, as_of: date, floor: float, rows: list[float], font: int, colours: Palette
) -> list[Piece]:
    rules = tokens().chart
    base = rows[1] - font * 0.8
    ticks: list[Point | None] = [(axis.left, base), (axis.right, base), None]
    for day in _starts(axis):
        ticks += [(axis.at(day), base), (axis.at(day), base + 5), None]
    falls: list[Point | None] = []
    for row in each(dues):
        falls += [(axis.at(row.due), floor + 2), (axis.at(row.due), rows[0] - font * 0.65), None]
    drawn = [
        line("axis", ticks, colour=colours.axis, width=1),
        line("due", falls, colour=colours.target, width=rules.thin),
    ]
    day = pd.Timestamp(as_of)
    if axis.holds(day):
        points: list[Point | None] = [(axis.at(day), font * 1.5), (axis.at(day), floor + 2)]
        drawn.append(line("as_of", points, colour=colours.series, width=rules.line))
    return [trace for trace in drawn if trace["x"]]


def _alt(phases: DataFrame, dues: DataFrame, as_of: date, lang: str) -> str:
    """Every phase with its dates, every due date with its targets, and the as-of date."""
    spans = [
        say("chart.alt.phases.phase", lang, name=clean(row.name), start=row.start.date(), end=row.end.date())
        for row in each(phases)
    ]
    counted = [say("chart.alt.phases.due", lang, day=row.due.date(), n=int(row.targets)) for row in each(dues)]
    between = say("list.long", lang)
    named = {"phases": between.join(spans), "dues": between.join(counted), "as_of": as_of.isoformat()}
    return say("chart.alt.phases", lang, n=len(phases), **named)
