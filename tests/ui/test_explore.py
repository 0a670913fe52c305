"""The analysis page: what the address asks, the measures, the table, its files, and the page itself."""

import csv
import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook
from pandas import DataFrame

from tests.made import assessed
from tests.ui.conftest import Run, address_of, html_of
from ui.explore import says, written
from ui.explore.asked import Asked, Offer, distinct, pressing, start_span
from ui.explore.cells import cells, prepared
from ui.explore.drawn import points, shape, strips
from ui.explore.grid import Grid, laid
from ui.explore.words import Names, code, names
from ui.place import Place
from ui.typography import NBSP

PLACE = Place(plan="turpan", region="650402", as_of=date(2019, 12, 31))
INDICATORS = DataFrame(
    {
        "indicator_id": ["rate", "cases", "size"],
        "indicator_zh": "全名",
        "indicator_en": "Full name",
        "short_zh": ["合格率", "件数", "规模"],
        "short_en": ["Pass rate", "Cases", "Size"],
        "dimension": "product",
        "unit": ["percent", "count", "count"],
        "measure_zh": None,
        "measure_en": None,
        "decimals": [1, 0, 0],
        "direction": ["up", "down", None],
        "kind": ["rate", "flow", "stock"],
        "interval_months": [6, 12, 12],
        "departments": [["d-1"], ["d-2"], []],
    }
)
REGIONS = DataFrame(
    {
        "code": ["650400", "650402", "650421", "650422", "650499"],
        "name_zh": ["吐鲁番市", "高昌区", "鄯善县", "托克逊县", "未纳入县"],
        "name_en": ["Turpan", "Gaochang", "Shanshan", "Toksun", "Outside"],
        "level": ["prefecture", "county", "county", "county", "county"],
        "judged": [True, True, True, True, False],
    }
)
HALF, YEAR = ("2019-07-01", "2019-12-31"), ("2019-01-01", "2019-12-31")
BEFORE = ("2018-07-01", "2018-12-31")


def seen(region: str, value: float, period: tuple[str, str] = HALF, indicator: str = "rate", **more: object):
    row = {"region": region, "indicator_id": indicator, "value": value, "provisional": False, "series_break": False}
    row |= {"demo": False, "origin": "own", "source": "报表", "note": "", "load_id": 7}
    return row | {"period_start": pd.Timestamp(period[0]), "period_end": pd.Timestamp(period[1])} | more


def offer_of(*rows: dict[str, object]) -> Offer:
    series = prepared(DataFrame(list(rows)), INDICATORS, REGIONS)
    return Offer(INDICATORS, REGIONS, series, distinct(series["period_end"]))


def view_of(*regions: str, indicators: tuple[str, ...] = ("rate",), **more: object) -> Asked:
    return Asked(indicators, regions, date(2015, 1, 1), date(2019, 12, 31), **more)  # type: ignore[arg-type]


def figures_of(offer: Offer, view: Asked, frame: DataFrame | None = None) -> dict[tuple[str, str], object]:
    """The figure of the newest period of each region, or why there is none."""
    found = cells(offer, view, assessed() if frame is None else frame)
    newest = found[found["period_end"].eq(found["period_end"].max())]
    return {
        (row.indicator_id, row.region): row.state or (round(row.figure, 6), row.tied) for row in newest.itertuples()
    }


# Measures


def test_change_is_against_the_same_period_of_the_year_before() -> None:
    offer = offer_of(seen("650402", 90.0, BEFORE), seen("650402", 91.5), seen("650421", 80.0))
    found = figures_of(offer, view_of("650402", "650421", measure="change"))
    assert found == {("rate", "650402"): (1.5, False), ("rate", "650421"): "no_before"}


def test_a_half_year_is_never_set_against_a_year() -> None:
    offer = offer_of(seen("650402", 90.0, ("2018-01-01", "2018-12-31")), seen("650402", 91.5))
    assert figures_of(offer, view_of("650402", measure="change"))[("rate", "650402")] == "no_before"


