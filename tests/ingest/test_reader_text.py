"""Text files: encodings, delimiters, quotes, line ends; every case is read rightly or refused with its place."""

import codecs
import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.ingest.canonical import read_rows
from data.ingest.reader.__main__ import read
from data.ingest.reader.refusal import Refused, Task

TABLE = "地区,2019年,2020年\n泉州市,98.3,98.5\n鲤城区,97.1,——\n"
ROWS = [["地区", "2019年", "2020年"], ["泉州市", "98.3", "98.5"], ["鲤城区", "97.1", "——"]]

Read = Callable[..., tuple[str, str, list[list[str]]]]


def rows_of(content: bytes, folder: Path, **told: str) -> tuple[str, str, list[list[str]]]:
    """Encoding, delimiter and rows of a text file."""
    file, sheets = folder / "file", folder / "sheets"
    sheets.mkdir(exist_ok=True)
    file.write_bytes(content)
    book = read(Task(str(file), str(sheets), **told))  # type: ignore[arg-type]
    (page,) = book["sheets"]  # type: ignore[misc]
    rows = read_rows(sheets / page["file"] if page["file"] else file)
    assert (page["height"], page["width"]) == (len(rows), max(map(len, rows), default=0))
    return str(book["encoding"]), str(book["delimiter"]), rows


@pytest.fixture
def reading(tmp_path: Path) -> Read:
    return lambda content, **told: rows_of(content, tmp_path, **told)


def refused(reading: Read, content: bytes, **told: str) -> tuple[str, int, int]:
    with pytest.raises(Refused) as refusal:
        reading(content, **told)
    fields = refusal.value.fields
    return fields["code"], fields["row"], fields["column"]  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("gb18030", b"", "gb18030"),
        ("gbk", b"", "gb18030"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("utf-32-le", codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_encodings_are_told_apart(reading: Read, encoding: str, mark: bytes, named: str) -> None:
    assert reading(mark + TABLE.encode(encoding)) == (named, ",", ROWS)


def test_a_rare_hanzi_is_read(reading: Read) -> None:
    assert reading("姓名,值\n朱镕基,𠮷\n".encode("gb18030"))[2][1] == ["朱镕基", "𠮷"]


def test_few_hanzi_that_pass_for_utf8_are_chinese(reading: Read) -> None:
    assert reading("泉,1\n联通,2\n".encode("gb18030"))[2] == [["泉", "1"], ["联通", "2"]]
    assert reading("km²,1\n".encode())[2] == [["km²", "1"]]


def test_the_person_overrules_the_encoding(reading: Read) -> None:
    assert reading("質量,臺北\n指標,一\n".encode("big5"), encoding="big5")[2][0] == ["質量", "臺北"]
    assert reading(TABLE.encode("gbk"), encoding="gbk") == ("gb18030", ",", ROWS)


@pytest.mark.parametrize(
    ("content", "told", "place"),
    [
        (TABLE.encode() + "厦门市,1,2\n".encode("gbk"), {}, ("encoding", 4, 0)),
        ("質量臺北,指標單位\n".encode("big5"), {}, ("encoding", 1, 0)),
        ("département,qualité\n".encode("latin-1"), {}, ("encoding", 1, 0)),
        (TABLE.encode("gbk"), {"encoding": "utf-8"}, ("encoding", 1, 0)),
        (TABLE.encode(), {"encoding": "klingon"}, ("encoding_unknown", 0, 0)),
        (TABLE.encode(), {"encoding": "zlib_codec"}, ("encoding_unknown", 0, 0)),
        (TABLE.encode(), {"delimiter": "::"}, ("delimiter", 0, 0)),
        (TABLE.encode() + b"a\0b,1,2\n", {}, ("nul", 4, 0)),
        (TABLE.encode("gbk") + b"a\0b,1,2\n", {}, ("nul", 4, 0)),
    ],
)
def test_what_cannot_be_decoded_is_refused_with_its_line(
    reading: Read, content: bytes, told: dict[str, str], place: tuple[str, int, int]
) -> None:
    assert refused(reading, content, **told) == place


@pytest.mark.parametrize("sign", [",", "\t", ";", "|", "，"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(reading: Read, sign: str, end: str) -> None:
    text = TABLE.replace(",", sign).replace("\n", end)
    assert reading(text.encode()) == ("utf-8", sign, ROWS)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("标题，副标题\n地区;值\n泉州;1,5\n福州;2,5\n", ";"),
        ("地区\t数\n泉州\t1,234\n福州\t2,345\n", "\t"),
        ("地区\t,2019\t,2020\t,\n泉州\t,1\t,2\t,\n", ","),
        ("地区,部门\n泉州,甲;乙\n福州,丙;丁\n", ","),
        ("sep=;\n地区;值,万\n泉州;1,2\n", ";"),
        ("只有一列\n泉州\n", ","),
        ('"a;b",1\n"c;d",2\n', ","),
    ],
)
def test_the_delimiter_is_the_regular_one(reading: Read, text: str, sign: str) -> None:
    assert reading(text.encode())[1] == sign


def test_the_person_overrules_the_delimiter(reading: Read) -> None:
    assert reading(b"a;b,c\n1;2,3\n", delimiter=";")[2] == [["a", "b,c"], ["1", "2,3"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\r\n1,2\n3,4\r5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
        ("标题\n\n地区,值\n泉州,00012\n", [["标题"], [""], ["地区", "值"], ["泉州", "00012"]]),
        ('"a" , "b, c",d\n 1 ,2,"3 "\n', [["a", "b, c", "d"], ["1", "2", "3"]]),
        ('"十四五"规划,值\n泉州,1\n', [['"十四五"规划', "值"], ["泉州", "1"]]),
        ('"说""明""",值\n5" 管,1\n', [['说"明"', "值"], ['5" 管', "1"]]),
        ('"两\n行",值\n泉州,1\n', [["两\n行", "值"], ["泉州", "1"]]),
        ('"两\r行",值\r泉州,1\r', [["两\n行", "值"], ["泉州", "1"]]),
        ('"两\r\n行",值\r\n"泉"州,1\r\n', [["两\n行", "值"], ['"泉"州', "1"]]),
        ("a,b\n1,2\n\x1a", [["a", "b"], ["1", "2"]]),
        ('a,"b"\n1,2\n\x1a', [["a", "b"], ["1", "2"]]),
        ("a,b", [["a", "b"]]),
        ("a,b,\n1,2,\n", [["a", "b", ""], ["1", "2", ""]]),
        ("\n", [[""]]),
        ("\ufeff", []),
    ],
)
def test_rows_are_those_of_the_file(reading: Read, text: str, rows: list[list[str]]) -> None:
    assert reading(text.encode())[2] == rows


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('地区,值\n泉州,"1\n福州,2\n', ("quotes", 2, 2)),
        ('地区,值\n"泉州,1\n"福州",2\n', ("quotes", 2, 1)),
        ('地区,值\n"泉州,1\n福州",2\n厦门,3\n', ("quotes", 2, 1)),
        ('地区,"两\n行"\n泉州,"1\n', ("quotes", 3, 2)),
        ("a,b\n" + "x" * (1 << 20) + "y,1\n", ("cell_too_long", 2, 1)),
        ("a,b\n" + "1," * 16_384 + "1\n", ("too_wide", 2, 0)),
        ('"a",b\n' + "1," * 16_384 + '"1"\n', ("too_wide", 2, 0)),
        ("<html><table><tr><td>泉州</td></tr></table></html>", ("other_format", 0, 0)),
        ('<?xml version="1.0"?><Workbook></Workbook>', ("other_format", 0, 0)),
        ('[{"region": "泉州"}]', ("other_format", 0, 0)),
    ],
)
def test_what_would_be_misread_is_refused(reading: Read, text: str, place: tuple[str, int, int]) -> None:
    assert refused(reading, text.encode()) == place


