"""The sheet of a region: what its sentences say is what the frame says; cells, columns, filters and their address."""

import re
from html import unescape
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame

from data import reading
from data.store import opened
from tests.made import LIGHTS, assessed
from tests.ui.conftest import Run, address_of, html_of
from ui.counts import headlines, lights
from ui.region import choice, fitting, position, room, says
from ui.region.cells import figure, unit
from ui.region.grid import Grid, build

PLANS = ["fuzhou", "turpan", "quanzhou", "linxia", "fujian"]
HEAD = re.compile(r'<th class="heat-head[^"]*" scope="col" title="([^"]*)">')
TOP = "650400"


def plain(shown: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", shown)).replace("\u00a0", " ")


def sentence_of(shown: str) -> str:
    return plain(shown.partition('<h1 class="headline">')[2].partition("</h1>")[0])


def told(path: Path, plan: str) -> tuple[DataFrame, DataFrame]:
    store = opened(path)
    return reading.assessments(store, plan, reading.default_as_of(store, plan, demo=True)), reading.regions(store, plan)


def register(names: dict[str, bool]) -> DataFrame:
    """The plan's region, then those below by name with whether they are judged; codes count up."""
    rows = [(TOP, "吐鲁番市", "吐鲁番", "Turpan", "prefecture", True)]
    rows += [
        (f"6504{n:02d}", f"{name}县", name, name, "county", judged) for n, (name, judged) in enumerate(names.items(), 1)
    ]
    return DataFrame(rows, columns=["code", "name_zh", "short_zh", "name_en", "level", "judged"])


def grid_of(statuses: dict[str, list[str]], own: str = TOP, outside: tuple[str, ...] = ()) -> Grid:
    """Regions by name with the status of each target; the whole is on track everywhere."""
    regions = register({name: name not in outside for name in statuses})
    codes = dict(zip(statuses, regions["code"][1:], strict=True))
    count = max(len(found) for found in statuses.values())
    rows = [{"target_id": f"t{n}", "region": TOP, "status": "on_track"} for n in range(count)]
    for name, found in statuses.items():
        rows += [{"target_id": f"t{n}", "region": codes[name], "status": one} for n, one in enumerate(found)]
    return build(assessed(*rows), regions, codes.get(own, own), "zh")


# The page


@pytest.mark.parametrize(("plan", "lang"), [(plan, ("zh", "en")[n % 2]) for n, plan in enumerate(PLANS)])
def test_every_plan_has_a_sheet_of_the_whole(run: Run, full_board: Path, plan: str, lang: str) -> None:
    test = run(full_board, "region", plan=plan, lang=lang)
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "state-notice" not in shown
    frame, regions = told(full_board, plan)
    below = frame[frame["headline"].astype(bool) & frame["region"].isin(regions["code"][1:])]
    assert sentence_of(shown).startswith(str(below["target_id"].nunique()))
    assert shown.count('scope="row"') >= below["target_id"].nunique()
    assert len(HEAD.findall(shown)) >= min(len(regions), 5)


@pytest.mark.parametrize(("plan", "code"), [("quanzhou", "350582"), ("fujian", "350300"), ("turpan", "650400-Z1")])
def test_a_county_says_its_own_counts(run: Run, full_board: Path, plan: str, code: str) -> None:
    shown = html_of(run(full_board, "region", plan=plan, region=code))
    frame, regions = told(full_board, plan)
    count = lights(headlines(frame, code))
    name = regions.set_index("code")["name_zh"][code]
    said = sentence_of(shown).replace(" ", "")
    red = f"其中{count.red}项亮红灯" if count.red else "没有红灯"
    assert said.startswith(f"{name}{count.total}项中{count.green}项绿灯，{count.attention}项需要关注，{red}")
    rest = plain(shown.partition('<p class="rest">')[2].partition("</p>")[0]).replace(" ", "")
    assert rest.startswith(f"{count.yellow}项黄灯，{count.pending}项推进中，{count.grey}项暂不能评估")
    others = {
        one: lights(headlines(frame, one)).attention for one in regions["code"][1:] if one in set(frame["region"])
    }
    place = 1 + sum(n < count.attention for n in others.values())
    assert f"列第{place}位" in rest
    assert HEAD.findall(shown)[:2] == [name, regions["name_zh"][0]]


def test_cells_open_their_explanation_and_names_their_indicator(run: Run, full_board: Path) -> None:
    test = run(full_board, "region", plan="turpan", region="650402", why="turpan-023.2020-12-31.650400")
    shown = html_of(test)
    assert not test.exception
    assert 'class="board why"' in shown
    table = shown.partition('<table class="heat">')[2].partition("</table>")[0]
    frame, regions = told(full_board, "turpan")
    heads = frame[frame["headline"].astype(bool) & frame["region"].isin(regions["code"])]
    below = heads[heads["region"].ne(TOP)]
    wanted = heads[heads["target_id"].isin(below["target_id"])]
    keys = {f"{row.target_id}.{row.due.date()}.{row.region}" for row in wanted.itertuples()}
    assert set(re.findall(r'href="\?[^"]*why=([\w.-]+)"', table)) == keys
    linked = set(re.findall(r'href="indicator\?[^"]*indicator=([\w-]+)"', table))
    assert linked == set(wanted["indicator_id"])


def test_only_what_needs_attention_is_left_on_request_and_the_choice_survives(run: Run, full_board: Path) -> None:
    test = run(full_board, "region", plan="linxia", region="622922", status="attention", dim="engineering")
    frame, _ = told(full_board, "linxia")
    here = headlines(frame, "622922")
    pressing = here[here["light"].isin(["red", "yellow"]) & here["dimension"].eq("engineering")]

    def rows(shown: str) -> int:
        return shown.partition("<tbody>")[2].partition("<tfoot>")[0].count('scope="row"')

    assert rows(html_of(test)) == len(pressing) > 0
    test.button(key="pick-lang").click().run()
    assert address_of(test).items() >= {"status": "attention", "dim": "engineering", "lang": "en"}.items()
    assert rows(html_of(test)) == len(pressing)
    foot = re.search(r'<tr class="heat-foot attention">.*?</tr>', html_of(test))
    assert re.findall(r'<td class="heat-count own">(\d+)<', foot[0]) == [str(len(pressing))]


@pytest.mark.parametrize(("name", "value"), [("dim", "<b>"), ("status", "all"), ("page_no", "0")])
def test_what_is_not_understood_is_said_and_everything_shown(run: Run, full_board: Path, name: str, value: str) -> None:
    test = run(full_board, "region", **{"plan": "fujian", "lang": "en", name: value})
    shown = html_of(test)
    assert not test.exception
    assert shown.count("state-notice") == 1
    assert f"{name}={value}" in plain(shown) or f"{name}={value}" in unescape(shown)
    assert sentence_of(shown).startswith("16 targets")


def test_a_board_without_figures_is_grey_and_counted(run: Run, full_board: Path) -> None:
    test = run(full_board, "region", plan="fuzhou", region="361021", demo="0")
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "没有需要关注的" in sentence_of(shown)
    assert "各区县都没有需要关注的" in sentence_of(shown)
    assert "on-red" not in shown
    assert "无数据" in shown


@pytest.mark.parametrize(("region", "lang"), [("350000", "zh"), ("350200", "en")])
def test_a_plan_whose_regions_have_no_targets_says_so_and_leads_on(
    run: Run, full_board: Path, monkeypatch: pytest.MonkeyPatch, region: str, lang: str
) -> None:
    real = reading.assessments

    def only_top(*said: object, **named: object) -> DataFrame:
        frame = real(*said, **named)
        return frame[frame["region"].eq("350000")].reset_index(drop=True)

    monkeypatch.setattr("data.reading.assessments", only_top)
    test = run(full_board, "region", plan="fujian", region=region, lang=lang)
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "<table" not in shown
    assert ("没有分设区市评估" if lang == "zh" else "not judged in the cities") in plain(shown)
    assert 'href="overview?' in shown


def test_a_region_outside_the_assessment_is_named_and_drawn_empty(run: Run, full_board: Path) -> None:
    test = run(full_board, "region", plan="quanzhou", region="350527")
    shown = html_of(test)
    assert not test.exception
    assert sentence_of(shown) == "金门县未纳入本规划的评估。"
    assert HEAD.findall(shown)[0] == "金门县"
    assert 'class="heat-cell void own"' in shown


def test_the_overview_leads_to_the_sheet(run: Run, full_board: Path) -> None:
    shown = html_of(run(full_board, plan="turpan"))
    places = shown.partition("list places")[2].partition("</table>")[0]
    assert len(set(re.findall(r'href="region\?[^"]*region=(6504[\w-]+)', places))) == 4


# The grid


def test_the_chosen_region_stands_first_then_the_whole_then_by_red_and_yellow() -> None:
    grid = grid_of(
        {"甲": ["behind", "behind"], "乙": ["missed", "on_track"], "丙": ["missed", "behind"], "丁": []},
        outside=("丁",),
    )
    assert [column.name for column in grid.columns] == ["吐鲁番", "丙", "乙", "甲", "丁"]
    own = grid_of({"甲": ["behind"], "乙": ["missed"]}, own="甲")
    assert [column.name for column in own.columns] == ["甲", "吐鲁番", "乙"]


def test_a_target_without_a_region_below_has_no_line() -> None:
    grid = grid_of({"甲": ["behind"], "乙": ["on_track", "on_track"]})
    assert [line.row.target_id for line in grid.lines] == ["t0", "t1"]
    alone = build(assessed({"region": TOP}), register({"甲": True}), TOP, "zh")
    assert alone.lines == []


def test_what_presses_is_the_regions_own_or_any_below() -> None:
    statuses = {"甲": ["on_track", "behind", "on_track"], "乙": ["missed", "on_track", "on_track"]}
    assert [line.row.target_id for line in grid_of(statuses).pressing()] == ["t0", "t1"]
    assert [line.row.target_id for line in grid_of(statuses, own="甲").pressing()] == ["t1"]


def test_lines_stand_by_dimension_with_their_parts_under_them() -> None:
    regions = register({"甲": True})
    rows = [
        {"target_id": "s", "dimension": "service"},
        {"target_id": "p1", "dimension": "product"},
        {"target_id": "p2", "dimension": "product"},
        {"target_id": "p1a", "dimension": "product", "parent": "p1"},
    ]
    frame = assessed(*(row | {"region": code} for row in rows for code in regions["code"]))
    found = build(frame, regions, TOP, "zh").lines
    assert [(line.row.target_id, line.row.depth) for line in found] == [("p1", 0), ("p1a", 1), ("p2", 0), ("s", 0)]


def test_a_dimension_without_lines_leaves_none() -> None:
    grid = grid_of({"甲": ["behind"]})
    assert choice.chosen(grid, "talent", "").lines == []
    assert len(choice.chosen(grid, "product", choice.ATTENTION).lines) == 1


# How many columns


def test_columns_that_do_not_fit_stand_on_further_pages_and_none_is_lost() -> None:
    grid = grid_of({f"县{n}": ["behind"] for n in range(14)}, own="县3")
    seen: list[str] = []
    pages = room.shown(grid, 1, "w1024", "zh").pages
    assert pages == 3
    for page in range(1, pages + 1):
        found = room.shown(grid, page, "w1024", "zh")
        assert [column.name for column in found.columns[:2]] == ["县3", "吐鲁番"]
        assert len(found.columns) <= 8
        seen += [column.name for column in found.columns[2:]]
    assert sorted(seen) == sorted(f"县{n}" for n in range(14) if n != 3)
    assert room.shown(grid, 99, "w1024", "zh").page == pages
    assert room.shown(grid, 1, "w1920", "zh").pages == 1


def test_a_long_name_or_figure_takes_more_room() -> None:
    grid = grid_of({"甲": ["behind"]})
    assert room.width(grid, "w1366", "en") < room.width(build_named("Demonstration"), "w1366", "en")


def build_named(name: str) -> Grid:
    regions = register({name: True})
    return build(assessed({"target_id": "t", "region": "650401"}), regions, TOP, "en")


# Cells


def cell(**changes: object):
    return next(assessed(changes).itertuples())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "64.5"),
        ({"current": 12345.0, "decimals": 0, "unit": "count"}, "1.23 万"),
        ({"status": "not_assessable", "reason": "no_data", "current": float("nan")}, "无数据"),
        ({"status": "not_assessable", "reason": "stale"}, "过旧"),
        ({"status": "not_assessable", "reason": "one_point"}, "64.5"),
        ({"status": "not_assessable", "reason": "one_point", "current": float("nan")}, "仅一期"),
        ({"status": "pending", "current": float("nan")}, "—"),
        ({"unit": "yesno", "current": 1.0, "status": "achieved"}, "已完成"),
    ],
)
def test_a_cell_says_its_figure_or_why_there_is_none(changes: dict[str, object], said: str) -> None:
    assert figure(cell(**changes), "zh").replace("\u00a0", " ") == said