@pytest.mark.parametrize(
    ("broken", "expected"), [(HALF, "broken"), (("2019-01-01", "2019-06-30"), "broken"), (BEFORE, (1.5, False))]
)
def test_a_new_definition_within_the_year_forbids_the_change(broken: tuple[str, str], expected: object) -> None:
    rows = {BEFORE: 90.0, ("2019-01-01", "2019-06-30"): 91.0, HALF: 91.5}
    offer = offer_of(*(seen("650402", value, period, series_break=period == broken) for period, value in rows.items()))
    assert figures_of(offer, view_of("650402", measure="change"))[("rate", "650402")] == expected


def test_rank_counts_all_of_one_level_also_those_not_chosen_and_what_is_written_the_same_is_tied() -> None:
    offer = offer_of(
        seen("650400", 99.0), seen("650402", 90.02), seen("650421", 89.98), seen("650422", 95.0), seen("650499", 99.0)
    )
    found = cells(offer, view_of("650402", "650422", "650400", measure="rank"), assessed())
    told = {row.region: (row.figure, row.of, row.tied) for row in found.itertuples()}
    assert told["650402"] == (2, 3, True)
    assert told["650422"] == (1, 3, False)
    assert found[found["region"].eq("650400")]["state"].item() == "not_ranked"  # alone at its level


def test_the_lower_is_the_better_where_the_direction_says_so_and_without_one_there_is_no_rank() -> None:
    rows = [
        seen(region, value, YEAR, code)
        for code in ("cases", "size")
        for region, value in (("650402", 1), ("650421", 5))
    ]
    view = view_of("650402", "650421", indicators=("cases", "size"), measure="rank")
    found = figures_of(offer_of(*rows), view)
    assert found[("cases", "650402")] == (1, False)
    assert found[("cases", "650421")] == (2, False)
    assert found[("size", "650402")] == "not_ranked"


def test_regions_are_ranked_within_one_length_of_period_only() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650421", 95.0, YEAR))
    assert figures_of(offer, view_of("650402", measure="rank"))[("rate", "650402")] == "not_ranked"


def target_at(region: str, **more: object) -> dict[str, object]:
    return {"region": region, "indicator_id": "rate", "target": 95.0} | more


def test_the_gap_is_short_below_zero_and_the_judged_one_where_there_is_one() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650402", 88.0, BEFORE), seen("650421", 96.0))
    judged = target_at("650402", current=90.0, current_date=pd.Timestamp(HALF[1]), gap=-4.0)
    frame = assessed(judged, target_at("650421", current=None, current_date=pd.NaT, gap=None))
    found = cells(offer, view_of("650402", "650421", measure="gap"), frame)
    told = {(row.region, f"{row.period_end:%Y}"): row.figure for row in found.itertuples() if not row.state}
    assert told == {("650402", "2019"): -4.0, ("650402", "2018"): -7.0, ("650421", "2019"): 1.0}


@pytest.mark.parametrize("other", [{"increment": True}, {"rule": "rank"}, {"target": None}, {"indicator_id": "size"}])
def test_other_periods_have_no_gap_where_value_and_target_are_not_of_one_kind(other: dict[str, object]) -> None:
    frame = assessed(target_at("650402", current=1.0, current_date=pd.NaT, gap=-4.0) | other)
    found = figures_of(offer_of(seen("650402", 90.0)), view_of("650402", measure="gap"), frame)
    assert found[("rate", "650402")] == "no_target"


def test_a_sum_of_a_year_has_the_gap_of_the_judged_period_only() -> None:
    offer = offer_of(seen("650402", 9, YEAR, "cases"), seen("650402", 7, ("2018-01-01", "2018-12-31"), "cases"))
    aim = {"indicator_id": "cases", "direction": "down", "target": 5.0}
    judged = target_at("650402", current=9.0, current_date=pd.Timestamp(YEAR[1]), gap=-4.0)
    found = cells(offer, view_of("650402", indicators=("cases",), measure="gap"), assessed(judged | aim))
    told = {f"{row.period_end:%Y}": row.state or row.figure for row in found.itertuples()}
    assert told == {"2018": "no_target", "2019": -4.0}


