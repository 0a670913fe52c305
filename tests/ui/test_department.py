"""The page of the bodies in charge: counts add up to the board's, successors answer, nobody is an entry of its own."""

import csv
import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pandas as pd
import pytest
from pandas import DataFrame

from config.tokens import Bucket
from data import reading
from data.asking.department import answering
from data.store import opened
from tests.made import assessed
from tests.ui.conftest import Run, address_of, html_of
from tests.ui.shipped import ROOT
from ui.department import fitting, says
from ui.department.duty import NOBODY, PARTS, bodies, duties, of_body, predecessors, ranked, unowned
from ui.department.named import Names
from ui.order import LIGHTS

HAN = re.compile(r"[一-鿿]")
HEIR = DataFrame(
    [("old", "new"), ("older", "new"), ("new", "new"), ("other", "other"), ("third", "third")],
    columns=["named", "department"],
).assign(named_zh=lambda found: found["named"])
NOTHING = DataFrame({"department": [], "state": []})


def shown_text(shown: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", shown)).replace("\xa0", " ")


def names(lang: str = "en") -> Names:
    """Bodies that are called by their codes."""
    return cast(Names, SimpleNamespace(lang=lang, short=str, full=str))


def made(*rows: tuple[list[str], str]) -> DataFrame:
    """Targets with the departments they name and their light."""
    frame = assessed(*({"target_id": f"t{n}"} for n in range(len(rows))))
    status = {
        "red": "breached",
        "yellow": "behind",
        "green": "achieved",
        "pending": "pending",
        "grey": "not_assessable",
    }
    return frame.assign(
        departments=[named for named, _ in rows],
        light=[light for _, light in rows],
        status=[status[light] for _, light in rows],
        owner_basis="named",
    )


def heir_on(day: date) -> dict[str, str]:
    """Who answers for whom, worked out anew from the catalogue."""
    with (ROOT / "config" / "departments.csv").open(encoding="utf-8") as file:
        rows = {row["department_id"]: row for row in csv.DictReader(file)}

    def last(code: str) -> str:
        row = rows[code]
        passed = row["successor"] and date.fromisoformat(row["successor_from"]) <= day
        return last(row["successor"]) if passed else code

    return {code: last(code) for code in rows}


def test_the_successor_answers_from_the_day_it_took_over(full_board: Path, run: Run):
    run(full_board, "department", plan="turpan")
    store = opened(full_board)
    for day in (date(2018, 4, 19), date(2018, 4, 20), date(2018, 12, 31), date(2019, 1, 1)):
        found = answering(store, day)
        assert dict(zip(found["named"], found["department"], strict=True)) == heir_on(day)
        assert found["since"].notna().eq(found["named"].ne(found["department"])).all()


def test_a_target_of_two_bodies_that_became_one_counts_once_and_led():
    told = duties(made((["old", "older"], "red"), (["other", "old", "third"], "green"), ([], "grey")), HEIR)
    assert set(told.itertuples(index=False, name=None)) == {
        (0, "new", "led"), (1, "other", "led"), (1, "new", "shared"), (1, "third", "shared"), (2, NOBODY, "led"),
    }  # fmt: skip


def test_the_counts_of_a_body_are_those_of_its_targets_and_reports():
    here = made((["old"], "yellow"), (["new", "other"], "red"), (["other", "older"], "red"), ([], "green"))
    owed = DataFrame({"department": ["new", "new", "other"], "state": ["missing", "late", "received"]})
    table = bodies(here, duties(here, HEIR), owed).set_index("body")
    assert table.loc["new", ["led", "led_red", "led_yellow", "shared", "shared_red"]].tolist() == [2, 1, 1, 1, 1]
    assert table.loc["new", ["worst", "owed", "late", "missing"]].tolist() == [1, 2, 1, 1]
    assert table.loc["other", ["owed", "late", "missing"]].tolist() == [1, 0, 0]
    assert pd.isna(table.loc[NOBODY, "worst"])


def test_the_order_of_the_bodies_follows_the_choice_and_nobody_stays_out_of_it():
    here = made((["old"], "green"), (["old"], "green"), (["other", "third"], "red"), ([], "red"))
    owed = DataFrame({"department": ["third"], "state": ["missing"]})
    table = bodies(here, duties(here, HEIR), owed)
    order = {sort: list(ranked(table, sort)["body"]) for sort in ("lights", "led", "shared", "missing")}
    assert {sort: found[0] for sort, found in order.items()} == {
        "lights": "other", "led": "new", "shared": "third", "missing": "third",
    }  # fmt: skip
    assert all(sorted(found) == ["new", "other", "third"] for found in order.values())
    assert list(unowned(table)["led_red"]) == [1]


def test_predecessors_are_those_the_plan_names():
    assert list(predecessors({"old", "other"}, HEIR, "new")["named"]) == ["old"]
    assert predecessors({"old", "other"}, HEIR, "other").empty


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [(["other"], "red"), (["other"], "green"), ([], "red")],
            "other leads the most red ones, 1 of its 2; 1 has no",
        ),
        ([(["other"], "red"), (["third"], "red")], "other and third lead the most red ones, 1 each; each has an owner"),
        ([(["other"], "red"), (["third"], "red"), (["old"], "red")], "3 bodies share the most red ones, 1 each"),
        ([(["other"], "green"), ([], "red")], "none of them leads a red one; 1 has no owner"),
        ([(["other"], "grey")], "1 targets, led by 1 body; none can be judged yet; each has an owner"),
        ([([], "green")], "1 targets, led by no body; 1 has no owner"),
        ([], "There are no targets at this region."),
    ],
)
def test_the_headline_names_who_has_the_most_red(rows: list[tuple[list[str], str]], said: str):
    here = made(*rows) if rows else made((["old"], "red")).head(0)
    sentence = says.everybody(here, bodies(here, duties(here, HEIR), NOTHING), names())
    assert said in sentence.replace("\xa0", " ")


