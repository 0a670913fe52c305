"""Reliability diagram: what was said before against what came.

Frame (``Backtest.bins``, one row a range of stated probabilities): said, came, came_low, came_high, outcomes
(mean stated probability, share that met the target, its 90 % interval, number of outcomes)
"""

from typing import NamedTuple

import plotly.graph_objects as go
from pandas import DataFrame

from charts.each import each
from charts.labels import Space, ground_of, mark, strokes
from charts.names import ems
from charts.theme import EDGE, Piece, Point, canvas, figure, label, line, palette
from config.text import say
from config.tokens import Palette, Theme, tokens

STOPS = (0.0, 0.25, 0.5, 0.75, 1.0)
LARGEST, SMALLEST = 26.0, 7.0  # px across; the area of a point grows with its outcomes
AIR = 4.0
SHARES = {"said": "said", "came": "came", "low": "came_low", "high": "came_high"}


class _Plot(NamedTuple):
    """The square of the shares, in px."""

    left: float
    top: float
    right: float
    bottom: float

    def at(self, said: float, came: float) -> Point:
        return (
            self.left + (self.right - self.left) * said,
            self.bottom - (self.bottom - self.top) * came,
        )


def reliability(
    bins: DataFrame, *, size: tuple[float, float, int], lang: str = "zh", theme: Theme = "light"
) -> go.Figure:
    """The figure: a diagonal on which said and came agree, and a point a range with its interval and its number of
    outcomes. ``size`` is width, height and type in px. Ranges without outcomes are left out; without any the figure
    says so.
    """
    width, height, font = size
    colours = palette(theme)
    known = bins.dropna(subset=["said", "came"])
    known = known[known["outcomes"] > 0]
    if known.empty:
        words = say("chart.reliability.empty", lang)
        said = [label(words, (0, font), colour=colours.muted)]
        return figure([], canvas(width, height, font, colours) | {"annotations": said}, words)
    heads = [say(f"chart.reliability.{end}", lang) for end in ("came", "line")]
    lines = 1 if ems("".join(heads)) + 1 <= width / font else 2
    plot = _Plot(font * 3.0, font * (0.9 + 1.4 * lines), width - font * 1.4, height - font * 3.1)
    right, grey = plot.right, colours.muted
    labels = [
        label(heads[0], (-EDGE, font * 0.8), colour=grey),
        label(heads[1], (right, font * (1.4 * lines - 0.6)), anchor="right", colour=grey),
        label(say("chart.reliability.said", lang), (right, height - font * 0.8), anchor="right", colour=grey),
        *_stops(plot, font, colours),
        *_counts(plot, known, font, lang),
    ]
    layout = canvas(width, height, font, colours) | {"annotations": labels}
    return figure(_traces(plot, known, colours), layout, _alt(known, lang))


def _stops(plot: _Plot, font: int, colours: Palette) -> list[Piece]:
    """The shares along both axes."""
    made = []
    for stop in STOPS:
        x, y = plot.at(stop, stop)
        made += [
            label(_percent(stop), (plot.left - font * 0.5, y), anchor="right", colour=colours.muted),
            label(_percent(stop), (x, plot.bottom + font * 0.9), anchor="center", colour=colours.muted),
        ]
    return made


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def _across(outcomes: DataFrame) -> list[float]:
    """How wide the points are, in px."""
    most = float(outcomes["outcomes"].max())
    return [max(LARGEST * float(row.outcomes / most) ** 0.5, SMALLEST) for row in each(outcomes)]


def _counts(plot: _Plot, bins: DataFrame, font: int, lang: str) -> list[Piece]:
    """The number of outcomes beside each point, where it covers the least of diagonal, intervals, points and the
    numbers before it.
    """
    taken = strokes([plot.at(0, 0), plot.at(1, 1), None, *_intervals(plot, bins)])
    widths = _across(bins)
    for row, across in zip(each(bins), widths, strict=True):
        taken += mark(plot.at(row.said, row.came), across)
    made = []
    for row, across in zip(each(bins), widths, strict=True):
        text = say("chart.reliability.outcomes", lang, n=int(row.outcomes))
        places = _around(plot, plot.at(row.said, row.came), across, text, font)
        space = min(places, key=lambda place: place.covered(taken))
        taken += space.strokes()
        made.append(label(text, space.middle))
    return made


def _around(plot: _Plot, at: Point, across: float, text: str, font: int) -> list[Space]:
    """The places beside a point: right and left of it, over and under it."""
    (x, y), wide, off = at, ems(text) * font, across / 2 + AIR
    places = [(left, y + step * font) for step in (0.0, 0.6, -0.6) for left in (x + off, x - off - wide)]
    places += [(max(x - wide / 2, plot.left + AIR), y + side * (off + font / 2)) for side in (-1, 1)]
    found = [ground_of(text, place, font) for place in places]
    inside = [one for one in found if one.left >= plot.left and one.right <= plot.right + font]
    return [one for one in inside if plot.top - font < one.top and one.bottom <= plot.bottom] or inside or found


def _intervals(plot: _Plot, bins: DataFrame) -> list[Point | None]:
    """The intervals as thin upright lines."""
    return [
        point
        for row in each(bins)
        for point in (plot.at(row.said, row.came_low), plot.at(row.said, row.came_high), None)
    ]


def _traces(plot: _Plot, bins: DataFrame, colours: Palette) -> list[Piece]:
    rules = tokens().chart
    grid = [point for stop in STOPS[1:-1] for point in (plot.at(0, stop), plot.at(1, stop), None)]
    return [
        line("grid", grid, colour=colours.grid, width=1),
        line("axis", [plot.at(0, 1), plot.at(0, 0), plot.at(1, 0)], colour=colours.axis, width=1),
        line("diagonal", [plot.at(0, 0), plot.at(1, 1)], colour=colours.target, width=rules.thin),
        line("interval", _intervals(plot, bins), colour=colours.series, width=rules.thin),
        _points(plot, bins, colours),
    ]


def _points(plot: _Plot, bins: DataFrame, colours: Palette) -> Piece:
    places = [plot.at(row.said, row.came) for row in each(bins)]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "came",
        "x": [place[0] for place in places],
        "y": [place[1] for place in places],
        "hoverinfo": "skip",
        "marker": {
            "symbol": "circle",
            "size": _across(bins),
            "color": colours.series,
            "opacity": 1,
            "line": {"color": colours.page, "width": 1},
        },
        "cliponaxis": False,
    }


def _alt(bins: DataFrame, lang: str) -> str:
    """Every range in one clause, with the figures that are drawn."""
    clauses = [
        say(
            "chart.alt.reliability.bin",
            lang,
            outcomes=int(row.outcomes),
            **{name: _percent(getattr(row, column)) for name, column in SHARES.items()},
        )
        for row in each(bins)
    ]
    total = int(bins["outcomes"].sum())
    return say("chart.alt.reliability", lang, n=total, groups=len(bins), bins=say("list.long", lang).join(clauses))