def test_16384_columns_are_read(reading: Read) -> None:
    line = ",".join(["1"] * 16_384)
    assert [len(row) for row in reading(f'{line}\n"1",2\n'.encode())[2]] == [16_384, 2]


def test_clean_text_is_not_rewritten_but_every_departure_is(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for content, same in (
        (TABLE.encode(), True),
        (TABLE.replace("\n", "\r\n").encode(), False),
        (TABLE.encode("gbk"), False),
        (codecs.BOM_UTF8 + TABLE.encode(), False),
        (TABLE.replace("98.3", '"98.3"').encode(), False),
        ((TABLE + "\n").encode(), False),
    ):
        file.write_bytes(content)
        (page,) = read(Task(str(file), str(tmp_path)))["sheets"]  # type: ignore[misc]
        assert (page["file"] == "") is same
        assert read_rows(tmp_path / page["file"] if page["file"] else file)[:3] == ROWS


CELL = st.text(alphabet='泉州市2019.%-"\n ab', max_size=6)


@settings(max_examples=150, derandomize=True, phases=[Phase.explicit, Phase.generate], deadline=None)
@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6),
    dialect=st.sampled_from([(",", "utf-8"), ("\t", "gb18030"), (";", "utf-16"), ("|", "utf-8-sig")]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_written_tables_come_back(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[list[str]],
    dialect: tuple[str, str],
    quoting: int,
    end: str,
) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=dialect[0], quoting=quoting, lineterminator=end).writerows(rows)  # type: ignore[arg-type]
    found = rows_of(out.getvalue().encode(dialect[1]), tmp_path_factory.mktemp("t"))
    assert found[1:] == (dialect[0], [[cell.strip() for cell in row] for row in rows])
