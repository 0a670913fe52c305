"""The library: every target once, found by any of its names; filters with true counts; milestones; plans; files."""

import io
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook
from pandas import DataFrame

from data.asking import library as questions
from data.store import opened
from tests.ui.conftest import Run, address_of, html_of
from ui.asking import library
from ui.asking.library import plain, searchable
from ui.library import export, milestones
from ui.library.asked import Asked, counts, matching
from ui.library.names import why_open, written
from ui.place import Place

FRAME = DataFrame(
    {
        "target_id": ["a-1", "a-2", "b-1"],
        "plan": ["a", "a", "b"],
        "dimension": ["product", "service", "product"],
        "tier": [1, 3, 1],
        "rule": ["hold", "milestone", "at_least"],
        "status": ["achieved", "pending", "achieved"],
        "section": ["二(一)4", None, "一(二)"],
        "indicator_zh": ["国家监督抽查合格率", "设立市长质量奖", "出口食品农产品抽检合格率"],
        "indicator_en": ["National spot-check pass rate", "Mayor's quality award", "Export food pass rate"],
        "short_zh": ["国抽", "", ""],
        "short_en": ["", "", ""],
        "synonyms": ["国检 ＡＢＣ", "", None],
        "owners": ["市质监局 Quality bureau", "", "海关 Customs"],
    }
)
FRAME["text"] = searchable(FRAME)


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("国抽", ["a-1"]),
        ("abc", ["a-1"]),
        ("合格率　NATIONAL", ["a-1"]),
        ("合格率 pass", ["a-1", "b-1"]),
        ("pass customs", ["b-1"]),
        ("pass award", []),
        ("二（一）4", ["a-1"]),
        ("A-2", ["a-2"]),
        ("  ", ["a-1", "a-2", "b-1"]),
        ("(", ["a-1", "b-1"]),
        (".*", []),
    ],
)
def test_every_word_has_to_match_one_of_the_names(find: str, found: list[str]):
    assert list(FRAME[matching(FRAME, Asked(find=find))]["target_id"]) == found


def test_values_of_a_filter_add_up_and_filters_narrow_each_other():
    what = Asked(chosen={"dim": ("product",), "rule": ("hold", "milestone")})
    assert list(FRAME[matching(FRAME, what)]["target_id"]) == ["a-1"]
    assert counts(FRAME, what, "rule") == {"at_least": 1, "hold": 1, "milestone": 0}
    assert counts(FRAME, what, "dim") == {"product": 1, "service": 1}
    assert what.toggled("rule", "hold") == "milestone"
    assert what.toggled("rule", "zero") == "hold,milestone,zero"


def test_the_view_of_milestones_leaves_rule_and_tier_aside():
    what = Asked("milestones", chosen={"rule": ("hold",), "tier": ("1",)})
    assert list(FRAME[matching(FRAME, what)]["target_id"]) == ["a-2"]
    assert not what.active


def test_full_width_signs_and_capitals_are_one():
    assert plain("ＡＢＣ　（一）") == "abc (一)"


def rows_of(*changes: dict[str, object]) -> DataFrame:
    usual = {
        "target_id": "t-1", "plan": "a", "status": "pending", "reason": None, "current": None, "current_load": None,
        "region": "650400", "indicator_id": "x", "current_date": pd.NaT, "due": pd.Timestamp("2020-12-31"),
    }  # fmt: skip
    return DataFrame([usual | one for one in changes])


def test_open_milestones_come_first_by_due_date_and_the_latest_done_after_them():
    frame = rows_of(
        {"target_id": "old", "status": "achieved", "current_date": pd.Timestamp("2018-01-01")},
        {"target_id": "new", "status": "achieved", "current_date": pd.Timestamp("2019-01-01")},
        {"target_id": "far", "due": pd.Timestamp("2021-12-31")},
        {"target_id": "near"},
        {"target_id": "missed", "status": "missed", "due": pd.Timestamp("2022-12-31")},
    )
    assert list(milestones.arranged(frame)["target_id"]) == ["missed", "near", "far", "new", "old"]


