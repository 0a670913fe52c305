"""Layouts as departments make them, each read to the right figures."""

from pathlib import Path

import pytest

from data.ingest.laying import laid
from data.ingest.table import Table
from tests.ingest.sheets import SPOT_CHECKS, TRADEMARKS, figures, shaped

HALF = "2019年上半年"


def test_a_report_with_title_unit_total_notes_and_signatures(tmp_path: Path) -> None:
    one, found = shaped(
        tmp_path,
        f"""
        泉州市{HALF}{SPOT_CHECKS}统计表|||
        |||单位：%
        地  区|2017年|2018年|{HALF}
        合　计|97|98|99
        鲤城区|97.1|98.2|99.3
        丰泽区|97.1|--|99.3
        注：按季度累计。|||
        单位负责人：张三||填表人：李四|报出日期：2019年7月5日
        """,
        merged=[(0, 0, 0, 3)],
    )
    assert figures(one, found) == [
        ("鲤城区", SPOT_CHECKS, "2017年", "97.1", "%"),
        ("鲤城区", SPOT_CHECKS, "2018年", "98.2", "%"),
        ("鲤城区", SPOT_CHECKS, HALF, "99.3", "%"),
        ("丰泽区", SPOT_CHECKS, "2017年", "97.1", "%"),
        ("丰泽区", SPOT_CHECKS, "2018年", "--", "%"),
        ("丰泽区", SPOT_CHECKS, HALF, "99.3", "%"),
    ]
    assert isinstance(found, Table)
    assert [(skipped.reason, skipped.row) for skipped in found.skipped] == [
        ("title", 0),
        ("title", 1),
        ("total", 3),
        ("footnote", 6),
        ("footnote", 7),
    ]


LAYOUTS = {
    "indicators in rows with units, target and growth beside": (
        f"""
        泉州市{HALF}质量强市指标完成情况|||||
        序号|指标名称|计量单位|目标值|实际值|同比增长
        1|{SPOT_CHECKS}|%|98|99|1.0
        2|1.{TRADEMARKS}|件|100|200|5.5
        """,
        [("泉州市", SPOT_CHECKS, HALF, "99", "%"), ("泉州市", TRADEMARKS, HALF, "200", "件")],
    ),
    "months across, the year in the title": (
        f"""
        2019年{TRADEMARKS}|||
        地区|1月|1-6月
        鲤城区|98|99
        """,
        [("鲤城区", TRADEMARKS, "2019年1月", "98", ""), ("鲤城区", TRADEMARKS, "2019年1-6月", "99", "")],
    ),
    "year and month in columns of their own": (
        f"""
        年份|月份|地区|{TRADEMARKS}
        2018|1|鲤城区|10
        2018|12|鲤城区|14
        """,
        [("鲤城区", TRADEMARKS, "2018年1月", "10", ""), ("鲤城区", TRADEMARKS, "2018年12月", "14", "")],
    ),
    "regions across, the total left out": (
        f"""
        2018年||||
        指标|单位|鲤城区|丰泽区|合计
        {TRADEMARKS}|件|1|2|3
        """,
        [("鲤城区", TRADEMARKS, "2018年", "1", "件"), ("丰泽区", TRADEMARKS, "2018年", "2", "件")],
    ),
    "code and name of the region agree": (
        f"""
        行政区划代码|地区名称|年份|{TRADEMARKS}(件)
        350502|鲤城区|2018|10
        350503|丰泽区|2018|12
        """,
        [("350502", f"{TRADEMARKS}(件)", "2018", "10", "件"), ("350503", f"{TRADEMARKS}(件)", "2018", "12", "件")],
    ),
    "the header's columns are numbered": (
        f"""
        {HALF}||||
        指标名称|计量单位|本期|上年同期
        甲|乙|1|2
        {SPOT_CHECKS}|%|98|97
        """,
        [("350500", SPOT_CHECKS, HALF, "98", "%")],
    ),
    "numbered sections are left out": (
        f"""
        指标|单位|2018年
        一、产品质量||
        {SPOT_CHECKS}|%|98
        二、品牌||
        {TRADEMARKS}|件|1
        """,
        [("350500", SPOT_CHECKS, "2018年", "98", "%"), ("350500", TRADEMARKS, "2018年", "1", "件")],
    ),
    "units in a row of their own": (
        f"""
        年份|{SPOT_CHECKS}|{TRADEMARKS}
        |%|件
        2017|98|100
        """,
        [("350500", f"{SPOT_CHECKS}(%)", "2017", "98", "%"), ("350500", f"{TRADEMARKS}(件)", "2017", "100", "件")],
    ),
    "milestones with their state": (
        """
        指标|完成情况|时间
        省级预验收完成|完成|2018年
        """,
        [("350500", "省级预验收完成", "2018年", "完成", "")],
    ),
    "the header said again": (
        f"""
        地区|期次|{TRADEMARKS}
        鲤城区|2018年|1
        地区|期次|{TRADEMARKS}
        丰泽区|2018年|2
        """,
        [("鲤城区", TRADEMARKS, "2018年", "1", ""), ("丰泽区", TRADEMARKS, "2018年", "2", "")],
    ),
    "a value that might be a year": (
        f"""
        2018年{TRADEMARKS}
        指标|数值
        {TRADEMARKS}|2018
        """,
        [("350500", TRADEMARKS, "2018年", "2018", "")],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts(layout: str, tmp_path: Path) -> None:
    text, expected = LAYOUTS[layout]
    assert figures(*shaped(tmp_path, text)) == expected


TWO_ROWS = f"""
地区|{SPOT_CHECKS}(%)||{TRADEMARKS}(件)|
|2018年|2019年|2018年|2019年
鲤城区|98|99|1|2
"""
MERGED = ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 4))


