"""The command line: stable columns for programs, one sentence for people, and never a traceback."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cli
from data.shell.verbs import ASSESSED
from data.store import shut
from metrics.model.vocabulary import Method, Rule, Status
from tests.data.shell import asked, refused, table
from tests.ui.shipped import HOLD, ROOT

PROMISED = (
    "plan section dimension indicator_id indicator_zh indicator_en unit direction rule method value value_high"
    " benchmark base_value start due due_inferred region level departments owner_basis binding implied aspirational"
    " increment parent conflict reason note"
)
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def database(real_board: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(real_board, tmp_path_factory.mktemp("shell") / "board.duckdb"))


@pytest.fixture
def shell(database: Path) -> Ask:
    return lambda *argv: asked("--db", str(database), *argv)


def run(database: Path, *argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, told of its database by the environment."""
    names = {**os.environ, "BOARD_DB": str(database), **environment}
    return subprocess.run([sys.executable, "cli.py", *argv], cwd=ROOT, env=names, capture_output=True, text=True)


# targets


def test_targets_are_listed_with_the_promised_columns() -> None:
    rows = table(asked("targets", "--format", "csv"))
    assert set(PROMISED.split()) <= set(rows[0])
    assert {row["plan"] for row in rows} == {"fujian", "fuzhou", "linxia", "quanzhou", "turpan"}
    assert {row["rule"] for row in rows} <= set(Rule)
    assert {row["method"] for row in rows} <= set(Method)
    assert len({(row["target_id"], row["due"]) for row in rows}) == len(rows)


def test_a_blank_figure_keeps_its_rule_and_has_no_value() -> None:
    blank = [row for row in table(asked("targets", "--format", "csv")) if row["reason"] == "target_blank"]
    assert blank
    assert all(row["rule"] and row["value"] == "" for row in blank)
    told = [row for row in json.loads(asked("targets", "--format", "json")) if row["reason"] == "target_blank"]
    assert [row["target_id"] for row in told] == [row["target_id"] for row in blank]
    assert all(row["rule"] and row["value"] is None for row in told)


def test_csv_and_json_say_the_same() -> None:
    written = table(asked("targets", "--plan", "quanzhou", "--format", "csv"))
    told = json.loads(asked("targets", "--plan", "quanzhou", "--format", "json"))
    assert list(told[0]) == list(written[0])
    for row, other in zip(told, written, strict=True):
        for name, value in row.items():
            same = (
                float(other[name]) == value
                if isinstance(value, float | int)
                else other[name].lstrip("'") == (value or "")
            )
            assert same, (name, value, other[name])
    assert all(re.fullmatch(r"201[67]-\d\d-\d\d", row["start"]) for row in told)


def test_the_table_for_people_is_narrow_and_in_their_language() -> None:
    head = asked("targets", "--plan", "quanzhou").splitlines()[0]
    assert "indicator_zh" in head
    assert "departments" not in head
    assert "indicator_en" in asked("targets", "--plan", "quanzhou", "--lang", "en").splitlines()[0]


# assess


def test_assessments_have_a_row_for_every_target_date_and_region(shell: Ask) -> None:
    rows = table(shell("assess", "--plan", "quanzhou", "--format", "csv"))
    assert list(rows[0]) == ASSESSED
    listed = {row["target_id"] for row in table(asked("targets", "--plan", "quanzhou", "--format", "csv"))}
    assert {row["target_id"] for row in rows} == listed
    assert len({(row["target_id"], row["due"], row["region"]) for row in rows}) == len(rows)
    assert {row["status"] for row in rows} <= set(Status)
    assert all((row["reason"] != "") == (row["status"] == "not_assessable") for row in rows)


def test_assessments_are_filtered_by_region_and_date(shell: Ask) -> None:
    words = ("assess", "--plan", "quanzhou", "--region", "350500", "--as-of", "2017-06-30", "--format", "json")
    rows = json.loads(shell(*words))
    assert {(row["region"], row["as_of"]) for row in rows} == {("350500", "2017-06-30")}


def test_before_the_plan_nothing_has_started(shell: Ask) -> None:
    rows = json.loads(shell("assess", "--plan", "quanzhou", "--as-of", "1990-01-01", "--format", "json"))
    reasons = {row["reason"] for row in rows}
    assert {row["status"] for row in rows} == {"not_assessable"}
    assert reasons <= {"no_data", "not_started", "target_blank", "scheme_ended", "no_cutoff"}


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_date_can_be_asked_for(shell: Ask, day: str) -> None:
    assert shell("assess", "--plan", "quanzhou", "--as-of", day, "--format", "csv").count("\n") > 100


