"""The one form in which the reading child hands over a sheet: CSV in UTF-8, comma, doubled quotes, line feeds."""

import csv
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

LONGEST = 1 << 20  # characters of one cell; a longer one is refused by the reader


def write_rows(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write a sheet. A row without cells is kept as one empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(row or [""] for row in rows)


def read_rows(path: Path, count: int | None = None) -> list[list[str]]:
    """Read a sheet, or its first rows; every cell without surrounding blanks."""
    csv.field_size_limit(LONGEST)
    with path.open(encoding="utf-8", newline="") as file:
        return [[cell.strip() for cell in row] for row in islice(csv.reader(file), count)]