def test_the_unit_stands_with_the_name() -> None:
    assert unit(cell(), "zh") == "%"
    assert unit(cell(unit="count", measure_zh="批次"), "zh") == "批次"
    assert unit(cell(unit="yesno"), "zh") == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_has_a_short_word(lang: str) -> None:
    from metrics.model.vocabulary import Reason

    for reason in Reason:
        row = cell(status="not_assessable", reason=reason.value, current=float("nan"))
        assert 0 < len(figure(row, lang)) <= 10


# Sentences


QUIET, RED, AMBER = ["on_track"], ["missed"], ["behind"]
ONE = "甲县 1 项中 1 项绿灯，没有需要关注的；"
ONE_AMBER = "甲县 1 项中 0 项绿灯，1 项需要关注，没有红灯；"
ALL = "1 项目标分到 3 个区县评估；"


@pytest.mark.parametrize(
    ("statuses", "own", "said"),
    [
        ({"甲": QUIET, "乙": RED}, "甲", ONE + "乙需要关注的最多，为 1 项。"),
        ({"甲": QUIET, "乙": QUIET}, "甲", ONE + "各区县都没有需要关注的。"),
        ({"甲": AMBER, "乙": QUIET}, "甲", ONE_AMBER + "需要关注的为各区县中最多。"),
        ({"甲": AMBER, "乙": RED}, "甲", ONE_AMBER + "需要关注的与另外 1 个区县并列最多。"),
        ({"甲": QUIET, "乙": RED, "丙": AMBER}, TOP, ALL + "乙和丙需要关注的最多，各 1 项，甲最少，为 0 项。"),
        ({"甲": RED, "乙": RED, "丙": AMBER}, TOP, ALL + "3 个区县需要关注的并列最多，各 1 项。"),
    ],
)
def test_the_headline_says_what_the_grid_holds(statuses: dict[str, list[str]], own: str, said: str) -> None:
    assert says.sentence(grid_of(statuses, own=own), "zh").replace("\u00a0", " ") == said