def test_all_plans_are_judged_each_at_its_own_date(shell: Ask) -> None:
    rows = json.loads(shell("assess", "--format", "json"))
    dates = {(row["plan"], row["as_of"]) for row in rows}
    assert len(dates) == 5


def test_made_up_figures_are_marked_and_can_be_left_out(demo_board: Path, tmp_path: Path) -> None:
    path = shutil.copy(demo_board, tmp_path / "board.duckdb")
    words = ("--db", str(path), "assess", "--plan", "turpan", "--format", "csv")
    marked = table(asked(*words))
    assert {row["demo"] for row in marked} == {"演示数据", ""}
    assert {row["demo"] for row in table(asked(*words, "--no-demo"))} == {""}
    assert "Demonstration data" in asked("--lang", "en", *words)


# Refusals


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["targets", "--plan", "nowhere"], "quanzhou"),
        (["assess", "--plan", "nowhere"], "quanzhou"),
        (["assess", "--plan", "quanzhou", "--region", "650400"], "350502"),
        (["assess", "--as-of", "31.12.2019"], "2019-12-31"),
        (["judge", "nothing.csv", "--rule", "hold"], "nothing.csv"),
        (["judge", "/", "--rule", "hold"], "UTF-8"),
        (["judge", "cli.py", "--rule", "hold"], "cli.py"),
        (["judge", "config/units.csv", "--rule", "hold"], "direction"),
        (["judge", "x.csv", "--rule", "magic"], "magic"),
        (["judge", "x.csv"], "--rule"),
        (["fly"], "fly"),
        (["assess", "--colour", "red"], "--colour"),
        ([], "--help"),
    ],
)
def test_bad_words_are_refused_in_one_sentence(database: Path, words: list[str], said: str, lang: str) -> None:
    assert said in refused("--db", str(database), "--lang", lang, *words)


@pytest.mark.parametrize("verb", ["init", "demo", "assess"])
def test_a_place_where_no_board_can_be_is_refused(tmp_path: Path, verb: str) -> None:
    (tmp_path / "file").write_text("")
    assert "board.duckdb" in refused("--db", str(tmp_path / "file" / "board.duckdb"), verb)


def test_without_a_board_the_cure_is_told(tmp_path: Path) -> None:
    for verb in ("demo", "assess"):
        assert "cli.py init" in refused("--db", str(tmp_path / "board.duckdb"), verb)
    (tmp_path / "board.duckdb").touch()
    for verb in ("demo", "assess"):
        assert "cli.py init" in refused("--db", str(tmp_path / "board.duckdb"), verb, "--lang", "en")
    shut(tmp_path / "board.duckdb")


def test_help_is_given_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for lang, word in (("zh", "规划编号"), ("en", "plan id")):
        with pytest.raises(SystemExit) as left:
            cli.run(["assess", "--lang", lang, "--help"])
        assert left.value.code == 0
        assert word in capsys.readouterr().out


# The process


def test_answers_and_refusals_have_their_own_streams(database: Path, tmp_path: Path) -> None:
    good = run(database, "assess", "--plan", "quanzhou", "--region", "350500", "--format", "csv")
    assert (good.returncode, good.stderr) == (0, "")
    assert "监督" in good.stdout
    bad = run(tmp_path / "none.duckdb", "assess")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "none.duckdb" in bad.stderr
    assert "Traceback" not in bad.stderr


def test_a_narrow_locale_is_no_obstacle(database: Path) -> None:
    told = subprocess.run(
        [sys.executable, "cli.py", "targets", "--plan", "quanzhou"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
    )
    assert told.returncode == 0
    assert "质量" in told.stdout.decode("utf-8")


def test_a_reader_that_has_seen_enough_is_no_error(database: Path) -> None:
    told = subprocess.run(
        f"{sys.executable} cli.py targets --format csv | head -1",
        cwd=ROOT,
        shell=True,
        capture_output=True,
        text=True,
    )
    assert (told.stderr, told.stdout.count("\n")) == ("", 1)


def test_a_board_held_by_another_program_is_said(database: Path, tmp_path: Path) -> None:
    path = shutil.copy(database, tmp_path / "board.duckdb")
    with subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        for verb in ("assess", "demo", "init"):
            refused("--db", str(path), verb)
        assert asked("--db", str(path), "targets", "--plan", "quanzhou")
        holder.kill()