@pytest.mark.parametrize("merged", [MERGED, ()], ids=["merged", "as csv leaves it"])
def test_a_header_of_two_rows(merged: tuple[tuple[int, int, int, int], ...], tmp_path: Path) -> None:
    assert figures(*shaped(tmp_path, TWO_ROWS, merged=merged)) == [
        ("鲤城区", f"{SPOT_CHECKS}(%)", "2018年", "98", "%"),
        ("鲤城区", f"{SPOT_CHECKS}(%)", "2019年", "99", "%"),
        ("鲤城区", f"{TRADEMARKS}(件)", "2018年", "1", "件"),
        ("鲤城区", f"{TRADEMARKS}(件)", "2019年", "2", "件"),
    ]


def test_a_year_over_its_halves_is_one_period(tmp_path: Path) -> None:
    one, found = shaped(
        tmp_path,
        f"""
        指标|2018年||2019年|
        |上半年|下半年|上半年|下半年
        {TRADEMARKS}(件)|1|2|3|4
        """,
        merged=MERGED,
    )
    assert [period for _, _, period, _, _ in figures(one, found)] == [
        "2018年上半年",
        "2018年下半年",
        "2019年上半年",
        "2019年下半年",
    ]


def test_figures_done_are_read_and_figures_aimed_at_are_not(tmp_path: Path) -> None:
    one, found = shaped(
        tmp_path,
        f"""
        指标|2018年||2019年|
        |目标值|完成值|目标值|完成值
        {TRADEMARKS}(件)|1|2|3|4
        """,
        merged=MERGED,
    )
    assert [(period, value) for _, _, period, value, _ in figures(one, found)] == [("2018年", "2"), ("2019年", "4")]
    assert isinstance(found, Table)
    assert [(skipped.reason, skipped.column) for skipped in found.skipped] == [("reference", 1), ("reference", 3)]


def test_a_merged_region_holds_for_all_its_rows_and_two_columns_are_one_name(tmp_path: Path) -> None:
    one, found = shaped(
        tmp_path,
        """
        市|县（市、区）|2018年
        泉州市|鲤城区|98
        |丰泽区|99
        """,
        name=TRADEMARKS,
        merged=[(1, 0, 2, 0)],
    )
    assert [region for region, *_ in figures(one, found)] == ["泉州市鲤城区", "泉州市丰泽区"]


def test_what_lies_beside_the_figures_comes_along(tmp_path: Path) -> None:
    one, found = shaped(
        tmp_path,
        f"""
        地区|指标|单位|期次|数值|上期值（参考）|来源|说明|是否初步
        鲤城区|{TRADEMARKS}|件|{HALF}||10|年报|见附件|yes
        """,
    )
    assert isinstance(found, Table)
    assert found.extras == {"unit": 2, "source": 6, "note": 7, "provisional": 8}
    assert figures(one, found) == [("鲤城区", TRADEMARKS, HALF, "", "件")]
    assert found.place("region", 2, 5) == (2, 1)


def test_a_header_may_mark_its_figures_as_provisional(tmp_path: Path) -> None:
    one, found = shaped(tmp_path, "地区|2018年|2019年(初步)\n鲤城区|1|2", name=TRADEMARKS)
    assert isinstance(found, Table)
    assert laid(one, found)["provisional"].tolist() == ["", "yes"]


def test_a_unit_nobody_knows_does_not_hide_the_others(tmp_path: Path) -> None:
    one, found = shaped(
        tmp_path,
        f"""
        指标|单位|2018年
        {TRADEMARKS}|万件|98
        {SPOT_CHECKS}|某单位|97
        """,
    )
    assert [unit for *_, unit in figures(one, found)] == ["万件", "某单位"]