def test_what_is_not_reported_for_such_periods_is_not_missing() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650402", 3, YEAR, "cases"), seen("650421", 91.0))
    found = cells(offer, view_of("650402", "650421", indicators=("rate", "cases")), assessed())
    states = {(row.indicator_id, row.region, row.months): row.state for row in found.itertuples()}
    assert states[("cases", "650402", 6)] == "off"
    assert states[("cases", "650421", 12)] == "missing"
    assert "应有 4 格，有数 3 格，无数据 1 格" in says.rest(
        found, view_of("650402", "650421", indicators=("rate", "cases")), "zh"
    ).replace(NBSP, " ")


# The table


def grid_of(offer: Offer, view: Asked) -> tuple[Grid, Names]:
    named = names(offer, PLACE)
    return laid(cells(offer, view, assessed()), view, named)[0], named


def test_sorting_puts_the_largest_first_and_those_without_a_figure_last() -> None:
    rows = [seen("650402", 90.0), seen("650421", 95.0), seen("650400", 80.0, BEFORE)]
    view = view_of("650400", "650402", "650421", rows="region", cols="period")
    column = f"{HALF[0]}..{HALF[1]}"
    for sort, order in ((f"-{column}", ["650421", "650402", "650400"]), (column, ["650402", "650421", "650400"])):
        grid, _ = grid_of(offer_of(*rows), Asked(**{**vars(view), "sort": sort}))
        assert [row for _, row in grid.lines] == order
    natural, _ = grid_of(offer_of(*rows), view)
    assert [row for _, row in natural.lines] == ["650400", "650402", "650421"]


def test_a_column_that_is_not_there_is_refused() -> None:
    view = view_of("650402", sort="-2031-12-31")
    offer = offer_of(seen("650402", 90.0))
    _, refused = laid(cells(offer, view, assessed()), view, names(offer, PLACE))
    assert [(one.name, one.value) for one in refused] == [("sort", "-2031-12-31")]


def test_rows_of_other_units_are_sorted_apart() -> None:
    rows = [seen("650402", 90.0, YEAR), seen("650402", 5, YEAR, "cases"), seen("650402", 500, YEAR, "size")]
    view = view_of("650402", indicators=("cases", "rate", "size"), sort=f"-{YEAR[0]}..{YEAR[1]}")
    grid, _ = grid_of(offer_of(*rows), view)
    assert [row for _, row in grid.lines] == ["size", "cases", "rate"]


@pytest.mark.parametrize("rows", ["region", "indicator", "period"])
@pytest.mark.parametrize("cols", ["region", "indicator", "period"])
def test_every_cell_stands_once_whatever_the_axes(rows: str, cols: str) -> None:
    if rows == cols:
        return
    made = [seen(region, n, period) for n, region in enumerate(("650402", "650421")) for period in (HALF, BEFORE)]
    view = view_of("650402", "650421", rows=rows, cols=cols)
    grid, _ = grid_of(offer_of(*made), view)
    shown = [
        (c.region, c.period_end, c.value)
        for line in grid.lines
        for column in grid.columns
        for c in [grid.cell(line, column)]
    ]
    assert sorted(shown) == sorted((row["region"], row["period_end"], row["value"]) for row in made)


# Sentences


def sentence(offer: Offer, view: Asked) -> str:
    frame = assessed()
    return says.sentence(cells(offer, view, frame), view, names(offer, PLACE), offer, frame).replace(NBSP, " ")


def test_the_sentence_of_one_region_is_against_last_year() -> None:
    offer = offer_of(seen("650402", 90.0, BEFORE), seen("650402", 91.5))
    assert sentence(offer, view_of("650402")) == "高昌区合格率 2019 下半年为 91.5%，比上年同期高 1.5 个百分点。"
    alone = offer_of(seen("650402", 91.5))
    assert sentence(alone, view_of("650402")).endswith("没有上年同期的数可比。")


def test_the_sentence_of_several_regions_names_highest_and_lowest_with_those_tied() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650421", 90.0), seen("650422", 80.0))
    said = sentence(offer, view_of("650402", "650421", "650422"))
    assert said == "合格率 2019 下半年有 3 个地区的数：高昌区、鄯善县最高，为 90.0%；托克逊县最低，为 80.0%。"


