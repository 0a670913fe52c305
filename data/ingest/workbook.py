"""Cells, comments and columns of the workbooks the board hands out, in one look. Text never becomes a formula."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

FONT = "Microsoft YaHei"
LONGEST_TEXT = 32_767  # characters of one cell in a workbook
LONGEST_TITLE = 31  # characters of a sheet's name
COMMENT_WIDTH, LINE_HEIGHT, LINE_UNITS = 330, 19, 42  # pixels, pixels, half-width characters of a comment's line
ROW_HEIGHT = 20  # points of a row with one line
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]+))?")
DIGITS = 15  # that a workbook's number keeps
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NO_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def clean(text: str) -> str:
    """Text without the characters a workbook cannot hold, and no longer than it can."""
    return UNWRITABLE.sub("\ufffd", text)[:LONGEST_TEXT]


def put_text(cell: Any, text: str) -> None:
    """Write text as text, also where it looks like a formula."""
    cell.value = clean(text)
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True


def put_read(cell: Any, text: str) -> None:
    """Write a cell as the reader gave it: a number where it stays the same, decimals shown as written, else text."""
    found = NUMBER.fullmatch(text)
    if found is None or sum(map(str.isdigit, text)) > DIGITS or text == "-0":
        put_text(cell, text)
    elif decimals := len(found[1] or ""):
        cell.value, cell.number_format = float(text), f"0.{'0' * decimals}"
    else:
        cell.value = int(text)


def comment(text: str, author: str) -> Comment:
    """A comment large enough to be read without scrolling."""
    note = Comment(clean(text), author)
    lines = sum(max(1, -(-breadth(line) // LINE_UNITS)) for line in text.split("\n"))
    note.width, note.height = COMMENT_WIDTH, LINE_HEIGHT * (lines + 1)
    return note


def breadth(text: str) -> int:
    """How wide a text stands, in half-width characters: a Chinese one counts two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def set_widths(sheet: Any, widths: Iterable[float]) -> None:
    """The columns' widths from the first on, in half-width characters."""
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def fitting(rows: Sequence[Sequence[str]], *, least: int = 9, most: int = 40) -> list[int]:
    """A width for each column in which its texts stand on one line; long ones, such as footnotes, run over."""
    count = max((len(row) for row in rows), default=0)
    seen = ([breadth(row[at]) for row in rows if at < len(row)] for at in range(count))
    return [max([least, *(one for one in found if one <= most)]) + 2 for found in seen]


def set_height(sheet: Any, row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """A row as high as its longest text needs; not every program finds that out by itself."""
    lines = max(-(-breadth(text) // (width - 2)) for text, width in zip(texts, widths, strict=True))
    sheet.row_dimensions[row].height = ROW_HEIGHT + (max(lines, 1) - 1) * 16


def sheet_title(name: str, taken: Iterable[str]) -> str:
    """A name a workbook allows, told apart from those taken."""
    bare = NO_TITLE.sub(" ", clean(name)).strip(" '")[:LONGEST_TITLE] or "Sheet"
    used, title, number = {one.casefold() for one in taken}, bare, 1
    while title.casefold() in used:
        number += 1
        title = f"{bare[: LONGEST_TITLE - 4]} {number}"
    return title


def solid(colour: str) -> PatternFill:
    """A plain ground of a colour given as #RRGGBB."""
    return PatternFill("solid", fgColor=f"FF{colour.lstrip('#')}")


def framed(colour: str, style: Literal["thin", "medium"] = "thin") -> Border:
    """A border round a cell."""
    side = Side(style=style, color=f"FF{colour.lstrip('#')}")
    return Border(left=side, right=side, top=side, bottom=side)


def head(cell: Any, ground: str, line: str) -> None:
    """The look of a column's head."""
    cell.font = Font(name=FONT, size=11, bold=True)
    cell.fill, cell.border = solid(ground), framed(line)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def body(cell: Any, line: str, *, ground: str = "", across: str = "left") -> None:
    """The look of a cell below the heads."""
    cell.font = Font(name=FONT, size=11)
    cell.border = framed(line)
    cell.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)
    if ground:
        cell.fill = solid(ground)


def title(sheet: Any, row: int, text: str, columns: int, *, size: int = 11, height: float = 20) -> None:
    """A line of text across the columns of a sheet."""
    cell = sheet.cell(row, 1)
    put_text(cell, text)
    cell.font = Font(name=FONT, size=size, bold=size > 12)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    sheet.row_dimensions[row].height = height


def printed(sheet: Any, *, head_row: int, footer: str) -> None:
    """Print on A4 across, as wide as the page, with the head on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head_row}:{head_row}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.5, 0.7, 0.3
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = footer.replace("&", "&&"), "&P / &N"
