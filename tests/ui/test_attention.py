"""What needs attention: the list, its sentences and screens; one target alone, in words and figures by its rule."""

import re
from datetime import date
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame

from charts.each import each
from config.tokens import tokens
from tests.made import DUE, FORESEEN, assessed
from tests.ui.conftest import Run, html_of
from ui import cache
from ui.attention import says
from ui.attention.listed import NOBODY, Listed, answerable, found, key_of, listed, screen_of, screens
from ui.attention.matter import matter
from ui.attention.spark import Size, spark
from ui.department.duty import duties
from ui.figures import Row
from ui.single import says as single
from ui.single.facts import facts, fitting

AS_OF, SINCE = date(2019, 12, 31), date(2019, 6, 30)
EVENT = {"unit": "yesno", "rule": "milestone", "judged_by": "milestone", "current": None, "target": 1.0, "gap": None}
ANSWERING = DataFrame({"named": ["food", "old_food", "farm"], "department": ["food", "food", "farm"]})


def plain(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", text)).replace("\xa0", " ")


def made(*rows: dict[str, object]) -> DataFrame:
    departments = [row.pop("departments", ["food"]) for row in rows]
    return assessed(*rows).assign(departments=departments)


def of(rows: DataFrame, earlier: DataFrame | None = None, body: str = "") -> Listed:
    return listed(rows, earlier, duties(rows, ANSWERING), body)


def one(**changes: object) -> Row:
    return next(each(made(changes)))


def head(told: Listed, light: str = "", since: date | None = SINCE, body: str = "") -> str:
    return plain(says.sentence(told, light, since, AS_OF, "zh", body))


FOUR = [
    {"target_id": "a", "status": "far_behind", "departments": ["old_food"]},
    {"target_id": "b", "status": "breached", "departments": ["food", "farm"]},
    {"target_id": "c", "status": "behind", "departments": ["farm"]},
    {"target_id": "d", "status": "achieved"},
]


def four() -> DataFrame:
    return made(*(dict(row) for row in FOUR))


# The list


def test_the_headline_counts_lights_bodies_and_what_is_new():
    rows = four()
    before = rows.assign(status=["far_behind", "achieved", "behind", "achieved"])
    before["light"] = ["red", "green", "yellow", "green"]
    told = of(rows, before)
    assert head(told) == "2 项亮红灯，涉及 2 家责任单位；其中 1 项是半年来新转差的。"
    assert plain(says.rest(told, "", SINCE, AS_OF, "zh")) == (
        "1 项亮黄灯，涉及 1 家责任单位；半年来没有新转差的。目标 4 项，另有 1 项绿灯、0 项推进中、0 项暂不能评估。"
    )
    assert head(told, "yellow") == "1 项亮黄灯，涉及 1 家责任单位；半年来没有新转差的。"


def test_a_clause_with_nothing_to_count_is_replaced():
    rows = made({"status": "behind", "departments": []}, {"status": "not_assessable"})
    assert head(of(rows), since=None) == "没有红灯；1 项亮黄灯，都没有责任单位。"
    none = of(rows[rows["status"].eq("not_assessable")])
    assert head(none) == "没有需要关注的目标。"
    assert "1 项暂不能评估" in plain(says.nothing(none, "zh"))
    assert head(of(rows), "red", None) == "没有红灯。"


@pytest.mark.parametrize(
    ("since", "words"),
    [(date(2019, 6, 30), "半年来"), (date(2018, 12, 31), "一年来"), (date(2019, 9, 30), "9 月底以来")],
)
def test_the_time_since_the_comparison_date_is_said_as_people_say_it(since: date, words: str):
    assert says.period(since, AS_OF, "zh") == words


def test_a_body_sees_what_it_answers_for_also_for_those_before_it():
    rows = four()
    told = duties(rows, ANSWERING)
    assert set(of(rows, body="food").rows["target_id"]) == {"a", "b"}
    assert head(of(rows, body="farm"), since=None, body="农业局") == "农业局：1 项亮红灯。"
    assert [(body, lit.red, lit.yellow) for body, lit in answerable(rows, told)] == [("food", 2, 0), ("farm", 1, 1)]
    lone = made({"status": "missed", "departments": []})
    assert [body for body, _ in answerable(lone, duties(lone, ANSWERING))] == [NOBODY]


def test_screens_hold_five_rows_of_one_light_red_ones_first():
    frame = made(
        *({"target_id": f"r{n}", "status": "missed"} for n in range(7)), {"target_id": "y", "status": "behind"}
    )
    rows = of(frame).rows
    parts = screens(rows)
    assert [(part.light, part.nth, part.of, len(part.rows(rows))) for part in parts] == [
        ("red", 1, 2, 5), ("red", 2, 2, 2), ("yellow", 1, 1, 1),
    ]  # fmt: skip
    assert [plain(says.screen_name(*part, "zh")) for part in parts] == [
        "红灯 7 项（一）",
        "红灯 7 项（二）",
        "黄灯 1 项",
    ]
    assert [screen_of(rows, key) for key in key_of(rows)[[4, 5, 7]]] == [1, 2, 3]
    assert screen_of(rows, "nothing") == 0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": "far_behind"}, "序时应达 77.3%"),
        ({"status": "reversing"}, "低于起点 52.0%"),
        ({"status": "reversing", "direction": "down"}, "高于起点 52.0%"),
        ({"status": "missed"}, "期限 2020-12-31"),
        ({"status": "missed", "judged_by": "frequency"}, "这一期到 2019-12-31"),
        ({"status": "breached", "judged_by": "hold", "first_met": pd.Timestamp("2018-06-30")}, "2018-06-30 曾达标"),
        ({"status": "breached", "judged_by": "hold"}, "底线 90%"),
        ({"status": "reversing", "judged_by": "benchmark"}, "差距比起点时大"),
        ({"status": "behind", "judged_by": "trend"}, "起点 52.0%"),
    ],
)
def test_what_matters_most_follows_from_the_row(changes: dict[str, object], words: str):
    assert plain(matter(one(**changes), "zh")) == words


