"""Every status and reason, each from a case small enough to reckon by hand (METHODS sections 1 to 5)."""

from datetime import date

import pandas as pd
import pytest

from tests.metrics.asking import Points, ask, frame_of, one

RISE = {"2015": 90.0}


# b = 90 at the end of 2015, T = 95 at the end of 2020, as-of end of 2018: e = 1096/1827 days.
@pytest.mark.parametrize(
    ("now", "status"),
    [
        (95.0, "achieved"),
        (93.0, "on_track"),
        (92.4, "behind"),
        (91.0, "far_behind"),
        (90.0, "far_behind"),
        (89.9, "reversing"),
    ],
)
def test_a_share_to_reach_is_judged_by_its_pace(now: float, status: str) -> None:
    verdict = one(RISE | {"2018": now}, value=95)
    assert verdict["status"] == status
    assert verdict["e"] == pytest.approx(1096 / 1827)
    assert verdict["k"] == pytest.approx((now - 90) / 5)
    assert verdict["R"] == pytest.approx((now - 90) / 5 / (1096 / 1827))
    assert verdict["gap"] == pytest.approx(now - 95)


def test_required_and_observed_change_a_year() -> None:
    verdict = one(RISE | {"2018": 92.4}, value=95)
    assert verdict["required_per_year"] == pytest.approx(2.6 / 2)
    assert verdict["observed_per_year"] == pytest.approx(2.4 / 3)
    over = one(RISE | {"2020": 94.0}, value=95, as_of=date(2020, 12, 31))
    assert pd.isna(over["required_per_year"])


@pytest.mark.parametrize(("r", "status"), [(0.95, "on_track"), (0.60, "behind"), (0.0, "far_behind")])
def test_classes_are_closed_below(r: float, status: str) -> None:
    verdict = one({"2015": 0.0, "2018": 100 * r * 1096 / 1827}, value=100)
    assert verdict["status"] == status


def test_lower_is_better_for_a_zero_target_until_it_is_met_then_it_is_held() -> None:
    zero = {"rule": "zero", "d": -1, "value": 0}
    assert one({"2015": 2.0, "2018": 0.8}, **zero)["status"] == "on_track"
    assert one({"2015": 2.0, "2018": 0.0}, **zero)["status"] == "achieved"
    broken = one({"2015": 2.0, "2016": 0.0, "2018": 0.3}, **zero)
    assert (broken["status"], broken["judged_by"], broken["first_met"]) == (
        "breached",
        "hold",
        pd.Timestamp(2016, 12, 31),
    )


def test_to_hold_kept_breached_at_risk() -> None:
    hold = {"rule": "hold", "method": "hold", "value": 92}
    assert one({"2015": 93.0, "2016": 92.5, "2018": 92.4}, **hold, due_end=date(2018, 12, 31))["status"] == "achieved"
    assert one({"2015": 93.0, "2018": 91.9}, **hold)["status"] == "breached"
    falling = {"2014": 96.0, "2015": 95.0, "2016": 94.0, "2017": 93.0, "2018": 92.2}
    verdict = one(falling, **hold)
    # The line through the five falls by 0.96 a year: 92.12 at the end of 2018, 90.2 at the end of 2020.
    assert (verdict["status"], round(verdict["line_at_due"], 1)) == ("at_risk", 90.2)
    assert one({"2015": 96.0, "2018": 92.2}, **hold)["status"] == "achieved", "two figures draw no line"


def test_after_the_due_date_a_target_to_hold_must_have_been_kept_in_every_period() -> None:
    hold = {"rule": "hold", "method": "hold", "value": 92, "as_of": date(2020, 12, 31)}
    kept = {"2015": 93.0, "2016": 93.0, "2017": 93.0, "2018": 93.0, "2019": 93.0, "2020": 93.0}
    assert one(kept, **hold)["status"] == "achieved"
    dipped = one(kept | {"2018": 91.0}, **hold)
    assert (dipped["status"], dipped["broken_after"]) == ("missed", 1)
    assert list(dipped["notes"]) == ["earlier_breach"]
    assert one(kept | {"2020": 91.0}, **hold)["status"] == "breached"


