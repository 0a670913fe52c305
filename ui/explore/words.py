"""Cells, axes and units of the analysis in words."""

import math
from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.units import unit_words
from ui import figures
from ui.explore.asked import Asked, Offer
from ui.figures import Row
from ui.place import Place
from ui.typography import number, spaced
from ui.uploading.words import period

MARKS = ("provisional", "series_break", "rolled", "demo")


class Names(NamedTuple):
    """What a view calls its indicators and regions: rows of the catalogue by code, and the language."""

    indicators: dict[str, Row]
    regions: dict[str, Row]
    lang: str

    def indicator(self, code: str) -> str:
        """The short name of an indicator."""
        return spaced(figures.name(self.indicators[code], self.lang))

    def region(self, code: str) -> str:
        """The name of a region without what tells it from a namesake elsewhere."""
        return figures.bare(str(getattr(self.regions[code], f"name_{self.lang}")))

    def unit(self, code: str, measure: str, shown: str = "") -> str:
        """In what the figures of an indicator are counted; a difference of rates has a unit of its own. ``shown`` is
        the figure it stands behind, if it does.
        """
        if measure == "rank":
            return say("explore.unit.rank", self.lang)
        row = self.indicators[code]
        words = unit_words(row.unit, self.lang)
        counted = getattr(row, f"measure_{self.lang}", "") if row.unit == "count" else ""
        said = words.suffix if measure == "value" else words.difference
        word = str(said or (counted if figures.known(counted) else "") or "")
        return figures.agreed(shown, word, row, self.lang)

    def heading(self, axis: str, one: Any) -> str:
        """A value of an axis."""
        if axis == "period":
            return spaced(period(one[0].date(), one[1].date(), self.lang))
        return self.indicator(one) if axis == "indicator" else self.region(one)

    def figure(self, cell: Row) -> str:
        """The figure of a cell without its unit; why there is none where there is none."""
        if cell.state:
            return say(f"explore.state.{cell.state}", self.lang)
        return self.written(cell)

    def written(self, cell: Row) -> str:
        """The figure of a cell with a figure."""
        row, x = self.indicators[cell.indicator_id], float(cell.figure)
        if not math.isnan(cell.of):
            key = "explore.rank.tied" if cell.tied else "explore.rank"
            return say(key, self.lang, rank=int(x), of=int(cell.of))
        decimals = int(row.decimals) if figures.known(row.decimals) else None
        return number(x, decimals if cell.figure == cell.value else enough(x, decimals), lang=self.lang)

    def signed(self, cell: Row, measure: str) -> str:
        """The same with a plus before a change or gap above zero."""
        said = self.figure(cell)
        plus = measure in ("change", "gap") and not cell.state and float(cell.figure) > 0
        return f"+{said}" if plus else said


def enough(x: float, decimals: int | None) -> int | None:
    """As many decimals as a difference needs to be seen; None where the indicator sets none."""
    return None if decimals is None else figures.enough(x, decimals)


def names(offer: Offer, place: Place) -> Names:
    """The names of all that is offered."""
    return Names(
        {str(row.indicator_id): row for row in each(offer.indicators)},
        {str(row.code): row for row in each(offer.regions)},
        place.lang,
    )


def values(axis: str, view: Asked, cells: DataFrame) -> list[Hashable]:
    """The values of an axis in their order: as chosen, periods by their end and then the longer first."""
    if axis == "indicator":
        return list(view.indicators)
    if axis == "region":
        return list(view.regions)
    periods = cells[["period_start", "period_end"]].drop_duplicates().sort_values(["period_end", "period_start"])
    return [(row.period_start, row.period_end) for row in each(periods)]


def code(axis: str, one: Any) -> str:
    """A value of an axis as the address writes it."""
    return f"{one[0]:%Y-%m-%d}..{one[1]:%Y-%m-%d}" if axis == "period" else str(one)


def marks(cell: Row, *, demo: bool) -> list[str]:
    """What must be known of a figure: provisional, first of a new definition, made up of parts; demonstration where
    not all are.
    """
    if cell.state:
        return []
    held = {
        "provisional": cell.provisional,
        "series_break": cell.series_break,
        "rolled": cell.origin == "rollup",
        "demo": demo and cell.demo,
    }
    return [mark for mark in MARKS if held[mark]]


def axis_of(cells: DataFrame, axis: str) -> "pd.Series[Any]":
    """The values of an axis, cell by cell."""
    if axis == "period":
        return pd.Series(list(zip(cells["period_start"], cells["period_end"], strict=True)), cells.index, dtype=object)
    return cells["indicator_id" if axis == "indicator" else "region"]