def test_the_sentence_says_what_the_measure_shows() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650421", 90.0), seen("650422", 92.0))
    one = sentence(offer, view_of("650402", measure="rank"))
    assert one == "高昌区合格率 2019 下半年为 90.0%，在 3 个同级地区中并列第 2 位。"
    many = sentence(offer, view_of("650402", "650421", "650422", measure="rank"))
    assert many.endswith("托克逊县在前（1 / 3），高昌区、鄯善县在后（并列 2 / 3）。")
    assert sentence(offer_of(seen("650402", 90.0)), view_of("650402", measure="rank")).endswith("不排位次。")
    assert sentence(offer, view_of("650402", measure="gap")).endswith("没有可比的目标值。")


def test_without_figures_the_sentence_says_so() -> None:
    offer = offer_of(seen("650421", 90.0))
    assert sentence(offer, view_of("650402")) == "所选指标、地区和期次没有数"


# Chart


def test_figures_of_another_length_are_a_line_of_their_own() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650402", 91.0, YEAR), seen("650402", 89.0, BEFORE))
    view = view_of("650402")
    drawn = points(cells(offer, view, assessed()), view, names(offer, PLACE), PLACE)
    assert drawn.groupby("line").size().to_dict() == {"650402.12": 1, "650402.6": 2}
    assert set(drawn["label"]) == {"高昌区（半年） 90.0", "高昌区（半年） 89.0", "高昌区（全年） 91.0"}


def test_dots_stand_best_first_and_the_missing_last() -> None:
    rows = [seen("650402", 9, YEAR, "cases"), seen("650421", 2, YEAR, "cases")]
    view = view_of("650422", "650402", "650421", indicators=("cases",))
    found = strips(cells(offer_of(*rows), view, assessed()), view, names(offer_of(*rows), PLACE), PLACE)
    assert list(found["label"]) == ["鄯善县", "高昌区", "托克逊县"]
    assert list(found["value_label"]) == ["2", "9", "无数据"]


def test_one_period_or_many_regions_begin_with_dots() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650402", 89.0, BEFORE))
    assert shape(view_of("650402"), cells(offer, view_of("650402"), assessed())) == "lines"
    one = offer_of(seen("650402", 90.0))
    assert shape(view_of("650402"), cells(one, view_of("650402"), assessed())) == "dots"


# Files


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> written.Shown:
    plan = DataFrame({"id": ["turpan"], "title_zh": ["创建规划"], "title_en": ["Plan"]})
    monkeypatch.setattr("ui.explore.written.cache.plans", lambda: plan)
    monkeypatch.setattr("ui.explore.written.cache.version", lambda: 3)
    rows = [
        seen("650402", 90.0, demo=True, source="=1+1", note="@sum(a1)"),
        seen("650402", -2.0, BEFORE),
        seen("650421", 91.0),
    ]
    view = view_of("650402", "650421", rows="region", measure="change")
    offer = offer_of(*rows)
    grid, named = grid_of(offer, view)
    return written.Shown(grid, named, PLACE)


def test_the_csv_has_every_cell_with_source_load_and_day_and_runs_nothing(files: written.Shown) -> None:
    told = list(csv.DictReader(io.StringIO(written.csv(files).decode("utf-8-sig"))))
    assert len(told) == 4
    last = next(row for row in told if row["地区代码"] == "650402" and row["期末"] == HALF[1])
    assert (float(last["数值"]), float(last["所示的数"]), last["所示数的单位"]) == (90.0, 92.0, "个百分点")
    assert (last["来源"], last["说明"], last["载入编号"], last["截至"]) == ("'=1+1", "'@sum(a1)", "7", "2019-12-31")
    assert last["标记"] == "演示数据"
    missing = next(row for row in told if row["地区代码"] == "650421" and row["期末"] == BEFORE[1])
    assert (missing["数值"], missing["没有数的原因"]) == ("", "无数据")