def test_the_sentence_of_milestones_adds_up_and_says_the_states_that_are_empty():
    frame = rows_of({"status": "achieved"}, {"status": "missed"}, {}, {})
    said = milestones.sentence(frame, "en")
    assert said == "Of 4 milestones 1 are done, 3 open: 1 past its date, 2 not yet due, none not assessable."


def test_an_open_milestone_says_what_was_written_else_why():
    day = pd.Timestamp("2019-06-30")
    kept = written(
        DataFrame(
            [{"region": "650400", "indicator_id": "x", "reported": day, "load_id": 3, "state": "立项", "said": "待批"}]
        )
    )
    frame = rows_of(
        {"current": 0.0, "current_date": day, "current_load": 3},
        {"current": 0.0, "current_date": day, "current_load": 4},
        {"status": "not_assessable", "reason": "no_data"},
        {},
    )
    words = [why_open(row, kept, "en") for row in frame.itertuples()]
    assert words == ["立项 待批", "Reported as not done", "No data", "No report yet"]


# The page


def shown_at(run: Run, board: Path, **params: str):
    test = run(board, "library", **{"plan": "turpan", "lang": "en"} | params)
    assert not test.exception
    return test, html_of(test).replace("\xa0", " ")


def test_the_library_counts_every_target_of_every_plan_once(run: Run, full_board: Path):
    test, shown = shown_at(run, full_board)
    words = questions.words(opened(full_board))
    assert words["target_id"].is_unique
    assert f"5 plans with {len(words)} targets" in shown
    assert shown.count("<tr>") == 26
    assert f"Page 1 of {-(-len(words) // 25)}" in shown
    assert "turpan-001" in shown
    assert len(test.get("download_button")) == 2


def test_the_lights_said_add_up_to_the_targets_found(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, plans="linxia")
    rest = shown.partition('class="rest">')[2].partition("Shown now")[0]
    numbers = [int(word) for word in rest.replace("One", "1").split() if word.isdigit()]
    assert sum(numbers) == questions.words(opened(full_board))["plan"].eq("linxia").sum()
    assert "Plan: Linxia" in shown


def test_a_search_finds_by_owner_and_stays_with_page_and_language(run: Run, full_board: Path):
    test, _ = shown_at(run, full_board, page_no="3")
    test.text_input(key="library-find").set_value("农业 合格率").run()
    address = address_of(test)
    assert address["find"] == "农业 合格率"
    assert "page_no" not in address
    words = questions.words(opened(full_board))
    shown = html_of(test)
    found = int(shown.partition("Found ")[2].split()[0])
    assert 0 < found < len(words)
    test.button(key="pick-lang").click().run()
    assert address_of(test)["find"] == "农业 合格率"
    assert f"找到目标\xa0{found}\xa0项" in html_of(test)


def test_nothing_found_says_how_to_widen_with_true_counts(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, find="turpan-001", plans="fujian", status="achieved")
    assert "No target fits all conditions" in shown
    assert "Drop &quot;Plan" not in shown
    assert "Drop all conditions: 600 targets" in shown
    _, fewer = shown_at(run, full_board, find="turpan-001", plans="fujian")
    assert "Drop &quot;Plan: Fujian 2011–2015&quot;: 1 target" in fewer


def test_what_is_not_understood_is_said_and_the_rest_is_kept(run: Run, full_board: Path):
    _, shown = shown_at(
        run, full_board, plans="turpan,atlantis", rule="never", tier="9", scope="x", page_no="x", find="y" * 61
    )
    said = shown.partition("state-notice")[2].partition("</p>")[0]
    for wrong in ("plans=atlantis", "rule=never", "tier=9", "scope=x", "page_no=x", "find=yyy"):
        assert wrong in said
    assert "Found 161 targets of 600" in shown


def test_a_page_beyond_the_last_shows_the_last(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, plans="turpan", page_no="999")
    assert "Page 7 of 7" in shown


