"""What the header says over the columns of figures: which of its rows name periods, regions or indicators."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.ingest.shape_columns import Column, name_of
from data.ingest.shape_grid import Grid
from data.ingest.shape_heads import name_over, period_over
from data.ingest.shape_names import Names
from data.ingest.shape_words import is_part_period, period_inside

Signature = tuple[str, str, str]


@dataclass(frozen=True)
class Across:
    """Rows of the header by the role they name over the figures.

    ``known``: at least one indicator is known to the catalogue; ``parts``: the periods lack their year.
    """

    region: tuple[int, ...] = ()
    indicator: tuple[int, ...] = ()
    period: tuple[int, ...] = ()
    known: bool = False
    parts: bool = False


def across(grid: Grid, header: Sequence[int], values: Sequence[Column], names: Names) -> Across:
    """The roles of the header's rows over some columns."""
    period, region, named, units, telling = [], [], [], [], []
    for row in header:
        texts = _texts(grid, row, values)
        found = [name for text in texts if (name := name_of(text, names))]
        if texts and 2 * sum(bool(period_inside(text)) for text in texts) >= len(texts):
            period.append(row)
        if not found:
            continue
        if set(found) == {"unit"}:
            units.append(row)
        elif 2 * found.count("region") >= len(found):
            region.append(row)
        else:
            named.append(row)
            telling += [row] if len(set(texts)) > 1 or len(values) == 1 or "indicator" in found else []
    indicator = [row for row in named if row in telling] or named
    known = (
        any(names.kind(name_at(grid, indicator, column)) == "indicator" for column in values) if indicator else False
    )
    known = known or any(name_of(text, names) == "indicator" for row in indicator for text in _texts(grid, row, values))
    periods = [
        period_over(texts) for column in values if any(texts := [grid.head(row, column.index) for row in period])
    ]
    rows = tuple(sorted([*indicator, *units])) if indicator else ()
    return Across(tuple(region), rows, tuple(period), known, bool(periods) and all(map(is_part_period, periods)))


def _texts(grid: Grid, row: int, values: Sequence[Column]) -> list[str]:
    return [text for column in values if (text := grid.head(row, column.index))]


def name_at(grid: Grid, rows: Sequence[int], column: Column) -> str:
    """The name that some rows of the header give a column."""
    return name_over([grid.head(row, column.index) for row in rows])


def signature(grid: Grid, found: Across, column: Column) -> Signature:
    """What the header tells of a column: period, indicator and region. No two columns may have the same."""
    period = period_over([grid.head(row, column.index) for row in found.period]) if found.period else ""
    return period, name_at(grid, found.indicator, column), name_at(grid, found.region, column)
