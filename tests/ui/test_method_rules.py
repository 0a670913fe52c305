"""The rules on the method page: the code's own order, thresholds and methods, with sums that come to what is stored."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

import data.store
from config.rules import thresholds
from config.text import LANGUAGES, say
from config.tokens import tokens
from data import reading
from data.assessing import ask, prepare
from metrics.assessment import assessment_sql
from metrics.defaults import OF_RULE
from metrics.model.vocabulary import Light, Method, Rule
from metrics.precedence import PRECEDENCE
from ui import counts
from ui.library.asked import FACETS, offered
from ui.method import ground, methods, order, shown, standing
from ui.method.known import Known
from ui.place import Place
from ui.typography import MINUS, spaced
from ui.why.measures import gap, measures
from ui.why.sums import how

PLANS = ("quanzhou", "turpan", "linxia", "fuzhou", "fujian")
SIGNS = {"×": "*", "÷": "/", MINUS: "-", "^": "**", "[": "(", "]": ")", ",": ""}
FIGURES = re.compile(rf"(?=.*\d)[\d.,×÷{MINUS}+^ ()\[\]|]+")
STORED = {"k": "sum.k", "e": "sum.e", "R": "sum.R", "p": "sum.p", "gap": "sum.gap"}
Knows = Callable[..., Known]


@cache
def asked(board: Path, plan: str, demo: bool) -> tuple[date, str, pd.DataFrame, pd.DataFrame]:
    """Default date, own region, verdicts and figures of a plan."""
    store = data.store.opened(board)
    day = reading.default_as_of(store, plan, demo=demo)
    region = str(reading.regions(store, plan)["code"].iloc[0])
    found = reading.assessments(store, plan, day, demo=demo), reading.series(store, plan, day, demo=demo)
    return day, region, *found


@pytest.fixture
def knows(full_board: Path, monkeypatch: pytest.MonkeyPatch) -> Knows:
    """What the page is drawn from at a plan's own region."""
    monkeypatch.setenv("BOARD_DB", str(full_board))

    def know(plan: str = "turpan", lang: str = "zh", *, demo: bool = True, rows: int | None = None) -> Known:
        day, region, frame, series = asked(full_board, plan, demo)
        frame = frame.head(rows) if rows is not None else frame
        place = Place(plan=plan, region=region, as_of=day, since=None, lang=lang, demo=demo)
        return Known(place, frame, counts.headlines(frame, region), series, "Here", "all")

    return know