def test_a_shared_place_is_said_and_who_takes_no_part() -> None:
    grid = grid_of({"甲": ["behind"], "乙": ["missed"], "丙": ["on_track"], "丁": []}, own="乙", outside=("丁",))
    rest = says.rest(grid, "zh").replace("\u00a0", " ")
    assert "3 个区县按需要关注的由少到多，并列第 2 位" in rest
    assert "丁县未纳入评估" in rest
    assert "丙" not in rest


@pytest.mark.parametrize("status", LIGHTS)
def test_every_light_of_the_region_is_said(status: str) -> None:
    grid = grid_of({"甲": [status], "乙": ["on_track"]}, own="甲")
    both = says.sentence(grid, "en") + says.rest(grid, "en")
    count = grid.own.lights
    assert count.total == 1
    assert sum(int(n) for n in re.findall(r"(\d+) (?:amber|pending|cannot)", both.replace("\u00a0", " "))) == (
        count.yellow + count.pending + count.grey
    )


# Where a region stands


def placed(values: dict[str, float | None], own: str, **changes: object) -> Grid:
    regions = register(dict.fromkeys(values, True))
    codes = dict(zip(values, regions["code"][1:], strict=True))
    rows = [
        {
            "target_id": "t",
            "region": codes[name],
            "current": value,
            "status": "behind" if value is not None else "pending",
        }
        | changes
        for name, value in values.items()
    ]
    return build(assessed(*rows), regions, codes.get(own, own), "zh")