def test_the_headline_of_a_body_counts_what_it_leads_and_shares():
    led, shared = made((["a"], "red"), (["a"], "green")), made((["b", "a"], "yellow"))
    assert says.one("A", led, shared, "en") == "A leads 2 and shares 1: 2 need attention, 1 of them red."
    assert says.one("A", led.head(1), shared.head(0), "en") == "A leads 1 target: 1 needs attention, and it is red."
    assert says.one("A", led.head(0), shared, "en") == "A shares 1 target: 1 needs attention, none of them red."
    assert says.one("A", led.head(0), shared.head(0), "en") == "A has no targets here."
    assert says.one("A", led.tail(1), shared.head(0), "zh").replace("\xa0", " ") == "A 牵头 1 项，没有需要关注的。"


@pytest.fixture
def turpan(full_board: Path, run: Run) -> DataFrame:
    """The rows that count at Turpan; opened the way a visitor does."""
    run(full_board, "department", plan="turpan")
    store = opened(full_board)
    frame = reading.assessments(store, "turpan", reading.default_as_of(store, "turpan", demo=True))
    return frame[frame["region"].eq("650400") & frame["headline"]]


def test_what_all_bodies_lead_and_what_nobody_does_adds_up_to_the_board(turpan: DataFrame, full_board: Path):
    told = duties(turpan, answering(opened(full_board), date(2026, 1, 1)))
    table = bodies(turpan, told, NOTHING)
    for light in LIGHTS:
        assert table[f"led_{light}"].sum() == turpan["light"].eq(light).sum()
    for part in PARTS:
        assert all(len(of_body(turpan, told, row.body, part)) == getattr(row, part) for row in table.itertuples())


def test_the_page_says_who_has_the_most_red_how_many_bodies_and_how_many_nobody_owns(
    turpan: DataFrame, full_board: Path, run: Run
):
    heir = heir_on(date(2026, 1, 1))
    leads = [heir[str(named[0])] for named in turpan["departments"] if len(named)]
    red = Counter(
        heir[str(named[0])]
        for named, light in zip(turpan["departments"], turpan["light"], strict=True)
        if len(named) and light == "red"
    )
    (first, most), (_, second) = red.most_common(2)
    assert (first, most > second) == ("650400-market", True)
    shown = shown_text(html_of(run(full_board, "department", plan="turpan", lang="en")))
    nobody = len(turpan) - len(leads)
    assert f"{len(turpan)} targets, led by {len(set(leads))} bodies" in shown
    assert f"Market Supervision Bureau leads the most red ones, {most} of its {Counter(leads)[first]}" in shown
    assert f"{nobody} have no owner." in shown
    assert "nobody named" in shown


