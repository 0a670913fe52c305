"""The unit that a file writes beside its figures: converted, or refused at its own cell; never passed over."""

import time
from pathlib import Path

import duckdb
import pytest

from data.catalogue.reading import shipped
from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Mapping
from data.ingest.shape import understand as find_table
from data.ingest.staging import lay_out, understand
from data.ingest.table import Table
from tests.ingest.sheets import book, rows_of, sheet

HEAD = "地区,指标,单位,期次,数值"
FUNDS, RATE = "质量工作经费", "生产企业产品质量监督合格率"
DEPARTMENT = "350500-quality"
QUERIES = Path(__file__).parents[2] / "data" / "queries" / "staging"


def staged(tmp_path: Path, text: str) -> duckdb.DuckDBPyConnection:
    """A cursor on which a sheet is laid out and understood."""
    lexicon = Lexicon(shipped(), DEPARTMENT)
    one = sheet(tmp_path, rows_of(text.replace(",", "|")), name="填报")
    table = find_table(book(one), lexicon, Mapping())
    assert isinstance(table, Table)
    cursor = duckdb.connect()
    lay_out(cursor, one, table)
    understand(cursor, shipped(), lexicon, Mapping(), DEPARTMENT)
    return cursor


def problem(cursor: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    """Code, column and value of what was found."""
    rows = cursor.execute((QUERIES / "problems.sql").read_text(encoding="utf-8")).fetchall()
    return [(row[1], row[3], row[4]) for row in rows]


@pytest.mark.parametrize(("unit", "value"), [("亿元", 12.5), ("万元", 0.00125), ("元", 1.25e-7), ("", 12.5)])
def test_a_unit_changed_in_its_column_is_converted(tmp_path: Path, unit: str, value: float) -> None:
    cursor = staged(tmp_path, f"{HEAD}\n泉州市,{FUNDS},{unit},2015年,12.5\n鲤城区,{FUNDS},亿元,2015年,1")
    assert cursor.execute('SELECT value FROM staged ORDER BY "at" LIMIT 1').fetchall() == [(value,)]


@pytest.mark.parametrize(
    ("name", "unit", "code", "column", "value"),
    [
        (FUNDS, "美元", "unit_foreign", 3, "美元"),
        (FUNDS, "胡", "unit_unknown", 3, "胡"),
        (f"{FUNDS}（亿元）", "万元", "unit_unknown", 3, "万元 ≠ 亿元"),
    ],
)
def test_a_unit_that_cannot_be_is_refused_at_its_cell(
    tmp_path: Path, name: str, unit: str, code: str, column: int, value: str
) -> None:
    cursor = staged(tmp_path, f"{HEAD}\n泉州市,{name},{unit},2015年,12.5")
    assert problem(cursor) == [(code, column, value)]


def test_the_same_unit_twice_is_no_contradiction(tmp_path: Path) -> None:
    assert problem(staged(tmp_path, f"{HEAD}\n泉州市,{FUNDS}（万元）,万元,2015年,12.5")) == []


def test_a_multiplier_that_does_not_suit_is_named_with_its_figure(tmp_path: Path) -> None:
    cursor = staged(tmp_path, f"地区,指标,期次,数值\n泉州市,{RATE},2015年,9.3万")
    assert problem(cursor) == [("unit_foreign", 4, "9.3万")]


def test_a_sheet_of_nothing_known_is_judged_in_no_time(tmp_path: Path) -> None:
    rows = "\n".join(f"x{number},y{number},z{number},v{number}" for number in range(6_000))
    started = time.perf_counter()
    cursor = staged(tmp_path, f"地区,指标,期次,数值\n{rows}")
    assert cursor.execute("SELECT count(*) FROM found").fetchall() == [(24_000,)]
    assert time.perf_counter() - started < 6
