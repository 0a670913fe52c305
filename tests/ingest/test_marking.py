"""A clerk's file back: what is wrong is marked where it stands, and nothing else of it changes."""

import io
import zipfile
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from data.catalogue.reading import Catalogue
from data.errors import BoardUnwritable
from data.ingest import marking
from data.ingest.book import Book
from data.ingest.box import read_book
from data.ingest.finding import Finding
from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Mapping
from data.ingest.shape import understand
from data.ingest.table import Table

DEPARTMENT = "650400-market"
NAME = "主要工业产品抽检合格率"
ROWS = [
    ["地区", "指标", "期次", "数值"],
    ["吐鲁番市", NAME, "2018年", "98.3%%"],
    ["吐鲁番市", NAME, "2017年", "97.10"],
    ["托克逊镇", NAME, "2018年", "00012"],
]
RED, AMBER = "FFFAE3E0", "FFFDF3D6"
Read = Callable[[bytes, str], tuple[Path, Book]]
Give = Callable[..., Any]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Put bytes into a file and read it."""
    number = count()

    def put(content: bytes, name: str) -> tuple[Path, Book]:
        folder = tmp_path / str(next(number))
        folder.mkdir()
        raw = folder / "raw"
        raw.write_bytes(content)
        (folder / "sheets").mkdir()
        return raw, read_book(raw, name, folder / "sheets")

    return put


@pytest.fixture
def give(read: Read) -> Give:
    """The bytes of a file, marked."""

    def mark(content: bytes, name: str, *findings: Finding, lang: str = "zh") -> bytes:
        raw, book = read(content, name)
        return marking.marked(raw, name, book, book.sheets[-1].name, findings, lang, raw.parent)

    return mark


def csv(rows: list[list[str]] = ROWS) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def workbook(change: Callable[[Any], None] | None = None) -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "汇总"
    for row in ROWS:
        sheet.append(row)
    if change:
        change(sheet)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def error(row: int, column: int = 0, value: str = "98.3%%", sheet: str = "") -> Finding:
    return Finding("error", "double_percent", sheet, row, column, value, "98.3%")


def table_of(book: Book, catalogue: Catalogue) -> Table:
    found = understand(book, Lexicon(catalogue, DEPARTMENT), Mapping())
    assert isinstance(found, Table)
    return found


def test_bad_cells_of_text_are_marked_where_they_stand(give: Give, read: Read, catalogue: Catalogue) -> None:
    doubt = Finding("warning", "unit_unknown", "", 3, 4, "箱", "%")
    told = Finding("note", "left_out", "", 2, 3, "", "1")
    content = give(csv(), "一季度.csv", told, doubt, error(2, 4), error(2, 4, "x"))
    book = opened(content)
    assert book.sheetnames == ["问题清单", "一季度"]
    sheet = book["一季度"]
    bad, doubtful = sheet["D2"], sheet["D3"]
    assert (bad.fill.fgColor.rgb, bad.border.left.style, bad.value) == (RED, "medium", "98.3%%")
    assert "须改正：“98.3%%”里有两个百分号" in bad.comment.text
    assert "怎么改：请写成 98.3%。" in bad.comment.text
    assert (doubtful.fill.fgColor.rgb, doubtful.value, doubtful.number_format) == (AMBER, 97.1, "0.00")
    assert sheet["D4"].value == "00012"
    assert {cell.coordinate for row in sheet for cell in row if cell.comment} == {"D2", "D3"}
    found = table_of(read(content, "marked.xlsx")[1], catalogue)
    assert (found.sheet, found.shape) == ("一季度", "tidy")


def test_the_list_in_front_leads_to_every_cell(give: Give) -> None:
    doubt = Finding("warning", "unit_unknown", "汇总", 3, 4, "=箱", "%", count=3)
    book = opened(give(workbook(), "表.xlsx", doubt, error(4), Finding("note", "left_out", other="1")))
    roll = book.worksheets[0]
    assert [sheet.sheet_view.tabSelected for sheet in book] == [True, False]
    rows = list(roll.iter_rows(min_row=4))
    assert [[cell.value for cell in row[:4]] for row in rows] == [
        ["处理", "工作表", "位置", "单元格里写的"],
        ["须改正", "汇总", "第 4 行", "“98.3%%”"],
        ["请确认", "汇总", "第 3 行 D 列", "“=箱”"],
        ["提示", None, None, None],
    ]
    assert rows[2][4].value.endswith("（共 3 处）")
    assert [row[2].hyperlink.location if row[2].hyperlink else None for row in rows[1:]] == [
        "'汇总'!A4",
        "'汇总'!D3",
        None,
    ]
    assert "须改正 1 处，请确认 1 处，提示 1 处" in roll["A2"].value


def test_a_workbook_keeps_its_form_and_the_results_of_its_formulas(give: Give) -> None:
    def dress(sheet: Any) -> None:
        sheet["A2"].fill = PatternFill("solid", fgColor="FF00FF00")
        sheet["D2"].comment = Comment("局长：请核", "王")
        sheet["E3"], sheet["F3"], sheet["G3"] = "=D3*2", '=A3&"<x>"', "=1/0"
        sheet.merge_cells("A5:B6")
        sheet.column_dimensions["A"].width = 33
        sheet.parent.create_sheet("密").sheet_state = "hidden"

    results = {
        b"<f>D3*2</f><v>": b"<f>D3*2</f><v>194.2",
        b'&lt;x&gt;"</f><v>': b'&lt;x&gt;"</f><v>x',
        b"1/0</f><v>": b"1/0</f><v>#DIV/0!",
    }
    content = calculated(workbook(dress), results)
    given = give(content, "表.xlsx", error(2, 4, sheet="汇总"), error(3, sheet="汇总"), error(6, 2, sheet="汇总"))
    book = opened(given)
    sheet = book["汇总"]
    assert (sheet["A2"].fill.fgColor.rgb, sheet.column_dimensions["A"].width) == ("FF00FF00", 33)
    assert sheet["D2"].comment.text.startswith("局长：请核\n\n【质量强市看板】\n须改正")
    assert [cell.fill.fgColor.rgb for cell in sheet[3]] == [RED] * 7
    assert (sheet["A5"].fill.fgColor.rgb, sheet["E3"].value) == (RED, "=D3*2")
    assert book["密"].sheet_state == "hidden"
    values = load_workbook(io.BytesIO(given), data_only=True)["汇总"]
    assert [values[name].value for name in ("E3", "F3", "G3")] == [194.2, "x", "#DIV/0!"]


def calculated(content: bytes, results: dict[bytes, bytes]) -> bytes:
    """A workbook whose formulas have results, as a spreadsheet program leaves it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(made, "w") as target:
        for name in packed.namelist():
            part = packed.read(name).replace(b"</f><v />", b"</f><v></v>")
            for before, after in results.items() if name.endswith("sheet1.xml") else ():
                assert before in part
                part = part.replace(before, after)
            for formula, kind in ((b"F3", b"str"), (b"G3", b"e")):
                part = part.replace(b'<c r="%b"><f>' % formula, b'<c r="%b" t="%b"><f>' % (formula, kind))
            target.writestr(name, part)
    return made.getvalue()


