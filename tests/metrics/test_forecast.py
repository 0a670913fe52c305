"""The forecast against sums done by hand, a second program in plain Python, and what must hold for every series."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from metrics.model.vocabulary import Forecast
from tests.metrics.forecasting import CONSTANTS, Points, case, outlook, outlooks

MANY = settings(max_examples=25, deadline=None, derandomize=True)
STEADY = [(2020.0, 100.0), (2021.0, 110.0), (2022.0, 121.0)]
RISING = [(2020.0, 90.0), (2021.0, 91.0), (2022.0, 91.5), (2023.0, 93.0)]
years = st.lists(st.integers(2000, 2022), min_size=3, max_size=14, unique=True).map(sorted)


@st.composite
def series(draw: st.DrawFn, low: float, high: float) -> Points:
    """Three figures or more between two bounds."""
    when = draw(years)
    found = draw(st.lists(st.floats(low, high), min_size=len(when), max_size=len(when)))
    return [(float(t), value) for t, value in zip(when, found, strict=True)]


amounts = series(0.5, 5000.0)
shares = series(0.0, 100.0)


def by_hand(points: Points, goal: float, due: float, *, share: bool, d: int) -> dict[str, float]:
    """The core model one step after another, as METHODS section 8 writes it."""
    prior = CONSTANTS.core.logit if share else CONSTANTS.core.log

    def to_z(y: float) -> float:
        return d * (math.log((y + 0.25) / (100.25 - y)) if share else math.log(y))

    used = sorted(points)[-12:]
    t, z = [at for at, _ in used], [to_z(y) for _, y in used]
    steps = [(z[i + 1] - z[i], t[i + 1] - t[i]) for i in range(len(z) - 1)]
    k, span = len(steps), t[-1] - t[0]
    m = (z[-1] - z[0]) / (span + prior.kappa)
    s2 = (prior.nu * prior.s0**2 + sum((dz - m * dt) ** 2 / dt for dz, dt in steps)) / (prior.nu + k)
    h = due - t[-1]
    spread = math.sqrt(s2 * (prior.c * h + h**2 / (span + prior.kappa)))
    still = sum(dz == 0 for dz, _ in steps)
    stay = 1.0 if still else 0.0
    for j in range(math.ceil(h) if still else 0):
        stay *= (still + 1 + j) / (k + 2 + j)
    met = d * (used[-1][1] - goal) >= 0
    away = (to_z(goal) - z[-1] - m * h) / spread
    p = stay * met + (1 - stay) * float(stats.t.sf(away, prior.nu + k))
    return {"drift": m, "variance": s2, "spread": spread, "stay": stay, "probability": p}


@MANY
@given(st.data(), st.booleans(), st.sampled_from([1, -1]), st.integers(2023, 2032))
def test_the_same_as_a_second_program(data: st.DataObject, share: bool, d: int, due: int) -> None:
    points = data.draw(shares if share else amounts)
    goal = data.draw(st.floats(0.0, 100.0) if share else st.floats(0.5, 5000.0))
    found = outlook(points, goal, float(due), share=share, d=d)
    for name, value in by_hand(points, goal, float(due), share=share, d=d).items():
        assert found[name] == pytest.approx(value, rel=1e-7, abs=1e-9), name


def test_a_steady_growth_written_out() -> None:
    """Ten per cent a year for two years, three years ahead: D = ln 1.1, m = 2·D / (2 + 2.5), no scatter about D."""
    found = outlook(STEADY, 150.0)
    drift = 2 * math.log(1.1) / 4.5
    variance = (0.12 * 0.067**2 + 2 * (math.log(1.1) - drift) ** 2) / 2.12
    assert (found["forecast"], found["forecast_points"], found["horizon"]) == ("ok", 3, 3.0)
    assert found["drift"] == pytest.approx(drift)
    assert found["variance"] == pytest.approx(variance)
    assert found["spread"] == pytest.approx(math.sqrt(variance * (1.4 * 3 + 9 / 4.5)))
    assert found["expected"] == pytest.approx(121 * math.exp(3 * drift))
    reach = float(stats.t.ppf(0.9, 2.12)) * found["spread"]
    assert found["expected_high"] == pytest.approx(121 * math.exp(3 * drift + reach))
    assert found["freedom"] == pytest.approx(2.12)


@pytest.mark.parametrize(
    ("status", "question"),
    [
        ("too_few_points", case(STEADY[:2], 150.0)),
        ("too_few_points", case([], 150.0)),
        ("out_of_bounds", case([*RISING[:3], (2023.0, 100.4)], 95.0, share=True)),
        ("zero_or_negative", case([(2019.0, 0.0), *STEADY], 150.0)),
        ("zero_or_negative", case([(2019.0, -3.0), *STEADY], 150.0)),
        ("zero_target", case(STEADY, 0.0, d=-1)),
        ("impossible_target", case(RISING, 105.0, share=True)),
        ("impossible_target", case(RISING, -1.0, share=True, d=-1)),
        ("due_date_passed", case(STEADY, 150.0, 2022.0)),
        ("due_date_passed", case(STEADY, 150.0, asked="due_date_passed")),
        ("growth_rate", case(STEADY, 150.0, refusal="growth_rate")),
        ("monthly", case(STEADY, 150.0, refusal="monthly")),
        ("definition_break", case(STEADY[:2], 150.0, refusal="definition_break")),
        ("other_rule", case(STEADY, 150.0, asked="other_rule", refusal="monthly")),
        ("no_target", case(STEADY)),
        ("ok", case(STEADY, 150.0)),
    ],
)
def test_every_refusal_has_its_reason(status: str, question: dict[str, Any]) -> None:
    found = outlooks([question]).iloc[0]
    assert found["forecast"] == status
    assert pd.notna(found["probability"]) == (status == "ok")
    assert pd.notna(found["expected_low"]) == (status in ("ok", "impossible_target", "no_target"))


def test_every_reason_is_tried_above() -> None:
    marks = test_every_refusal_has_its_reason.pytestmark  # type: ignore[attr-defined]
    assert {status for status, _ in marks[0].args[1]} == {status.value for status in Forecast}


@MANY
@given(amounts, st.floats(1.01, 3.0))
def test_the_centre_rises_with_the_last_figure(points: Points, factor: float) -> None:
    higher = [*points[:-1], (points[-1][0], points[-1][1] * factor)]
    low, high = outlook(points, 10.0), outlook(higher, 10.0)
    assert high["centre"] > low["centre"]


@MANY
@given(st.data(), st.booleans(), st.sampled_from([1, -1]))
def test_a_harder_target_is_never_likelier(data: st.DataObject, share: bool, d: int) -> None:
    points = data.draw(shares if share else amounts)
    goals = sorted(data.draw(st.lists(st.floats(0.5, 99.5), min_size=2, max_size=8)), reverse=d < 0)
    found = outlooks([case(points, goal, share=share, d=d) for goal in goals])["probability"]
    assert (found.diff().dropna() <= 1e-12).all()


@MANY
@given(st.data(), st.booleans())
def test_the_spread_rises_with_the_horizon(data: st.DataObject, share: bool) -> None:
    points = data.draw(shares if share else amounts)
    found = outlooks([case(points, 50.0, due, share=share) for due in (2023.0, 2023.5, 2025.0, 2031.0)])["spread"]
    assert (found.diff().dropna() > 0).all()


@MANY
@given(st.data(), st.booleans(), st.sampled_from([1, -1]), st.floats(0.1, 99.9), st.floats(2022.5, 2060.0))
def test_nothing_outside_what_is_possible(data: st.DataObject, share: bool, d: int, goal: float, due: float) -> None:
    found = outlook(data.draw(shares if share else amounts), goal, due, share=share, d=d)
    assert 0 <= found["probability"] <= 1
    assert 0 <= found["expected_low"] <= found["expected"] <= found["expected_high"]
    assert math.isfinite(found["expected_high"])
    if share:
        assert found["expected_high"] <= 100


@MANY
@given(amounts, st.floats(0.5, 5000.0), st.sampled_from([1e-4, 0.1, 10.0, 1e4]))
def test_another_unit_changes_nothing(points: Points, goal: float, factor: float) -> None:
    assume(all(abs(math.log(goal / value)) > 1e-6 for _, value in points[-1:]))
    one = outlook(points, goal, next=2023.0)
    other = outlook([(t, value * factor) for t, value in points], goal * factor, next=2023.0)
    assert other["probability"] == pytest.approx(one["probability"], abs=1e-8)
    for name in ("expected", "expected_low", "expected_high", "needed"):
        assert other[name] == pytest.approx(one[name] * factor, rel=1e-6)


@MANY
@given(shares, st.floats(0.0, 100.0))
def test_what_passes_is_the_mirror_of_what_fails(points: Points, goal: float) -> None:
    assume(abs(goal - points[-1][1]) > 1e-6 or goal == points[-1][1])
    one = outlook(points, goal, share=True)
    other = outlook([(t, 100 - value) for t, value in points], 100 - goal, share=True, d=-1)
    assert other["probability"] == pytest.approx(one["probability"], abs=1e-6)
    assert other["expected_low"] == pytest.approx(100 - one["expected_high"], abs=1e-6)


@MANY
@given(amounts, st.floats(0.5, 5000.0))
def test_only_the_newest_twelve_count(points: Points, goal: float) -> None:
    older = [(1990.0 + place, 7.0 * place + 1) for place in range(9)]
    one, other = outlook(points[-12:], goal), outlook([*older, *points], goal)
    if len(points) >= 12:
        assert other["probability"] == pytest.approx(one["probability"], abs=1e-12)
    else:
        assert other["forecast_points"] == 12


@MANY
@given(st.data(), st.booleans(), st.sampled_from([1, -1]), st.integers(2025, 2030))
def test_the_needed_figure_makes_the_chance_one_half(data: st.DataObject, share: bool, d: int, due: int) -> None:
    """Enter it as the next figure: the chance is then one half or more, and with a little less it is under."""
    points = data.draw(series(1.0, 99.0) if share else series(1.0, 500.0))
    goal = data.draw(st.floats(1.0, 99.0) if share else st.floats(1.0, 500.0))
    assume(abs(goal - points[-1][1]) > 1e-6 * goal)  # there the chance of staying makes a step
    found = outlook(points, goal, float(due), share=share, d=d, next=2023.0)
    assume(pd.notna(found["needed"]) and 1e-3 < found["needed"] < (99.99 if share else 1e6))
    better, worse = found["needed"] * (1 + d * 1e-4), found["needed"] * (1 - d * 1e-4)
    assume(not share or max(better, worse) < 100)
    after = outlooks([case([*points, (2023.0, y)], goal, float(due), share=share, d=d) for y in (better, worse)])
    assert after["probability"].iloc[0] >= 0.5
    assert after["probability"].iloc[1] <= 0.5


def test_the_same_figure_once_more_may_be_enough() -> None:
    """The drift points away, but a figure that meets the target and stands still may well stay there."""
    points = [(2020.0, 94.2), (2021.0, 94.1), (2022.0, 94.0)]
    asked = case(points, 94.0, 2024.0, share=True, next=2023.0)
    assert outlooks([asked])["needed"].iloc[0] == pytest.approx(94.0)
    assert outlook([*points, (2023.0, 94.0)], 94.0, 2024.0, share=True)["probability"] >= 0.5


def test_in_the_due_period_the_target_itself_is_needed() -> None:
    assert outlook(STEADY, 150.0, 2023.0, next=2023.0)["needed"] == 150.0
    assert pd.isna(outlook(STEADY, 150.0, 2023.0, next=2024.0)["needed"])
    assert pd.isna(outlook(STEADY, 150.0, next=math.nan)["needed"])


def test_peers_lend_their_drift() -> None:
    """Six regions that grow, and one that stood still: with its peers it is expected to grow too, alone hardly."""
    growing = [
        case([(t, 100.0 * (1.05 + r / 100) ** (t - 2020)) for t, _ in STEADY], 150.0, group="g") for r in range(6)
    ]
    still = case([(t, 100.0 + place % 2) for place, (t, _) in enumerate(STEADY)], 150.0, group="g")
    alone = outlooks([still]).iloc[0]
    among = outlooks([*growing, still])
    assert (alone["forecast_model"], set(among["forecast_model"])) == ("core", {"peers"})
    assert among["expected"].iloc[-1] > alone["expected"]
    drifts = [math.log(1.05 + r / 100) for r in range(6)]
    assert among["drift_prior"].iloc[-1] == pytest.approx(0.59 * np.mean(drifts))


@pytest.mark.parametrize("change", ["fewer", "other_dates", "other_group"])
def test_peers_are_five_of_one_group_and_dates(change: str) -> None:
    cases = [case([(t, value + r) for t, value in STEADY], 150.0, group="g") for r in range(6)]
    assert set(outlooks(cases)["forecast_model"]) == {"peers"}
    if change == "fewer":
        cases = cases[:5]
    elif change == "other_dates":
        cases[0]["points"] = [(t - 1, value) for t, value in cases[0]["points"]]
    else:
        cases[0]["group"] = "h"
    assert set(outlooks(cases)["forecast_model"]) == {"core"}


def test_one_series_does_not_touch_another() -> None:
    odd = [case([(2020.0, -1.0)], 3.0), case([], 1.0), case([(2020.0, 5.0)], 3.0, share=True)]
    plain = case(STEADY, 150.0)
    among = outlooks([*odd, plain, *odd])
    pd.testing.assert_series_equal(among.iloc[3], outlooks([plain]).iloc[0], check_names=False)
