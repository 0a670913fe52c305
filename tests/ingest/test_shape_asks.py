"""What a file does not tell is asked or refused, never guessed; answers are taken."""

from pathlib import Path

import pytest

from data.ingest.finding import Unreadable
from data.ingest.mapping import Mapping
from data.ingest.shape import understand
from data.ingest.table import Axis, Table
from tests.ingest.sheets import SPOT_CHECKS, TRADEMARKS, asked, book, figures, lexicon, rows_of, shaped, sheet

NO_HEADER = """
石狮|2018-01|71|22~118|良|48.1
石狮|2018-02|64|30~101|良|40.5
"""
STATIONS = """
Date|Hour|WatchPoint|PM2.5|PM10
20190402|08|东湖街|12|15
20190402|08|宝洲路|13|16
"""


def test_the_first_row_of_figures_is_never_taken_for_a_header(tmp_path: Path) -> None:
    _, found = shaped(tmp_path, NO_HEADER)
    questions = asked(found)
    assert list(questions) == ["header", "indicator", "value"]
    assert questions["header"] == ("0", "1", "2")
    assert questions["value"] == ("C", "D", "F")


def test_answers_settle_what_was_asked(tmp_path: Path) -> None:
    told = Mapping(header=(0,), columns={"value": "F"}, fixed={"indicator": "registered_trademarks"})
    one, found = shaped(tmp_path, NO_HEADER, mapping=told)
    assert figures(one, found) == [
        ("石狮", "registered_trademarks", "2018-01", "48.1", ""),
        ("石狮", "registered_trademarks", "2018-02", "40.5", ""),
    ]


def test_a_column_nobody_knows_may_be_the_region_and_is_asked_for(tmp_path: Path) -> None:
    _, found = shaped(tmp_path, STATIONS)
    assert asked(found) == {"region": ("C",)}
    one, found = shaped(tmp_path, STATIONS, mapping=Mapping(columns={"region": "C"}))
    assert [row[:2] for row in figures(one, found)][:3] == [("东湖街", "Hour"), ("东湖街", "PM2.5"), ("东湖街", "PM10")]


OPEN = {
    "no indicator": ("地区|2018年\n鲤城区|98", {"indicator": ()}),
    "no year": (f"{TRADEMARKS}\n地区|1月|2月\n鲤城区|98|99", {"period": ()}),
    "two periods in the title": (f"2018年、2019年对比\n地区|{TRADEMARKS}\n鲤城区|98", {"period": ()}),
    "two regions above": (
        f"地区：鲤城区\n丰泽区2018年情况\n指标|数值\n{TRADEMARKS}|98",
        {"region": ()},
    ),
    "things the board does not know, of no region": ("年份|抽查批次|抽查企业数\n2018年|98|3", {"region": ()}),
    "a heading without a number above groups of rows": (
        f"指标|2018年\n市直学校|\n{TRADEMARKS}|98\n县属学校|\n{SPOT_CHECKS}|97",
        {"region": ()},
    ),
    "this month and so far this year": (
        f"2019年6月{TRADEMARKS}\n地区|本月|累计\n鲤城区|98|99",
        {"value": ("B", "C")},
    ),
}


@pytest.mark.parametrize("case", OPEN)
def test_what_is_open_is_asked(case: str, tmp_path: Path) -> None:
    text, expected = OPEN[case]
    assert asked(shaped(tmp_path, text)[1]) == expected


def test_without_a_department_no_region_is_assumed(tmp_path: Path) -> None:
    text = f"指标|2018年\n{TRADEMARKS}|98"
    assert asked(shaped(tmp_path, text, department=None)[1]) == {"region": ()}
    _, found = shaped(tmp_path, text)
    assert isinstance(found, Table)
    assert found.region == Axis("fixed", text="350500", cell=None)


def test_an_answered_year_goes_before_the_months(tmp_path: Path) -> None:
    told = Mapping(fixed={"period": "2019年"})
    one, found = shaped(tmp_path, f"{TRADEMARKS}\n地区|1月|2月\n鲤城区|98|99", mapping=told)
    assert [period for _, _, period, _, _ in figures(one, found)] == ["2019年1月", "2019年2月"]