def test_the_place_follows_the_direction_and_ties_are_shared() -> None:
    values: dict[str, float | None] = {"甲": 80.0, "乙": 90.0, "丙": 80.04, "丁": None}
    up = position.behind(placed(values, "甲"))[0]
    assert (up.place, up.shared, up.of) == (2, True, 3)
    down = position.behind(placed(values, "乙", direction="down"))[0]
    assert (down.place, down.shared) == (3, False)


def test_green_in_front_leads_and_red_in_front_does_not_lag() -> None:
    values: dict[str, float | None] = {"甲": 90.0, "乙": 80.0, "丙": 70.0}
    leading = placed(values, "甲", status="on_track")
    assert [one.place for one in position.ahead(leading)] == [1]
    assert position.behind(leading) == []
    assert position.behind(placed(values, "甲")) == []
    assert position.ahead(placed(values, "甲")) == []


def test_too_few_figures_or_a_milestone_are_not_compared() -> None:
    assert position.behind(placed({"甲": 80.0, "乙": 90.0, "丙": None}, "甲")) == []
    assert position.behind(placed({"甲": 0.0, "乙": 1.0, "丙": 1.0}, "甲", unit="yesno")) == []


def test_the_whole_names_the_region_furthest_back() -> None:
    found = position.spread(placed({"甲": 80.0, "乙": 60.0, "丙": 90.0}, TOP))
    assert [(one.row.current, one.pressing, one.of) for one in found] == [(60.0, 3, 3)]
    assert pd.Series(found[0].others).sort_values().tolist() == [80.0, 90.0]


