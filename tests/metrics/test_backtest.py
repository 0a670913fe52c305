"""What was said before against what came: worked by hand, scored as the textbooks do, and blind to the future."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pandas import DataFrame
from scipy import stats

from config.rules import thresholds
from metrics.backtest.bins import bins
from metrics.backtest.rolling import backtest
from metrics.backtest.scores import brier, groups, skill, wilson

CONSTANTS = thresholds().forecast
NO_TARGETS = DataFrame({"series": [], "due": [], "since": [], "goal": []}).astype({"series": "int64"})
Values = dict[float, float]
# The same examples on every machine; a failing one is shown as it is found, for shrinking would take minutes.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
QUICK = settings(derandomize=True, deadline=None, max_examples=40, phases=PHASES)


def ran(
    *series: Values,
    share: bool = False,
    d: int = 1,
    breaks: tuple[float, ...] = (),
    targets: DataFrame = NO_TARGETS,
    group: str = "",
    refusal: str = "",
) -> DataFrame:
    """The outcomes of a few series of one kind."""
    rows = [(place, t, value, t in breaks) for place, one in enumerate(series) for t, value in sorted(one.items())]
    points = DataFrame(rows, columns=["series", "t", "value", "series_break"])
    points = points.astype({"series": "int64", "t": float, "value": float, "series_break": bool})
    kept = {"share": share, "d": d, "peer_group": group, "refusal": refusal, "kind": "rate"}
    return backtest(points, DataFrame([kept] * len(series), columns=list(kept)), targets, CONSTANTS)


def yearly(*values: float, first: float = 2010.0) -> Values:
    return {first + place: value for place, value in enumerate(values)}


def some_outcomes(count: int, **columns: object) -> DataFrame:
    """Outcomes of one trial each, for the arithmetic of scores."""
    series = [place % 5 for place in range(count)]
    frame = DataFrame({"outcome": range(count), "series": series, "kind": "rate", "horizon": 1, "plan": False})
    same = {"near_top": False, "model": "core", "inside": True, "met": True}
    said = {"probability": 0.5, "line": 1.0, "last": 0.0, "base": 0.5}
    return frame.assign(**(same | said | columns))


# A series by hand


def test_a_tiny_series_comes_out_as_worked_by_hand() -> None:
    """Ten per cent a year: three figures known, the fourth is what came."""
    found = ran(yearly(100, 110, 121, 133.1))
    step = math.log(1.1)
    prior = CONSTANTS.core.log
    drift = 2 * step / (2 + prior.kappa)
    variance = (prior.nu * prior.s0**2 + 2 * (step - drift) ** 2) / (prior.nu + 2)
    spread = math.sqrt(variance * (prior.c + 1 / (2 + prior.kappa)))
    assert spread == pytest.approx(0.0686, abs=1e-4)
    goals = [121 * 1.1**a for a in (-0.5, 0, 0.5, 1)]  # the usual movement of a year is the step itself
    chances = [1 - stats.t.cdf((a * step - drift) / spread, prior.nu + 2) for a in (-0.5, 0, 0.5, 1)]
    assert list(found["goal"]) == pytest.approx(goals)
    assert list(found["probability"]) == pytest.approx(chances, abs=1e-9)
    assert list(found["came"]) == [133.1] * 4
    assert list(found["met"]) == [True] * 4
    # The line through 100, 110, 121 reaches 131.33; the last figure is 121.
    assert list(found["line"]) == [1, 1, 1, 0]
    assert list(found["last"]) == [1, 1, 0, 0]
    assert list(found["base"]) == [1, 1, 1, 1]
    assert found["outcome"].nunique() == 1
    assert set(found["horizon"]) == {1}


def test_lower_is_better_turns_the_targets_round() -> None:
    found = ran(yearly(100, 90, 81, 80), d=-1)
    assert list(found["goal"]) == pytest.approx([81 * 0.9**a for a in (-0.5, 0, 0.5, 1)])
    assert list(found["met"]) == [True, True, False, False]


def test_a_quiet_series_is_moved_by_what_the_model_expects() -> None:
    found = ran(yearly(50, 50, 50, 50))
    assert found["goal"].iloc[3] == pytest.approx(50 * math.exp(CONSTANTS.core.log.s0))


def test_targets_stay_possible_and_none_is_asked_twice() -> None:
    found = ran(yearly(100, 100, 100, 100), share=True)
    assert list(found["ambition"]) == [-0.5, 0]
    assert found["goal"].iloc[1] == 100
    assert found["near_top"].all()
    assert ran(yearly(1, 1, 1, 1), share=True, d=-1)["near_top"].all()


# Which moments and figures count


def test_every_moment_with_three_figures_and_a_later_one_counts_once() -> None:
    found = ran(yearly(5, 6, 5, 7, 6, 8)).drop_duplicates("outcome")
    asked = list(zip(found["origin"], found["horizon"], found["due"], strict=True))
    assert sorted(asked) == [
        (2012, 1, 2013), (2012, 2, 2014), (2012, 3, 2015), (2013, 1, 2014), (2013, 2, 2015), (2014, 1, 2015),
    ]  # fmt: skip


def test_a_year_without_a_figure_is_not_asked_about() -> None:
    found = ran({2010.0: 5, 2011.0: 6, 2012.0: 5, 2014.0: 7, 2014.5: 8})
    assert set(found["due"]) == {2014.0}


def test_nothing_is_carried_across_a_change_of_definition() -> None:
    values = yearly(5, 6, 5, 50, 60, 50, 55)
    found = ran(values, breaks=(2013.0,))
    assert set(zip(found["origin"], found["due"], strict=True)) == {(2015.0, 2016.0)}
    alone = ran({t: value for t, value in values.items() if t >= 2013})
    assert list(found["probability"]) == list(alone["probability"])
    assert list(found["line"]) == list(alone["line"])


def test_only_the_newest_figures_count() -> None:
    long = yearly(*(40 + place % 3 for place in range(14)))
    last = ran(long).query("origin == 2022 and due == 2023")
    short = ran({t: value for t, value in long.items() if t >= 2011}).query("origin == 2022 and due == 2023")
    for column in ("goal", "probability", "line"):
        assert list(last[column]) == list(short[column])


def test_what_cannot_be_forecast_has_no_outcome() -> None:
    assert ran(yearly(3, 0, 2, 1)).empty
    assert ran(yearly(3, 1, 2, 1), refusal="monthly").empty
    assert ran(yearly(120, 110, 100, 90), share=True).empty


def test_peers_of_the_same_dates_take_part() -> None:
    series = [yearly(*(50 + (place * year) % 7 for year in range(5))) for place in range(6)]
    assert set(ran(*series, group="x")["model"]) == {"peers"}
    assert set(ran(*series[:5], group="x")["model"]) == {"core"}


# The board's own targets


def promise(**changes: float) -> DataFrame:
    return DataFrame([{"series": 0, "due": 2017.0, "since": 2010.0, "goal": 12.0} | changes]).astype(
        {"series": "int64"}
    )


def test_own_targets_are_asked_one_two_and_three_years_before() -> None:
    found = ran(yearly(5, 6, 7, 8, 9, 10, 11, 12), targets=promise())
    own = found[found["plan"]]
    assert list(zip(own["horizon"], own["origin"], strict=True)) == [(1, 2016), (2, 2015), (3, 2014)]
    assert list(own["met"]) == [True] * 3
    assert list(own["base"]) == [1.0] * 3
    both = found[(found["origin"] == 2016) & (found["due"] == 2017)]
    assert both["outcome"].nunique() == 1, "a figure that trial targets and a promise share is one outcome"


def test_own_targets_are_not_asked_before_the_plan_began() -> None:
    values = yearly(5, 6, 7, 8, 9, 10, 11, 12)
    own = ran(values, targets=promise(since=2015.003)).query("plan")
    assert list(own["horizon"]) == [1, 2]
    assert ran(values, targets=promise(due=2018.0)).query("plan").empty, "the due figure is not in"
    assert ran(values, targets=promise(), breaks=(2016.0,)).query("plan").empty


def test_where_no_newer_figure_came_between_a_target_is_asked_once() -> None:
    own = ran({2010.0: 5, 2011.0: 6, 2012.0: 7, 2013.0: 8, 2017.0: 12}, targets=promise()).query("plan")
    assert list(own["origin"]) == [2013]


# Scores


def test_brier_and_skill_by_hand() -> None:
    met = pd.Series([True, False, True])
    assert brier(pd.Series([1.0, 0.0, 0.4]), met) == pytest.approx(0.12)
    assert brier(pd.Series([0.5, 0.5, 0.5]), met) == 0.25
    assert skill(0.1, 0.2) == 0.5
    assert skill(0.3, 0.2) == pytest.approx(-0.5)
    assert math.isnan(skill(0.1, 0.0))


def test_a_group_is_scored_beside_its_rivals() -> None:
    met = [True, True, False] * 10
    frame = some_outcomes(30, met=met, probability=[0.9, 0.6, 0.2] * 10, inside=[True, True, False] * 10)
    row = groups(frame).set_index("kind").loc["all"]
    assert row["brier"] == pytest.approx((0.01 + 0.16 + 0.04) / 3)
    assert row["brier_line"] == pytest.approx(1 / 3)
    assert row["brier_last"] == pytest.approx(2 / 3)
    assert row["skill_base"] == pytest.approx(1 - 0.07 / 0.25)
    assert row["coverage"] == pytest.approx(2 / 3)


def test_fewer_than_thirty_outcomes_tell_nothing() -> None:
    for count, tells in ((30, True), (29, False)):
        row = groups(some_outcomes(count)).set_index("kind").loc["all"]
        assert bool(row["tells"]) is tells
        assert math.isnan(row["brier"]) is not tells
        assert row["outcomes"] == count
        assert bins(some_outcomes(count)).empty is not tells
    assert not groups(some_outcomes(90, series=1))["tells"].any(), "outcomes of one series overlap"
    four_trials_each = pd.concat([some_outcomes(29)] * 4)
    assert not groups(four_trials_each)["tells"].any(), "targets tried on one figure are not outcomes of their own"


def test_own_targets_are_a_group_apart() -> None:
    own = some_outcomes(31, plan=True, kind="stock")
    table = groups(pd.concat([some_outcomes(40), own])).set_index("kind")
    assert table.loc[["all", "plan", "stock", "rate"], "outcomes"].tolist() == [40, 31, 0, 40]


def test_a_wilson_interval_ends_where_the_share_is_just_possible() -> None:
    share, count = np.array([0.0, 0.8, 1.0]), np.array([5.0, 10.0, 40.0])
    z = stats.norm.ppf(0.95)
    for bound in wilson(share, count):
        assert (share - bound) ** 2 == pytest.approx(z**2 * bound * (1 - bound) / count)
    assert wilson(share, count)[0][1] == pytest.approx(0.541, abs=1e-3)


@QUICK
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=30, max_size=80))
def test_every_trial_is_in_one_bin(said: list[tuple[float, bool]]) -> None:
    frame = some_outcomes(len(said), probability=[p for p, _ in said], met=[met for _, met in said])
    table = bins(frame)
    assert table["trials"].sum() == len(said)
    assert (table["said"] >= table["low"] - 1e-12).all()
    assert (table["said"] <= table["high"] + 1e-12).all()
    assert (table["came"] * table["trials"]).sum() == pytest.approx(sum(met for _, met in said))
    assert ((table["came_low"] <= table["came"] + 1e-12) & (table["came"] <= table["came_high"] + 1e-12)).all()


# What must hold for every series


values = st.lists(st.floats(1, 99), min_size=5, max_size=15)


@QUICK
@given(st.lists(values, min_size=1, max_size=7), st.integers(3, 9), st.booleans(), st.data())
def test_no_outcome_leaks_into_what_was_said(
    series: list[list[float]], known: int, share: bool, data: st.DataObject
) -> None:
    """Whatever comes after a moment, targets tried and chances stated at it stay the same."""
    others = st.lists(st.floats(1, 99), max_size=8)
    later = [one[: known + 1] + data.draw(others) if len(one) > known else one for one in series]
    before, after = (
        ran(*(yearly(*one) for one in some), share=share, group="x").query(f"origin <= {2010 + known}")
        for some in (series, later)
    )
    both = before.merge(after, on=["series", "origin", "due", "ambition"])
    for column in ("goal", "probability", "line", "last", "model"):
        assert list(both[f"{column}_x"]) == list(both[f"{column}_y"])


def test_no_figures_at_all_tell_nothing() -> None:
    found = ran()
    assert found.empty
    assert not groups(found)["tells"].any()
    assert groups(found)["outcomes"].sum() == 0
    assert bins(found).empty
    assert ran(yearly(1, 2)).empty