def test_every_body_is_in_the_list_and_leads_to_its_own_screen(turpan: DataFrame, full_board: Path, run: Run):
    heir = heir_on(date(2026, 1, 1))
    expected = {heir[str(one)] for named in turpan["departments"] for one in named} | {NOBODY}
    shown = unescape(html_of(run(full_board, "department", plan="turpan")))
    assert set(re.findall(r'data-go="\?[^"]*&department=([\w-]+)"', shown)) == expected


def test_one_body_shows_what_it_leads_and_owes_and_where_to_go(full_board: Path, run: Run):
    test = run(full_board, "department", plan="turpan", department="650400-quality", lang="en")
    shown = unescape(html_of(test))
    assert not test.exception
    assert "Market Supervision Bureau leads 35 and shares 1" in shown_text(shown)
    assert "it took over from Quality and Technical Supervision Bureau" in shown_text(shown)
    for page in ("coverage", "upload"):
        assert re.search(rf'data-go="{page}\?[^"]*department=650400-market"', shown)
    assert re.search(r'data-go="\?[^"]*why=[^"]*department=650400-quality"', shown)
    assert "figures due" in shown_text(shown)


def test_the_targets_of_a_body_come_in_pages_the_address_keeps(full_board: Path, run: Run):
    first = html_of(run(full_board, "department", plan="turpan", department="650400-market"))
    later = html_of(run(full_board, "department", plan="turpan", department="650400-market", page_no="2"))
    asked = [set(re.findall(r"why=([\w.-]+)", unescape(shown))) for shown in (first, later)]
    assert [len(found) for found in asked] == [20, 16]
    assert not asked[0] & asked[1]


def test_what_nobody_answers_for_has_a_screen_of_its_own(turpan: DataFrame, full_board: Path, run: Run):
    shown = shown_text(html_of(run(full_board, "department", plan="turpan", department=NOBODY, lang="en")))
    n = int(turpan["departments"].map(len).eq(0).sum())
    assert f"{n} of {len(turpan)} targets have no owner" in shown
    assert "figures due" not in shown
    every = shown_text(html_of(run(full_board, "department", plan="fuzhou", department=NOBODY, lang="en")))
    assert "88 targets, and each has an owner." in every


def test_a_body_is_chosen_and_stays_when_the_language_changes(full_board: Path, run: Run):
    test = run(full_board, "department", plan="turpan")
    test.selectbox(key="department-body").set_value("650400-housing").run()
    assert address_of(test)["department"] == "650400-housing"
    test.button(key="pick-lang").click().run()
    assert address_of(test).items() >= {"department": "650400-housing", "lang": "en"}.items()
    assert "Housing and Construction Bureau leads 17" in shown_text(html_of(test))


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"department": "nobody"}, "department=nobody"),
        ({"sort": "size"}, "sort=size"),
        ({"department": "650400-housing", "order": "size"}, "order=size"),
    ],
)
def test_what_is_not_understood_is_said(full_board: Path, run: Run, params: dict[str, str], said: str):
    test = run(full_board, "department", plan="turpan", lang="en", **params)
    assert not test.exception
    assert said in html_of(test)


def test_a_body_of_another_plan_has_no_targets_here(full_board: Path, run: Run):
    test = run(full_board, "department", plan="turpan", department="350500-market", lang="en")
    assert not test.exception
    assert "has no targets here" in shown_text(html_of(test))


