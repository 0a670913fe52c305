"""What a sheet's own records tell beside what calamine gives."""

from dataclasses import dataclass, field

from data.ingest.reader.formats import Mark
from data.ingest.reader.refusal import Limits, Refused

Span = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


class Marks:
    """What stands in cells beside their figures: a percent format, or the text of an error. Counted from 0.

    A column is a string of bytes, one a row, each the number of a mark: a million percentages take a megabyte.
    """

    def __init__(self) -> None:
        self._numbers: dict[Mark | str, int] = {}
        self._known: list[Mark | str] = [""]
        self._columns: dict[int, bytearray] = {}

    def add(self, row: int, column: int, what: Mark | str) -> None:
        """Mark a cell. A sheet has few different marks; those beyond 255 are left out."""
        number = self._numbers.get(what, 0)
        if not number and len(self._known) < 256:
            number = self._numbers[what] = len(self._known)
            self._known.append(what)
        marked = self._columns.setdefault(column, bytearray())
        if row >= len(marked):
            marked.extend(bytes(row + 1 - len(marked)))
        marked[row] = number

    def of(self, row: int) -> list[tuple[int, Mark | str]]:
        """Column and mark of the marked cells in a row."""
        return [
            (column, self._known[marked[row]])
            for column, marked in self._columns.items()
            if row < len(marked) and marked[row]
        ]


@dataclass
class Scan:
    """Of one sheet: how many cells are ``filled``, how many lie between A1 and the last of them, and which is ``far``.

    ``far`` counts from 1. ``merged`` is filled where calamine does not tell it.
    """

    name: str = ""
    filled: int = 0
    area: int = 0
    far: tuple[int, int] = (0, 0)
    marks: Marks = field(default_factory=Marks)
    merged: list[Span] = field(default_factory=list)

    def reach(self, row: int, column: int) -> None:
        """Note a filled cell, counted from 1."""
        if row * column > self.far[0] * self.far[1]:
            self.far = row, column


def hold(scans: list[Scan], limits: Limits) -> None:
    """Raises Refused for sheets that hold too much or reach too far."""
    filled = 0
    for one in scans:
        filled += one.filled
        if filled > limits.filled:
            raise Refused("too_many_cells", sheet=one.name, other=f"{limits.filled:,}")
        if one.area > limits.area:
            raise Refused("far_cell", sheet=one.name, row=one.far[0], column=one.far[1])