def plain(markup: str) -> str:
    """The words of a piece of markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).replace("\xa0", " ").split())


def rows_of(markup: str) -> list[list[str]]:
    """The cells of every row of the only table."""
    body = markup.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in re.findall(r"<tr.*?</tr>", body)
    ]


# The order


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_order_is_that_of_the_code_each_line_in_words(knows: Knows, lang: str):
    said = [row[:3] for row in rows_of(order.order(knows(lang=lang)))]
    assert len({step.name for step in PRECEDENCE}) == len(PRECEDENCE)
    for place, (step, (number, when, verdict)) in enumerate(zip(PRECEDENCE, said, strict=True), 1):
        assert number == str(place)
        assert when == plain(say(f"rules.step.{step.name}", lang, **standing.values()).replace("<", "&lt;"))
        assert verdict.startswith(say(f"status.{step.status}", lang))
    assert len({when for _, when, _ in said}) == len(PRECEDENCE)


@pytest.mark.parametrize(("plan", "demo"), [*((plan, True) for plan in PLANS), ("turpan", False)])
def test_the_line_found_is_the_one_the_code_took(knows: Knows, plan: str, demo: bool):
    known = knows(plan, demo=demo)
    with data.store.board().snapshot() as cursor:
        prepare(cursor, demo=demo)
        ask(cursor, plan, known.place.as_of)
        took = cursor.execute(
            f"WITH verdict AS ({assessment_sql()}) SELECT q.target_id, q.due, q.region, v.decided_by"
            " FROM verdict AS v JOIN question AS q USING (assess_id)"
        ).df()
    found = known.frame.assign(found=order.decided_by(known.frame, known.series))
    both = found.merge(took, on=["target_id", "due", "region"])
    assert len(both) == len(known.frame)
    assert (both["found"] == both["decided_by"]).all()
    sums = [sum(int(row[place]) for row in rows_of(drawn)) for drawn, place in _counted(known)]
    assert sums == [len(known.here)] * 2


def _counted(known: Known) -> list[tuple[str, int]]:
    return [(order.order(known), 3), (standing.standing(known), 2)]


def test_lines_that_share_a_verdict_are_told_apart():
    common = {"status": "not_assessable", "reason": "no_data", "region": "r", "rule": "rank", "kind": "rate"}
    rows = [
        common | {"judged_by": "rank", "indicator_id": "none", "points": 0},
        common | {"judged_by": "rank", "indicator_id": "seen", "points": 0},
        common | {"judged_by": "rank", "indicator_id": "seen", "points": 2},
        common | {"judged_by": "linear_pace", "indicator_id": "none", "points": 0, "kind": "event"},
    ]
    behind = {"status": "behind", "reason": None, "region": "r", "kind": "rate", "indicator_id": "seen", "points": 3}
    rows += [
        behind | {"rule": "frequency", "judged_by": "frequency"},
        behind | {"rule": "growth", "judged_by": "linear_pace"},
        behind | {"rule": "at_least", "judged_by": "linear_pace"},
    ]
    series = pd.DataFrame({"region": ["r"], "indicator_id": ["seen"]})
    names = [PRECEDENCE[place - 1].name for place in order.decided_by(pd.DataFrame(rows), series)]
    assert names == ["no_data", "no_level", "nothing_else", "nothing_else", "not_yet", "not_yet", "behind"]


# Statuses


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_status_stands_once_and_leads_to_its_targets(knows: Knows, lang: str):
    known = knows(lang=lang)
    shown_ = standing.standing(known)
    rows = rows_of(shown_)
    assert sorted(row[0] for row in rows) == sorted(say(f"status.{mark.code}", lang) for mark in tokens().status)
    assert rows[-1][0] == say("status.not_assessable", lang)
    there = known.here["status"].value_counts()
    links = [urlsplit(unescape(one)) for one in re.findall(r'href="(library[^"]*)"', shown_)]
    filters = [parse_qs(one.query) for one in links]
    assert {(one["plans"][0], one["status"][0]) for one in filters} == {
        (known.place.plan, code) for code in there.index
    }
    assert {"plans", "status"} <= set(FACETS)
    assert set(there.index) <= set(offered("status"))


def test_the_sentence_says_all_five_lights(knows: Knows):
    known = knows("quanzhou")
    said = plain(standing.sentence(known))
    assert f"目标 {len(known.here)} 项" in said
    assert f"{known.here['judged_by'].nunique()} 种方法" in said
    told = dict(re.findall(r"(红灯|黄灯|绿灯|推进中|暂不能评估) (\d+) 项", said))
    there = known.here["light"].value_counts()
    assert {say(f"light.{light}"): int(there.get(light, 0)) for light in Light} == {k: int(n) for k, n in told.items()}


# Methods


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_method_has_its_block_even_without_a_target(knows: Knows, lang: str):
    known = knows(lang=lang, rows=0)
    drawn = methods.blocks(known)
    assert re.findall(r'id="rules-method-(\w+)"', drawn) == [str(one) for one in Method]
    assert plain(drawn).count(say("rules.example.none", lang)) == len(Method)
    assert plain(standing.sentence(known)) == plain(spaced(say("rules.head.none", lang, region="Here")))
    assert rows_of(order.order(known))[0][3] == "0"
    links = re.findall(r'href="#rules-method-(\w+)"', methods.methods(known))
    assert links == [str(one) for one in Method]
    assert plain(ground.ground(known))


def test_each_rule_stands_with_its_default_method():
    for lang in LANGUAGES:
        for rule in Rule:
            method = OF_RULE.get(rule, Method.LINEAR_PACE)
            assert say("rules.quoted", lang, rule=say(f"rule.{rule}", lang)) in methods.when(method, lang)


def test_the_thresholds_are_those_of_the_settings(knows: Knows, monkeypatch: pytest.MonkeyPatch):
    held = thresholds()
    moved = held.model_copy(
        update={
            "pace": held.pace.model_copy(update={"high": 0.91, "middle": 0.47, "low": 0.03}),
            "trend": held.trend.model_copy(update={"high": 0.023, "middle": 0.007}),
            "early": 0.17,
            "stale": 7,
            "milestone_count": 5,
            "weight_present": 0.66,
        }
    )
    for settings in (held, moved):
        monkeypatch.setattr("ui.method.standing.thresholds", lambda settings=settings: settings)
        known = knows(lang="en", rows=0)
        pace, trend = settings.pace, settings.trend
        lines = [row[1] for row in rows_of(order.order(known))]
        assert any(line.startswith(f"R ≥ {pace.high:g}; trend: p ≥ {100 * trend.high:g}% × C") for line in lines)
        assert any(f"R ≥ {pace.middle:g}; trend: p ≥ {100 * trend.middle:g}% × C" in line for line in lines)
        assert any(line.startswith(f"R < {pace.low:g}") for line in lines)
        assert any(f"Less than {100 * settings.early:g}% of the time" in line for line in lines)
        assert any(f"more than {settings.stale} reporting intervals" in line for line in lines)
        drawn = plain(methods.blocks(known))
        assert drawn.count(f"{pace.middle:g} ≤ R < {pace.high:g}") == 2
        assert f"{100 * trend.middle:g}% × C ≤ p < {100 * trend.high:g}% × C" in drawn
        assert f"a target of up to {settings.milestone_count}," in drawn
        assert f"if {100 * settings.weight_present:g}% of the weight" in plain(ground.ground(known))


# Examples


def worth(sum_: str) -> float:
    """What a sum written with numbers only comes to."""
    said = re.sub(r"\|([^|]*)\|", r"abs(\1)", sum_)
    said = re.sub("|".join(map(re.escape, SIGNS)), lambda found: SIGNS[found[0]], said)
    return float(eval(said, {"__builtins__": {}, "abs": abs}))  # noqa: S307 - our own page's numbers


def sums_of(row: object) -> dict[str, list[str]]:
    """The lines of a sum by their name, each cut at its equals signs."""
    pairs = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", how(row, "en"))
    return {plain(name): plain(line).split(" = ") for name, line in pairs}


@pytest.mark.parametrize("plan", PLANS)
def test_the_example_of_each_method_comes_to_what_is_stored(knows: Knows, plan: str):
    known = knows(plan)
    seen = set(known.frame.loc[known.frame["status"].ne("not_assessable"), "judged_by"])
    for method in Method:
        row = shown.example_of(known, method)
        assert (row is not None) == (str(method) in seen), method
        if row is None:
            continue
        assert row.judged_by == method
        assert row.status != "not_assessable"
        lines = sums_of(row)
        for column, key in STORED.items():
            if say(key, "en") in lines:
                comes_to(float(getattr(row, column)), lines[say(key, "en")])
        drawn = shown.shown(row, known)
        assert f"why={row.target_id}." in drawn
        assert (say("demo.label", "zh") in drawn) == bool(row.demo or "demo" in str(row.base_source))


def comes_to(stored: float, line: list[str]) -> None:
    """The sum as written leads to its result, and the result is the stored figure."""
    result = line[-1].split(" ")[0]
    share = 100 if result.endswith("%") else 1
    shown_ = worth(result.rstrip("%"))
    decimals = len(result.rstrip("%").partition(".")[2])
    assert shown_ == pytest.approx(stored * share, abs=0.51 * 10**-decimals), line
    for put_in, _ in pairwise(line):
        if FIGURES.fullmatch(put_in):
            assert worth(put_in) * share == pytest.approx(shown_, rel=0.03, abs=0.06), line


def test_growth_is_written_out_the_way_it_is_judged():
    day = pd.Timestamp
    row = SimpleNamespace(
        direction="down", decimals=1, R=1.0, p=0.1056, target=64.0, value=3.0, current=80.0, gap=-16.0,
        base_level=100.0, current_level=80.0, base_date=day("2015-12-31"), current_date=day("2017-12-31"),
        target_date=day("2019-12-31"),
    )  # fmt: skip
    [(key, result, working)] = measures(row, "growth_ratio", "en")
    assert (key, float(result)) == ("sum.R", 1.0)
    assert worth(working.rpartition(" = ")[2]) == pytest.approx(1.0)
    [(_, result, working)] = measures(row, "trend", "en")
    assert result == "+10.56%"
    assert worth(working) == pytest.approx(0.1056, abs=1e-4)
    assert worth(gap(row, "hold")) == -16.0
    row.current_level, row.gap = -2.0, -2.0
    assert gap(row, "rank") == f"3 {MINUS} 5"
