"""The way of a file through the command line: read, checked, loaded, taken back; what a clerk's file is told."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

import cli
from data.boarding import refresh
from data.ingest.archive import archive
from data.ingest.commit import bring_current
from data.ingest.importing import submit
from data.ingest.inbox import Request
from data.ingest.preview import ALL
from data.store import Store, shut
from tests.data.figures import CITY, COUNTY, everything, standing

NAME = "生产企业产品质量监督合格率"
TIDY = f"地区,指标,期次,数值\n泉州市,{NAME},2015年,93.1%\n鲤城区,{NAME},2015年,92.4\n"
Run = Callable[..., tuple[dict[str, Any], int]]


@pytest.fixture
def path(laid_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))


@pytest.fixture
def send(path: Path, tmp_path: Path) -> Run:
    """Import a file's bytes; the JSON answer and the exit code."""

    def run(content: bytes | str, *words: str, name: str = "figures.csv", department: str = "350500-quality") -> Any:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        argv = ["--db", str(path), "import", str(file), "--department", department, "--json", *words]
        told = cli.run(argv)
        return json.loads(told.text), told.code

    return run


def after(path: Path) -> dict[str, list[tuple[object, ...]]]:
    store = Store(path)
    try:
        return everything(store)
    finally:
        store.close()


def figures(path: Path, region: str = CITY) -> dict[int, float]:
    store = Store(path)
    try:
        return standing(store, region)
    finally:
        store.close()


def test_a_sound_file_is_loaded_whole(send: Run, path: Path) -> None:
    told, code = send(TIDY.encode("gb18030"), "--yes")
    assert (told["state"], code, told["encoding"], told["shape"]) == ("accepted", 0, "gb18030", "tidy")
    assert told["rows"] == {"read": 2, "new": 2, "changed": 0, "unchanged": 0, "refused": 0, "missing": 0}
    assert (figures(path), figures(path, COUNTY)) == ({2015: 93.1}, {2015: 92.4})


def test_the_same_file_again_changes_nothing(send: Run, path: Path) -> None:
    first, _ = send(TIDY, "--yes")
    before = after(path)
    again, code = send(TIDY, "--yes", name="renamed.csv")
    assert (again["state"], again["load_id"], code) == ("unchanged", first["load_id"], 0)
    assert after(path) == before


def test_two_who_send_the_same_file_at_once_load_it_once(path: Path) -> None:
    """Both have read it and seen that it is not there yet before either of them writes."""
    store, both = Store(path), Barrier(2)
    mark = archive(store.path.parent, TIDY.encode())
    asked = [
        Request(sha256=mark, file="a.csv", department="350500-quality", user=who, confirmations={ALL: "yes"})
        for who in ("one", "two")
    ]

    def together(step: str, _share: float) -> None:
        if step == "shape":
            both.wait(60)

    try:
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda one: submit(store, one, told=together, patient=True), asked))
        assert sorted(one.state for one in found) == ["accepted", "unchanged"]
        assert {one.load_id for one in found} == {1}
    finally:
        store.close()


def test_a_preview_writes_nothing(send: Run, path: Path) -> None:
    before = after(path)
    told, code = send(TIDY, "--dry-run")
    assert (told["state"], told["load_id"], told["rows"]["new"], code) == ("previewed", None, 2, 0)
    assert after(path) == before


def test_one_bad_cell_refuses_the_file_and_names_its_place(send: Run, path: Path) -> None:
    before = after(path)
    told, code = send(TIDY + "泉州市,生产企业产品质量监督合格率,2014年,98.3%%\n")
    assert (told["state"], code, told["rows"]["refused"]) == ("rejected", 2, 1)
    (bad,) = [one for one in told["problems"] if one["level"] == "error"]
    assert (bad["row"], bad["column"], bad["value"]) == (4, "D", "98.3%%")
    assert "98.3%" in bad["cure"]
    assert after(path) == before


def test_the_sound_rows_go_in_and_the_others_come_back(send: Run, path: Path, tmp_path: Path) -> None:
    told, code = send(TIDY + "火星市,生产企业产品质量监督合格率,2014年,98.3\n", "--partial", "--yes")
    assert (told["state"], code, told["rows"]["new"], told["rows"]["refused"]) == ("accepted", 0, 2, 1)
    assert figures(path) == {2015: 93.1}
    assert Path(told["refused_file"]).parent == tmp_path
    assert Path(told["refused_file"]).read_bytes()[:2] == b"PK"


def test_missing_is_not_zero(send: Run, path: Path) -> None:
    rows = "".join(
        f"泉州市,生产企业产品质量监督合格率,{year}年,{cell}\n"
        for year, cell in ((2012, "--"), (2013, "…"), (2014, "0"))
    )
    told, _ = send(TIDY + rows, "--yes")
    assert (told["rows"]["missing"], told["rows"]["new"]) == (2, 3)
    assert figures(path) == {2014: 0.0, 2015: 93.1}


