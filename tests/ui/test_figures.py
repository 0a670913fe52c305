import pytest

from tests.made import assessed
from ui import figures
from ui.typography import MINUS, NBSP, change, headline, number, spaced


def row(**changes: object) -> figures.Row:
    return next(assessed(changes).itertuples())


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        ({"gap": -1.3, "status": "breached"}, "差 1.3 个百分点", "1.3 pp short"),
        ({"gap": 1.2, "status": "at_risk", "judged_by": "hold"}, "余 1.2 个百分点", "1.2 pp to spare"),
        (
            {
                "unit": "count",
                "measure_zh": "次",
                "measure_en": "reports",
                "decimals": 0,
                "gap": -1.0,
                "status": "missed",
            },
            "少 1 次",
            "1 report short",
        ),
        (
            {"unit": "count", "measure_zh": "起", "direction": "down", "decimals": 0, "gap": -2.0, "status": "missed"},
            "多 2 起",
            "2 too many",
        ),
        ({"gap": -0.04, "decimals": 1}, "差 0.04 个百分点", "0.04 pp short"),
        ({"gap": -3.0, "status": "pending"}, "", ""),
    ],
)
def test_gaps_in_words(changes: dict[str, object], zh: str, en: str) -> None:
    assert plain(figures.gap(row(**changes), "zh")) == zh
    assert plain(figures.gap(row(**changes), "en")) == en


@pytest.mark.parametrize(
    ("changes", "zh"),
    [
        ({}, "≥90%"),
        ({"rule": "at_most", "direction": "down", "value": 0.8, "unit": "permille"}, "≤0.8‰"),
        ({"rule": "hold", "value": 92.0}, "稳定 ≥92%"),
        ({"rule": "range", "unit": "count", "measure_zh": "家", "value": 1.0, "value_high": 2.0}, "1—2 家"),
        ({"rule": "benchmark", "value": None, "target": 88.6}, "高于 88.6%"),
        ({"rule": "benchmark", "value": None, "target": None}, "高于对标值"),
        ({"rule": "trend", "value": None, "direction": "down"}, "持续降低"),
        ({"rule": "milestone", "unit": "yesno", "value": None}, "完成"),
        ({"value": None}, "未写数字"),
    ],
)
def test_targets_in_a_table(changes: dict[str, object], zh: str) -> None:
    assert plain(figures.target(row(**changes), "zh")) == zh


def test_numbers() -> None:
    assert number(-1.25, 1) == f"{MINUS}1.2"
    assert number(-0.01, 1) == "0.0"
    assert number(3.19) == "3.19"
    assert plain(number(33000)) == "3.3 万"
    assert number(33000, lang="en") == "33,000"
    assert number(float("nan")) == ""
    assert change(0.0) == "0.0"


def test_spaces_between_chinese_and_digits() -> None:
    assert plain(spaced("红灯5项")) == "红灯 5 项"
    assert plain(spaced("合格率95%以上")) == "合格率 95% 以上"
    assert plain(spaced("现值 19 个 达到目标")) == "现值 19 个达到目标"
    assert spaced("吐政办〔2018〕13号") == "吐政办〔2018〕13号"
    assert spaced("共2019-12-31，3项").startswith("共 2019-12-31，3")
    assert " " not in headline("目标 69 项，5 项")


def test_a_name_in_english_leaves_out_its_own_place() -> None:
    assert figures.owners(row(), "en") == "Food bureau"
    assert figures.owners(row(owners_zh=["甲", "乙", "丙"]), "zh") == "甲等 3 家"
    assert figures.owners(row(owners_zh=[]), "zh") == "无责任单位"


@pytest.mark.parametrize(("shown", "word"), [("1", "incident"), ("+1", "incident"), (f"{MINUS}1", "incident")])
def test_one_thing_has_its_own_word_in_english(shown: str, word: str) -> None:
    counted = row(unit="count", measure_zh="起", measure_en="incidents")
    assert figures.agreed(shown, "incidents", counted, "en") == word
    assert [figures.agreed(many, "incidents", counted, "en") for many in ("0", "11", "1.5")] == ["incidents"] * 3
    assert figures.agreed(shown, "起", counted, "zh") == "起"
