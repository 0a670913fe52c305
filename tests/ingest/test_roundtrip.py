"""Tables made by chance, written as CSV and XLSX, come back equal, or are asked about or refused: never different."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.ingest.book import Book
from data.ingest.box import book_told
from data.ingest.cells import Number, Unclear, is_missing, number
from data.ingest.finding import Unreadable
from data.ingest.mapping import Mapping
from data.ingest.reader.__main__ import read
from data.ingest.reader.refusal import Refused, Task
from data.ingest.shape import understand
from data.ingest.table import Table
from metrics.periods import UnreadablePeriod, parse
from tests.ingest.made_tables import Made, made
from tests.ingest.sheets import figures, lexicon

SAMPLE, ALL = 60, 10_000
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
DELIMITERS = (",", "\t", ";")
Read = Counter[tuple[str, str, str, float | None]]


def as_text(one: Made, chance: Random) -> bytes:
    """The table as a text file in some encoding, with some delimiter and line ends."""
    made_text = io.StringIO()
    ends = chance.choice(["\n", "\r\n"])
    quoting = chance.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
    csv.writer(made_text, delimiter=chance.choice(DELIMITERS), lineterminator=ends, quoting=quoting).writerows(one.rows)
    return made_text.getvalue().encode(chance.choice(ENCODINGS))


def as_workbook(one: Made, chance: Random) -> bytes:
    """The table as a workbook: figures as numbers with a format, or all as text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    typed = chance.random() < 0.7
    places = {cell for cell in one.figures.values() if cell}
    for row, cells in enumerate(one.rows, 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            found = number(text) if typed and text in places else None
            if isinstance(found, Number) and found.mark == "%":
                cell.value, cell.number_format = found.value / 100, "0.0%"
            elif isinstance(found, Number) and not found.mark:
                cell.value = found.value
            elif text:
                cell.value, cell.data_type = text, "s"
    for top, left, bottom, right in one.merged:
        sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def said(text: str) -> float | None:
    """What a cell says: a number, with percent as written; nothing where it is missing. Raises Refused otherwise."""
    found = None if is_missing(text) else number(text)
    if isinstance(found, Unclear):
        raise Refused(found.code)
    return None if found is None else found.value


def understood(row: Sequence[str]) -> bool:
    """Whether the cell would be loaded: its region, indicator and period are each one; else it is refused."""
    try:
        parse(row[2])
    except UnreadablePeriod:
        return False
    return len(lexicon().region(row[0]).codes) == 1 == len(lexicon().indicator(row[1]).codes)


def opened(content: bytes, folder: Path) -> Book:
    path = folder / "file"
    path.write_bytes(content)
    return book_told(read(Task(str(path), str(folder), None, None, False)), path, "file", folder)


def come_back(content: bytes) -> Read | None:
    """The figures of a file as read; nothing where it is asked about or refused."""
    with TemporaryDirectory() as name:
        try:
            book = opened(content, Path(name))
            table = understand(book, lexicon(), Mapping())
            if not isinstance(table, Table):
                return None
            sheet = next(one for one in book.sheets if one.name == table.sheet)
            found = figures(sheet, table)
            return Counter((*row[:3], said(row[3])) for row in found) if all(map(understood, found)) else None
        except (Refused, Unreadable):
            return None


def equal_or_refused(seed: int) -> bool:
    """Whether both files of a made table were read; fails where one was read differently."""
    one = made(Random(seed))
    expected = Counter((*key, said(value)) for key, value in one.figures.items())
    found = [come_back(as_text(one, Random(seed))), come_back(as_workbook(one, Random(seed)))]
    assert all(read_ is None or read_ == expected for read_ in found), (seed, one.rows)
    return None not in found


@settings(max_examples=SAMPLE, derandomize=True, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 1 << 32))
def test_a_sample_comes_back_through_csv_and_xlsx(seed: int) -> None:
    equal_or_refused(seed)


def test_most_are_read_without_a_question() -> None:
    assert sum(equal_or_refused(seed) for seed in range(SAMPLE)) >= SAMPLE * 0.9


@pytest.mark.long
@settings(max_examples=ALL, derandomize=True, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 1 << 32))
def test_ten_thousand_come_back_through_csv_and_xlsx(seed: int) -> None:
    equal_or_refused(seed)
