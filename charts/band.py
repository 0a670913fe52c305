"""The forecast in a small multiple: a fan from the last figure to the due date, drawn before all else.

Frame (several rows a cell, the first one the last figure itself with low = high = expected):
fans: key, date, expected, low, high, and in the last row low_label, high_label (both may be missing)
The interval is the one of METHODS 8: eight chances in ten.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandas import DataFrame

from charts.cell import Cell
from charts.each import each
from charts.labels import Stop, Stroke
from charts.names import clean
from charts.theme import Piece, Point, line, shade
from config.text import say
from config.tokens import Palette, tokens

WIDEST = 3.0  # times the range of figures and targets; a wider band is cut
MEDIAN_DASH = "2px,4px"  # dots: the required path is made of dashes
MEDIAN_WIDTH = 2.0
FILL, EDGE = 0.17, 0.5  # shares of the series' colour
TICK = 5.0  # px
STEP = 8.0  # px between the strokes that stand for a fill
FAR = 1e9  # px; stands for a bound without end

Heights = npt.NDArray[np.float64]


@dataclass
class Band:
    """The bands of all cells; None lifts the pen between them. ``ground`` is what texts keep clear of: upright
    strokes that stand for the fill.
    """

    fill: list[Point | None] = field(default_factory=list)
    edge: list[Point | None] = field(default_factory=list)
    median: list[Point | None] = field(default_factory=list)
    bracket: list[Point | None] = field(default_factory=list)
    ground: list[Stroke] = field(default_factory=list)


def fans_of(fans: DataFrame | None) -> dict[object, DataFrame]:
    """The fan of each cell in order of time; those with a figure missing are left out."""
    if fans is None:
        return {}
    found = {key: fan.sort_values("date", kind="stable") for key, fan in fans.groupby("key", sort=False)}
    whole = ["date", "expected", "low", "high"]
    return {key: fan for key, fan in found.items() if len(fan) > 1 and fan[whole].notna().to_numpy().all()}


def reach(values: list[float], fan: DataFrame | None) -> list[float]:
    """What the scale of a cell holds of its band: all of it, or, where it is so wide that it would flatten the line,
    as much on either side as figures and targets take.
    """
    if fan is None:
        return []
    low, high = float(fan["low"].min()), float(fan["high"].max())
    span = max(values) - min(values) if values else 0.0
    if span == 0 or high - low <= WIDEST * span:
        return [low, high]
    return [max(low, min(values) - span), min(high, max(values) + span)]


def days(fan: DataFrame | None) -> list[pd.Timestamp]:
    """The dates that a fan takes on the axis."""
    return [] if fan is None else [pd.Timestamp(day) for day in fan["date"].iloc[[0, -1]]]


def draw(band: Band, box: Cell, fan: DataFrame | None, named: tuple[str, str]) -> tuple[Stop, ...]:
    """Add the band of one cell: tinted ground, its edges, the dotted median and a bracket at the due date.

    A band beyond the cell ends at its border without an edge, and the bracket in an arrow. Returns the upper and
    the lower end of the interval, nothing without a fan.
    """
    if fan is None:
        return ()
    xs, high, middle, low = _curves(box, fan)
    upper, lower = np.maximum(high, box.top), np.minimum(low, box.bottom)
    band.fill += [*_points(xs, upper), *_points(xs[::-1], lower[::-1]), None]
    across = np.arange(xs[0], xs[-1], STEP)
    heights = (np.interp(across, xs, curve) for curve in (upper, lower))
    band.ground += list(zip(*(_points(across, ys) for ys in heights), strict=True))
    for curve in (high, low):
        band.edge += [*_inside(box, xs, curve), None]
    band.median += [*_inside(box, xs, middle), None]
    band.bracket += _bracket(
        float(xs[-1]),
        (float(upper[-1]), bool(high[-1] < box.top - 1)),
        (float(lower[-1]), bool(low[-1] > box.bottom + 1)),
    )
    return tuple(Stop(float(xs[-1]), float(ys[-1]), text) for ys, text in zip((upper, lower), named, strict=True))


def texts(fan: DataFrame | None) -> tuple[str, str]:
    """The figures of the upper and the lower end of an interval; empty where the frame does not say."""
    if fan is None:
        return "", ""
    high, low = (clean(fan[name].iloc[-1]) if name in fan else "" for name in ("high_label", "low_label"))
    return high, low


def words(fan: DataFrame | None, lang: str) -> tuple[str, str]:
    """What stands in the figure beside the upper and the lower end."""
    high, low = (
        say(f"chart.interval.{end}", lang, figure=text) if text else ""
        for end, text in zip(("high", "low"), texts(fan), strict=True)
    )
    return high, low


def _curves(box: Cell, fan: DataFrame) -> list[Heights]:
    """Places of the dates and heights of high, expected and low, with the places where one leaves the cell added."""
    xs = np.array([box.x(pd.Timestamp(row.date)) for row in each(fan)])
    curves = [
        np.nan_to_num([box.y(float(value)) for value in fan[name]], posinf=FAR, neginf=-FAR)
        for name in ("high", "expected", "low")
    ]
    places = [xs, *(_crossings(xs, curve, border) for curve in curves for border in (box.top, box.bottom))]
    walked = np.unique(np.concatenate(places))
    return [walked, *(np.interp(walked, xs, curve) for curve in curves)]


def _crossings(xs: Heights, curve: Heights, border: float) -> Heights:
    """Where a curve passes a height."""
    off = curve - border
    steps = np.flatnonzero(off[:-1] * off[1:] < 0)
    made: Heights = xs[steps] + (xs[steps + 1] - xs[steps]) * off[steps] / (off[steps] - off[steps + 1])
    return made


def _points(xs: Heights, ys: Heights) -> list[Point]:
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


def _inside(box: Cell, xs: Heights, ys: Heights) -> list[Point | None]:
    """A curve as far as it lies in the cell."""
    return [point if box.top - 1 <= point[1] <= box.bottom + 1 else None for point in _points(xs, ys)]


def _bracket(x: float, upper: tuple[float, bool], lower: tuple[float, bool]) -> list[Point | None]:
    """A stem at the due date: a tick where the interval ends, an arrow where it is cut. ``upper`` and ``lower`` are
    height and whether cut there.
    """
    drawn: list[Point | None] = [(x, upper[0]), (x, lower[0]), None]
    for (y, cut), inwards in ((upper, TICK), (lower, -TICK)):
        depth = inwards if cut else 0.0
        drawn += [(x - TICK, y + depth), (x, y), (x + TICK, y + depth), None]
    return drawn


def traces(band: Band, colours: Palette) -> tuple[list[Piece], list[Piece]]:
    """What lies under the lines of the cells, and the median and bracket, which lie over them but under the points."""
    rules, edge = tokens().chart, shade(colours.series, EDGE)
    ground = line("band", band.fill, colour="rgba(0,0,0,0)", width=0)
    ground |= {"fill": "toself", "fillcolor": shade(colours.series, FILL)}
    under = [ground, line("band.edge", band.edge, colour=edge, width=1)]
    over = [
        line("expected", band.median, colour=colours.series, width=MEDIAN_WIDTH, dash=MEDIAN_DASH),
        line("interval", band.bracket, colour=colours.series, width=rules.thin),
    ]
    return under, over
