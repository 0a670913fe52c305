from datetime import date

import pandas as pd
import pytest

from tests.made import assessed
from ui import counts, sentences
from ui.counts import Lights
from ui.sentences import Moves

AS_OF, SINCE = date(2019, 12, 31), date(2019, 6, 30)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_overview_says_how_it_stands() -> None:
    said = sentences.overview(Lights(5, 9, 36, 14, 5), Moves(SINCE, 5, 4, 1, 0), AS_OF, "zh")
    assert plain(said) == "目标 69 项，14 项需要关注，其中 5 项亮红灯；与 6 月底相比，5 项转好，4 项转差。"


def test_overview_breaks_at_punctuation_only() -> None:
    assert " " not in sentences.overview(Lights(5, 9, 36, 14, 5), Moves(SINCE, 5, 4, 1, 0), AS_OF, "zh")


def test_a_clause_with_nothing_to_count_is_replaced() -> None:
    said = plain(sentences.overview(Lights(0, 3, 1, 0, 0), Moves(SINCE, 0, 2, 0, 0), AS_OF, "zh"))
    assert said == "目标 4 项，3 项需要关注，没有红灯；与 6 月底相比，没有转好的，2 项转差。"
    said = plain(sentences.overview(Lights(0, 0, 4, 0, 0), Moves(SINCE, 0, 0, 0, 0), AS_OF, "zh"))
    assert said == "目标 4 项，没有红灯和黄灯；与 6 月底相比没有变化。"


def test_without_a_comparison_date_its_clause_is_left_out() -> None:
    assert "相比" not in sentences.overview(Lights(1, 0, 0, 0, 0), None, AS_OF, "zh")


def test_english_counts_one_as_one() -> None:
    said = sentences.overview(Lights(1, 0, 0, 0, 0), None, AS_OF, "en")
    assert said == "1 target, 1 needs attention, 1 of them red."


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_head_and_second_line_say_all_five_lights(lang: str) -> None:
    count = Lights(5, 9, 36, 14, 7)
    moved = Moves(SINCE, 5, 4, 1, 2)
    both = sentences.overview(count, moved, AS_OF, lang) + sentences.overview_rest(count, moved, AS_OF, lang)
    for number in (count.total, count.attention, count.red, count.green, count.pending, count.grey):
        assert str(number) in both


def test_dimension_names_its_two_worst() -> None:
    frame = assessed(
        {"status": "behind", "short_zh": "丙"},
        {"status": "reversing", "short_zh": "甲"},
        {"status": "far_behind", "short_zh": "乙"},
    )
    said = plain(sentences.dimension("product", frame, counts.lights(frame), "zh"))
    assert said.endswith("3 项中 3 项需要关注：甲不升反降，乙严重滞后。")


def test_dates_are_said_as_people_do() -> None:
    from ui.typography import day_words

    assert day_words(date(2018, 12, 31), "zh", now=AS_OF) == "2018 年底"
    assert day_words(date(2018, 6, 30), "en", now=AS_OF) == "the end of June 2018"
    assert day_words(date(2018, 6, 29), "zh", now=AS_OF) == "2018-06-29"


def test_regions_head_names_the_worst_only_when_it_is_alone() -> None:
    table = pd.DataFrame({"name_zh": ["甲县", "乙县"], "red": [4, 1], "yellow": 0, "green": 1, "pending": 0, "grey": 0})
    assert "甲县" in sentences.regions_head(table, "prefecture", "zh")
    assert "甲县" not in sentences.regions_head(table.assign(red=2), "prefecture", "zh")


@pytest.mark.parametrize(
    ("chances", "head", "rest"),
    [
        ([0.49, 0.5, 0.9], "有预测的 3 项中，1 项达到的可能不到一半", "。"),
        ([0.5, None], "有预测的 1 项，达到的可能都有一半以上", "。"),
        ([None], "没有可以预测的目标", None),
    ],
)
def test_how_many_are_more_likely_missed(chances: list[float | None], head: str, rest: str | None) -> None:
    frame = assessed(*({"probability": p} for p in chances))
    assert plain(sentences.chance_head(frame, "zh")) == head
    assert plain(sentences.chance_rest(frame, "zh")) == (head + rest if rest else "")


def test_where_there_is_little_room_the_count_is_said_shorter() -> None:
    frame = assessed({"probability": 0.1}, {"probability": 0.9})
    assert plain(sentences.chance_head(frame, "zh", short=True)) == "2 项有预测，1 项可能不到一半"


def test_one_likely_missed_is_one_in_english() -> None:
    frame = assessed({"probability": 0.1}, {"probability": 0.9})
    assert sentences.chance_head(frame, "en") == "1 of 2 with a forecast is more likely missed"
