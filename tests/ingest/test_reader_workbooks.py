"""Workbooks: every cell is the text it shows, in its own row and column, whatever program wrote it."""

import struct
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.ingest.canonical import read_rows
from data.ingest.reader.__main__ import read
from data.ingest.reader.formats import mark_of, marked, plainly
from data.ingest.reader.refusal import Task
from tests.ingest.foreign import ods, record, xls, xlsx


def pages_of(content: bytes, folder: Path) -> list[dict[str, object]]:
    """The sheets as told, each with its ``rows``."""
    file, sheets = folder / "file", folder / "sheets"
    sheets.mkdir(exist_ok=True)
    file.write_bytes(content)
    told = read(Task(str(file), str(sheets)))["sheets"]
    return [page | {"rows": read_rows(sheets / page["file"])} for page in told]  # type: ignore[attr-defined]


def rows_of(content: bytes, folder: Path) -> list[list[str]]:
    return pages_of(content, folder)[0]["rows"]  # type: ignore[return-value]


def saved(book: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_values_are_told_as_they_are_shown(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    shown = [
        ("泉州", "General", "泉州"),
        ("00012", "General", "00012"),
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),  # openpyxl keeps 15 digits
        (1e20, "General", "100000000000000000000"),
        (-0.0, "0", "0"),
        (0.983, "0.0%", "98.3%"),
        (0.07, "0%", "7%"),
        (0.98345, "0.0%", "98.345%"),
        (1.5, '0.0"‰"', "1.5‰"),
        (98.3, '0.0"%"', "98.3%"),
        (2019, '0"年"', "2019"),
        (True, "General", "TRUE"),
        (date(2019, 6, 30), "yyyy-mm-dd", "2019-06-30"),
        (43646, 'yyyy"年"m"月"', "2019-06-30"),
        (datetime(2019, 6, 30, 8, 30), "yyyy-mm-dd hh:mm", "2019-06-30T08:30:00"),
        (time(8, 30), "hh:mm", "08:30:00"),
        (timedelta(hours=30), "[h]:mm:ss", "30:00:00"),
        ("=1/0", "General", ""),
        (" 两\n行 ", "General", "两\n行"),
    ]
    for column, (value, code, _) in enumerate(shown, 1):
        sheet.cell(1, column, value).number_format = code
    sheet.cell(1, len(shown) + 1, "末")
    assert rows_of(saved(book), tmp_path) == [[*(text for _, _, text in shown), "末"]]


def test_rows_and_columns_keep_their_places(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["C4"], sheet["E6"] = "地区", 0.5
    sheet["E6"].number_format = "0%"
    sheet.merge_cells("C4:D5")
    book.create_sheet("空")
    book.create_sheet("隐").sheet_state = "veryHidden"
    first, blank, hidden = pages_of(saved(book), tmp_path)
    assert first["rows"] == [[""], [""], [""], ["", "", "地区"], [""], ["", "", "", "", "50%"]]
    assert first["merged"] == ((3, 2, 4, 3),)
    assert (blank["rows"], blank["height"], blank["hidden"]) == ([], 0, False)
    assert (hidden["name"], hidden["hidden"]) == ("隐", True)


def test_errors_keep_their_text(tmp_path: Path) -> None:
    cells = '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><v>1</v></c>'
    assert rows_of(xlsx(f'<row r="1">{cells}</row>'), tmp_path) == [["#N/A", "#DIV/0!", "1"]]


def test_line_ends_inside_cells_do_not_break_rows(tmp_path: Path) -> None:
    cells = '<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c><c r="B1"><v>1</v></c>'
    assert rows_of(xlsx(f'<row r="1">{cells}</row>'), tmp_path) == [["a\nb", "1"]]


@pytest.mark.parametrize(
    "row",
    [
        '<row><c s="1"><v>0.5</v></c><c t="e"><v>#REF!</v></c><c s="1"/><c><v>3</v></c></row>',
        "<row r='1'><c r='A1' s='1'><v>0.5</v></c><c t='e' r='B1'><v>#REF!</v></c><c r='D1'><v>3</v></c></row>",
        '<row r="1"><c s="1" r="A1"><v>.5</v></c><c r="B1" t="e"><f>B2</f><v>#REF!</v></c><c r="D1"><v>3</v></c></row>',
    ],
)
def test_what_programs_write_differently_is_read_alike(tmp_path: Path, row: str) -> None:
    assert rows_of(xlsx(row), tmp_path) == [["50%", "#REF!", "", "3"]]


def test_styles_far_from_the_data_are_no_cells(tmp_path: Path) -> None:
    far = '<row r="1"><c r="A1" s="1"><v>0.5</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert rows_of(xlsx(far), tmp_path) == [["50%"]]


def test_an_xls_tells_percent_and_errors(tmp_path: Path) -> None:
    cells = (
        record(0x203, struct.pack("<HHHd", 0, 0, 1, 0.983)),
        record(0x203, struct.pack("<HHHd", 0, 1, 2, 98.3)),
        record(0x203, struct.pack("<HHHd", 0, 2, 4, 43646.0)),
        record(0xBD, struct.pack("<HHHIHIH", 0, 3, 1, 50 << 2 | 3, 0, 7 << 2 | 2, 4)),
        record(0x205, struct.pack("<HHHBB", 0, 5, 0, 7, 1)),
        record(0x205, struct.pack("<HHHBB", 0, 6, 1, 1, 0)),
        record(0x06, struct.pack("<HHHBBBBBBHHIHBHH", 0, 7, 0, 2, 0, 0x2A, 0, 0, 0, 0xFFFF, 0, 0, 3, 0x1E, 1, 0)),
    )
    (page,) = pages_of(xls(*cells), tmp_path)
    assert page["name"] == "数据"
    assert page["rows"] == [["98.3%", "98.3%", "2019-06-30", "50%", "7", "#DIV/0!", "TRUE", "#N/A"]]


def test_an_ods_tells_percent_errors_and_merged_cells(tmp_path: Path) -> None:
    rows = (
        '<table:table table:name="数据"><table:table-row table:number-rows-repeated="2"><table:table-cell'
        ' table:number-columns-repeated="1024"/></table:table-row><table:table-row>'
        '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>地区</text:p>'
        "</table:table-cell><table:covered-table-cell/>"
        '<table:table-cell office:value-type="percentage" office:value="0.983" table:number-columns-repeated="2">'
        '<text:p>98.3%</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="12">'
        '<text:p>12</text:p></table:table-cell><table:table-cell office:value-type="string" office:string-value=""'
        ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2019-06-30"><text:p>2019年6月</text:p>'
        '</table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048573">'
        '<table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
    )
    (page,) = pages_of(ods(rows), tmp_path)
    assert page["rows"] == [[""], [""], ["地区", "", "98.3%", "98.3%", "12", "#DIV/0!", "2019-06-30"]]
    assert page["merged"] == ((2, 0, 2, 1),)


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        ("General", None),
        ("0.00", None),
        ("0%", (2, "%")),
        ("#,##0.0%;[Red]-0.0%", (2, "%")),
        ('0.0"%"', (0, "%")),
        ("0.0\\%", (0, "%")),
        ("0.0‰", (0, "‰")),
        ("0;0%", None),
        ('0.0;"%"', None),
        ("[$%-409]0.0", None),
        ('0.0,"%"', None),
        ('"%"', None),
    ],
)
def test_formats(code: str, mark: tuple[int, str] | None) -> None:
    assert mark_of(code) == mark


