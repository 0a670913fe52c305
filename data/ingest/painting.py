"""The marking child: ``python -m data.ingest.painting JOB`` makes the workbook that a job file describes.

It opens what others wrote, so it runs in a box; every word it writes comes with the job.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import BaseModel, ConfigDict

from data.ingest import workbook as look
from data.ingest.canonical import read_rows
from data.ingest.formulas import keep_results

SAMPLED = 200  # rows by which the width of a column is chosen
PLACE = 3  # the column of the list that leads to the cell
FIRST_ROWS = 8  # among them stand the heads of a list of problems


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True)


class Colours(_Told):
    """Ground and frame of one level, as #RRGGBB."""

    ground: str
    frame: str


class Page(_Told):
    """A sheet to write from its canonical text: all rows, or those listed (from 0), one below the other."""

    name: str
    path: str
    rows: tuple[int, ...] | None = None
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False


class Mark(_Told):
    """A cell to mark, or a whole row (column 0), and what its comment says. Counted from 1."""

    sheet: str
    row: int
    column: int
    level: str
    text: str


class Listed(_Told):
    """A line of the list of problems, and the cell it points at, if any."""

    level: str
    cells: tuple[str, ...]
    sheet: str = ""
    target: str = ""


class Roll(_Told):
    """The list of problems: sheet's name, lines above, heads and widths of its columns.

    ``former`` are the heads of such a list that an earlier round may have left.
    """

    name: str
    lines: tuple[str, ...]
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    former: tuple[tuple[str, ...], ...]
    listed: tuple[Listed, ...]


class Job(_Told):
    """What to make: from the original workbook, or from pages of text; ``signs`` open a comment of ours."""

    original: str
    pages: tuple[Page, ...]
    marks: tuple[Mark, ...]
    roll: Roll
    colours: dict[str, Colours]
    line: str
    ground: str
    link: str
    author: str
    signs: tuple[str, ...]
    out: str


def main() -> None:
    """Make one workbook."""
    job = Job.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
    book = _opened(Path(job.original)) if job.original else _written(job.pages)
    book.template = False
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    _forget(book, sheets, job)
    _mark(sheets, job)
    _roll(book, job)
    for sheet in book:
        sheet.sheet_view.tabSelected = sheet is book.worksheets[0]
    book.active = 0
    book.save(job.out)
    if job.original:
        keep_results(Path(job.original), Path(job.out), [sheet.title for sheet in book.worksheets])


def _opened(path: Path) -> Any:
    """The workbook of a file, whatever the file is called."""
    with path.open("rb") as file:
        return load_workbook(file, keep_links=False)


def _written(pages: Sequence[Page]) -> Any:
    """A workbook of the pages' text, every cell where it stood."""
    book: Any = Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        rows = read_rows(Path(page.path))
        if page.rows is not None:
            rows = _picked(rows, page)
        for row, cells in enumerate(rows, start=1):
            for column, text in enumerate(cells, start=1):
                if text:
                    look.put_read(sheet.cell(row, column), text)
        if page.rows is None:
            for top, left, bottom, right in page.merged:
                sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        look.set_widths(sheet, look.fitting(list(islice(rows, SAMPLED))))
        sheet.sheet_state = "hidden" if page.hidden else "visible"
    return book


def _picked(rows: list[list[str]], page: Page) -> list[list[str]]:
    """The rows listed; what a cell merged over several rows says is repeated in each of them."""
    chosen = set(page.rows or ())
    for top, left, bottom, _ in page.merged:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for row in chosen.intersection(range(top + 1, min(bottom + 1, len(rows)))) if text else ():
            rows[row] += [""] * (left + 1 - len(rows[row]))
            rows[row][left] = text
    return [rows[row] for row in page.rows or () if row < len(rows)]


def _forget(book: Any, sheets: dict[str, Worksheet], job: Job) -> None:
    """Take our marks of an earlier round away, where the workbook bears them: a list of ours says so."""
    ours = [sheet for sheet in sheets.values() if _is_roll(sheet, job.roll)]
    if not ours:
        return
    for sheet in ours:
        book.remove(sheets.pop(sheet.title))
    frames = {f"FF{one.frame.lstrip('#')}" for one in job.colours.values()}
    for sheet in sheets.values():
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.comment is not None:
                _uncomment(cell, job)
            if cell.has_style and cell.border.left.color is not None and cell.border.left.color.rgb in frames:
                cell.fill, cell.border = PatternFill(), Border()


