"""Text files: csv, tsv and txt in any encoding and with any delimiter."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from data.ingest.canonical import LONGEST
from data.ingest.reader.delimiting import delimiter_of
from data.ingest.reader.encoding import WIDE, encoding_of, first_nul
from data.ingest.reader.kinds import written
from data.ingest.reader.output import Page, Writer, clean
from data.ingest.reader.plain import plain
from data.ingest.reader.refusal import COLUMNS, Refused, Task

SAMPLE = 1 << 18  # characters
END_OF_FILE = "\x1a"  # old programs close a text with it
Rows = Iterator[list[str]]


def read_text(task: Task) -> tuple[str, str, Page]:
    """Encoding, delimiter and the one sheet of a text file. Raises Refused."""
    path = Path(task.path)
    encoding = encoding_of(path, task.encoding)
    if encoding not in WIDE and (line := first_nul(path)):
        raise Refused("nul", row=line)
    with opened(path, encoding) as file:
        sample = file.read(SAMPLE)
    if encoding in WIDE and "\0" in sample:
        raise Refused("nul", row=sample.count("\n", 0, sample.index("\0")) + 1)
    if what := written(sample):
        raise Refused("other_format", other=what)
    delimiter, usual = delimiter_of(sample, task.delimiter)
    page = plain(path, Path(task.folder), encoding, delimiter, task.limits) if delimiter.isascii() else None
    return (
        encoding,
        delimiter,
        page or Writer(task, task.limits.cells).write("", _rows(path, encoding, delimiter, usual)),
    )


def opened(path: Path, encoding: str) -> TextIO:
    """A text file with its line ends as they are, past its mark."""
    file = path.open(encoding=encoding, newline="")
    if file.read(1) != "\ufeff":
        file.seek(0)
    return file


class _Lines:
    """The lines of a text, as long as none has too many cells to hold; ``taken`` counts the characters handed out."""

    def __init__(self, file: TextIO, delimiter: str) -> None:
        self._file, self._delimiter, self.taken, self._number = file, delimiter, 0, 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self._file)
        self.taken += len(line)
        self._number += 1
        if len(line) > COLUMNS and line.count(self._delimiter) >= COLUMNS and '"' not in line:
            raise Refused("too_wide", row=self._number, other=str(line.count(self._delimiter) + 1))
        return line


def _rows(path: Path, encoding: str, delimiter: str, usual: int) -> Rows:
    """Rows by the csv module, and from the first quotes in disorder on by ``cells``, which is slower and more exact."""
    csv.field_size_limit(LONGEST)
    line = taken = 0
    with opened(path, encoding) as file:
        lines = _Lines(file, delimiter)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if reader.line_num - line > 1:
                    row = [clean(cell) for cell in row]
                    _check_lines(row, delimiter, usual, line + 1)
                line, taken = reader.line_num, lines.taken
                if row != [END_OF_FILE]:
                    yield [cell.strip() for cell in row]
            return
        except csv.Error:
            pass
    with opened(path, encoding) as file:
        file.read(taken)
        yield from cells(file.read(), delimiter, usual, line + 1)


def _check_lines(row: list[str], delimiter: str, usual: int, line: int) -> None:
    """A quoted cell over several lines that holds a whole line of the table: its quote closed too late."""
    for column, cell in enumerate(row, 1):
        if usual and "\n" in cell and max(part.count(delimiter) for part in cell.split("\n")) >= usual:
            raise Refused("quotes", row=line, column=column, value=cell.split("\n")[0])


def cells(text: str, delimiter: str, usual: int, line: int = 1) -> Rows:
    """Rows of a text that begins at a line, quote by quote: a cell is quoted, or holds quotes in pairs.

    Raises Refused for a quote that does not close, with the line where it was opened.
    """
    blank = "[ \t]*" if delimiter != "\t" else " *"
    quoted = re.compile(rf'{blank}"([^"]*(?:""[^"]*)*)"{blank}(?=[{re.escape(delimiter)}\r\n]|\Z)')
    bare = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    row: list[str] = []
    at, end = 0, len(text)
    began = line
    while at < end or row:
        found = quoted.match(text, at)
        if found:
            cell = found[1].replace('""', '"').replace("\r\n", "\n").replace("\r", "\n")
            line += cell.count("\n")
        else:
            found = bare.match(text, at)
            assert found is not None
            cell = found[0].strip()
            if cell.startswith('"') and cell.count('"') % 2:
                raise Refused("quotes", row=line, column=len(row) + 1, value=cell)
        if len(cell) > LONGEST:
            raise Refused("cell_too_long", row=began, column=len(row) + 1, value=cell[:100])
        row.append(cell.strip())
        if len(row) > COLUMNS:
            raise Refused("too_wide", row=began, other=str(len(row)))
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        if line > began:
            _check_lines(row, delimiter, usual, began)
        if row != [END_OF_FILE]:
            yield row
        at += 2 if text.startswith("\r\n", at) else 1
        row, line = [], line + 1
        began = line
