"""The method page: constants are the settings', the example adds up, what it says of itself is read from the test."""

import math
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from pandas import DataFrame
from scipy.stats import t as student

from config.rules import thresholds
from config.text import say
from data import reading
from data.backtesting import Backtest, backtest
from data.store import board, opened
from metrics.backtest.scores import RIVALS
from metrics.model.vocabulary import Forecast
from tests.ui.conftest import Run, address_of, html_of
from ui import own
from ui.method import groups, says
from ui.method.lines import lines
from ui.method.model import constants
from ui.method.working import Working, example
from ui.place import ABOUT, BOARD, LOOKUP, OTHERS, PAGES, RECORDS
from ui.screens.method import PARTS

SHORT = 0.003  # what rounding to four digits may move a probability
MATH = re.compile(r'role="math" aria-label="([^"]*)"')
SIGNS = {"×": "*", "÷": "/", "−": "-", "²": "**2", ",": ""}
NUMBERS = re.compile(r"(?=.*\d)[\d.,×÷−²+ ()ln]+")
FIGURES = {"goal", "centre", "spread", "stay"}
BINS = ["low", "high", "said", "came", "came_low", "came_high", "outcomes", "trials"]


def formulas(shown: str) -> list[str]:
    """Every formula of a page in one line of plain characters."""
    return [unescape(found) for found in MATH.findall(shown)]


def worth(sum_: str) -> float:
    """What a sum written with numbers only comes to."""
    said = re.sub("|".join(SIGNS), lambda found: SIGNS[found[0]], sum_)
    return float(eval(said, {"__builtins__": {}, "ln": math.log}))  # noqa: S307 - our own page's numbers


def checked(line: str) -> Iterator[tuple[float, float]]:
    """Pairs of what a line puts in and what it says comes out."""
    for whole in line.split("   "):
        parts = [part for part in whole.split(" = ") if NUMBERS.fullmatch(part)]
        yield from ((worth(before), worth(after)) for before, after in pairwise(parts))


def told(path: Path, plan: str) -> tuple[DataFrame, DataFrame]:
    store = opened(path)
    as_of = reading.default_as_of(store, plan, demo=True)
    return reading.assessments(store, plan, as_of), reading.series(store, plan, as_of)


@cache
def once(plan: str | None) -> Backtest:
    return backtest(board(), plan)