def test_marks_of_an_earlier_round_go(give: Give) -> None:
    def comment(sheet: Any) -> None:
        sheet["D2"].comment = Comment("局长：请核", "王")

    first = give(workbook(comment), "表.xlsx", error(2, 4), error(4))
    second = opened(give(first, "表.xlsx", error(3, 4), lang="en"))
    assert second.sheetnames == ["Problems", "汇总"]
    sheet = second["汇总"]
    marked = {cell.coordinate for row in sheet for cell in row if cell.fill.fill_type}
    assert (marked, sheet["D2"].comment.text, sheet["A4"].comment) == ({"D3"}, "局长：请核", None)


def test_text_never_becomes_a_formula(give: Give) -> None:
    rows = [*ROWS, ["=1+1", "+1", "@SUM(A1)", "-x"]]
    sheet = opened(give(csv(rows), "-坏.csv", error(5, 1, "=1+1"))).worksheets[1]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for cell in sheet[5]] == [
        (text, "s", True) for text in rows[-1]
    ]


def test_a_workbook_that_cannot_be_written_again_comes_as_text(give: Give) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as packed, zipfile.ZipFile(content, "w") as target:
        for name in packed.namelist():
            target.writestr(name, packed.read(name).replace(b"<patternFill", b'<patternFill patternType="odd"', 1))
    sheet = opened(give(content.getvalue(), "表.xlsx", error(2, 4)))["汇总"]
    assert (sheet["D2"].fill.fgColor.rgb, sheet["A4"].value) == (RED, "托克逊镇")


def test_of_a_large_file_come_the_rows_concerned(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MOST_CELLS", 40)
    rows = [ROWS[0], *(["吐鲁番市", NAME, f"{year}年", "9"] for year in range(2001, 2021))]
    book = opened(give(csv(rows), "大.csv", error(19, 4)))
    assert [cell.value for cell in book.worksheets[1]["C"]] == [
        "期次",
        "2001年",
        "2002年",
        "2003年",
        "2004年",
        "2018年",
    ]
    assert book.worksheets[1]["D6"].comment is not None
    assert [cell.value for cell in book.worksheets[0][5]][2::4] == ["第 6 行 D 列", "第 19 行 D 列"]


def test_what_cannot_be_made_is_named(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "SECONDS", 0.01)
    with pytest.raises(BoardUnwritable):
        give(csv(), "a.csv", error(2, 4))


def test_refused_rows_come_under_their_heads_and_can_be_sent_again(read: Read, catalogue: Catalogue) -> None:
    def title(sheet: Any) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "抽检情况"
        sheet.merge_cells("A3:A4")
        sheet.append(["吐鲁番市", NAME, "2016年", "96"])

    _, book = read(workbook(title), "表.xlsx")
    table = table_of(book, catalogue)
    found = [error(4, 4, sheet="汇总"), error(5, 1, sheet="汇总")]
    content = marking.refused_rows("表.xlsx", book, table, [4, 5], found, "zh", book.sheets[0].path.parent)
    _, again = read(content, "退回.xlsx")
    sheet = opened(content)["汇总"]
    assert [[cell.value for cell in row[:3]] for row in sheet] == [
        ["抽检情况", None, None],
        ROWS[0][:3],
        ["吐鲁番市", NAME, "2017年"],
        ["托克逊镇", NAME, "2018年"],
    ]
    assert {cell.coordinate for row in sheet for cell in row if cell.comment} == {"D3", "A4"}
    mended = table_of(again, catalogue)
    assert (mended.sheet, mended.shape, list(mended.rows)) == ("汇总", table.shape, [2, 3])
