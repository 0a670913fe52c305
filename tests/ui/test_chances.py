"""The words of a forecast: figure, sentence, refusals, notes and what it would take."""

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.text import say
from metrics.model.vocabulary import Forecast
from tests.made import DUE, FORESEEN, assessed
from ui import chances
from ui.chances import figure, needed, notes, refusal, safe, sentence, short
from ui.figures import Row

LAST, NEXT = pd.Timestamp("2018-12-31"), pd.Timestamp("2020-06-30")
RATE = {"target": 94.0, "value": 94.0, "expected_low": 93.41, "expected_high": 94.52, "forecast_value": 93.8}
COUNT = {"unit": "count", "measure_zh": "个", "measure_en": "zones", "decimals": 0, "forecast_scale": "log"}


def row(**changes: object) -> Row:
    return next(assessed(FORESEEN | changes).itertuples())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("p", "zh", "en"),
    [
        (0.0, "<5%", "<5%"),
        (0.049, "<5%", "<5%"),
        (0.05, "约 5%", "about 5%"),
        (0.074, "约 5%", "about 5%"),
        (0.475, "约 50%", "about 50%"),
        (0.95, "约 95%", "about 95%"),
        (0.951, ">95%", ">95%"),
        (1.0, ">95%", ">95%"),
        (math.nan, "", ""),
    ],
)
def test_a_probability_is_told_in_steps_of_five_and_never_as_certain(p: float, zh: str, en: str) -> None:
    assert plain(figure(row(probability=p), "zh")) == zh
    assert figure(row(probability=p), "en") == en


def test_in_a_sentence_the_ends_are_words() -> None:
    assert figure(row(probability=0.01), "zh", said=True) == "不到 5%"
    assert figure(row(probability=0.99), "en", said=True) == "above 95%"


def test_the_sentence_says_range_and_probability() -> None:
    told = row(**RATE, probability=0.44)
    assert plain(sentence(told, "zh")) == "八成把握在 93.4%—94.5% 之间，达到 94% 的可能约 45%。"
    assert sentence(told, "en") == "80% sure to end between 93.4% and 94.5%; the chance of reaching 94% is about 45%."


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((93.41, 93.44), "八成把握在 93.41%—93.44% 之间"),
        ((99.9996, 99.9999), "八成把握在 99.9996%—99.9999% 之间"),
        ((100.0, 100.0), "八成把握在 100.0% 上下"),
    ],
)
def test_ends_that_would_read_the_same_get_more_decimals(ends: tuple[float, float], said: str) -> None:
    told = row(expected_low=ends[0], expected_high=ends[1])
    assert plain(sentence(told, "zh")).startswith(said)


def test_a_range_says_its_measure_word_once() -> None:
    told = row(**COUNT, expected_low=303.9, expected_high=385.9, target=400.0, forecast_value=321.0, probability=0.05)
    assert plain(sentence(told, "zh")) == "八成把握在 304—386 个之间，达到 400 个的可能约 5%。"
    assert "between 304 and 386 zones; the chance of reaching 400 zones" in plain(sentence(told, "en"))


@pytest.mark.parametrize(
    ("changes", "zh"),
    [
        ({"forecast_value": 67.0}, "不低于 66% 的可能"),
        ({"direction": "down", "forecast_value": 67.0}, "降到 66% 的可能"),
        ({"direction": "down", "forecast_value": 65.0}, "不高于 66% 的可能"),
        ({"rule": "hold", "forecast_value": 67.0}, "到期保持在 66% 以上的可能"),
        ({"rule": "hold", "forecast_value": 65.0}, "到期在 66% 以上的可能"),
        ({"rule": "hold", "direction": "down", "forecast_value": 65.0}, "到期保持在 66% 以下的可能"),
        ({"rule": "zero", "direction": "down", "target": 0.0, "forecast_value": 0.2}, "降到 0% 的可能"),
        ({"rule": "zero", "direction": "down", "target": 0.0, "forecast_value": 0.0}, "到期仍为 0% 的可能"),
    ],
)
def test_the_chance_is_that_of_the_direction_and_rule(changes: dict[str, object], zh: str) -> None:
    assert zh in plain(sentence(row(**changes), "zh"))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("code", [code for code in Forecast if code is not Forecast.OK])
def test_every_refusal_has_its_words(code: Forecast, lang: str) -> None:
    told = next(assessed({"forecast": code.value}).itertuples())
    assert figure(told, lang) == ""
    assert 1 <= len(short(told, lang)) <= (4 if lang == "zh" else 14)
    assert sentence(told, lang)[1:-1] == refusal(told, lang)[1:]
    assert "{" not in refusal(told, lang) + chances.cure(told, lang)
    assert notes(told, lang) == []
    assert needed(told, lang) == ""


def test_a_row_that_was_never_forecast_is_of_another_rule() -> None:
    told = next(assessed({"forecast": None}).itertuples())
    assert short(told, "zh") == say("value.dash")


