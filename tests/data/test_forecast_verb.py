"""The verbs forecast and backtest: stable columns for programs, plain words for people, the same through the app."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from config.chance import chance
from config.text import LANGUAGES
from data.backtesting import Backtest, backtest
from data.service import ask, serving
from data.shell import forecasting
from data.shell.forecasting import FORECASTS
from data.store import Store, shut
from metrics.model.vocabulary import Forecast, Status
from tests.data.conftest import Send
from tests.data.figures import CITY, RATE, is_one_sentence
from tests.data.shell import asked, refused, table

Ask = Callable[..., str]
PLAN = ("forecast", "--plan", "quanzhou")
KEPT = {"ok", "impossible_target", "no_target"}  # an interval is given


@pytest.fixture(scope="module")
def shell(demo_board: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """The command line on a board with demonstration figures."""
    path = Path(shutil.copy(demo_board, tmp_path_factory.mktemp("forecast") / "board.duckdb"))
    yield lambda *argv: asked("--db", str(path), *argv)
    shut(path)


# forecast


def test_a_forecast_has_a_row_for_every_target_date_and_region(shell: Ask) -> None:
    rows = table(shell(*PLAN, "--format", "csv"))
    assert list(rows[0]) == FORECASTS
    judged = table(shell("assess", "--plan", "quanzhou", "--format", "csv"))
    assert [(row["target_id"], row["due"], row["region"], row["status"]) for row in rows] == [
        (row["target_id"], row["due"], row["region"], row["status"]) for row in judged
    ]
    assert {row["forecast"] for row in rows} <= set(Forecast)
    assert {row["status"] for row in rows} <= set(Status)
    for row in rows:
        assert (row["probability"] != "") == (row["forecast"] == "ok"), row
        assert (row["expected"] != "") == (row["forecast"] in KEPT), row
        if row["probability"]:
            assert 0 <= float(row["probability"]) <= 1
            assert float(row["expected_low"]) <= float(row["expected"]) <= float(row["expected_high"])


def test_csv_and_json_say_the_same(shell: Ask) -> None:
    told = json.loads(shell(*PLAN, "--format", "json"))
    rows = table(shell(*PLAN, "--format", "csv"))
    assert list(told[0]) == FORECASTS
    for row, other in zip(rows, told, strict=True):
        assert row["target_id"] == other["target_id"]
        said = other["probability"]
        assert row["probability"] == "" if said is None else float(row["probability"]) == pytest.approx(said)


def test_made_up_figures_are_marked_and_can_be_left_out(shell: Ask) -> None:
    shown = json.loads(shell(*PLAN, "--format", "json"))
    assert any(row["forecast_demo"] and row["demo"] for row in shown)
    hidden = json.loads(shell(*PLAN, "--no-demo", "--format", "json"))
    assert not any(row["forecast_demo"] or row["demo"] for row in hidden)
    assert "演示数据" in shell(*PLAN)
    assert "演示数据" not in shell(*PLAN, "--no-demo")


def test_region_and_date_are_those_asked_for(shell: Ask) -> None:
    words = (*PLAN, "--region", CITY, "--as-of", "2016-12-31", "--format", "json")
    rows = json.loads(shell(*words))
    assert {(row["region"], row["as_of"]) for row in rows} == {(CITY, "2016-12-31")}
    assert all(row["forecast_last"] is None or row["forecast_last"] <= "2016-12-31" for row in rows)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_date_can_be_asked_for(shell: Ask, day: str) -> None:
    rows = table(shell(*PLAN, "--as-of", day, "--format", "csv"))
    assert "ok" not in {row["forecast"] for row in rows}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_for_people_has_words_and_no_codes(shell: Ask, lang: str) -> None:
    told = shell(*PLAN, "--lang", lang)
    first, head, *lines = told.splitlines()
    rows = [row for row in table(shell(*PLAN, "--format", "csv")) if row["forecast"] != "other_rule"]
    assert len(lines) == len(rows)
    assert str(len(rows)) in first
    assert f"indicator_{lang}" in head
    assert not any(code in told for code in ("too_few_points", "definition_break", "nan", "None"))
    for line, row in zip(lines, rows, strict=True):
        assert row["target_id"] in line
        if row["probability"]:
            assert chance(float(row["probability"]), lang) in line


def test_a_table_without_forecasts_says_so(shell: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = forecasting.chosen
    monkeypatch.setattr(forecasting, "chosen", lambda *words: chosen(*words).assign(forecast="other_rule"))
    assert shell(*PLAN) == "没有可列出的目标。\n"
    assert shell(*PLAN, "--lang", "en") == "There are no targets to list.\n"


def test_few_points_and_far_horizons_are_said(shell: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = forecasting.chosen
    changes = {"forecast_points": 4, "horizon": 5 + 1e-12}
    monkeypatch.setattr(forecasting, "chosen", lambda *words: chosen(*words).assign(**changes))
    assert "只有 4 期数据" in shell(*PLAN)
    assert "超出检验范围" not in shell(*PLAN)
    changes |= {"forecast_points": 5, "horizon": 5.5}
    assert "期数据" not in shell(*PLAN)
    assert "超出检验范围" in shell(*PLAN)
    assert "outside the tested range" in shell(*PLAN, "--lang", "en")


# A probability in words


@pytest.mark.parametrize(
    ("probability", "zh", "en"),
    [
        (0.0, "<5%", "<5%"),
        (0.0499, "<5%", "<5%"),
        (0.05, "约 5%", "about 5%"),
        (0.0749, "约 5%", "about 5%"),
        (0.075, "约 10%", "about 10%"),
        (0.4463, "约 45%", "about 45%"),
        (0.95, "约 95%", "about 95%"),
        (0.9501, ">95%", ">95%"),
        (1.0, ">95%", ">95%"),
        (float("nan"), "", ""),
    ],
)
def test_a_chance_is_told_in_steps_of_five(probability: float, zh: str, en: str) -> None:
    assert (chance(probability, "zh"), chance(probability, "en")) == (zh, en)


# backtest


def test_the_backtest_says_the_same_in_all_forms(shell: Ask) -> None:
    told = json.loads(shell("backtest", "--format", "json"))
    assert list(told) == ["groups", "reliability", "outcomes", "series"]
    rows = table(shell("backtest", "--format", "csv"))
    assert [row["kind"] for row in rows] == [group["kind"] for group in told["groups"]]
    assert list(rows[0]) == list(told["groups"][0])
    every = told["groups"][0]
    assert (every["kind"], every["outcomes"]) == ("all", told["outcomes"])
    assert sum(one["trials"] for one in told["reliability"]) >= told["outcomes"] > 0
    for row, group in zip(rows, told["groups"], strict=True):
        assert row["brier"] == "" if group["brier"] is None else float(row["brier"]) == pytest.approx(group["brier"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_backtest_in_words_counts_first(shell: Ask, lang: str) -> None:
    told = json.loads(shell("backtest", "--format", "json"))
    first, _head, *lines = shell("backtest", "--lang", lang).splitlines()
    assert str(told["outcomes"]) in first
    assert str(told["series"]) in first
    assert len(lines) == sum(group["outcomes"] > 0 for group in told["groups"])
    few = {"zh": "样本太少，不能判断", "en": "too few to tell"}[lang]
    some = [group for group in told["groups"] if group["outcomes"]]
    assert [few in line for line in lines] == [not group["tells"] for group in some]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_group_has_words(store: Store, monkeypatch: pytest.MonkeyPatch, shell: Ask, lang: str) -> None:
    found = backtest(store)
    some = Backtest(found.groups.assign(outcomes=7), found.bins, 7, 7)
    monkeypatch.setattr(forecasting, "backtest", lambda _store, _plan: some)
    assert len(shell("backtest", "--lang", lang).splitlines()) == 2 + len(found.groups)


def test_one_plan_is_tested_on_its_own_series(shell: Ask) -> None:
    every = json.loads(shell("backtest", "--format", "json"))
    some = json.loads(shell("backtest", "--plan", "quanzhou", "--format", "json"))
    assert some["outcomes"] <= every["outcomes"]


def test_without_measured_figures_one_sentence_says_so(store: Store, send: Send) -> None:
    send(*(f"{CITY},{RATE},{year},9{year - 2010}" for year in range(2011, 2014)))
    store.close()
    path = store.path
    for words in (("backtest",), ("backtest", "--lang", "en"), ("backtest", "--plan", "quanzhou")):
        assert is_one_sentence(asked("--db", str(path), *words).rstrip("\n"))
    told = json.loads(asked("--db", str(path), "backtest", "--format", "json"))
    assert (told["outcomes"], told["series"], told["reliability"]) == (0, 0, [])
    shut(path)


# Refusals, and the running app


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["forecast", "--plan", "nowhere"], "quanzhou"),
        (["forecast", "--plan", "quanzhou", "--region", "650400"], "350502"),
        (["forecast", "--as-of", "31.12.2019"], "2019-12-31"),
        (["forecast", "--format", "xml"], "xml"),
        (["backtest", "--plan", "nowhere"], "quanzhou"),
        (["backtest", "--region", "350500"], "--region"),
    ],
)
def test_bad_words_are_refused_in_one_sentence(
    laid_out: Path, tmp_path: Path, words: list[str], said: str, lang: str
) -> None:
    path = Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))
    assert said in refused("--db", str(path), "--lang", lang, *words)
    shut(path)


def test_without_a_board_the_cure_is_told(tmp_path: Path) -> None:
    for verb in ("forecast", "backtest"):
        assert "cli.py init" in refused("--db", str(tmp_path / "board.duckdb"), verb)


def test_the_running_app_answers(laid_out: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))
    with serving(path):
        told = ask([*PLAN, "--format", "csv"], path)
        assert told is not None
        assert (told.code, list(table(told.text)[0])) == (0, FORECASTS)
        told = ask(["backtest", "--format", "json"], path)
        assert told is not None
        assert json.loads(told.text)["outcomes"] == 0