def test_a_target_to_hold_not_yet_met_is_on_its_way() -> None:
    verdict = one({"2015": 90.0, "2018": 91.0}, rule="hold", method="hold", value=92)
    assert (verdict["judged_by"], verdict["status"]) == ("linear_pace", "behind")


def test_a_base_that_already_meets_its_target_is_held_and_never_on_track_when_it_falls_short() -> None:
    verdict = one({"2015": 97.0, "2018": 94.0}, value=95)
    assert (verdict["judged_by"], verdict["status"]) == ("hold", "breached")


def test_the_due_figure_stands_for_ever_and_reaching_later_is_a_note() -> None:
    late = one({"2015": 90.0, "2020": 94.0, "2021": 96.0}, value=95, as_of=date(2021, 12, 31))
    assert (late["status"], late["current"], list(late["notes"])) == ("missed", 94.0, ["achieved_late"])


@pytest.mark.parametrize(
    ("as_of", "reason"),
    [
        (date(2020, 12, 31), "awaiting_final"),
        (date(2021, 12, 30), "awaiting_final"),
        (date(2021, 12, 31), "stale"),
    ],
)
def test_due_without_the_due_figure(as_of: date, reason: str) -> None:
    verdict = one({"2015": 90.0, "2019": 94.0}, value=95, as_of=as_of)
    assert (verdict["status"], verdict["reason"]) == ("not_assessable", reason)


@pytest.mark.parametrize(
    ("points", "asked", "reason"),
    [
        ({"2015": 90.0, "2018": 91.0}, {"value": None}, "target_blank"),
        ({"2015": 90.0, "2018": 91.0}, {"value": 95, "scheme_ended": date(2018, 6, 30)}, "scheme_ended"),
        ({"2015": 90.0, "2018": 91.0}, {"value": 95, "unit_fits": False}, "unit_mismatch"),
        ({}, {"value": 95}, "no_data"),
        ({"2013": 90.0}, {"value": 95, "as_of": date(2014, 12, 31)}, "not_started"),
        ({"2015": 90.0, "2016": 91.0}, {"value": 95, "as_of": date(2019, 6, 30)}, "stale"),
        ({"2015": 90.0}, {"value": 95, "as_of": date(2016, 12, 31)}, "one_point"),
        ({"2018": 91.0}, {"value": 95}, "one_point"),
        (
            {"2015": 90.0, "2018": 91.0},
            {"value": 95, "base_value": 90, "base_date": date(2020, 12, 31)},
            "no_base",
        ),
        (
            {"2015": 90.0, "2016": 90.5},
            {"value": 95, "as_of": date(2016, 12, 31), "due_end": date(2027, 12, 31)},
            "too_early",
        ),
        ({"2015": 90.0, "2018": 91.0}, {"value": 95, "d": None}, "no_direction"),
        ({"2015": 90.0, "2018": 91.0}, {"value": 95, "due_end": None}, "no_due"),
        ({"2015": 9.0, "2018": 5.0}, {"rule": "rank", "method": "rank"}, "no_cutoff"),
    ],
)
def test_why_a_target_cannot_be_judged(points: Points, asked: dict[str, object], reason: str) -> None:
    verdict = one(points, **asked)
    assert (verdict["status"], verdict["reason"]) == ("not_assessable", reason)


def test_a_change_of_definition_between_base_and_current_stops_the_sum_but_not_before_the_base() -> None:
    points = {"2014": 80.0, "2015": 90.0, "2018": 92.0}
    assert one(points, value=95, breaks=("2018",))["reason"] == "definition_break"
    assert one(points, value=95, breaks=("2015",))["status"] == "behind"


def test_the_base_is_given_or_before_the_start_or_the_first_after_it() -> None:
    before = one({"2014": 88.0, "2015": 90.0, "2018": 93.0}, value=95)
    assert (before["b"], before["base_origin"]) == (90.0, "before_start")
    after = one({"2016": 91.0, "2018": 93.0}, value=95)
    assert (after["b"], after["base_origin"], list(after["notes"])) == (
        91.0,
        "after_start",
        ["base_after_start"],
    )
    given = one({"2014": 88.0, "2018": 93.0}, value=95, base_value=89.0)
    assert (given["b"], given["t_b"], given["base_origin"]) == (89.0, pd.Timestamp(2015, 12, 31), "given")
    grown = one({"2014": 500.0, "2018": 60.0}, value=100, increment=True)
    assert (grown["b"], grown["base_origin"], grown["status"]) == (0.0, "increment", "on_track")