@given(st.floats(allow_nan=False, allow_infinity=False))
@settings(max_examples=200, derandomize=True, phases=[Phase.generate], deadline=None)
def test_numbers_of_fifteen_digits_lose_nothing(figure: float) -> None:
    value = float(f"{figure:.15g}")
    assert float(plainly(value)) == value
    assert float(marked(value, (0, "%")).removesuffix("%")) == value


CELL = st.one_of(
    st.text(alphabet="泉州市A0_x;,\"'\n<&", min_size=1, max_size=6),
    st.integers(-(10**9), 10**9),
    st.floats(-1e6, 1e6).map(lambda value: round(value, 4)),
    st.booleans(),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
)


def text_of(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return plainly(float(value)) if isinstance(value, int | float) else str(value).strip()


@settings(max_examples=30, derandomize=True, phases=[Phase.generate], deadline=None)
@given(rows=st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6))
def test_written_workbooks_come_back(tmp_path_factory: pytest.TempPathFactory, rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value)  # type: ignore[arg-type]
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
    found = rows_of(saved(book), tmp_path_factory.mktemp("t"))
    expected = [[text_of(value) for value in row] for row in rows]
    assert [[*row, *[""] * 5][:5] for row in found] == [[*row, *[""] * 5][:5] for row in expected]


def test_what_arithmetic_leaves_behind_fifteen_digits_is_no_figure() -> None:
    assert (plainly(0.1 + 0.2), marked(43.7 / 100, (2, "%"))) == ("0.3", "43.7%")
