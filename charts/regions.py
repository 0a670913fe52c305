"""Dot strips: the regions of a target against its target, one strip a target, worst first.

Frame (made by ui.strips, names cleaned here), one row a region in the order to be drawn:
strip, title, region, own, status, value, value_label, gap_label, target, target_label, city, city_label, more
(``city`` is the figure of the whole, ``more`` a remark under the strip; both may be missing).
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go
from pandas import DataFrame

from charts import alt
from charts.each import each
from charts.marks import Mark, glyphs
from charts.names import clean, ems, fold, shorten
from charts.theme import EDGE, Piece, Point, canvas, figure, label, line, palette
from config.text import say
from config.tokens import Palette, Theme, tokens

NAME_EM = 8.0
HEAD_EM = 3.4
TITLE_EM = 1.3  # a second line of a title
GLYPH = 15


class Frame(NamedTuple):
    """The canvas of the strips, in px; ``row`` is the height of one region."""

    width: float
    row: float
    font: int


@dataclass(frozen=True)
class _Scale:
    """Where values stand between the names at the left and the gaps at the right."""

    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)


@dataclass
class _Ink:
    colours: Palette
    stems: list[Point | None] = field(default_factory=list)
    target: list[Point | None] = field(default_factory=list)
    city: list[Point | None] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    labels: list[Piece] = field(default_factory=list)


def height_of(regions: int, frame: Frame, title: str, *, remark: bool = False) -> float:
    """Height of one strip, so that what lies over it can be placed."""
    return head_of(title, frame) + frame.font * (1.8 if remark else 0.6) + frame.row * regions


def head_of(title: str, frame: Frame) -> float:
    """What stands over the first region of a strip: its title on one or two lines, and the labels of the lines."""
    return frame.font * (HEAD_EM + TITLE_EM * (len(_folded(title, frame)) - 1))


def _folded(title: str, frame: Frame) -> list[str]:
    return fold(title, frame.width / frame.font)


def strips(marks: DataFrame, *, frame: Frame, lang: str = "zh", theme: Theme = "light") -> go.Figure:
    """The figure. Regions without data are named at the end of their strip, never drawn at zero."""
    ink = _Ink(palette(theme))
    top = 0.0
    for _, strip in marks.groupby("strip", sort=False):
        top = _strip(ink, strip, top, frame, lang)
    if marks.empty:
        ink.labels.append(label(say("chart.empty", lang), (0, frame.font), colour=ink.colours.muted))
        top = frame.font * 3.0
    layout = canvas(frame.width, top, frame.font, ink.colours) | {"annotations": ink.labels}
    return figure(_traces(ink), layout, alt.of_strips(marks, lang))


def _strip(ink: _Ink, strip: DataFrame, top: float, frame: Frame, lang: str) -> float:
    """Draw one strip; returns where the next begins."""
    first: Any = next(each(strip))
    scale = _scale(strip, frame)
    for number, part in enumerate(_folded(str(first.title), frame)):
        ink.labels.append(label(clean(part), (-EDGE, top + frame.font * (0.8 + TITLE_EM * number)), bold=True))
    begin = top + head_of(str(first.title), frame)
    end = begin + frame.row * len(strip)
    _lines(ink, first, scale, begin, end, frame)
    for number, row in enumerate(each(strip)):
        _region(ink, row, scale, begin + frame.row * (number + 0.5), frame, lang)
    if first.more:
        ink.labels.append(label(clean(first.more), (-EDGE, end + frame.font * 0.8), colour=ink.colours.muted))
    return top + height_of(len(strip), frame, str(first.title), remark=bool(first.more))


def _scale(strip: DataFrame, frame: Frame) -> _Scale:
    names = min(max(ems(clean(name)) for name in strip["region"]), NAME_EM) + 1.2
    gaps = max(ems(str(gap)) for gap in strip["gap_label"])
    values = [*strip["value"].dropna(), *strip["target"].dropna(), *strip["city"].dropna()]
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    air = (high - low) * 0.14 or 0.5
    right = frame.width - (gaps + 0.9) * frame.font
    if (strip["value"] > strip["target"]).any():
        right -= (max(ems(str(text)) for text in strip["value_label"]) + 0.6) * frame.font
    return _Scale(names * frame.font, right, low - air, high + air * 0.2)


def _lines(ink: _Ink, first: Any, scale: _Scale, begin: float, end: float, frame: Frame) -> None:
    """Target and figure of the whole, each with its label above; the second keeps out of the first's way."""
    head = begin - frame.font * 0.75
    found: list[tuple[float, str, str]] = []
    if pd.notna(first.target):
        x = scale.x(first.target)
        ink.target += [(x, begin), (x, end), None]
        found.append((x, clean(first.target_label), ink.colours.ink))
    if pd.notna(first.city):
        x = scale.x(first.city)
        ink.city += [(x, begin), (x, end), None]
        found.append((x, clean(first.city_label), ink.colours.muted))
    found.sort(key=lambda one: one[0])
    halves = [ems(text) * frame.font / 2 for _, text, _ in found]
    centres = _apart([x for x, _, _ in found], halves, frame.width, frame.font * 0.7)
    for centre, (_, text, colour) in zip(centres, found, strict=True):
        ink.labels.append(label(text, (centre, head), anchor="center", colour=colour))


def _apart(places: list[float], halves: list[float], width: float, air: float) -> list[float]:
    """The centres of labels, left to right: as near to their places as they can stand without touching
    each other or the borders.
    """
    centres = [min(max(x, half), width - half) for x, half in zip(places, halves, strict=True)]
    if len(centres) < 2:
        return centres
    need = halves[0] + halves[1] + air
    lack = max(need - (centres[1] - centres[0]), 0.0)
    left = max(centres[0] - lack, halves[0])
    return [left, max(centres[1], left + need)]


def _region(ink: _Ink, row: Any, scale: _Scale, y: float, frame: Frame, lang: str) -> None:
    name = shorten(clean(row.region), NAME_EM)
    ink.labels.append(label(name, (-EDGE, y), bold=bool(row.own)))
    if pd.isna(row.value):
        words = say("chart.no_data", lang)
        ink.marks.append(Mark(frame.width - (ems(words) + 1.5) * frame.font, y, row.status))
        ink.labels.append(label(words, (frame.width, y), anchor="right", colour=ink.colours.muted))
        return
    x = scale.x(row.value)
    ink.marks.append(Mark(x, y, row.status))
    if pd.notna(row.target):
        ink.stems += [(x, y), (scale.x(row.target), y), None]
    beyond = pd.notna(row.target) and row.value > row.target
    short = x - scale.left < (ems(str(row.value_label)) + 1.2) * frame.font
    side = (x + 11, "left") if beyond or short else (x - 11, "right")
    ink.labels.append(label(clean(row.value_label), (side[0], y), anchor=side[1], ground=ink.colours.page))
    ink.labels.append(label(clean(row.gap_label), (frame.width, y), anchor="right"))


def _traces(ink: _Ink) -> list[Piece]:
    rules, colours = tokens().chart, ink.colours
    lines = [
        line("stems", ink.stems, colour=colours.axis, width=1),
        line("city", ink.city, colour=colours.compare, width=rules.thin, dash=rules.city_dash),
        line("target", ink.target, colour=colours.target, width=rules.thin),
    ]
    return [*(trace for trace in lines if trace["x"]), *glyphs(ink.marks, GLYPH, colours)]