def test_milestones_tell_evidence_date_and_load_and_what_is_open(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, scope="milestones", plans="turpan")
    count = questions.reports(opened(full_board))
    done = int(count["region"].eq("650400").sum())
    assert f"Of 53 milestones {done} are done, {53 - done} open" in shown
    assert "No report yet" in shown
    _, later = shown_at(run, full_board, scope="milestones", plans="turpan", page_no="3")
    assert "演示数据：无真实佐证" in later
    assert "load=" in later


def test_a_plan_shows_its_phases_and_where_it_stands(run: Run, full_board: Path):
    test, shown = shown_at(run, full_board, scope="plans", plans="quanzhou")
    assert "on 2016-12-31 in phase 2 of 4, Implementation" in shown
    assert "Plan issued, meeting held, tasks assigned" in shown
    assert "2017-11-30" in shown
    assert "draft for comment" in shown
    assert "no number given" in shown
    assert len(test.get("plotly_chart")) == 1


def test_a_target_of_another_plan_opens_its_explanation(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, why="fujian-004.2015-12-31.350000")
    assert "fujian-004.2015-12-31.350000" in shown
    assert "verdict" in shown
    _, unknown = shown_at(run, full_board, why="fujian-999.2015-12-31.350000")
    assert "verdict" not in unknown


def test_a_county_keeps_every_target_and_says_where_a_verdict_is_from(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, region="650402", plans="turpan")
    assert "Found 161 targets of 600" in shown
    assert "judged for Turpan" in shown


def test_without_figures_the_library_still_has_every_target_and_plan(run: Run, full_board: Path):
    _, shown = shown_at(run, full_board, demo="0", scope="milestones")
    assert "0 are done" in shown
    _, plans = shown_at(run, full_board, demo="0", scope="plans")
    assert "600 targets" in plans


# Files


@pytest.fixture
def found(run: Run, full_board: Path) -> DataFrame:
    shown_at(run, full_board)
    every = library.targets(Place(plan="turpan", region="650400", as_of=date(2019, 12, 31)))
    return every[every["plan"].isin(["linxia", "turpan"])]


def test_the_csv_has_a_row_a_dated_figure_its_date_and_the_sources(found: DataFrame):
    risky = found.assign(section=["=cmd()", *found["section"].iloc[1:]])
    said = export.csv(risky, "targets", {}, "en").decode("utf-8-sig")
    read = pd.read_csv(io.StringIO(said)).dropna(subset=["target id"])
    assert len(read) == len(found) == 161 + 164
    assert set(read["as-of date"]) == {"2019-12-31", "2018-12-31"}
    assert read["section"][0] == "'=cmd()"
    assert "Linxia Prefecture Quality Development Outline" in said.splitlines()[-1]
    assert "demonstration data" in said.splitlines()[-1]
    assert export.csv(risky, "targets", {}, "zh")[:3] == b"\xef\xbb\xbf"


def test_the_workbook_holds_the_same_and_no_formula(found: DataFrame):
    risky = found.assign(section=["=1+1", *found["section"].iloc[1:]])
    content = export.excel(risky, "targets", {}, "what is shown", "en")
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet["A1"].value == "what is shown"
    assert "2019-12-31" in sheet["A2"].value
    assert sheet.max_row == 3 + len(found)
    heads = [cell.value for cell in sheet[3]]
    assert sheet.cell(4, heads.index("section") + 1).data_type == "s"
    values = [sheet.cell(row, heads.index("target figure") + 1).value for row in range(4, sheet.max_row + 1)]
    assert [one for one in values if one is not None] == pytest.approx(list(found["value"].dropna()))


def test_the_file_of_milestones_names_evidence_and_day(found: DataFrame):
    events = found[found["rule"].eq("milestone")]
    made = export.sheet_of(events, "milestones", {}, "en")
    done = made[made["done on"].ne("")]
    assert len(done) == events["status"].eq("achieved").sum() > 0
    assert done["evidence, or why it is open"].ne("").all()
    assert made.loc[made["done on"].eq(""), "evidence, or why it is open"].ne("").all()
