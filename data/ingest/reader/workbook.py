"""Workbooks: xlsx, xls and ods, every cell as the text it shows."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from data.ingest.reader.formats import Mark, digits, marked, plainly
from data.ingest.reader.output import Page, Writer, clean
from data.ingest.reader.refusal import Refused, Task
from data.ingest.reader.scan import Marks, Scan

KNOWN = 100_000


def read_workbook(task: Task, kind: str, scans: list[Scan]) -> list[Page]:
    """All sheets of a workbook, with what was found in its own records. Raises Refused."""
    writer, pages = Writer(task, task.limits.filled), []
    named = Path(task.folder) / f"book.{kind}"  # calamine tells what is wrong only if the name says the format
    named.symlink_to(task.path)
    try:
        book = CalamineWorkbook.from_path(named)
        if len(scans) != len(book.sheets_metadata):
            raise Refused("damaged")
        for number, (about, scan) in enumerate(zip(book.sheets_metadata, scans, strict=True)):
            if about.typ is SheetTypeEnum.WorkSheet:
                pages.append(_page(writer, book.get_sheet_by_index(number), about, scan))
    except PasswordError as error:
        raise Refused("encrypted") from error
    except CalamineError as error:
        raise Refused("damaged") from error
    finally:
        named.unlink()
    if not pages:
        raise Refused("no_sheet")
    return pages


def _page(writer: Writer, sheet: CalamineSheet, about: SheetMetadata, scan: Scan) -> Page:
    """Write one sheet; its rows and columns keep the numbers that the program shows."""
    spans = tuple(scan.merged) or tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    hidden = about.visible is not SheetVisibleEnum.Visible
    return writer.write(about.name, _rows(sheet, scan.marks), spans, hidden=hidden)


class _Known(dict[Any, str]):
    """Texts of values met before."""

    def __init__(self, make: Callable[[Any], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, value: object) -> str:
        text = self._make(value)
        if len(self) < KNOWN:
            self[value] = text
        return text


def _rows(sheet: CalamineSheet, marks: Marks) -> Iterator[list[str]]:
    """Rows from the sheet's first one on, without the blanks at their ends."""
    left = sheet.start[1] if sheet.start else 0
    texts, whole = _Known(clean), _Known(plainly)
    for number, values in enumerate(sheet.iter_rows()):
        told = marks.of(number)
        if not told and values[-1] == "" and not any(values) and set(map(type, values)) == {str}:
            yield []
            continue
        row = [
            texts[value]
            if type(value) is str
            else (digits(value) if value % 1 else whole[value])
            if type(value) is float
            else shown(value)
            for value in values
        ]
        if left:
            row = [""] * left + row
        for column, mark in told:
            if left <= column < len(row):
                row[column] = _marked(values[column - left], mark)
        while row and not row[-1]:
            row.pop()
        yield row


def _marked(value: object, mark: Mark | str) -> str:
    """A cell that is an error, or a figure whose format shows a sign."""
    if isinstance(mark, str):
        return mark
    return marked(value, mark) if type(value) is float or type(value) is int else shown(value)


def shown(value: object) -> str:
    """A cell's value as text."""
    if isinstance(value, float):
        return plainly(value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return value.isoformat() if isinstance(value, date | time) else str(value)
