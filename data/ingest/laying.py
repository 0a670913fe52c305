"""Lay a table out as long text: one row a value cell, with the texts of its region, indicator, period and unit."""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import TypeAlias

import numpy as np
import pandas as pd

from data.ingest.book import Sheet
from data.ingest.measures import measure
from data.ingest.shape_grid import Grid
from data.ingest.shape_heads import name_over, period_over, provisional_over, unit_over
from data.ingest.shape_words import unit_inside, unnumbered, year_and_part
from data.ingest.table import Axis, Table

FURTHER = ("provisional", "series_break", "source", "note", "evidence")
MANY = 20_000  # rows from which a sheet is read by pandas, only the columns used

Texts: TypeAlias = "pd.Series[str]"
APART = "\n"
Places = np.ndarray[tuple[int], np.dtype[np.int64]]


def laid(sheet: Sheet, table: Table) -> pd.DataFrame:
    """The table's value cells in order of rows, then columns.

    Columns ``file_row`` and ``file_column`` (from 1), ``region_text, indicator_text, period_text, value_text,
    unit_text``, and ``provisional, series_break, source, note, evidence``; all text, empty where there is none.
    """
    body = (_long if sheet.height > MANY else _short)(sheet, table)
    head = _Head(sheet, table)
    indicator = _names(body, head, table.indicator, unnumbered)
    found: dict[str, object] = {
        "file_row": np.repeat(body.rows + 1, body.wide),
        "file_column": np.tile(np.asarray(table.values) + 1, len(body.rows)),
        "region_text": _names(body, head, table.region, str),
        "indicator_text": indicator,
        "period_text": _periods(body, head, table.period),
        "value_text": body.values,
        "unit_text": _units(body, head, table, indicator),
    }
    for name in FURTHER:
        column = table.extras.get(name)  # type: ignore[call-overload]
        found[name] = body.by_row(column) if column is not None else body.fixed("")
    if "provisional" not in table.extras and any(head.provisional):
        found["provisional"] = body.by_column(head.provisional)
    return pd.DataFrame(found)


def texts(found: Sequence[str]) -> Texts:
    """Texts as a column of a frame."""
    return pd.Series(list(found), dtype="str")


def _taken(found: Texts, places: Places) -> Texts:
    """The texts at some places, in their order."""
    return pd.Series(found.array.take(places))


class _Body:
    """The data rows: labels by column, one a row; value cells, one a row and column of figures."""

    def __init__(self, rows: Places, labels: dict[int, Texts], values: Texts, wide: int) -> None:
        self.rows, self._labels, self.values, self.wide = rows, labels, values, wide

    def label(self, column: int) -> Texts:
        """One column's texts, one a row."""
        return self._labels[column]

    def by_row(self, column: int) -> Texts:
        """One column's texts, for every value cell."""
        return self.each(self._labels[column])

    def each(self, found: Texts) -> Texts:
        """Texts by row, for every value cell."""
        return found if self.wide == 1 else _taken(found, np.repeat(np.arange(len(self.rows)), self.wide))

    def by_column(self, found: Sequence[str]) -> Texts:
        """Texts by column of figures, for every value cell."""
        return _taken(texts(found), np.tile(np.arange(self.wide), len(self.rows)))

    def fixed(self, text: str) -> Texts:
        """One text for every value cell."""
        return _taken(texts([text]), np.zeros(len(self.rows) * self.wide, dtype=np.int64))


def _labels(table: Table) -> list[int]:
    """The columns whose texts hold for a whole row."""
    axes = (table.region, table.indicator, table.period)
    return sorted({*(index for axis in axes if axis.kind == "column" for index in axis.index), *table.extras.values()})


def _short(sheet: Sheet, table: Table) -> _Body:
    """The data rows of a sheet that is read as a whole."""
    grid = Grid(sheet.rows, sheet.width, sheet.merged)
    labels = {column: texts([grid.label(row, column) for row in table.rows]) for column in _labels(table)}
    values = texts(list(chain.from_iterable((grid.at(row, column) for column in table.values) for row in table.rows)))
    return _Body(np.asarray(table.rows, dtype=np.int64), labels, values, len(table.values))