REFUSED = {
    "nothing at all": ("|", "nothing", 0, 0),
    "words only": ("质量工作总结\n今年以来", "no_figures", 0, 0),
    "no column of figures": ("id|name\n1|english\n2|中国人", "no_values", 1, 0),
    "header only": ("地区|指标|期次|数值", "header_only", 1, 0),
    "regions above their rows": (f"指标|2018年\n鲤城区|\n{TRADEMARKS}|98\n丰泽区|\n{TRADEMARKS}|97", "stacked", 2, 1),
    "a second table beneath": (
        f"{TRADEMARKS}\n地区|2018年|2019年\n鲤城区|9|8\n地区|2016年|2017年\n鲤城区|7|6",
        "second_table",
        4,
        1,
    ),
    "a second table beside": ("地区|2018年|地区|2018年\n鲤城区|98|晋江市|97", "same_heading", 1, 3),
    "years down and months across": (f"{TRADEMARKS}\n年份|1月|2月\n2018|98|97", "split_period", 2, 1),
    "a group without a heading": (
        f"地区|{TRADEMARKS}||{SPOT_CHECKS}\n|2018年|2018年|2018年\n鲤城区|98|97|3",
        "no_heading",
        2,
        3,
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_told_apart_is_refused_by_its_place(case: str, tmp_path: Path) -> None:
    text, code, row, column = REFUSED[case]
    with pytest.raises(Unreadable) as caught:
        shaped(tmp_path, text)
    finding = caught.value.finding
    assert (finding.code, finding.row, finding.column) == (code, row, column)
    for lang in ("zh", "en"):
        assert finding.words(lang)


def test_a_number_split_by_its_comma_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        shaped(tmp_path, f"地区|期次|{TRADEMARKS}\n鲤城区|2018年|1|234\n丰泽区|2018年|97", kind="text")
    assert (caught.value.finding.code, caught.value.finding.row) == ("ragged", 2)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Mapping(sheet="别的"), "no_such_sheet"),
        (Mapping(header=(9,)), "no_such_row"),
        (Mapping(columns={"region": "ZZ"}), "no_such_column"),
    ],
)
def test_answers_that_point_nowhere_are_refused(told: Mapping, code: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        shaped(tmp_path, f"地区|期次|{TRADEMARKS}\n鲤城区|2018年|97", mapping=told)
    assert caught.value.finding.code == code


TIDY = f"地区|期次|{TRADEMARKS}\n鲤城区|2018年|97"


def test_the_one_visible_sheet_with_a_table_is_read(tmp_path: Path) -> None:
    sheets = (
        sheet(tmp_path, rows_of("填表说明\n一、请按时报送。"), name="说明"),
        sheet(tmp_path, rows_of(TIDY), name="填报"),
        sheet(tmp_path, rows_of(TIDY), name="旧表", hidden=True),
    )
    found = understand(book(*sheets), lexicon(), Mapping())
    assert isinstance(found, Table)
    assert found.sheet == "填报"


def test_beside_sheets_of_things_unknown_the_one_of_the_board_is_read(tmp_path: Path) -> None:
    people = "姓名|电话|年龄\n张三|13800000000|44\n李四|13900000000|33"
    sheets = (sheet(tmp_path, rows_of(people), name="人员"), sheet(tmp_path, rows_of(TIDY), name="填报"))
    found = understand(book(*sheets), lexicon(), Mapping())
    assert isinstance(found, Table)
    assert found.sheet == "填报"
    assert [one.text for one in found.skipped if one.row is one.column is None] == ["人员"]


def test_of_several_sheets_with_tables_one_is_asked_for(tmp_path: Path) -> None:
    both = book(sheet(tmp_path, rows_of(TIDY), name="一"), sheet(tmp_path, rows_of(TIDY), name="二"))
    assert asked(understand(both, lexicon(), Mapping())) == {"sheet": ("一", "二")}
    found = understand(both, lexicon(), Mapping(sheet="二"))
    assert isinstance(found, Table)
    assert found.sheet == "二"
