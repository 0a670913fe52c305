"""The records on the command line: loads, undo, redo and coverage, for people and for programs."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.coverage import STATES
from data.ingest.commit import Sender, commit
from data.store import Store, shut
from tests.data.figures import RATE
from tests.data.shell import asked, refused, table
from tests.ingest.test_history import figures

Ask = Callable[..., str]
OWED = ("coverage", "--as-of", "2016-12-31", "--plan", "quanzhou")


@pytest.fixture
def board(laid_out: Path, tmp_path: Path) -> Path:
    """A closed database with one plan and one load of the market bureau."""
    path = Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))
    store = Store(path)
    with store.write() as cursor:
        cursor.execute("DELETE FROM plan WHERE id <> 'quanzhou'")
    commit(store, b"a file", figures((2015, 90), (2016, 91)), 1, Sender("月报.csv", "李某", "350500-market"))
    store.close()
    return path


@pytest.fixture
def shell(board: Path) -> Ask:
    return lambda *argv: asked("--db", str(board), *argv)


def told(text: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(text)
    return found


def test_loads_are_listed_for_people(shell: Ask) -> None:
    first, header, row = shell("loads").splitlines()
    assert first.startswith("列出 1 次载入，其中 0 次已撤回。")
    assert header.split()[:5] == ["load", "loaded_at", "user", "department", "file"]
    assert row.split()[0] == "1"
    assert row.split()[3:] == ["李某", "市市场监管局", "月报.csv", "3", "2", "0", "0", "0", "1", "有效"]
    assert shell("loads", "--department", "350500-agriculture") == "还没有载入记录。\n"
    assert "Quanzhou administration" in shell("loads", "--lang", "en", "--limit", "1")


def test_loads_are_told_to_programs(shell: Ask) -> None:
    (load,) = json.loads(shell("loads", "--json"))
    assert load["rows"] == {"read": 3, "new": 2, "changed": 0, "unchanged": 0, "refused": 0, "missing": 1}
    assert (load["load_id"], load["state"], load["file"], load["demo"]) == (1, "standing", "月报.csv", False)
    assert load["loaded_at"].endswith("Z")
    assert load["undone_at"] is load["redo_of"] is load["redone_by"] is None
    assert load["confirmations"] == []


def test_a_load_is_taken_back_and_brought_back(shell: Ask, board: Path) -> None:
    undone = told(shell("undo", "1", "--reason", "文件发错了", "--user", "王某", "--json"))
    assert undone == {"state": "undone", "load_id": 1, "figures": {"gone": 2, "back": 0, "kept": 0}}
    (load,) = json.loads(shell("loads", "--json"))
    assert (load["state"], load["undone_by"], load["undone_why"]) == ("withdrawn", "王某", "文件发错了")
    assert "（python cli.py redo 1）" in refused("--db", str(board), "undo", "1", "--reason", "再撤")
    assert shell("redo", "1") == "载入 1 已重做，新编号 2：新增 2 项，更改 0 项，未变 0 项。\n"
    newer, older = json.loads(shell("loads", "--json"))
    assert (newer["redo_of"], older["redone_by"], newer["rows"]) == (1, 2, older["rows"])
    shut(board)


@pytest.mark.parametrize(
    "argv",
    [
        ("undo", "7", "--reason", "r"),
        ("undo", "x", "--reason", "r"),
        ("undo", "²", "--reason", "r"),
        ("undo", "9" * 30, "--reason", "r"),
        ("undo", "1", "--reason", " "),
        ("undo", "1"),
        ("redo", "1"),
        ("loads", "--department", "nobody"),
        ("coverage", "--as-of", "soon"),
        ("coverage", "--plan", "nothing"),
        ("coverage", "--department", "nobody"),
    ],
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_cannot_be_done_is_refused_in_one_sentence(board: Path, argv: tuple[str, ...], lang: str) -> None:
    refused("--db", str(board), "--lang", lang, *argv)


def test_coverage_begins_with_a_line_that_counts(shell: Ask) -> None:
    rows = table(shell(*OWED, "--format", "csv"))
    count = {state: sum(row["state"] == state for row in rows) for state in STATES}
    first, header, *lines = shell(*OWED).splitlines()
    assert first == (
        f"截至 2016-12-31 应报 {len(rows)} 项：已收 0 项，迟报 1 项，"
        f"未报 {count['missing']} 项，未到期限 {count['open']} 项。"
    )
    assert "deadline" in header
    assert len(lines) == len(rows)
    assert sum("迟报" in line for line in lines) == 1
    assert all("<NA>" not in line and "NaT" not in line for line in lines)
    assert shell("coverage", "--as-of", "2009-12-31").startswith("截至 2009-12-31 应报 0 项")


def test_coverage_in_csv_and_json_says_the_same(shell: Ask) -> None:
    written = table(shell(*OWED, "--department", "350500-quality", "--format", "csv"))
    rows = json.loads(shell(*OWED, "--department", "350500-quality", "--format", "json"))
    assert [row["indicator_id"] for row in rows] == [row["indicator_id"] for row in written]
    assert list(rows[0]) == list(written[0])
    assert {row["department"] for row in rows} == {"350500-market"}, "the body that took the work over"
    assert {(row["period"], row["deadline"]) for row in rows if not row["event"]} == {("2016", "2017-01-30")}
    assert all(row["period"] == row["period_end"] for row in rows if row["event"])
    (late,) = (row for row in rows if row["state"] == "late")
    assert (late["indicator_id"], late["load_id"], late["received_at"][-1]) == (RATE, 1, "Z")