def test_the_picture_says_itself_in_words_and_milestones_have_none():
    days = pd.to_datetime(["2016-12-31", "2017-12-31", "2018-12-31", "2019-12-31"])
    points = {"indicator_id": "food_trace", "region": "650400", "period_end": days, "value": [40.0, 52.0, 60.0, 64.5]}
    series = DataFrame(points | {"series_break": False})
    drawn = spark(one(status="far_behind"), series, Size(180, 40, 14), "light", "zh")
    assert "从 2017-12-31 的 52.0% 到 2019-12-31 的 64.5%，目标：≥90%" in plain(drawn.replace('alt="', ">"))
    assert "data:image/svg+xml" in drawn
    assert spark(one(**EVENT, status="missed"), series, Size(180, 40, 14), "light", "zh") == ""


# One target


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({"status": "far_behind"}, ["食品追溯 64.5%，比序时要求低 12.8 个百分点。"]),
        (
            {**FORESEEN, "status": "behind"},
            ["比序时要求", "到期预计 55.8%—73.0%（八成把握），达到目标的可能约"],
        ),
        (
            {"status": "behind", "forecast": "too_few_points"},
            ["食品追溯 64.5%，比序时要求低 12.8 个百分点；", "数据少于 3 期，不作预计。"],
        ),
        (
            {"status": "breached", "rule": "hold", "judged_by": "hold", "forecast": "zero_or_negative"},
            ["食品追溯 64.5%，低于底线 25.5 个百分点。"],
        ),
        ({"status": "missed", "forecast": "due_date_passed"}, ["到期没有达到目标（不低于 90%）"]),
        (
            {"status": "reversing", "rule": "trend", "judged_by": "trend", "current": 50.0},
            ["比起点低 2.0 个百分点，要求持续提高。"],
        ),
        ({"status": "not_assessable", "reason": "no_data", "current": None}, ["食品追溯：暂不能评估："]),
        ({**EVENT, "status": "pending"}, ["食品追溯：2020-12-31 到期，还有 366 天，还没有完成的报告。"]),
        ({**EVENT, "status": "missed", "as_of": DUE + pd.Timedelta(days=3)}, ["已过 3 天，没有完成的报告。"]),
        ({**EVENT, "status": "achieved", "current": 1.0}, ["食品追溯：已完成（2019-12-31）。"]),
    ],
)
def test_the_sentence_of_one_target_by_its_rule(changes: dict[str, object], lines: list[str]):
    said = [plain(part) for part in single.sentence(one(**changes), "zh")]
    assert len(said) == len(lines)
    assert all(words in part for words, part in zip(lines, said, strict=True))