def test_up_to_three_are_a_milestone_without_a_pace() -> None:
    few = {"method": "milestone", "value": 2}
    assert one({"2015": 0.0, "2018": 1.0}, **few)["status"] == "pending"
    assert one({"2015": 0.0, "2018": 2.0}, **few)["status"] == "achieved"
    assert one({"2015": 0.0, "2020": 1.0}, **few, as_of=date(2020, 12, 31))["status"] == "missed"


def test_an_event_is_pending_until_reported_then_waits_for_its_report() -> None:
    event = {"rule": "milestone", "method": "milestone", "is_event": True}
    assert one({}, **event)["status"] == "pending"
    assert one({"2017-05": 1.0}, **event)["status"] == "achieved"
    assert one({"2017-05": 1.0}, **event, as_of=date(2023, 12, 31))["status"] == "achieved"
    assert one({"2020-12": 0.0}, **event, as_of=date(2020, 12, 31))["status"] == "missed"
    assert one({"2018-12": 0.0}, **event)["status"] == "pending"
    assert one({}, **event, as_of=date(2020, 12, 31))["reason"] == "awaiting_final"
    assert one({}, **event, as_of=date(2021, 12, 31))["reason"] == "stale"


def test_growth_ratio_of_a_concentration_to_bring_down() -> None:
    # 33 → 29 in three years, 27 asked in five: (29/33)^(1/3)-1 = -4.22 %, (27/33)^(1/5)-1 = -3.93 % a year.
    verdict = one({"2015": 33.0, "2018": 29.0}, rule="at_most", method="growth_ratio", d=-1, value=27)
    assert verdict["status"] == "on_track"
    assert verdict["R"] == pytest.approx(1.0716, abs=1e-4)
    steep = one({"2015": 30.0, "2018": 29.0}, rule="at_most", method="growth_ratio", d=-1, value=20)
    assert steep["R_linear"] == pytest.approx(0.1 / (1096 / 1827)), "linear pace beside it where T/b < 0.8"


def test_growth_from_zero_is_undefined_and_judged_by_linear_pace() -> None:
    verdict = one({"2015": 0.0, "2018": 7.0}, method="growth_ratio", value=10)
    assert (verdict["judged_by"], verdict["status"], list(verdict["notes"])) == (
        "linear_pace",
        "on_track",
        ["growth_undefined"],
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "status"),
    [
        ({"2015": 88.0, "2018": 91.0}, {"2015": 90.0, "2018": 90.5}, "achieved"),
        ({"2015": 88.0, "2018": 89.0}, {"2015": 90.0, "2018": 90.0}, "behind"),
        ({"2015": 88.0, "2018": 88.0}, {"2015": 90.0, "2018": 90.0}, "behind"),
        ({"2015": 88.0, "2018": 87.0}, {"2015": 90.0, "2018": 90.0}, "reversing"),
    ],
)
def test_against_a_benchmark_of_the_same_period(ours: Points, theirs: Points, status: str) -> None:
    verdict = one(ours, benchmark=theirs)
    assert verdict["status"] == status
    assert verdict["gap"] == pytest.approx(ours["2018"] - theirs["2018"])
    assert verdict["target"] == theirs["2018"]


@pytest.mark.parametrize(
    ("ours", "theirs", "status"),
    [
        ({"2015": 42.0, "2018": 39.0}, {"2015": 40.0, "2018": 39.5}, "achieved"),
        ({"2015": 42.0, "2018": 41.0}, {"2015": 40.0, "2018": 39.5}, "behind"),
        ({"2015": 42.0, "2018": 42.5}, {"2015": 40.0, "2018": 40.0}, "reversing"),
        ({"2015": 40.1, "2018": 41.2}, {"2015": 40.0, "2018": 41.1}, "behind"),  # unchanged: 0.1 either time
    ],
)
def test_below_a_benchmark_where_less_is_better(ours: Points, theirs: Points, status: str) -> None:
    verdict = one(ours, benchmark=theirs, d=-1)
    assert verdict["status"] == status
    assert verdict["gap"] == pytest.approx(theirs["2018"] - ours["2018"])