def test_an_interval_without_probability_is_kept_and_says_why() -> None:
    told = row(forecast="no_target", probability=math.nan, target=None, value=None, needed=math.nan, needed_date=pd.NaT)
    assert plain(sentence(told, "zh")) == "八成把握在 55.8%—73.0% 之间，规划没有写数字，不给可能性。"


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"forecast_points": 4}, "只有 4 个数据点"),
        ({"horizon": 5.5, "forecast_points": 5}, "离到期还有 5.5 年，超出检验范围（5 年以内）"),
        ({"needed_date": LAST, "forecast_last": pd.Timestamp("2017-12-31")}, "数据停在 2017 年底"),
        ({"rule": "hold"}, "只指到期那一期"),
        ({"forecast_value": 98.0}, "数值已在 98% 以上，此处预测不比简单规则好"),
        ({"direction": "down", "forecast_value": 2.0}, "数值已在 2% 以下"),
        ({"drift_observed": 0.0, "stay": 3 / 4}, "数列一直没有变动"),
        ({"forecast_model": "peers"}, "同类模型"),
        ({"forecast_demo": True}, "演示数据"),
    ],
)
def test_notes_say_what_a_reader_must_know(changes: dict[str, object], part: str) -> None:
    assert part in plain("；".join(notes(row(**changes), "zh")))
    assert len(notes(row(**changes), "en")) == len(notes(row(**changes), "zh"))


def test_nothing_is_noted_where_nothing_is_to_be_known() -> None:
    assert notes(row(forecast_points=5, horizon=5.0), "zh") == []
    assert notes(row(forecast_points=5, drift_observed=0.0, stay=0.4), "zh") == []  # back where it began, but it moved


@pytest.mark.parametrize(
    ("changes", "zh"),
    [
        ({}, "下一期（2020 年底）就是到期：须达到目标 66%"),
        ({"direction": "down"}, "下一期（2020 年底）就是到期：须不高于目标 66%"),
        ({"needed": 65.78, "needed_date": NEXT}, "下一期（2020 年 6 月底）要达到 65.8%，可能性才到一半"),
        ({"needed": 64.01, "needed_date": NEXT}, "下一期（2020 年 6 月底）不低于 64.1%，可能性才到一半"),
        (
            {"needed": 64.01, "needed_date": NEXT, "probability": 0.8},
            "下一期（2020 年 6 月底）不低于 64.1%，可能性仍在一半以上",
        ),
        (
            {"needed": 60.99, "needed_date": NEXT, "direction": "down"},
            "下一期（2020 年 6 月底）要降到 60.9%，可能性才到一半",
        ),
        ({"needed": math.nan, "needed_date": NEXT}, "下一期（2020 年 6 月底）即使到 100%，可能性也不到一半"),
        ({"needed": 60.0, "needed_date": LAST}, ""),
        ({"needed": math.nan, "needed_date": pd.NaT}, ""),
    ],
)
def test_what_it_would_take(changes: dict[str, object], zh: str) -> None:
    assert plain(needed(row(**changes), "zh")) == zh
    assert bool(needed(row(**changes), "en")) == bool(zh)


@pytest.mark.parametrize(
    ("x", "changes", "rounded"),
    [
        (93.81, {}, 93.9),
        (93.8, {}, 93.8),
        (0.1 + 0.2, {}, 0.3),
        (1.29, {"direction": "down"}, 1.2),
        (383.02, COUNT, 384.0),
        (33_123.0, COUNT, 33_200.0),  # shown as 3.32 万
    ],
)
def test_what_is_needed_is_rounded_on_the_safe_side(x: float, changes: dict[str, object], rounded: float) -> None:
    assert safe(row(**changes), x, "zh") == pytest.approx(rounded, abs=1e-9)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.floats(0.0, 100.0), st.integers(0, 4), st.sampled_from(["up", "down"]))
def test_rounding_never_asks_for_less_nor_for_a_whole_step_more(x: float, decimals: int, direction: str) -> None:
    sign = 1 if direction == "up" else -1
    more = sign * (safe(row(decimals=decimals, direction=direction), x, "en") - x)
    assert -1e-6 <= more < 10.0**-decimals + 1e-6


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_a_higher_probability_never_reads_lower(one: float, other: float) -> None:
    def read(p: float) -> int:
        said = figure(row(probability=p), "en")
        return {"<5%": 0, ">95%": 100}.get(said) or (0 if said == "<5%" else int(said.strip("about >%")))

    low, high = sorted((one, other))
    assert read(low) <= read(high)
    assert abs(read(low) - 100 * low) <= 5.0 + 1e-6


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_expected_value_names_its_day(lang: str) -> None:
    assert "64.9%" in chances.expected(row(), lang)
    assert str(DUE.year) in chances.expected(row(), lang)