def captions(**changes: object) -> dict[str, str]:
    return {plain(fact.caption): plain(fact.figure) for fact in facts(one(**changes), "zh")}


def test_the_pace_is_a_multiple_only_where_both_steps_go_the_good_way():
    assert captions(status="far_behind")["所需年增幅是起点以来年均的"] == "4.1 倍"
    assert captions(status="reversing", observed_per_year=-1.0)["到期前每年须提高"] == "25.5 个百分点"
    down = {"direction": "down", "required_per_year": -2.0, "observed_per_year": -1.0}
    assert captions(status="behind", **down)["所需年降幅是起点以来年均的"] == "2.0 倍"
    assert not any("倍" in figure for figure in captions(status="breached", judged_by="hold").values())


def test_why_there_is_no_forecast_stands_under_the_figures():
    told = facts(one(status="behind", forecast="zero_or_negative"), "zh")[-1]
    assert told.figure == "不作预计"
    assert told.note
    assert "不作预计" not in captions(status="behind", judged_by="trend").values()


def test_facts_that_do_not_fit_lose_notes_first_and_keep_now_and_the_chance():
    told = [fact._replace(note="an explanation " * 8) for fact in facts(one(status="behind", **FORESEEN), "en")]
    roomy, bare, tight = (fitting(told, "w1024", 262, height) for height in (2000, 520, 260))
    assert roomy == told
    assert [fact.note for fact in bare] == [""] * len(told)
    assert (tight[0].caption, tight[-1].caption) == (told[0].caption, told[-1].caption)
    assert len(tight) < len(told)


# The page


def test_the_list_shows_every_red_and_yellow_target_in_its_order(run: Run, full_board: Path):
    shown = html_of(run(full_board, "attention", plan="turpan", lang="en"))
    as_of = cache.default_as_of("turpan", True)
    frame = cache.assessments("turpan", as_of, True)
    here = frame[frame["region"].eq("650400") & frame["headline"]]
    marks = re.findall(r'<div class="named"><span class="gl (\w+)"', shown)
    assert len(marks) == here["light"].isin(["red", "yellow"]).sum() > 5
    assert [tokens().rank(mark) for mark in marks] == sorted(tokens().rank(mark) for mark in marks)
    keys = re.findall(r"one=([\w.-]+)", shown)
    assert set(keys) == set(key_of(here[here["light"].isin(["red", "yellow"])]))


def test_filters_narrow_the_list_and_the_unknown_is_refused(run: Run, full_board: Path):
    test = run(full_board, "attention", plan="turpan", status="red", department="nobody_knows", one="x.2020-12-31.y")
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "department=nobody_knows" in plain(shown)
    assert "one=x.2020-12-31.y" in plain(shown)
    marks = re.findall(r'<div class="named"><span class="gl (\w+)"', shown)
    assert marks
    assert {tokens().mark(mark).light for mark in marks} == {"red"}


@pytest.mark.parametrize("present", ["0", "1"])
def test_one_target_is_shown_alone(run: Run, full_board: Path, present: str):
    run(full_board, plan="turpan")
    frame = cache.assessments("turpan", cache.default_as_of("turpan", True), True)
    frame = frame[frame["headline"] & frame["status"].eq("far_behind") & frame["judged_by"].eq("linear_pace")]
    key = key_of(frame).iloc[0]
    assert len(found(frame, key)) == 1
    test = run(full_board, "attention", plan="turpan", one=key, present=present)
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "state-notice" not in shown
    assert "单项" not in shown
    assert len(test.get("plotly_chart")) == 1
    assert f"why={key}" in unescape(shown)