def test_the_workbook_has_the_table_as_shown_and_its_sources(files: written.Shown) -> None:
    book = load_workbook(io.BytesIO(written.xlsx(files)))
    assert book.sheetnames == ["表", "逐格数据与来源"]
    rows = [[cell for cell in row if cell is not None] for row in book["表"].iter_rows(values_only=True)]
    flat = [cell for row in rows for cell in row]
    assert any("含演示数据" in str(cell) for cell in flat)
    assert any("2019-12-31" in str(cell) and "创建规划" in str(cell) for cell in flat)
    heads = next(row for row in rows if "地区" in row)
    assert [head.replace(NBSP, " ") for head in heads[-2:]] == ["2018 下半年", "2019 下半年"]
    assert any("+92.0（演）" in row for row in rows)
    cell = next(c for row in book["逐格数据与来源"].iter_rows() for c in row if c.value == "=1+1")
    assert cell.data_type == "s"


# What the address leaves out


def test_the_start_is_what_presses_and_has_figures() -> None:
    offer = offer_of(seen("650402", 90.0), seen("650402", 3, YEAR, "cases"))
    frame = assessed(
        {"region": "650402", "indicator_id": "size", "status": "missed"},
        {"region": "650402", "indicator_id": "rate", "status": "behind"},
        {"region": "650402", "indicator_id": "cases", "status": "far_behind"},
    )
    assert pressing(offer, frame, "650402", "") == ("cases", "rate")
    assert pressing(offer, frame, "650402", "d-1") == ("rate",)


def test_the_start_has_six_period_ends_at_most() -> None:
    rows = [seen("650402", float(year), (f"{year}-01-01", f"{year}-12-31")) for year in range(2009, 2020)]
    offer = offer_of(*rows)
    assert start_span(offer.series, ["rate"], ["650402"]) == (date(2014, 12, 31), date(2019, 12, 31))
    assert start_span(offer.series, ["rate"], ["650421"]) == (None, None)


def test_an_indicator_that_is_rarely_reported_has_two_figures_at_the_start() -> None:
    rows = [seen("650402", 1.0, (f"2019-{month:02d}-01", f"2019-{month:02d}-28")) for month in range(1, 13)]
    rows += [seen("650402", 1.0, (f"{year}-01-01", f"{year}-12-31"), "cases") for year in (2016, 2017, 2018)]
    assert start_span(offer_of(*rows).series, ["rate", "cases"], ["650402"])[0] == date(2017, 12, 31)
    assert start_span(offer_of(*rows).series, ["rate"], ["650402"])[0] == date(2019, 7, 28)


def test_a_column_has_one_name_in_the_address() -> None:
    assert code("period", (pd.Timestamp(HALF[0]), pd.Timestamp(HALF[1]))) == "2019-07-01..2019-12-31"


# The page


def test_the_page_starts_with_three_pressing_indicators_of_the_place(run: Run, full_board: Path) -> None:
    test = run(full_board, "explore", plan="turpan")
    assert not test.exception
    from data import reading
    from data.asking.explore import indicators
    from data.store import opened
    from ui import cache, counts
    from ui.order import ordered

    store = opened(full_board)
    as_of = reading.default_as_of(store, "turpan", demo=True)
    here = ordered(counts.headlines(cache.assessments("turpan", as_of, demo=True), "650400"))
    series = cache.series("turpan", as_of, demo=True)
    reported = set(series["indicator_id"][series["region"].eq("650400")])
    known = set(indicators(store, "turpan")["indicator_id"])
    expected = [one for one in dict.fromkeys(here["indicator_id"]) if one in known & reported][:3]
    assert test.multiselect(key="explore-indicators").value == expected
    assert test.multiselect(key="explore-regions").value == ["650400"]
    assert "全部为演示数据" in html_of(test)
    assert "含演示数据" in html_of(test)


def test_every_value_on_the_page_is_the_figure_that_counts(run: Run, full_board: Path) -> None:
    test = run(
        full_board, "explore", plan="quanzhou", regions="350582,350583", indicators="service_quality_level", lang="en"
    )
    from ui import cache

    series = cache.series("quanzhou", date(2016, 12, 31), demo=True)
    own = series[series["indicator_id"].eq("service_quality_level") & series["region"].isin(["350582", "350583"])]
    shown = html_of(test)
    assert "Jinjiang" in shown
    table = shown.partition('class="rows pivot"')[2].partition("</table>")[0]
    for value in own.sort_values("period_end").groupby("region").tail(3)["value"]:
        assert f"{value:.1f}" in table