@pytest.fixture(autouse=True)
def _one_backtest(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test of past forecasts takes seconds: all pages here stand on one database and share it."""
    monkeypatch.setattr("ui.cache.backtest", once)


def test_the_page_stands_behind_the_records():
    assert PAGES == BOARD + OTHERS + LOOKUP + RECORDS + ABOUT
    assert "scope" in own.NAMES


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_part_is_drawn_and_linked(run: Run, full_board: Path, lang: str):
    test = run(full_board, "method", lang=lang)
    shown = html_of(test)
    assert not test.exception
    assert not any(state in shown for state in ("state-error", "state-notice"))
    contents = shown.partition('class="contents"')[2].partition("</nav>")[0]
    links = re.findall(r'href="#([\w-]+)"', contents)
    assert links == [f"{part.code}-{section.code}" for part in PARTS for section in part.sections]
    assert re.findall(r'id="([\w-]+)" class="anchor"|class="anchor" id="([\w-]+)"', shown) == [
        ("", one) for one in links
    ]
    assert set(re.findall(r'href="#([\w-]+)"', shown)) <= set(re.findall(r' id="([\w-]+)"', shown))
    assert say("demo.label", lang) in shown
    assert "why=" in shown


def test_each_formula_of_the_model_stands_once(run: Run, full_board: Path):
    found = [one for one in formulas(html_of(run(full_board, "method"))) if not re.search(r"\d\.\d{4}", one)]
    whole = [one for one in found if " = " in one]
    assert len(whole) == len(set(whole))
    assert {one[0] for one in whole} >= set("zDmSsμVwap")


def test_the_constants_are_those_of_the_settings(monkeypatch: pytest.MonkeyPatch):
    held = thresholds()
    pulled = held.forecast.peers.log.model_copy(update={"kappa": 17.25, "pull": 0.37})
    peers = held.forecast.peers.model_copy(update={"log": pulled})
    changed = held.model_copy(update={"forecast": held.forecast.model_copy(update={"peers": peers, "points": 9})})
    for settings in (held, changed):
        monkeypatch.setattr("ui.method.model.thresholds", lambda settings=settings: settings)
        rows = re.findall(r"<tr>(<th scope=\"row\">.*?)</tr>", constants("en"))
        for shown, (model, scale) in zip(
            rows, [(model, scale) for model in ("core", "peers") for scale in ("log", "logit")], strict=True
        ):
            prior = getattr(getattr(settings.forecast, model), scale)
            cells = [unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<td.*?</td>", shown)]
            assert [cells[0], cells[1], cells[3]] == [f"{prior.kappa:g}", f"{prior.nu:g}", f"{prior.c:g}"]
            assert f"{prior.s0:g}²" in cells[2]
            assert cells[4].startswith(f"{prior.pull:g}")
        assert f"At most {settings.forecast.points} figures" in constants("en")


@pytest.mark.parametrize("plan", ["turpan", "quanzhou", "fujian", "linxia", "fuzhou"])
def test_the_example_adds_up_from_the_numbers_shown(full_board: Path, plan: str):
    frame, series = told(full_board, plan)
    found = example(frame, series, str(frame["region"].iloc[0]))
    assert found is not None
    adds_up(found)


def adds_up(found: Working) -> None:
    said = {code: made.read for code, made in lines(found, "en")}
    for line in said.values():
        for put_in, came_out in checked(line):
            assert put_in == pytest.approx(came_out, rel=0.01, abs=0.002), line
    result = {
        code: float(re.split(r" = ", line)[-1].replace("−", "-")) for code, line in said.items() if code in FIGURES
    }
    freedom = float(re.search(r"F_([\d.]+)", said["beyond"])[1])
    away = (result["goal"] - result["centre"]) / result["spread"]
    beyond = float(student.sf(away, freedom))
    stay = result.get("stay", 0.0)
    p = stay * found.met + (1 - stay) * beyond
    assert p == pytest.approx(found.row.probability, abs=SHORT + 0.02 * abs(away) * 1e-4 / result["spread"])
    assert float(re.match(r"p = .*?([\d.]+), shown", said["chance"])[1]) == pytest.approx(p, abs=2 * SHORT)


@pytest.mark.parametrize("plan", ["turpan", "linxia"])
def test_any_forecast_of_a_plan_can_be_taken_apart(full_board: Path, plan: str):
    frame, series = told(full_board, plan)
    ok = frame[frame["forecast"].eq("ok")]
    for place in np.linspace(0, len(ok) - 1, 25).astype(int):
        one = ok.iloc[[place]]
        found = example(one, series, str(one["region"].iloc[0]))
        assert found is not None, one["target_id"].iloc[0]
        adds_up(found)


def test_a_measured_example_goes_before_a_made_up_one(full_board: Path):
    frame, series = told(full_board, "turpan")
    ok = frame[frame["forecast"].eq("ok")]
    last = ok.index[-1]
    real = frame.assign(forecast_demo=frame.index != last)
    found = example(real, series, "650400")
    assert (found.row.target_id, found.row.region) == (frame.loc[last, "target_id"], frame.loc[last, "region"])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plan_without_forecasts_says_so(run: Run, full_board: Path, monkeypatch: pytest.MonkeyPatch, lang: str):
    real = reading.assessments
    monkeypatch.setattr(
        "data.reading.assessments", lambda *said, **named: real(*said, **named).assign(forecast="too_few_points")
    )
    test = run(full_board, "method", lang=lang)
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert say("method.example.none", lang) in shown.replace("\xa0", " ")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_board_without_measured_series_says_so(
    run: Run, full_board: Path, monkeypatch: pytest.MonkeyPatch, lang: str
):
    none = Backtest(scores(("all", 0, ())), DataFrame(columns=BINS), 0, 0)
    monkeypatch.setattr("ui.cache.backtest", lambda _: none)
    test = run(full_board, "method", lang=lang)
    shown = html_of(test).replace("\xa0", " ")
    assert not test.exception
    assert "state-error" not in shown
    assert say("method.trial.none", lang) in shown
    assert say("method.head.none", lang) in shown


def test_a_test_that_fails_leaves_the_rest_of_the_page(run: Run, full_board: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(_: str | None) -> Backtest:
        raise ValueError

    monkeypatch.setattr("ui.cache.backtest", fails)
    shown = html_of(run(full_board, "method"))
    assert shown.count("state-error") == sum(section.waits for part in PARTS for section in part.sections) == 3
    assert all(f'class="rows {table}"' in shown for table in ("statuses", "order", "constants", "refusals"))
    assert "glossary-term-target" in shown


def test_a_plan_without_any_target_here_is_drawn(run: Run, full_board: Path, monkeypatch: pytest.MonkeyPatch):
    real = reading.assessments
    monkeypatch.setattr("data.reading.assessments", lambda *said, **named: real(*said, **named).head(0))
    test = run(full_board, "method")
    assert not test.exception
    assert "state-error" not in html_of(test)


def test_the_series_are_chosen_in_the_address_and_stay_when_the_language_changes(run: Run, full_board: Path):
    test = run(full_board, "method", plan="turpan", scope="plan")
    chosen = '<strong aria-current="true">{}</strong>'
    assert chosen.format(say("method.trial.scope.plan", "zh")) in html_of(test)
    test.button(key="pick-lang").click().run()
    assert address_of(test).items() >= {"scope": "plan", "lang": "en"}.items()
    assert chosen.format(say("method.trial.scope.plan", "en")).replace("'", "&#x27;") in html_of(test)


def test_a_choice_not_understood_is_said(run: Run, full_board: Path):
    assert "scope=some" in html_of(run(full_board, "method", scope="some", lang="en"))


def test_every_refusal_stands_once_with_how_many_it_holds_up(run: Run, full_board: Path):
    test = run(full_board, "method", plan="turpan", lang="en")
    table = html_of(test).partition('class="rows refusals"')[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row">(.*?)</th>.*?(\d+)</td></tr>', table)
    assert len(rows) == len(Forecast) == len({why for why, _ in rows})
    total = int(re.search(r"of the (\d+)\W+targets", html_of(test))[1])
    assert sum(int(count) for _, count in rows) == total


# What the page says of itself


def scores(*rows: tuple[str, int, tuple[float, ...]]) -> DataFrame:
    """Groups by kind, outcomes and scores: the model's, those of its rivals, coverage."""
    names = ["brier", *(f"brier_{name}" for name in RIVALS), "coverage"]
    made = [
        {"kind": kind, "outcomes": n, "series": 3, "tells": bool(given)}
        | dict(zip(names, given or (float("nan"),) * len(names), strict=True))
        for kind, n, given in rows
    ]
    return DataFrame(made)


def steps(*rows: tuple[float, float, int]) -> DataFrame:
    """Bins of a tenth by lower bound, share that came, and outcomes."""
    return DataFrame(
        [(low, low + 0.1, low + 0.05, came, came - 0.1, came + 0.1, n, 2 * n) for low, came, n in rows], columns=BINS
    )


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def test_the_sentence_tells_what_came_of_what_was_called_even():
    table = scores(("all", 90, (0.1, 0.2, 0.2, 0.2, 0.816)))
    found = Backtest(table, steps((0.1, 0.0, 30), (0.4, 0.4, 20), (0.5, 0.7, 40)), 90, 3)
    assert plain(says.sentence(found, "zh")) == ("过去 90 次预测中，说五成左右的实际达到 60%；八成区间实际包住 82%。")
    assert "about one half came true 60%" in plain(says.sentence(found, "en"))


def test_the_sentence_takes_all_where_few_were_called_even():
    table = scores(("all", 90, (0.1, 0.2, 0.2, 0.2, 0.8)))
    found = Backtest(table, steps((0.1, 0.2, 45), (0.4, 0.4, 5), (0.9, 0.9, 40)), 90, 3)
    assert "平均说" in says.sentence(found, "zh")


def test_few_outcomes_tell_nothing():
    found = Backtest(scores(("all", 12, ())), DataFrame(columns=BINS), 12, 2)
    assert "12" in says.sentence(found, "en")
    assert "cannot be told" in says.sentence(found, "en")
    assert "cannot tell" in groups.groups(found.groups, "en")
    assert "cannot tell" in groups.beaten(found.groups, "en")


def test_where_it_is_no_better_is_read_from_the_table():
    table = scores(
        ("all", 90, (0.10, 0.20, 0.15, 0.12, 0.8)),
        ("rate", 60, (0.1998, 0.3, 0.20, 0.19, 0.8)),
        ("index", 5, ()),
    )
    shown = plain(groups.beaten(table, "en"))
    said = "no better than the last value (0.200 against 0.200); no better than the base rate (0.200 against 0.190)."
    assert re.findall(r"<li>(.*?)</li>", shown) == [f"Rates: {said}"]
    better = plain(groups.beaten(table[table["kind"].eq("all")], "en"))
    assert "In all 1 groups" in better


def test_every_group_of_the_test_has_its_words():
    from metrics.backtest import scores as scored

    empty = DataFrame(columns=["plan", "horizon", "kind", "near_top", "model", "outcome", "series"])
    for kind in scored._groups(empty):
        for lang in ("zh", "en"):
            assert groups.group_name(kind, lang)
