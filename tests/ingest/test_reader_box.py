"""Reading in a child: evil and broken files end in a finding that a clerk understands, within the limits."""

import logging
import os
import struct
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data.ingest import box
from data.ingest.book import Book
from data.ingest.box import read_book, run_boxed
from data.ingest.finding import Unreadable
from tests.ingest.foreign import compound, ods, packed, xls, xlsx

MESSY = Path(os.environ.get("BOARD_SHARED", Path(__file__).parents[3] / "shared")) / "reference" / "messy"
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
MEGA = 1 << 20

Read = Callable[..., Book]


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    def read(content: bytes, name: str = "报表.xlsx", **told: object) -> Book:
        file, folder = tmp_path / "archived", tmp_path / "sheets"
        file.write_bytes(content)
        folder.mkdir()
        return read_book(file, name, folder, **told)  # type: ignore[arg-type]

    return read


def test_a_book_has_its_sheets(reading: Read) -> None:
    book = reading(xlsx('<row r="2"><c r="B2" s="1"><v>0.983</v></c></row>'))
    (sheet,) = book.sheets
    assert (book.kind, book.encoding, sheet.name, sheet.height, sheet.width) == ("xlsx", "xlsx", "数据", 2, 2)
    assert sheet.rows == [[""], ["", "98.3%"]]


def test_clean_text_stays_where_it_lies(reading: Read, tmp_path: Path) -> None:
    book = reading("地区,值\n泉州,1\n".encode(), "a.csv")
    assert (book.kind, book.encoding, book.delimiter) == ("text", "utf-8", ",")
    assert book.sheets[0].path == tmp_path / "archived"
    assert book.sheets[0].head(1) == [["地区", "值"]]


def test_the_name_is_not_believed(reading: Read) -> None:
    assert reading(xlsx(CELL), "报表.csv").kind == "xlsx"