def test_the_view_survives_the_language_and_writes_the_address(run: Run, full_board: Path) -> None:
    test = run(full_board, "explore", plan="turpan", measure="rank", chart="dots")
    test.multiselect(key="explore-regions").set_value(["650402", "650421"]).run()
    test.selectbox(key="explore-cols").set_value("indicator").run()
    said = address_of(test)
    assert said.items() >= {"regions": "650402,650421", "cols": "indicator", "measure": "rank"}.items()
    test.button(key="pick-lang").click().run()
    again = address_of(test)
    assert again.items() >= {"regions": "650402,650421", "cols": "indicator", "measure": "rank", "lang": "en"}.items()
    assert "Neighbouring ranks differ little" in html_of(test)


def test_rows_take_the_axis_of_the_columns_and_these_another(run: Run, full_board: Path) -> None:
    test = run(full_board, "explore", plan="turpan")
    test.selectbox(key="explore-rows").set_value("period").run()
    assert not test.exception
    assert address_of(test).items() >= {"rows": "period", "cols": "region"}.items()


def test_a_department_filters_the_indicators(run: Run, full_board: Path) -> None:
    test = run(full_board, "explore", plan="turpan", department="650400-agriculture")
    from data.asking.explore import indicators
    from data.store import opened

    found = indicators(opened(full_board), "turpan")
    own = [
        one
        for one, codes in zip(found["indicator_id"], found["departments"], strict=True)
        if "650400-agriculture" in codes
    ]
    assert set(test.multiselect(key="explore-indicators").value) <= set(own)
    assert len(test.multiselect(key="explore-indicators").options) == len(own)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("indicators", "nothing"),
        ("regions", "999999"),
        ("periods", "2019-12-31..2018-12-31"),
        ("department", "nobody"),
        ("rows", "colour"),
        ("measure", "beauty"),
        ("chart", "pie"),
        ("sort", "-nothing"),
        ("regions", "650400,650402,650421,650422,x"),
    ],
)
def test_what_is_not_understood_is_said_and_the_start_is_shown(
    run: Run, full_board: Path, name: str, value: str
) -> None:
    test = run(full_board, "explore", plan="turpan", lang="en", **{name: value})
    assert not test.exception
    shown = html_of(test)
    assert f"{name}=" in shown
    assert 'class="rows pivot"' in shown


def test_rows_and_columns_of_one_axis_are_refused(run: Run, full_board: Path) -> None:
    test = run(full_board, "explore", plan="turpan", rows="period", cols="period")
    assert "cols=period" in html_of(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_figures_the_page_says_so(run: Run, full_board: Path, lang: str) -> None:
    test = run(full_board, "explore", plan="turpan", demo="0", lang=lang)
    assert not test.exception
    words = {"zh": "所选指标、地区和期次没有数", "en": "There are no figures"}
    assert words[lang] in html_of(test).replace(NBSP, " ")
    assert all(one.disabled for one in test.get("download_button"))


def test_a_region_without_targets_still_shows_its_figures_or_says_what_is_missing(run: Run, full_board: Path) -> None:
    test = run(full_board, "explore", plan="quanzhou", region="350527")
    assert not test.exception
    assert "headline" in html_of(test)


def test_the_explanation_opens_over_the_page(run: Run, full_board: Path) -> None:
    from data import reading
    from data.store import opened
    from ui import figures

    as_of = reading.default_as_of(opened(full_board), "turpan", demo=True)
    frame = reading.assessments(opened(full_board), "turpan", as_of)
    row = next(frame[frame["current"].notna() & frame["region"].eq("650400")].itertuples())
    test = run(full_board, "explore", plan="turpan", why=figures.key(row))
    assert not test.exception
    assert 'class="board why"' in html_of(test)
