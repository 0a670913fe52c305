"""The indicator page: what its sentences say is what the frames hold, and the address alone decides what is shown."""

import math
import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from pandas import DataFrame

from charts.cell import Sheet
from charts.course import course
from charts.each import each
from charts.scale import ticks, years
from config.text import say
from data import reading
from data.asking import indicator as asking
from data.history import undo
from data.ingest.commit import Sender, commit
from data.store import opened
from tests.ui.conftest import Run, address_of, ask, html_of
from tests.ui.shipped import copied
from ui import own
from ui.indicator import known as knowing
from ui.indicator import line, places, promises, says
from ui.indicator.known import Known
from ui.place import Place

RATE = "industrial_product_spot_check_pass_rate"  # two targets of Turpan's plan
EVENT = "quality_goals_in_development_plan"
FREE = "pm25_monthly_concentration"  # no plan sets a target on it
DAY = date(2019, 12, 31)


def plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", text)).replace("\xa0", " ")


def headline(shown: str) -> str:
    return plain(re.search(r'<h1 class="headline">(.*?)</h1>', shown)[1])


@pytest.fixture
def asked(full_board: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The full board as the one that questions go to, outside a page."""
    monkeypatch.setenv("BOARD_DB", str(full_board))
    ask(full_board)
    return full_board


def place(plan: str = "turpan", region: str = "650400", lang: str = "zh", as_of: date = DAY) -> Place:
    return Place(plan=plan, region=region, as_of=as_of, lang=lang)


def found(at: Place, indicator: str) -> Known:
    from ui.asking import indicator as remembered

    listed = remembered.listed()
    return knowing.known(at, next(each(listed[listed["indicator_id"].eq(indicator)])))


# The page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_indicator_is_shown_whole(run: Run, full_board: Path, lang: str):
    test = run(full_board, "indicator", plan="turpan", lang=lang, indicator=RATE)
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "state-notice" not in shown
    frame = reading.assessments(opened(full_board), "turpan", DAY, region="650400")
    row = frame[frame["indicator_id"].eq(RATE) & frame["rule"].eq("at_least")].iloc[0]
    assert f"{row['current']:.1f}%" in headline(shown)
    assert f"why={row['target_id']}." in shown
    assert "load=" in shown
    assert len(test.get("plotly_chart")) == 2
    assert plain(shown).count("2020-12-31") >= 2
    if lang == "en":
        told = re.sub(r'<span lang="zh">.*?</span>|section .*?(?=<| ・)', "", shown)
        assert re.findall(r">([^<>]*[\u4e00-\u9fff][^<>]*)<", told.replace("中文", "")) == []


def test_without_an_indicator_every_one_of_the_plan_is_listed_once(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="turpan", lang="en")
    shown = html_of(test)
    listed = asking.listed(opened(full_board))
    inside = listed[[("turpan" in plans) for plans in listed["plans"]]]
    linked = re.findall(r'<li>.*?indicator=([\w-]+)"', shown)
    assert not test.exception
    assert sorted(linked) == sorted(inside["indicator_id"])
    assert f"sets targets on {len(inside)} indicators" in headline(shown)
    assert f"the board knows {len(listed)}" in headline(shown)


def test_the_box_holds_every_indicator_and_writes_the_address(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="turpan", part="2")
    box = test.selectbox(key="indicator-chosen")
    listed = asking.listed(opened(full_board))
    assert len(box.options) == len(listed)
    assert box.value is None
    box.select(FREE).run()
    said = address_of(test)
    assert said["indicator"] == FREE
    assert "part" not in said
    test.button(key="pick-lang").click().run()
    assert address_of(test).items() >= {"indicator": FREE, "lang": "en"}.items()
    assert not test.exception


def test_an_indicator_the_board_does_not_know_is_refused_and_the_index_shown(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="turpan", indicator="no_such", lang="en")
    shown = html_of(test)
    assert "indicator=no_such" in shown
    assert "index-block" in shown


def test_an_indicator_without_a_target_draws_its_line_without_a_status(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="linxia", indicator=FREE, lang="en")
    shown = html_of(test)
    assert not test.exception
    assert "the chosen plan sets no target on it" in headline(shown)
    assert say("indicator.promises.none", "en") in shown
    assert len(test.get("plotly_chart")) == 1


def test_a_milestone_lists_its_reports(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="turpan", indicator=EVENT, lang="en")
    shown = html_of(test)
    reports = asking.figures(opened(full_board), EVENT, DAY, demo=True)
    own_one = reports[reports["region"].eq("650400")].iloc[0]
    assert f"done, reported {own_one['period_end']:%Y-%m-%d}" in headline(shown)
    assert say("demo.evidence", "en") in shown
    assert not test.get("plotly_chart")
    assert "state-error" not in shown


def test_a_plan_without_its_targets_at_the_region_says_where_they_are(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="turpan", region="650421", indicator=EVENT, lang="en")
    assert not test.exception
    assert "the chosen plan's target is on Turpan" in headline(html_of(test))


def test_a_board_without_made_up_figures_still_shows_definition_and_targets(run: Run, full_board: Path):
    test = run(full_board, "indicator", plan="turpan", indicator=RATE, demo="0", lang="en")
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "No figure of" in headline(shown)
    assert say("indicator.loads.none", "en") in shown
    assert 'class="rows list long promises"' in shown
    assert not test.get("plotly_chart")


def test_a_replaced_figure_is_listed_with_the_way_to_its_load(run: Run, tmp_path: Path):
    path = copied(tmp_path)
    days = {"period_start": date(2019, 1, 1), "period_end": DAY, "provisional": False, "series_break": False}
    words = {"source": "s", "note": "", "region": "650400", "indicator_id": "agri_standardised_production_rate"}
    store = opened(path)
    first, second = (
        commit(store, str(value).encode(), DataFrame([days | words | {"value": value}]), 0, Sender("a.csv", "Li"))
        for value in (31.2, 32.5)
    )
    asked_for = {"plan": "turpan", "indicator": "agri_standardised_production_rate", "lang": "en"}
    undo(store, second.load_id, "Li", "wrong")
    shown = html_of(run(path, "indicator", **asked_for))
    table = shown.partition(">Before<")[2].partition("</table>")[0]
    rows = [re.findall(r"(?:31\.2|32\.5)%", row) for row in table.split("<tr")[1:]]
    assert rows[:2] == [["32.5%", "31.2%"], ["31.2%", "32.5%"]]
    assert f"undone: no. {second.load_id}" in plain(table)
    assert f"load={second.load_id}" in table
    assert f"load={first.load_id}" in shown


def test_the_explanation_opens_here_and_leads_to_the_indicator(run: Run, full_board: Path):
    frame = reading.assessments(opened(full_board), "turpan", DAY, region="650400")
    row = frame[frame["indicator_id"].eq(RATE)].iloc[0]
    why = f"{row['target_id']}.{row['due'].date()}.650400"
    test = run(full_board, "indicator", plan="turpan", indicator=RATE, lang="en", why=why)
    way = re.search(rf'href="(indicator\?[^"]*)"[^>]*>{say("why.indicator", "en")}', html_of(test))[1]
    assert f"indicator={RATE}" in way
    assert "why=" not in way


# What it says


ROW = {
    "unit": "percent", "decimals": 1, "measure_zh": "", "measure_en": "", "direction": "up", "rule": "at_least",
    "value": 94.0, "value_high": math.nan, "target": 94.0, "current": 64.5, "base": 52.0, "e": 0.667, "gap": -29.5,
    "judged_by": "linear_pace", "status": "far_behind", "reason": "", "light": "red",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "15.5 percentage points below the required path"),
        ({"current": 85.0}, "5.0 percentage points above the required path"),
        ({"judged_by": "hold", "rule": "hold", "status": "breached"}, "29.5 percentage points below the floor"),
        (
            {"judged_by": "hold", "rule": "hold", "status": "on_track", "direction": "down", "current": 90.0, "gap": 4},
            "4.0 percentage points below the ceiling",
        ),
        (
            {"judged_by": "benchmark", "rule": "benchmark", "status": "behind"},
            "29.5 percentage points below the benchmark",
        ),
        ({"status": "achieved", "current": 95.0, "gap": 1.0}, "has met its target: at least 94%"),
        ({"status": "missed"}, "missed its target when due (at least 94%): 29.5 pp short"),
        ({"status": "not_assessable", "reason": "no_base"}, "not assessable: no base figure"),
        ({"judged_by": "trend", "rule": "trend", "status": "reversing"}, "reversing"),
    ],
)
def test_how_a_figure_stands_is_one_clause(changed: dict[str, object], said: str):
    assert says.standing(SimpleNamespace(**ROW | changed), "en").replace("\xa0", " ") == said


@pytest.mark.parametrize(("method", "need"), [("linear_pace", 75.0), ("growth_ratio", math.sqrt(50 * 100))])
def test_the_required_figure_lies_on_the_path_of_the_method(method: str, need: float):
    row = SimpleNamespace(base=50.0, target=100.0, e=0.5, judged_by=method, status="behind")
    assert says.needed(row) == pytest.approx(need)


@pytest.mark.parametrize("plan", ["turpan", "quanzhou"])
def test_the_places_title_counts_what_the_frame_holds(asked: Path, plan: str):
    at = place(plan, "650400" if plan == "turpan" else "350500", "en", DAY if plan == "turpan" else date(2016, 12, 31))
    frame = reading.assessments(opened(asked), plan, at.as_of)
    below = frame[frame["region"].ne(at.region) & frame["gap"].notna() & frame["headline"]]
    told = below["indicator_id"].value_counts().loc[lambda n: n >= places.COMPARABLE].index[:5]
    assert len(told)
    for indicator in told:
        known = found(at, indicator)
        rows = places.against(known)
        judged = rows[rows["gap"].notna()]
        title = places.title(rows, known).replace("\xa0", " ")
        met = int((judged["gap"] >= 0).sum())
        assert str(len(judged)) in title
        assert (f"{met} of {len(judged)}" in title) == (0 < met < len(judged))
        assert rows["gap"].dropna().is_monotonic_increasing


def test_the_title_of_the_line_starts_after_the_last_break(asked: Path):
    at = place("linxia", "622922", "en", date(2018, 12, 31))
    known = found(at, "citizen_engineering_quality_satisfaction")
    series = known.series("622922")
    after = series[series["period_end"].ge(series.loc[series["series_break"], "period_end"].max())]
    assert 0 < len(after) < len(series)
    said = says.trend_title(known).replace("\xa0", " ")
    assert f"{len(after)} figures" in said
    assert f"from {after['value'].iloc[0]:.1f}% to {after['value'].iloc[-1]:.1f}%" in said


def test_a_region_without_figures_shows_those_above_it(asked: Path):
    known = found(place(lang="en"), "national_spot_check_batches")
    assert (known.drawn, "650400" in set(known.told["region"])) == ("100000", False)
    assert "shown is China" in says.sentence(known)
    assert line.told(known, line.points_of(known)).status == ""


def test_figures_rolled_up_from_a_few_parts_of_a_province_are_left_out(asked: Path):
    every = asking.figures(opened(asked), RATE, DAY, demo=True)
    assert "650000" in set(every.loc[every["origin"].eq("rollup"), "region"])
    assert "650000" not in set(found(place(), RATE).told["region"])


def test_the_places_own_plan_comes_first_and_every_target_is_there(asked: Path):
    at = place("quanzhou", "350500", "en", date(2016, 12, 31))
    known = found(at, EVENT)
    shown = promises.promises(known)
    order = re.findall(r'class="c-name" scope="row">.*?plan=(\w+)', shown)
    assert order[0] == "quanzhou"
    assert sorted(set(order)) == sorted(known.about.plans)
    assert plain(shown).startswith(f"{known.about.targets} targets")


def test_moving_to_another_plan_keeps_a_region_it_has_and_takes_its_own_dates(asked: Path):
    there = promises.moved(place(), "fujian")
    assert (there.plan, there.region) == ("fujian", "350000")
    assert there.as_of == reading.default_as_of(opened(asked), "fujian", demo=True)
    back = promises.moved(place("quanzhou", "350500"), "fujian")
    assert back.region == "350500"


# The figure


@pytest.mark.parametrize(
    ("plan", "region", "as_of"), [("turpan", "650400", DAY), ("linxia", "622900", date(2018, 12, 31))]
)
def test_the_line_holds_every_figure_and_every_dated_target(asked: Path, plan: str, region: str, as_of: date):
    frame = reading.assessments(opened(asked), plan, as_of, region=region)
    paced = frame[frame["judged_by"].eq("linear_pace") & frame["current"].notna() & frame["status"].eq("behind")]
    for indicator in paced["indicator_id"].unique()[:2]:
        known = found(place(plan, region, "en", as_of), indicator)
        points = line.points_of(known)
        told = line.told(known, points)
        figure = course(told, sheet=Sheet(1, 1, 800, 400, 16), lang="en")
        traces = {trace.name: trace for trace in figure.data}
        drawn = [x for name in ("series", "earlier") if name in traces for x in traces[name].x if x is not None]
        assert len(drawn) == len(points)
        dated = known.here.merge(known.frame, on=["target_id", "region"])
        assert len(told.goals) == int((dated["target_y"].notna() & dated["rule_y"].isin(line.SHAPED)).sum())
        assert told.base is not None
        assert "required" in traces
        words = " ".join(note.text for note in figure.layout.annotations)
        assert f"<b>{known.value(points['value'].iloc[-1])}</b>" in words
        assert all(goal.label in words.replace("&gt;", ">") for goal in each(told.goals))
        assert str(len(points)) in figure.layout.meta["alt"]
        everywhere = [note for note in figure.layout.annotations if not -4 <= note.x <= 804 or not 0 <= note.y <= 400]
        assert everywhere == []


def test_a_target_without_any_figure_is_drawn(asked: Path):
    known = found(place(lang="en"), RATE)
    points = line.points_of(known)
    told = replace(line.told(known, points), points=points.head(0), base=None)
    figure = course(told, sheet=Sheet(1, 1, 800, 400, 16), lang="en")
    assert "target" in {trace.name for trace in figure.data}


@pytest.mark.parametrize(
    ("low", "high"), [(82.5, 94), (0, 1), (0, 0.0004), (-3, 7), (99.1, 99.3), (1, 190_900), (5, 5), (0, 0)]
)
def test_ticks_are_few_and_inside(low: float, high: float):
    made = ticks(low, high)
    assert 1 <= len(made) <= 4
    assert all(low - 1e-9 <= tick <= high + 1e-9 for tick in made)
    assert made == sorted(set(made))


@pytest.mark.parametrize("room", [12, 40, 80])
def test_years_stand_apart_and_the_last_is_always_named(room: float):
    made = years(pd.Timestamp(2004, 6, 1), pd.Timestamp(2021, 12, 31), room, "zh")
    assert made[-1][0] == pd.Timestamp(2021, 12, 31)
    assert len(made) * 2 <= room
    short = years(pd.Timestamp(2019, 2, 1), pd.Timestamp(2019, 6, 30), room, "zh")
    assert [text for _, text in short] == ["2019-02-01", "2019-06-30"]


def test_the_names_in_the_address_are_the_boards():
    assert {"indicator", "part", "bodies", "page_no"} <= set(own.NAMES)