def _is_roll(sheet: Worksheet, roll: Roll) -> bool:
    """Whether a sheet is a list of problems: one of its first rows bears the heads of such a list."""
    width = max(len(heads) for heads in roll.former)
    rows = sheet.iter_rows(max_row=FIRST_ROWS, max_col=width, values_only=True)
    return any(tuple(row[: len(heads)]) == heads for row in rows for heads in roll.former)


def _uncomment(cell: Any, job: Job) -> None:
    """Leave of a comment what others wrote."""
    text = cell.comment.text
    for sign in job.signs:
        text = text.partition(sign)[0]
    if text != cell.comment.text:
        cell.comment = look.comment(text.rstrip(), cell.comment.author) if text.strip() else None


def _mark(sheets: dict[str, Worksheet], job: Job) -> None:
    """Colour, frame and comment every marked cell; a cell with several findings bears the gravest colour."""
    order = list(job.colours)
    found: dict[tuple[str, int, int], list[Mark]] = defaultdict(list)
    for mark in job.marks:
        if mark.sheet in sheets:
            place = _anchor(sheets[mark.sheet], mark.row, mark.column or 1)
            found[mark.sheet, *place].append(mark)
    for (name, row, column), marks in found.items():
        sheet = sheets[name]
        colours = job.colours[min((mark.level for mark in marks), key=order.index)]
        whole = any(not mark.column for mark in marks)
        for cell in _cells_of_row(sheet, row) if whole else [sheet.cell(row, column)]:
            cell.fill, cell.border = look.solid(colours.ground), look.framed(colours.frame, "medium")
        cell = sheet.cell(row, column)
        theirs, author = (
            (f"{cell.comment.text.rstrip()}\n\n", cell.comment.author) if cell.comment else ("", job.author)
        )
        ours = "\n".join([job.signs[0], *dict.fromkeys(mark.text for mark in marks)])
        cell.comment = look.comment(theirs + ours, author)


def _anchor(sheet: Worksheet, row: int, column: int) -> tuple[int, int]:
    """The cell itself, or the first of the merged cells it belongs to."""
    for span in sheet.merged_cells.ranges:
        if span.min_row <= row <= span.max_row and span.min_col <= column <= span.max_col:
            return span.min_row, span.min_col
    return row, column


def _cells_of_row(sheet: Worksheet, row: int) -> Iterator[Any]:
    """The cells of a row up to the last that holds something."""
    cells = sheet[row]
    last = max((at for at, cell in enumerate(cells) if cell.value is not None), default=0)
    return iter(cells[: last + 1])


def _roll(book: Any, job: Job) -> None:
    """The list of problems as the first sheet, each line leading to its cell."""
    roll = job.roll
    sheet = book.create_sheet(look.sheet_title(roll.name, book.sheetnames), 0)
    for row, text in enumerate(roll.lines, start=1):
        look.title(sheet, row, text, len(roll.heads), size=15 if row == 1 else 11, height=30 if row == 1 else 22)
    top = len(roll.lines) + 1
    for column, text in enumerate(roll.heads, start=1):
        look.put_text(sheet.cell(top, column), text)
        look.head(sheet.cell(top, column), job.ground, job.line)
    sheet.row_dimensions[top].height = 24
    for row, line in enumerate(roll.listed, start=top + 1):
        _line(sheet, row, line, job, linked=line.sheet in book.sheetnames)
    look.set_widths(sheet, roll.widths)
    sheet.freeze_panes = sheet.cell(top + 1, 1)
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(roll.heads))}{max(top, sheet.max_row)}"
    look.printed(sheet, head_row=top, footer=roll.lines[0])


def _line(sheet: Worksheet, row: int, line: Listed, job: Job, *, linked: bool) -> None:
    """One problem: the level on its colour, the place as a link to the cell."""
    for column, text in enumerate(line.cells, start=1):
        cell = sheet.cell(row, column)
        look.put_text(cell, text)
        look.body(cell, job.line, across="center" if column <= PLACE else "left")
    look.set_height(sheet, row, line.cells, job.roll.widths)
    level, place = sheet.cell(row, 1), sheet.cell(row, PLACE)
    level.fill, level.border = look.solid(job.colours[line.level].ground), look.framed(job.colours[line.level].frame)
    level.font = Font(name=look.FONT, size=11, bold=True)
    if linked and line.target:
        name = line.sheet.replace("'", "''")
        place.hyperlink = Hyperlink(ref=place.coordinate, location=f"'{name}'!{line.target}")
        place.font = Font(name=look.FONT, size=11, underline="single", color=f"FF{job.link.lstrip('#')}")


if __name__ == "__main__":
    main()
