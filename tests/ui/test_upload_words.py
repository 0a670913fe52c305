"""The wizard's small parts: answers put into a mapping, counts and periods in words, the order of changes, steps."""

from datetime import date, datetime

import pandas as pd
import pytest

import ui.frame  # noqa: F401  (loads what every page finds loaded)
from data.ingest.book import Book
from data.ingest.finding import Finding
from data.ingest.inbox import Entry
from data.ingest.mapping import Mapping
from data.ingest.preview import Counts, Preview
from data.ingest.table import Axis, Skipped, Table
from ui.html import Markup
from ui.screens.upload import first_needed
from ui.uploading import answers, problems, words
from ui.uploading.changes import ordered, turn
from ui.uploading.sample import column_roles, row_reasons, sample
from ui.uploading.steps import furthest

ENTRY = Entry(
    id=1, sha256="0" * 64, file="a.csv", department="650400-food_drug", user="x", size=1,
    received_at=datetime(2026, 1, 1), state="open", load_id=None,
)  # fmt: skip
BOOK = Book("text", "gb18030", ",")
TABLE = Table(
    sheet="a", shape="tidy", header=(1,), rows=(2, 3), values=(3,),
    region=Axis("column", (0,)), indicator=Axis("column", (1,)), period=Axis("fixed", (), "2019", (0, 0)),
    extras={"source": 2}, skipped=(Skipped("title", row=0), Skipped("reference", column=4), Skipped("total", row=4)),
)  # fmt: skip
HEAD = [["2019 年食品"], ["地区", "指标", "来源", "数值", "上期"], ["高昌区", "<b>合格率</b>", "台账", "95", "94"]]


def preview(state: str = "ready", **fields: object) -> Preview:
    return Preview(state, ENTRY, **fields)  # type: ignore[arg-type]


def test_a_role_is_answered_by_a_column_or_a_text_and_taken_back():
    by_column = answers.with_role(Mapping(fixed={"region": "650400"}), "region", "column:B")
    assert (by_column.columns, by_column.fixed) == ({"region": "B"}, {})
    by_text = answers.with_role(by_column, "region", "fixed:650402")
    assert (by_text.columns, by_text.fixed) == ({}, {"region": "650402"})
    assert answers.role_of(by_text, "region") == "fixed:650402"
    assert answers.with_role(by_text, "region", answers.AUTO) == Mapping()


def test_a_name_is_answered_and_taken_back():
    told = answers.with_name(Mapping(), "region", "托克逊镇", "650422")
    assert told.names == {"region": {"托克逊镇": "650422"}}
    assert answers.with_name(told, "region", "托克逊镇", answers.AUTO).names == {}


def test_another_sheet_drops_what_was_said_of_the_first():
    told = Mapping(header=(2,), columns={"value": "C"}, encoding="gb18030")
    assert answers.with_sheet(told, "表2") == Mapping(sheet="表2", encoding="gb18030")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ((2019, 1, 1), (2019, 12, 31), "2019 年"),
        ((2019, 7, 1), (2019, 12, 31), "2019 下半年"),
        ((2019, 4, 1), (2019, 6, 30), "2019 二季度"),
        ((2019, 6, 1), (2019, 6, 30), "2019 年 6 月"),
        ((2019, 1, 1), (2019, 9, 30), "2019 年 1—9 月"),
        ((2019, 6, 9), (2019, 6, 9), "2019-06-09"),
    ],
)
def test_periods_are_said_as_people_say_them(start: tuple[int, ...], end: tuple[int, ...], said: str):
    shown = words.period(date(*start), date(*end), "zh")  # type: ignore[arg-type]
    assert shown.replace("\u00a0", " ") == said


def test_a_figure_keeps_the_decimals_it_was_written_with():
    assert words.figure("food_spot_check_pass_rate", 93.0, "zh") == "93.0%"
    assert words.figure("food_spot_check_pass_rate", 93.25, "zh") == "93.25%"
    assert words.figure("food_spot_check_pass_rate", None, "zh") == "—"


def test_moves_are_counted_by_their_direction_and_grey_apart():
    moves = pd.DataFrame(
        [("on_track", "behind"), ("behind", "on_track"), ("not_assessable", "on_track")], columns=["was", "now"]
    )
    assert words.turns(moves.head(1), "en") == "1 status would change for the worse"
    said = words.turns(moves, "en")
    assert said == "3 statuses would change (1 for the worse, 1 for the better, 1 become assessable)"
    assert words.turns(moves.head(0), "en", done=True) == "no status has changed"


def test_changes_that_turn_a_status_come_first_the_worst_on_top():
    rows = [
        ("new", "r1", "a"),
        ("changed", "r2", "a"),
        ("unchanged", "r3", "a"),
        ("new", "r4", "a"),
        ("new", "r5", "a"),
    ]
    changes = pd.DataFrame(rows, columns=["action", "region", "indicator_id"]).assign(
        period_end=pd.Timestamp(2019, 12, 31)
    )
    moves = pd.DataFrame(
        [("r4", "a", "behind", "on_track"), ("r5", "a", "on_track", "breached")],
        columns=["region", "indicator_id", "was", "now"],
    )
    assert list(ordered(changes, moves)["region"]) == ["r5", "r4", "r2", "r1"]


def test_a_status_turns_on_the_newest_figure_of_its_series_only():
    ends = [pd.Timestamp(2018, 12, 31), pd.Timestamp(2019, 12, 31)]
    changes = pd.DataFrame({"action": "new", "region": "r", "indicator_id": "a", "period_end": ends})
    moves = pd.DataFrame([("r", "a", "on_track", "behind")], columns=["region", "indicator_id", "was", "now"])
    found = ordered(changes, moves)
    assert [turn(one.was, one.now, "en") != turn(None, None, "en") for one in found.itertuples()] == [True, False]
    assert list(found["period_end"]) == ends[::-1]


def test_findings_are_shown_with_place_content_and_cure():
    shown = problems.row(Finding("error", "unreadable_period", "汇总", 14, 6, "<i>十三五</i>"), "zh")
    assert isinstance(shown, Markup)
    assert "第 14 行 F 列" in shown
    assert "&lt;i&gt;十三五&lt;/i&gt;" in shown
    assert "<i>" not in shown


def test_the_sample_says_what_each_column_and_row_is_taken_for():
    found = preview(book=BOOK, table=TABLE, head=HEAD, rows=Counts(read=2, new=2))
    roles = {column: word for column, (word, _) in column_roles(found, "en").items()}
    assert roles == {0: "Region", 1: "Indicator", 2: "Source", 3: "Value", 4: "Not read"}
    assert {row: reason for row, (_, reason) in row_reasons(found, "en").items()} == {
        0: "Period", 1: "Header", 4: "Total",
    }  # fmt: skip
    shown = sample(found, "en", 10)
    assert "&lt;b&gt;合格率" in shown
    assert 'colspan="5"' in shown


@pytest.mark.parametrize(
    ("found", "step", "reach"),
    [
        (preview("rejected"), 2, 2),
        (preview("needs_mapping", book=BOOK), 3, 3),
        (preview("ready", book=BOOK, rows=Counts(read=1, new=1)), 3, 5),
        (preview("ready", book=BOOK, rows=Counts(read=1, new=1), remembered=True), 4, 5),
        (preview("ready", book=BOOK, rows=Counts(read=1, refused=1)), 3, 4),
        (preview("unchanged"), 4, 4),
    ],
)
def test_a_file_lands_where_a_person_is_needed_first(found: Preview, step: int, reach: int):
    assert (first_needed(found), furthest(ENTRY, found)) == (step, reach)