REFUSED: dict[str, tuple[bytes, str, str]] = {
    "empty": (b"", "empty", ""),
    "program named csv": (b"MZ\x90\0\3\0\0\0" + bytes(200), "not_a_table", "EXE"),
    "elf": (b"\x7fELF\2\1\1" + bytes(64), "not_a_table", "ELF"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "not_a_table", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "not_a_table", "PNG"),
    "word": (packed({"[Content_Types].xml": "", "word/document.xml": ""}), "not_a_table", "Word"),
    "zip": (packed({"a.csv": "a,b"}), "not_a_table", "ZIP"),
    "xlsb": (packed({"xl/workbook.bin": b""}), "other_format", "XLSB"),
    "old word": (compound({"WordDocument": b"x"}), "not_a_table", "Word"),
    "web page named xls": (b"<html><table><tr><td>1</td></tr></table></html>", "other_format", "HTML"),
    "web page in utf-16": ("<html><table>".encode("utf-16"), "other_format", "HTML"),
    "xml named xls": (b'\xef\xbb\xbf<?xml version="1.0"?>\n<Workbook/>', "other_format", "XML"),
    "locked xlsx": (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "encrypted", ""),
    "locked xls": (xls(locked=True), "encrypted", ""),
    "locked zip": (xlsx(CELL).replace(b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0"), "encrypted", ""),
    "cut off": (xlsx(CELL)[:-300], "damaged", ""),
    "broken xml": (xlsx("<row><c><v>1</row>"), "damaged", ""),
    "broken xls": (compound({"Workbook": b"\xff" * 5000}), "damaged", ""),
    "header of an xls only": (xls()[:600], "damaged", ""),
    "sheet without part": (xlsx(more={"xl/_rels/workbook.xml.rels": "<Relationships/>"}), "damaged", ""),
    "bomb": (xlsx(CELL, " " * (40 * MEGA)), "zip_bomb", "42 MB"),
    "many parts": (packed({f"xl/{n}": b"" for n in range(10_001)}), "zip_bomb", "10,001"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_for_what_it_is(reading: Read, case: str) -> None:
    content, code, other = REFUSED[case]
    with pytest.raises(Unreadable) as refusal:
        reading(content, "报表.csv")
    assert (refusal.value.finding.code, refusal.value.finding.other) == (code, other)
    for lang in ("zh", "en"):
        assert refusal.value.finding.words(lang)


def test_a_far_cell_is_named_and_nothing_dies(reading: Read) -> None:
    with pytest.raises(Unreadable) as refusal:
        reading(xlsx(FAR))
    found = refusal.value.finding
    assert (found.code, found.sheet, found.row, found.letter) == ("far_cell", "数据", 1_048_576, "XFD")


def test_a_sheet_that_hides_its_size_meets_the_limit_of_the_box(reading: Read) -> None:
    first = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(Unreadable) as refusal:
        reading(xlsx(first + CELL))
    assert refusal.value.finding.code == "out_of_memory"


def test_a_far_cell_of_an_ods_is_named(reading: Read) -> None:
    cell = '<table:table-cell office:value-type="float" office:value="1"/>'
    blank = '<table:table-cell table:number-columns-repeated="16383"/>'
    rows = f'<table:table-row table:number-rows-repeated="1048575">{blank}</table:table-row>'
    row = f"<table:table-row>{blank}{cell}</table:table-row>"
    with pytest.raises(Unreadable) as refusal:
        reading(ods(f'<table:table table:name="数据">{rows}{row}</table:table>'))
    found = refusal.value.finding
    assert (found.code, found.row, found.letter) == ("far_cell", 1_048_576, "XFD")


def test_a_false_size_is_found_before_the_parser_meets_it(reading: Read) -> None:
    content = xlsx(CELL * 2000)
    at = content.rindex(b"xl/worksheets/sheet1.xml") - 46  # the entry of the central directory
    assert content[at : at + 4] == b"PK\1\2"
    lying = content[: at + 24] + struct.pack("<I", 100) + content[at + 28 :]
    with pytest.raises(Unreadable) as refusal:
        reading(lying)
    assert refusal.value.finding.code == "damaged"


@pytest.mark.parametrize(
    ("content", "code", "row"),
    [
        (b"1" + b",1" * (25 * MEGA), "too_wide", 1),
        (b"1" * (50 * MEGA), "cell_too_long", 1),
        (b'a,b\n"' + b"1,2\n" * (5 * MEGA), "quotes", 2),
        (b"1,2,3\n" * (MEGA + 1), "too_many_cells", 1_000_001),
    ],
)
def test_huge_text_is_refused_in_time(reading: Read, content: bytes, code: str, row: int) -> None:
    with pytest.raises(Unreadable) as refusal:
        reading(content, "大.csv")
    assert (refusal.value.finding.code, refusal.value.finding.row) == (code, row)


def test_patience_reads_what_the_page_does_not(reading: Read) -> None:
    book = reading(b"1,2,3\n" * (MEGA + 1), "大.csv", patient=True)
    assert (book.sheets[0].height, book.sheets[0].width) == (MEGA + 1, 3)


def test_what_the_person_says_of_the_text_counts(reading: Read) -> None:
    book = reading("甲;乙,丙\n".encode("gbk"), "a.csv", encoding="gbk", delimiter=";")
    assert (book.encoding, book.sheets[0].rows) == ("gb18030", [["甲", "乙,丙"]])


# The box


def outcome(tmp_path: Path, code: str, *, seconds: float = 20, memory: int = 500_000_000) -> tuple[str, int]:
    """How a child with a code of its own ends."""
    script = tmp_path / "script.py"
    script.write_text(code)
    ended = run_boxed("timeit", ["-n1", "-r1", f"exec(open({str(script)!r}).read())"], seconds=seconds, memory=memory)
    return ended.how, ended.code


def runs(process: int) -> bool:
    """Whether a process still does anything."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("pass", "finished"),
        ("raise SystemExit(3)", "died"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "died"),
        ("x = bytearray(2_000_000_000)", "out_of_memory"),
        ("import sys; sys.stderr.write('memory allocation of 9 bytes failed'); import os; os.abort()", "out_of_memory"),
    ],
)
def test_ends_are_told_apart(tmp_path: Path, code: str, how: str) -> None:
    assert outcome(tmp_path, code)[0] == how


def test_time_is_up_for_the_whole_family(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    start = f"open({str(mark)!r}, 'w').write(str(subprocess.Popen(['sleep', '60']).pid))"
    code = f"import subprocess, time; {start}; time.sleep(60)"
    began = time.monotonic()
    assert outcome(tmp_path, code, seconds=1.5)[0] == "out_of_time"
    assert time.monotonic() - began < 5
    while runs(int(mark.read_text())):
        assert time.monotonic() - began < 10
        time.sleep(0.05)


def test_a_child_writes_no_endless_file_and_reads_no_keyboard(tmp_path: Path) -> None:
    big = tmp_path / "big"
    start = f"import sys; assert sys.stdin.read() == ''; file = open({str(big)!r}, 'wb')"
    code = f"{start}\nwhile True: file.write(bytes(1 << 22))"
    assert outcome(tmp_path, code, memory=100_000_000)[0] == "died"
    assert big.stat().st_size <= 100_000_000


def test_last_words_go_to_the_log_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger=box.__name__):
        outcome(tmp_path, "raise ValueError('inner words')")
    assert "inner words" in caplog.text


# The real ones


@pytest.mark.skipif(not MESSY.is_dir(), reason="the collected files are not on this machine")
@pytest.mark.parametrize(
    ("name", "encoding", "height", "width", "place", "text"),
    [
        ("cn01_nbs_gdp.csv", "gb18030", 37, 20, (4, 1), "49670.2"),
        ("cn02_nbs_sample_population.csv", "gb18030", 38, 21, (4, 1), ""),
        ("cn05_nbs_population_gb18030.csv", "gb18030", 37, 11, (4, 1), "2183"),
        ("cn06_nbs_newsite_tabs.csv", "utf-8-sig", 35, 17, (3, 2), "9153.26"),
        ("cn10_transposed_quoted.csv", "utf-8", 21, 32, (1, 1), "5267"),
        ("cn12_city_year.csv", "gb18030", 18, 21, (1, 0), "地区：上海"),
        ("cn13_city_year.xls", "xls", 18, 21, (4, 1), "4231.38"),
        ("cn26_aqi_month_noheader.csv", "utf-8-sig", 39, 12, (0, 3), "19~120"),
        ("cn28_hourly_nan.csv", "utf-8", 393, 13, (1, 0), "20200402"),
        ("cn31_national_quality_wide.csv", "utf-8", 38, 29, (1, 0), "1978年"),
        ("ft01_merged-cells.xlsx", "xlsx", 1, 1, (0, 0), "data"),
        ("ft02_multiline-headers.xlsx", "xlsx", 6, 4, (3, 3), "from baseline (%)"),
        ("ft03_preserve-formatting-percentage.xlsx", "xlsx", 4, 2, (1, 1), "52%"),
        ("ft04_skip-rows-before-headers.csv", "utf-8", 4, 2, (1, 0), "id"),
        ("ft06_bom.csv", "utf-8-sig", 3, 2, (0, 0), "id"),
        ("mt01_utf16le.csv", "utf-16-le", 328, 19, (1, 0), "5C1"),
    ],
)
def test_collected_files_are_read(
    tmp_path: Path, name: str, encoding: str, height: int, width: int, place: tuple[int, int], text: str
) -> None:
    book = read_book(MESSY / name, name, tmp_path)
    (sheet,) = book.sheets
    assert (book.encoding, sheet.height, sheet.width) == (encoding, height, width)
    assert sheet.rows[place[0]][place[1]] == text


@pytest.mark.skipif(not MESSY.is_dir(), reason="the collected files are not on this machine")
def test_the_collected_encrypted_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_book(MESSY / "mt02_encrypted_no_password.xls", "a.xls", tmp_path)
    assert refusal.value.finding.code == "encrypted"