def test_without_figures_nothing_is_judged_and_all_bodies_stand(full_board: Path, run: Run):
    shown = shown_text(html_of(run(full_board, "department", plan="turpan", demo="0", lang="en")))
    assert "161 targets, led by 27 bodies; none can be judged yet; 2 have no owner" in shown
    one = shown_text(
        html_of(run(full_board, "department", plan="turpan", demo="0", department="650400-water", lang="en"))
    )
    assert "Water Bureau leads 4 and shares 6: none can be judged yet." in one


def test_a_region_without_targets_says_so(full_board: Path, run: Run):
    for department in ("", NOBODY, "350500-market"):
        test = run(full_board, "department", plan="quanzhou", region="350527", department=department, lang="en")
        assert not test.exception
        assert "no targets" in shown_text(html_of(test))


@pytest.mark.parametrize("department", ["", "350500-market"])
def test_english_holds_no_chinese(full_board: Path, run: Run, department: str):
    shown = html_of(run(full_board, "department", plan="quanzhou", department=department, lang="en"))
    assert not HAN.search(shown_text(shown))
    assert "Quanzhou bureau" not in shown_text(shown)


# The meeting view


def fitted(count: int, height: float, bucket: Bucket = "w1366") -> fitting.Fit:
    """A screen of so many bodies with one red target each, and one target that nobody owns."""
    here = made(*(([f"d{n:02d}"], "red") for n in range(count)), ([], "green"))
    table = bodies(here, duties(here, HEIR), NOTHING)
    return fitting.fit(ranked(table), unowned(table), here, names(), bucket, height)


def test_bodies_that_do_not_fit_are_counted_and_what_nobody_owns_comes_last():
    some, none = fitted(20, 400), fitted(20, 0)
    assert 1 < len(some.rows) == 20 - some.more
    assert (len(none.rows), none.more) == (1, 19)
    assert len(some.apart) == len(none.apart) == 0
    every = fitted(3, 400)
    assert (len(every.rows), len(every.apart), every.more) == (3, 1, 0)
    assert sum(every.shares) == pytest.approx(1)


def test_the_most_pressing_target_gives_way_to_rows_where_it_is_narrow():
    assert fitted(9, 400, "w1366").weak == "beside"
    here = made(*(([f"Bureau of {'Very ' * 9}Long Name {n}"], "red") for n in range(9)))
    table = bodies(here, duties(here, HEIR), NOTHING)
    found = {
        height: fitting.fit(ranked(table), unowned(table), here, names(), "w1024", height) for height in (2000, 400)
    }
    assert (found[2000].weak, found[400].weak) == ("under", "none")
    assert len(found[400].shares) == len(found[2000].shares)


def test_the_room_sees_who_leads_the_most_red_and_how_many_bodies_are_left_out(full_board: Path, run: Run):
    test = run(full_board, "department", plan="turpan", present="1")
    shown = unescape(html_of(test))
    assert not test.exception
    assert not test.selectbox
    assert 'class="foot"' not in shown
    rows = re.findall(r'&department=([\w-]+)" data-go', shown)
    left = int(re.search(r'<a class="go under"[^>]*>\D*(\d+)', shown)[1])
    heir = heir_on(date(2026, 1, 1))
    store = opened(full_board)
    frame = reading.assessments(store, "turpan", reading.default_as_of(store, "turpan", demo=True))
    here = frame[frame["region"].eq("650400") & frame["headline"]]
    assert len(rows) + left == len({heir[str(one)] for named in here["departments"] for one in named})
    assert rows[0] == "650400-market"


def test_the_room_sees_one_body_with_its_counts_and_most_pressing_targets(full_board: Path, run: Run):
    test = run(full_board, "department", plan="turpan", department="650400-market", present="1", lang="en")
    shown = html_of(test)
    assert not test.selectbox
    assert "Market Supervision Bureau leads 35 and shares 1: 4 need attention" in shown_text(shown)
    tiles = [int(n) for n in re.findall(r'<div class="tile-figure"><strong class="figure">(\d+)</strong>', shown)]
    assert (sum(tiles), sum(tiles[:2])) == (36, 4)
    lit = re.findall(r'<li><span class="gl (\w+)"', shown)
    assert 1 < len(lit) <= 4
    assert "all-targets" not in shown
