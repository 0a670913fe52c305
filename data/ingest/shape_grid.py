"""The cells of a sheet as shape detection sees them; a merged label stands in every cell it was merged over."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from data.ingest.book import Span
from data.ingest.cells import is_missing
from data.ingest.shape_words import DIGITS, EXTRAS, ROLES, heading, is_figure, is_footnote, is_total, is_whole_period

SAMPLE = 300  # rows that are looked at cell by cell
CELLS = 400_000  # cells of them at most
ASIDE = (*ROLES, *EXTRAS, "serial", "aside")  # headings that belong to no group
TITLE = 0.8  # share of the width from which a merged cell is a title


@dataclass(frozen=True)
class Grid:
    """Rows of a sheet from its first, not padded; ``width`` in columns, ``merged`` spans from 0."""

    rows: Sequence[Sequence[str]]
    width: int
    merged: tuple[Span, ...] = ()
    _down: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)
    _across: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)
    _filled: dict[int, list[tuple[int, str]]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for top, left, bottom, right in self.merged:
            text = self.at(top, left) if top < len(self.rows) else ""
            if not text:
                continue
            last = min(bottom, len(self.rows) - 1)
            self._down.update({(row, left): text for row in range(top, last + 1)})
            if left or right + 1 < max(2, self.width * TITLE):
                columns = range(left, min(right, self.width) + 1)
                self._across.update({(row, column): text for row in range(top, last + 1) for column in columns})

    def at(self, row: int, column: int) -> str:
        """A cell's own text."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def label(self, row: int, column: int) -> str:
        """A cell's text, or that of the cell merged over it from above."""
        return self.at(row, column) or self._down.get((row, column), "")

    def head(self, row: int, column: int) -> str:
        """A cell's text, or that of the cell merged over it from above or from the left, titles aside."""
        return self.at(row, column) or self._across.get((row, column), "")

    def spread(self, header: Sequence[int]) -> None:
        """Carry the header's upper texts on over the blank cells to their right, as CSV leaves merged cells.

        Only in rows without merged cells, over columns with a heading of their own beneath, and not past a heading
        that comes again.
        """
        for row, beneath in pairwise(header):
            if any(top <= row <= bottom for top, _, bottom, _ in self.merged):
                continue
            text, seen = "", set[str]()
            for column in range(self.width):
                own, lower = self.at(row, column), self.at(beneath, column)
                text, seen = (own, {lower}) if own else (text, seen | {lower}) if lower not in seen else ("", seen)
                if text and not own and lower and heading(lower) not in ASIDE:
                    self._across[row, column] = text

    def filled(self, row: int) -> list[tuple[int, str]]:
        """Column and text of a row's cells that are not empty."""
        if row not in self._filled:
            self._filled[row] = [(column, text) for column, text in enumerate(self.rows[row]) if text]
        return self._filled[row]

    def blank(self, row: int) -> bool:
        return not any(self.rows[row])

    def foot_of(self, row: int) -> int:
        """The last row of the merged cells that begin in a row."""
        return max((bottom for top, _, bottom, _ in self.merged if top == row), default=row)

    @cached_property
    def sampled(self) -> int:
        """How many rows are looked at cell by cell."""
        return min(len(self.rows), SAMPLE, max(20, CELLS // max(1, self.width)))

    @cached_property
    def figures(self) -> dict[int, list[int]]:
        """By column, the sampled rows in which a figure stands; where there is none, those of missing ones."""
        return self._rows_of(is_figure) or self._rows_of(is_missing)

    def _rows_of(self, test: Callable[[str], bool]) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for row in self._telling_rows:
            for column, text in self.filled(row):
                if test(text):
                    found.setdefault(column, []).append(row)
        return found

    @cached_property
    def _telling_rows(self) -> list[int]:
        """The sampled rows, totals, notes and signatures left out."""
        return [
            row
            for row in range(self.sampled)
            if not any(is_footnote(text) or is_total(text) for _, text in self.filled(row)[:1])
        ]

    @cached_property
    def _telling(self) -> list[list[tuple[int, str]]]:
        """By column, row and text of the sampled cells that are neither empty nor marked as missing."""
        found: list[list[tuple[int, str]]] = [[] for _ in range(self.width)]
        for row in self._telling_rows:
            for column, cell in enumerate(self.rows[row][: self.width]):
                text = cell or self._down.get((row, column), "")
                if text and (text[0] in DIGITS or not is_missing(text)):
                    found[column].append((row, text))
            for column in range(len(self.rows[row]), self.width if self.merged else 0):
                if text := self._down.get((row, column), ""):
                    found[column].append((row, text))
        return found

    def below(self, column: int, row: int) -> list[tuple[int, str]]:
        """Row and text of the column's sampled cells beneath a row that are neither empty nor marked as missing."""
        cells = self._telling[column]
        return cells[bisect_right(cells, row, key=itemgetter(0)) :]

    def counts_up(self, column: int, row: int) -> bool:
        """Whether the column is the leftmost and numbers its rows beneath a row: 1, 2, 3."""
        if column != self._leftmost:
            return False
        texts = [text for _, text in self.below(column, row) if text.isdecimal()]
        start = int(texts[0]) if len(texts) > 1 and texts[0] in ("0", "1") else None
        return start is not None and all(int(text) == start + at for at, text in enumerate(texts))

    @cached_property
    def _leftmost(self) -> int:
        """The first column that is not empty."""
        return next((column for column, cells in enumerate(self._telling) if cells), 0)

    def only_periods(self, column: int, row: int) -> bool:
        """Whether the column holds nothing but periods beneath a row."""
        cells = self.below(column, row)
        return bool(cells) and all(is_whole_period(text) for _, text in cells)

    def has_figures(self, column: int, row: int) -> bool:
        """Whether any figure stands in the column beneath a row."""
        rows = self.figures.get(column)
        return rows is not None and rows[-1] > row

    def has_labels(self, column: int, row: int) -> bool:
        """Whether the column holds texts beneath a row, or numbers its rows, and no figures."""
        return self.counts_up(column, row) or (bool(self.below(column, row)) and not self.has_figures(column, row))

    def figure_columns(self, row: int) -> list[int]:
        """The columns that hold figures beneath a row: in a quarter of its rows, or, if none does, anywhere.

        Columns that number the rows or hold only periods count where there is no other.
        """
        lines = sum(at > row and not self.blank(at) for at in self._telling_rows)
        counts = {column: sum(at > row for at in rows) for column, rows in self.figures.items()}
        found = {column for column, count in counts.items() if count}
        found = {
            column for column in found if not self.counts_up(column, row) and not self.only_periods(column, row)
        } or found
        return sorted({column for column in found if counts[column] * 4 >= lines} or found)
