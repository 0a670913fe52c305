"""The past of a series and a new figure beside it, to see whether it is like what came before."""

import pandas as pd
import plotly.graph_objects as go

from charts.names import clean, ems
from charts.theme import canvas, figure, label, line, palette
from config.tokens import Theme, tokens

POINT = 11


def line_of(
    series: pd.DataFrame,
    new: tuple[pd.Timestamp, float],
    *,
    labels: tuple[str, str],
    ends: tuple[str, str],
    size: tuple[float, float, int],
    title: str,
    theme: Theme = "light",
) -> go.Figure:
    """The measured figures (``period_end, value``) as a line and the new one as an open square at its right.

    ``labels`` are the last and the new figure in words, ``ends`` the first period and the new one; ``size`` is width,
    height and type in px. The axis does not start at zero: the question is how far the new figure lies off.
    """
    width, height, font = size
    colours, rules = palette(theme), tokens().chart
    days, values = [*series["period_end"], new[0]], [*series["value"].astype(float), new[1]]
    low, high = min(values), max(values)
    air = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    room = max(ems(labels[1]), ems(ends[1]) / 2) * font + 22
    left, right, top, floor = 8.0, width - room, font * 1.7, height - font * 2.0
    span = max((days[-1] - days[0]).days, 1)

    def at(day: pd.Timestamp, value: float) -> tuple[float, float]:
        share = (value - low + air) / (high - low + 2 * air)
        return left + (right - left) * (day - days[0]).days / span, floor - (floor - top) * share

    points = [at(day, value) for day, value in zip(days, values, strict=True)]
    last, fresh = points[-2], points[-1]
    over = -font * 0.95 if last[1] <= fresh[1] else font * 0.95
    under = floor + font * 0.9
    said = [
        label(clean(labels[1]), (fresh[0] + 12, fresh[1]), bold=True),
        label(clean(labels[0]), (last[0], last[1] + over), anchor="right", colour=colours.muted),
        label(clean(ends[0]), (left, under), colour=colours.muted),
        label(clean(ends[1]), (right, under), anchor="center", colour=colours.muted),
    ]
    traces = [
        line("axis", [(left, floor + 3), (right, floor + 3)], colour=colours.grid, width=1.5),
        line("series", list(points[:-1]), colour=colours.series, width=rules.line),
        line("step", [last, fresh], colour=colours.series, width=rules.thin, dash="2px,4px"),
        _square(fresh, colours.ink),
    ]
    return figure(traces, canvas(width, height, font, colours) | {"annotations": said}, title)


def _square(at: tuple[float, float], colour: str) -> dict[str, object]:
    """The new figure: an open square, no status yet."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "new",
        "x": [at[0]],
        "y": [at[1]],
        "hoverinfo": "skip",
        "marker": {"symbol": "square-open", "size": POINT, "color": colour, "line": {"width": 2.5, "color": colour}},
        "cliponaxis": False,
    }