def test_nothing_filled_in_is_no_error(send: Run, path: Path) -> None:
    before = after(path)
    told, code = send("地区,指标,期次,数值\n泉州市,生产企业产品质量监督合格率,2015年,\n")
    assert (told["state"], code, told["rows"]["missing"]) == ("unchanged", 0, 1)
    assert after(path) == before


def test_a_revision_waits_for_a_yes(send: Run, path: Path) -> None:
    send(TIDY, "--yes")
    changed = TIDY.replace("93.1%", "93.6%")
    told, code = send(changed)
    assert (told["state"], code, told["rows"]["changed"]) == ("rejected", 2, 1)
    assert "unconfirmed" in {one["code"] for one in told["problems"]}
    assert figures(path) == {2015: 93.1}
    told, code = send(changed, "--yes", "--note", "年报更正")
    assert (told["state"], code) == ("accepted", 0)
    assert figures(path) == {2015: 93.6}


def test_a_name_that_fits_two_regions_is_asked_for_and_the_answer_is_remembered(
    send: Run, path: Path, tmp_path: Path
) -> None:
    file = "地区,指标,期次,数值\n东乡,生产企业产品质量监督合格率,2015年,92.4\n"
    told, code = send(file)
    assert (told["state"], code) == ("needs_mapping", 3)
    (question,) = told["questions"]
    assert (question["about"], question["text"]) == ("region_name", "东乡")
    assert set(question["choices"]) == {"361003", "622926"}
    mapping = tmp_path / "mapping.toml"
    mapping.write_text('[names.region]\n"东乡" = "350502"\n', encoding="utf-8")
    assert send(file, "--mapping", str(mapping), "--yes")[0]["state"] == "accepted"
    assert figures(path, COUNTY) == {2015: 92.4}
    next_year = file.replace("2015", "2016").replace("92.4", "92.9")
    assert send(next_year, "--yes")[0]["state"] == "accepted"
    assert figures(path, COUNTY) == {2015: 92.4, 2016: 92.9}


def test_a_milestone_report_comes_the_same_way(send: Run, path: Path) -> None:
    told, code = send("指标,地区,日期,完成情况,佐证\n创建动员大会召开,泉州市,2016-05-31,已完成,会议纪要\n", "--yes")
    assert (told["state"], code, told["rows"]["new"]) == ("accepted", 0, 1), told
    store = Store(path)
    with store.cursor() as cursor:
        rows = cursor.execute("SELECT region, indicator_id, done, evidence, state FROM milestone_report").fetchall()
    store.close()
    assert rows == [(CITY, "creation_mobilisation_meeting_held", True, "会议纪要", "已完成")]


def test_what_was_loaded_can_be_taken_back(send: Run, path: Path) -> None:
    told, _ = send(TIDY, "--yes")
    answer = cli.run(["--db", str(path), "undo", str(told["load_id"]), "--reason", "发错了", "--json"])
    assert answer.code == 0, answer.text
    assert figures(path) == {}
    again, _ = send(TIDY, "--yes")
    assert (again["state"], figures(path)) == ("accepted", {2015: 93.1})


def test_the_archive_holds_every_file_also_those_refused(send: Run, path: Path) -> None:
    told, _ = send(b"MZ\x90\x00" + bytes(200), name="figures.csv")
    assert told["state"] == "rejected"
    assert (path.parent / "archive" / told["sha256"]).read_bytes()[:2] == b"MZ"


def test_an_unknown_department_is_one_sentence(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TIDY, encoding="utf-8")
    told = cli.run(["--db", str(path), "import", str(tmp_path / "a.csv"), "--department", "nobody"])
    assert (told.code, told.error) == (2, True)
    told = cli.run(["--db", str(path), "import", "nowhere.csv", "--department", "350500-quality", "--json"])
    assert (told.code, json.loads(told.text)["state"]) == (2, "rejected")
    shut(path)


def test_verdicts_kept_after_a_load_are_those_of_a_full_judgement(real_board: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(real_board, tmp_path / "real.duckdb"))
    file = tmp_path / "a.csv"
    file.write_text(TIDY, encoding="utf-8")
    argv = ["--db", str(path), "import", str(file), "--department", "350500-quality", "--yes"]
    assert cli.run(argv).code == 0
    store = Store(path)
    try:
        kept, current = verdicts(store), standing_figures(store)
        with store.write() as cursor:
            bring_current(cursor)
        refresh(store)
        assert standing_figures(store) == current
        assert verdicts(store) == kept
    finally:
        store.close()


def standing_figures(store: Store) -> list[tuple[object, ...]]:
    """Every figure that counts now."""
    with store.cursor() as cursor:
        return cursor.execute("SELECT * FROM current_observation ORDER BY ALL").fetchall()


def verdicts(store: Store) -> list[tuple[object, ...]]:
    """Every verdict stored, whatever the data version."""
    with store.cursor() as cursor:
        return cursor.execute("SELECT * EXCLUDE (data_version) FROM assessment ORDER BY ALL").fetchall()