# The meeting view


def in_meeting(grid: Grid, lang: str = "zh") -> fitting.Wanted:
    return fitting.Wanted(grid, fitting.pressing(grid), "w1366", lang)


def test_what_is_red_in_most_regions_comes_first_and_in_a_county_its_own() -> None:
    statuses = {
        "甲": ["behind", "on_track", "missed", "on_track"],
        "乙": ["behind", "missed", "missed", "on_track"],
        "丙": ["behind", "on_track", "behind", "on_track"],
    }
    assert [line.row.target_id for line in fitting.pressing(grid_of(statuses))] == ["t2", "t1", "t0"]
    assert [line.row.target_id for line in fitting.pressing(grid_of(statuses, own="丙"))] == ["t2", "t0", "t1"]
    assert fitting.pressing(grid_of({"甲": ["on_track"], "乙": ["pending"]})) == []


def test_a_lower_screen_holds_fewer_lines_and_a_narrower_one_fewer_columns() -> None:
    grid = grid_of({f"县{n}": ["missed"] * 20 for n in range(14)}, own="县5", outside=("县9",))
    wanted = in_meeting(grid)
    high, low, none = (wanted.fit(height) for height in (600, 300, 0))
    assert len(high.lines) > len(low.lines) > len(none.lines) == 1
    assert high.columns == low.columns
    assert [column.name for column in high.columns[:2]] == ["县5", "吐鲁番"]
    assert sum((high.name, high.goal, *high.shares)) == pytest.approx(1)
    narrow = fitting.Wanted(grid, wanted.lines, "w1024", "zh").fit(600)
    assert 2 <= len(narrow.columns) < len(high.columns)
    assert "县9" not in {column.name for column in wanted.columns}


def test_a_zone_is_called_without_the_name_of_the_plans_region() -> None:
    regions = register({"Turpan Demonstration Zone": True, "Turpan": True})
    grid = build(assessed({"region": "650401"}), regions, TOP, "en")
    assert [fitting.short(column, grid, "en") for column in grid.columns] == ["Turpan", "Demonstration Zone", "Turpan"]


@pytest.mark.parametrize(("plan", "code", "lang"), [("quanzhou", "350500", "zh"), ("linxia", "622922", "en")])
def test_what_does_not_fit_the_room_is_counted(run: Run, full_board: Path, plan: str, code: str, lang: str) -> None:
    shown = html_of(run(full_board, "region", plan=plan, region=code, lang=lang, present="1"))
    assert not re.search("heat-choice|spots|missing|heat-foot|state-", shown)
    frame, regions = told(full_board, plan)
    here = frame[frame["headline"].astype(bool) & frame["region"].isin(regions["code"][1:])]
    pressing = here.loc[here["light"].isin(["red", "yellow"]), "target_id"].nunique()
    table = shown.partition('<table class="heat"')[2].partition("</table>")[0]
    rows = table.partition("<tbody>")[2].count("<tr>")
    heads = HEAD.findall(table)
    beside = plain(re.search(r'<a class="go under"[^>]*>(.*?)</a>', shown)[1])
    targets, columns = (int(n) for n in re.findall(r"\d+", beside))
    assert 0 < rows == pressing - targets
    assert len(heads) == len(set(here["region"])) + 1 - columns
    assert "present" not in re.search(r'<a class="go under" href="([^"]*)"', shown)[1]
    named = regions.set_index("code")["name_zh" if lang == "zh" else "name_en"]
    assert heads[0] == named[code].partition(" (")[0]
    count = lights(here[here["region"].eq(code)]) if code != regions["code"].iloc[0] else None
    if count:
        own = re.findall(r'<td class="heat-cell on-(\w+) own">', table)
        assert own == sorted(own) == ["red"] * min(count.red, rows) + ["yellow"] * min(rows - count.red, count.yellow)


def test_where_nothing_needs_attention_the_room_sees_the_counts_of_every_region(run: Run, full_board: Path) -> None:
    shown = html_of(run(full_board, "region", plan="turpan", demo="0", present="1"))
    assert "各区县都没有需要关注的" in sentence_of(shown)
    counts = [int(n) for n in re.findall(r'<td class="heat-count[^"]*">(\d+)</td>', shown)]
    _, regions = told(full_board, "turpan")
    assert len(counts) == 5 * len(regions)
    assert sum(counts) == 66 * len(regions)
    assert sum(counts[: 2 * len(regions)]) == 0