def _long(sheet: Sheet, table: Table) -> _Body:
    """The data rows of a long sheet: only the columns used are read, blank lines are left out."""
    labels = _labels(table)
    used = sorted({*labels, *table.values})
    raw = pd.read_csv(
        sheet.path, header=None, names=list(range(sheet.width)), usecols=used, dtype="str", sep=",", engine="c",
        keep_default_na=False, na_filter=False, skip_blank_lines=False, encoding="utf-8-sig",
    )  # fmt: skip
    whole = {column: raw[column].fillna("").str.strip() for column in used}
    for top, left, bottom, _ in sheet.merged:
        if left in labels:
            whole[left].iloc[top : bottom + 1] = whole[left].iloc[top]
    rows = np.asarray(table.rows, dtype=np.int64)
    rows = rows[np.any([(whole[column] != "").to_numpy()[rows] for column in used], axis=0)]
    wide, count = len(table.values), len(rows)
    parts = [_taken(whole[column], rows) for column in table.values]
    order = (np.arange(count)[:, None] + np.arange(wide) * count).ravel()
    values = parts[0] if wide == 1 else _taken(pd.concat(parts, ignore_index=True), order)
    return _Body(rows, {column: _taken(whole[column], rows) for column in labels}, values, wide)


class _Head:
    """What the header says over each column of figures."""

    def __init__(self, sheet: Sheet, table: Table) -> None:
        rows = sheet.head(max(table.header) + 1) if table.header else []
        width = max((len(row) for row in rows), default=0)
        self._grid = Grid(rows, width, sheet.merged)
        self._grid.spread(table.header)
        self._header, self._values = table.header, table.values
        over = [self._over(table.header, column) for column in table.values]
        self.provisional = ["yes" if provisional_over(found) else "" for found in over]
        self.units = [unit_over(found) for found in over]

    def _over(self, rows: Sequence[int], column: int) -> list[str]:
        return [self._grid.head(row, column) for row in rows]

    def over(self, rows: Sequence[int]) -> list[list[str]]:
        """For each column of figures the texts of some rows of the header."""
        return [self._over(rows, column) for column in self._values]

    def of(self, column: int) -> str:
        """The lowest text of the header over any column."""
        return next((text for text in reversed(self._over(self._header, column)) if text), "")


def _mapped(found: Texts, change: Callable[[str], str]) -> Texts:
    """Each text changed, every different one once."""
    places, different = pd.factorize(found)
    return _taken(texts([change(str(text)) for text in different]), places)


def _names(body: _Body, head: _Head, axis: Axis, change: Callable[[str], str]) -> Texts:
    """The region or indicator of every value cell. Two columns of regions are one name: 泉州市 and 鲤城区."""
    if axis.kind == "fixed":
        return body.fixed(axis.text)
    if axis.kind == "header":
        return body.by_column([name_over(found) for found in head.over(axis.index)])
    found = body.label(axis.index[0])
    for column in axis.index[1:]:
        found = found + body.label(column)
    return body.each(_mapped(found, change))


def _periods(body: _Body, head: _Head, axis: Axis) -> Texts:
    """The period of every value cell: from one or two columns, or the header's rows together."""
    if axis.kind == "fixed":
        return body.fixed(axis.text)
    if axis.kind == "header":
        return body.by_column([period_over(found, axis.text) for found in head.over(axis.index)])
    heading = head.of(axis.index[-1])
    if len(axis.index) == 2:
        years, parts = (body.label(column) for column in axis.index)
        return body.each(_mapped(years + APART + parts, lambda pair: _whole(pair, heading)))
    found = body.label(axis.index[0])
    if axis.text:
        found = _mapped(found, lambda part: year_and_part(axis.text, part, heading) if part else "")
    return body.each(found)


def _whole(pair: str, heading: str) -> str:
    """The period of a year and its part, as they were put together."""
    year, _, part = pair.partition(APART)
    return year_and_part(year, part, heading)


def _units(body: _Body, head: _Head, table: Table, indicators: Texts) -> Texts:
    """The unit of every value cell: in its own column, in the indicator's name, over the column, or for the table.

    Where its column and the name or heading gainsay each other both are written: that is no unit, and refused.
    """
    over = body.by_column([unit or table.unit for unit in head.units])
    inside = _mapped(indicators, unit_inside)
    found = inside.where(inside != "", over)
    if "unit" in table.extras:
        own = body.by_row(table.extras["unit"])
        said = inside.where(inside != "", body.by_column(head.units))
        at_odds = (own != "") & (said != "") & (_mapped(own, _meant) != _mapped(said, _meant))
        found = own.where(own != "", found).where(~at_odds, own + " ≠ " + said)
    return found


def _meant(unit: str) -> str:
    """What a unit means, in one form; a word that is no unit stands for itself."""
    return str(measure(unit) or unit)
