"""Sheets on their way out: rows counted, held to the limits and written in the canonical form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.ingest.canonical import LONGEST, write_rows
from data.ingest.reader.refusal import COLUMNS, Refused, Task


@dataclass(frozen=True)
class Page:
    """A sheet as the parent is told of it; ``file`` is its canonical text in the folder, empty for the file itself."""

    name: str
    file: str
    height: int
    width: int
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


def clean(text: str) -> str:
    """A cell without surrounding blanks and NUL, its line ends as line feeds: others would not outlive the writing."""
    return text.strip().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


class Writer:
    """Writes the sheets of one file; the cells of all of them count against the limit."""

    def __init__(self, task: Task, limit: int) -> None:
        self._folder = Path(task.folder)
        self._limit = limit
        self._cells = 0
        self._sheets = 0

    def write(
        self,
        name: str,
        rows: Iterable[Sequence[str]],
        merged: tuple[tuple[int, int, int, int], ...] = (),
        *,
        hidden: bool = False,
    ) -> Page:
        """Write a sheet. Raises Refused for one beyond the limits."""
        file = f"{self._sheets}.csv"
        self._sheets += 1
        extent = [0, 0]
        write_rows(self._folder / file, self._counted(name, rows, extent))
        return Page(name, file, extent[0], extent[1], merged, hidden)

    def _counted(self, name: str, rows: Iterable[Sequence[str]], extent: list[int]) -> Iterator[Sequence[str]]:
        """The rows as they come; ``extent`` grows to height and width."""
        for number, row in enumerate(rows, 1):
            width = len(row) or 1  # one empty cell stands for none
            if width > COLUMNS:
                raise Refused("too_wide", sheet=name, row=number, other=str(width))
            if row and max(map(len, row)) > LONGEST:
                column = next(at for at, cell in enumerate(row, 1) if len(cell) > LONGEST)
                raise Refused("cell_too_long", sheet=name, row=number, column=column, value=row[column - 1][:100])
            self._cells += width
            if self._cells > self._limit:
                raise Refused("too_many_cells", sheet=name, row=number, other=f"{self._limit:,}")
            extent[:] = number, max(extent[1], width)
            yield row
