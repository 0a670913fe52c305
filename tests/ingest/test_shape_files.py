"""``docs/messy_files.md`` tells what is concluded of every messy file; these tests keep it true.

``fixed`` files lie beside this test, one for each fault met in the wild; the files met themselves lie outside the
project, and are looked at where they are present.
"""

import os
import re
from collections import Counter
from pathlib import Path

import pytest

from data.ingest.book import Book, Sheet
from data.ingest.box import read_book
from data.ingest.finding import Unreadable
from data.ingest.laying import laid
from data.ingest.mapping import Mapping
from data.ingest.shape import understand
from data.ingest.table import Axis, Question, Table
from tests.ingest.sheets import lexicon

ROOT = Path(__file__).parents[2]
FILES = Path(__file__).parent / "files"
SHARED = Path(os.environ.get("BOARD_SHARED", ROOT.parent / "shared"))
MESSY = SHARED / "reference" / "messy"
LINE = re.compile(r"\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|")
ROLES = {"region": "地区", "indicator": "指标", "period": "时间"}
ABOUT = ROLES | {"header": "表头", "value": "数值", "sheet": "工作表"}
REASONS = {
    "title": "标题",
    "total": "合计",
    "footnote": "脚注",
    "blank": "空行",
    "section": "分段",
    "repeated_header": "重复表头",
    "reference": "参考列",
}


def documented() -> dict[str, str]:
    text = (ROOT / "docs" / "messy_files.md").read_text(encoding="utf-8")
    return {file: said.strip() for file, _, said in LINE.findall(text)}


def conclusion(path: Path, folder: Path) -> str:
    """What is concluded of a file sent by the market regulation department, in one line."""
    try:
        book = read_book(path, path.name, folder)
        found = understand(book, lexicon(), Mapping())
    except Unreadable as error:
        return f"拒收：{error.finding.words()}"
    return f"{book.encoding}；{_table(book, found) if isinstance(found, Table) else _questions(found)}"


def _questions(found: tuple[Question, ...]) -> str:
    return "询问" + "、".join(
        ABOUT[question.about] + (f"（{' '.join(question.choices)}）" if question.choices else "") for question in found
    )


def _table(book: Book, found: Table) -> str:
    header = "、".join(str(row + 1) for row in found.header)
    axes = "，".join(f"{words}{_axis(found.axis(role))}" for role, words in ROLES.items())  # type: ignore[arg-type]
    reasons = Counter(REASONS[skipped.reason] for skipped in found.skipped)
    skipped = "".join(f"，{reason} {count}" for reason, count in reasons.items())
    sheet = next(sheet for sheet in book.sheets if sheet.name == found.sheet)
    values, units = _figures(sheet, found)
    return f"表头第 {header} 行；{axes}；{len(found.rows)} 行 {len(found.values)} 列，{values} 个数{units}{skipped}"


def _axis(axis: Axis) -> str:
    letters = "、".join(chr(ord("A") + column) for column in axis.index)
    if axis.kind == "column":
        return f"在 {letters} 列"
    if axis.kind == "header":
        return f"在第 {'、'.join(str(row + 1) for row in axis.index)} 行"
    return f"全表为“{axis.text}”"


def _figures(sheet: Sheet, found: Table) -> tuple[int, str]:
    frame = laid(sheet, found)
    units = " ".join(sorted(set(frame["unit_text"]) - {""}))
    return int((~frame["value_text"].isin(["", "NaN"])).sum()), f"，单位 {units}" if units else ""


@pytest.mark.parametrize("file", sorted(path.name for path in FILES.iterdir()))
def test_each_of_our_files_is_concluded_as_the_document_says(file: str, tmp_path: Path) -> None:
    assert documented().get(file) == conclusion(FILES / file, tmp_path)


@pytest.mark.skipif(not MESSY.exists(), reason="the files met in the wild are not here")
@pytest.mark.parametrize("file", sorted(path.name for path in MESSY.glob("*") if path.name != "index.csv"))
def test_each_file_met_in_the_wild_is_concluded_as_the_document_says(file: str, tmp_path: Path) -> None:
    assert documented().get(file) == conclusion(MESSY / file, tmp_path)


def test_every_fault_met_has_a_file_of_ours() -> None:
    text = (ROOT / "docs" / "messy_files.md").read_text(encoding="utf-8")
    ours = {path.name for path in FILES.iterdir()}
    assert {file for file in documented() if (FILES / file).exists()} == ours
    met, alike = zip(*re.findall(r"\| `([^`]+)` \| 同 `([^`]+)` \|", text), strict=True)
    assert set(alike) == ours
    assert len(met) == len(set(met))
