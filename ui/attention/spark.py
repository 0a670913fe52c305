"""The course of a target in the space of a line: a small picture, as the browser keeps no drawing in markup of ours.

It begins at the base; the horizontal line is the target, the last point the glyph of the status. What is counted by
the period is drawn as dots, those done filled; what has no figure has no picture.
"""

from typing import NamedTuple
from urllib.parse import quote

import pandas as pd
from pandas import DataFrame

from charts.theme import palette
from config.text import say
from config.tokens import Palette, Theme, tokens
from ui import figures
from ui.figures import Row
from ui.glyphs import picture
from ui.html import Markup, el
from ui.typography import spaced

DOTS = 6  # more than these are not drawn one by one
EDGE = 2.0


class Size(NamedTuple):
    """The picture in px, and the glyph of its last point."""

    width: int
    height: int
    mark: int


def spark(row: Row, series: DataFrame, size: Size, theme: Theme, lang: str) -> Markup | str:
    """The picture with its words; "" where there is nothing to draw. ``series`` as ui.cache gives it."""
    colours = palette(theme)
    if row.unit == "yesno" or row.rule == "milestone" or not figures.known(row.current):
        return ""
    points = since_base(row, series)
    if row.judged_by == "frequency":
        drawn = _dots(row, size, colours)
    else:
        drawn = _line(row, points, size, colours) if len(points) else ""
    if not drawn:
        return ""
    return el(
        "img",
        src="data:image/svg+xml," + quote(_svg(drawn, size)),
        width=size.width,
        height=size.height,
        alt=_alt(row, points, lang),
        cls="spark",
    )


def since_base(row: Row, series: DataFrame) -> DataFrame:
    """The figures of a target from its base to the newest; of what broke off between them the part that compares."""
    own = series[series["indicator_id"].eq(row.indicator_id) & series["region"].eq(row.region)]
    start = row.base_date if figures.known(row.base_date) else row.plan_start
    own = own[own["period_end"].between(start, row.current_date)].sort_values("period_end")
    runs = own["series_break"].fillna(False).astype(bool).cumsum()
    return own[runs.eq(runs.iloc[-1])] if len(own) else own


def _line(row: Row, points: DataFrame, size: Size, colours: Palette) -> str:
    """Target, series and glyph."""
    aim = float(row.target) if figures.known(row.target) else None
    known = [float(value) for value in points["value"]] + ([aim] if aim is not None else [])
    low, high = min(known), max(known)
    first = pd.Timestamp(points["period_end"].iloc[0])
    days = max((pd.Timestamp(points["period_end"].iloc[-1]) - first).days, 1)
    half = size.mark / 2 + 1

    def x(day: pd.Timestamp) -> float:
        return EDGE + (size.width - 2 * EDGE - half) * (day - first).days / days

    def y(value: float) -> float:
        if high == low:
            return size.height / 2
        return half + (size.height - 2 * half) * (high - value) / (high - low)

    places = [
        (x(pd.Timestamp(day)), y(value)) for day, value in zip(points["period_end"], points["value"], strict=True)
    ]
    made = ""
    if aim is not None:
        made += _stroke([(0, y(aim)), (size.width, y(aim))], colours.target, tokens().chart.thin)
    if len(places) > 1:
        made += _stroke(places, colours.series, tokens().chart.line)
    at = places[-1] if len(places) > 1 else (size.width - half - EDGE, places[-1][1])
    mark = tokens().mark(row.status)
    glyph = picture(mark.glyph, colours.light(mark.light), colours.inner)
    inside = glyph[glyph.index(">") + 1 : -len("</svg>")]
    left, top, scale = at[0] - size.mark / 2, at[1] - size.mark / 2, size.mark / 24
    return made + f'<g transform="translate({left:.1f} {top:.1f}) scale({scale:.3f})">{inside}</g>'


def _dots(row: Row, size: Size, colours: Palette) -> str:
    """One dot each time it was to be done in the period, filled where it was."""
    if not figures.known(row.target) or not 0 < row.target <= DOTS:
        return ""
    radius, made = size.mark * 0.55, ""
    asked = int(row.target)
    for number in range(asked):
        x = size.width - (asked - number) * radius * 3
        fill = colours.series if number < row.current else "none"
        place = f'cx="{x:.1f}" cy="{size.height / 2}" r="{radius:.1f}"'
        made += f'<circle {place} fill="{fill}" stroke="{colours.series}" stroke-width="2"/>'
    return made


def _stroke(points: list[tuple[float, float]], colour: str, width: float) -> str:
    way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linejoin="round"/>'


def _svg(drawn: str, size: Size) -> str:
    box = f'width="{size.width}" height="{size.height}" viewBox="0 0 {size.width} {size.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{drawn}</svg>'


def _alt(row: Row, points: DataFrame, lang: str) -> str:
    """The picture in words: from where to where, and the target."""
    aim = figures.target(row, lang)
    now, last = figures.value(row, row.current, lang), f"{row.current_date:%Y-%m-%d}"
    if row.judged_by == "frequency" or len(points) < 2:
        return spaced(say("attention.spark.one", lang, day=last, now=now, aim=aim))
    first, was = f"{points['period_end'].iloc[0]:%Y-%m-%d}", figures.value(row, points["value"].iloc[0], lang)
    return spaced(say("attention.spark.alt", lang, first=first, was=was, last=last, now=now, aim=aim))