def test_against_a_benchmark_with_one_gap_or_none() -> None:
    assert one({"2015": 88.0, "2018": 88.0}, benchmark={"2018": 90.0})["reason"] == "one_point"
    assert one({"2015": 88.0, "2018": 88.0}, benchmark={"2017": 90.0})["reason"] == "no_benchmark"
    missed = one({"2015": 88.0, "2020": 89.0}, benchmark={"2015": 90.0, "2020": 90.0}, as_of=date(2020, 12, 31))
    assert missed["status"] == "missed"


# C of a base of 60 of 100 is 1-(0.6)^4.44 = 0.8965: the cuts are 1.345 % and 0.448 % a year.
@pytest.mark.parametrize(
    ("now", "status"), [(62.6, "on_track"), (61.2, "behind"), (60.0, "far_behind"), (59.0, "reversing")]
)
def test_a_trend_without_a_figure(now: float, status: str) -> None:
    verdict = one({"2015": 60.0, "2018": now}, rule="trend", method="trend", natural_limit=100)
    assert verdict["status"] == status
    assert verdict["p"] == pytest.approx((now / 60) ** (1 / 3) - 1)
    assert verdict["room"] == pytest.approx(1 - 0.6**4.44)


def test_a_trend_after_its_due_date_and_from_nothing() -> None:
    over = {"rule": "trend", "method": "trend", "as_of": date(2020, 12, 31)}
    assert one({"2015": 60.0, "2020": 60.1}, **over)["status"] == "achieved"
    assert one({"2015": 60.0, "2020": 60.0}, **over)["status"] == "missed"
    assert one({"2015": 0.0, "2018": 5.0}, rule="trend", method="trend")["reason"] == "growth_undefined"


def test_a_frequency_within_and_after_its_year() -> None:
    twice = {"rule": "frequency", "method": "frequency", "value": 2, "accumulates": True}
    assert one({"2018H1": 1.0}, **twice, as_of=date(2018, 6, 30))["status"] == "pending"
    assert one({"2018H1": 0.0}, **twice, as_of=date(2018, 6, 30))["status"] == "behind"
    assert one({"2018": 2.0}, **twice)["status"] == "achieved"
    assert one({"2018": 1.0}, **twice)["status"] == "missed"


def test_a_growth_rate_promised_each_year() -> None:
    growth = {"rule": "growth", "method": "hold", "value": 10}
    assert one({"2015": 12.0, "2016": 8.0, "2018": 9.0}, **growth)["status"] == "behind"
    assert one({"2016": 11.0, "2018": 10.0}, **growth)["status"] == "achieved"
    assert one({"2016": 11.0, "2018": 9.0}, **growth)["status"] == "breached"


def test_a_rank_with_a_cut_off() -> None:
    places = pd.DataFrame(
        [("0", "x", "g", pd.Timestamp(2015, 12, 31), 9), ("0", "x", "g", pd.Timestamp(2018, 12, 31), 4)],
        columns=["region", "indicator_id", "peer_group", "period_end", "standing"],
    )
    asked = {"rule": "rank", "method": "rank", "peer_group": "g"}
    points = frame_of("0", "x", {"2015": 70.0, "2018": 80.0})
    assert ask([asked | {"value": 5}], points, places).iloc[0]["status"] == "achieved"
    closer = ask([asked | {"value": 3}], points, places).iloc[0]
    assert (closer["status"], closer["gap"]) == ("behind", -1)


def test_a_total_that_restarts_each_year_meets_the_same_share_of_its_target() -> None:
    verdict = one({"2015": 40.0, "2018H1": 45.0}, value=100, accumulates=True, as_of=date(2018, 6, 30))
    assert verdict["x"] == 90.0
    assert verdict["status"] == "on_track"


def test_half_years_are_not_read_as_the_same_year_twice() -> None:
    verdict = one(
        {"2015H2": 90.0, "2016H1": 91.0, "2016H2": 92.0},
        value=95,
        as_of=date(2016, 12, 31),
        interval_months=6,
    )
    assert (verdict["points"], verdict["t"]) == (3, pd.Timestamp(2016, 12, 31))
