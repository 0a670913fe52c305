"""What must hold for every series: no odd one raises, better is never worse, units and mirrors change nothing."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from metrics.model.vocabulary import Method, Reason, Status
from tests.metrics.asking import ask, frame_of

RANK = {name: place for place, name in enumerate(["reversing", "far_behind", "behind", "on_track", "achieved"])}
METHODS = [method.value for method in Method]
# A failing example is shown as it is found: every example costs a database, and shrinking would take minutes.
QUICK = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,  # the same examples on every machine
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
LABELS = ["2013", "2014", "2015", "2016", "2017", "2018", "2016H1", "2017H1", "2018Q1", "2018-06"]
VALUE = st.floats(-1e6, 1e6, allow_nan=False) | st.sampled_from([0.0, -0.0, 1e-9, 95.0, 100.0])


def many(series: list[dict[str, float]], asked: list[dict[str, object]]) -> pd.DataFrame:
    """Verdicts on many series, each with its own question."""
    frames = [frame_of(str(place), "x", points) for place, points in enumerate(series)]
    return ask(asked, pd.concat(frames) if frames else pd.DataFrame())


odd_series = st.dictionaries(st.sampled_from(LABELS), VALUE, max_size=8)
odd_question = st.fixed_dictionaries(
    {
        "method": st.sampled_from(METHODS),
        "rule": st.sampled_from(
            ["at_least", "at_most", "zero", "hold", "range", "trend", "growth", "frequency", "milestone"]
        ),
        "d": st.sampled_from([1, -1, None]),
        "value": st.none() | VALUE,
        "base_value": st.none() | VALUE,
        "increment": st.booleans(),
        "accumulates": st.booleans(),
        "is_event": st.booleans(),
        "natural_limit": st.sampled_from([None, 100.0]),
        "due_end": st.sampled_from([None, date(2015, 12, 31), date(2018, 12, 31), date(2020, 12, 31)]),
    }
)


@QUICK
@given(st.lists(st.tuples(odd_series, odd_question), min_size=1, max_size=60))
def test_no_series_raises_and_every_verdict_has_its_inputs(
    cases: list[tuple[dict[str, float], dict[str, object]]],
) -> None:
    verdicts = many([points for points, _ in cases], [question for _, question in cases])
    assert len(verdicts) == len(cases)
    assert set(verdicts["status"]) <= {status.value for status in Status}
    grey = verdicts["status"] == "not_assessable"
    assert set(verdicts.loc[grey, "reason"]) <= {reason.value for reason in Reason}
    assert verdicts.loc[~grey, "reason"].isna().all()
    judged = verdicts[~grey & (verdicts["judged_by"] != "milestone") & ~verdicts["is_event"]]
    assert judged["current"].notna().all()
    assert judged["t"].notna().all()
    paced = verdicts[
        verdicts["status"].isin(["on_track", "behind", "far_behind", "reversing"]) & (verdicts["rule"] != "growth")
    ]
    paced = paced[paced["judged_by"].isin(["linear_pace", "growth_ratio", "trend"])]
    assert paced["b"].notna().all()
    assert paced.loc[paced["due_end"].notna(), "e"].notna().all()


@QUICK
@given(
    base=st.floats(20, 89),
    goal=st.floats(90, 100),
    values=st.lists(st.floats(5, 110), min_size=2, max_size=40),
    method=st.sampled_from(["linear_pace", "growth_ratio"]),
)
def test_a_better_figure_never_gives_a_worse_status(base: float, goal: float, values: list[float], method: str) -> None:
    series = [{"2015": base, "2018": value} for value in sorted(values)]
    verdicts = many(series, [{"value": goal, "method": method}] * len(series))
    ranks = [RANK[status] for status in verdicts["status"]]
    assert ranks == sorted(ranks)


@QUICK
@given(
    base=st.floats(20, 89),
    goal=st.floats(90, 100),
    share=st.sampled_from(["2016H2", "2017", "2018H1", "2018"]),
)
def test_on_the_path_its_method_draws_r_is_one(base: float, goal: float, share: str) -> None:
    frame = frame_of("0", "x", {share: 0.0})
    day = frame["period_end"].iloc[0].date()
    e = (day - date(2015, 12, 31)).days / 1827
    years = day.year + day.timetuple().tm_yday / date(day.year, 12, 31).timetuple().tm_yday - 2016
    on_line, on_curve = base + (goal - base) * e, base * (goal / base) ** (years / 5)
    asked = {"value": goal, "as_of": day}
    verdicts = many(
        [{"2015": base, share: on_line}, {"2015": base, share: on_curve}],
        [asked | {"method": "linear_pace"}, asked | {"method": "growth_ratio"}],
    )
    assert list(verdicts["R"]) == pytest.approx([1.0, 1.0], abs=1e-9)
    assert set(verdicts["status"]) == {"on_track"}


series_with_goal = st.tuples(
    st.dictionaries(st.sampled_from(["2014", "2015", "2016", "2017", "2018"]), st.integers(1, 120), min_size=2),
    st.integers(50, 110),
    st.sampled_from(["linear_pace", "growth_ratio", "hold"]),
)


@QUICK
@given(st.lists(series_with_goal, min_size=1, max_size=40), st.sampled_from([0.01, 10.0, 1000.0, 1e-4]))
def test_a_change_of_unit_changes_nothing(cases: list[tuple[dict[str, int], int, str]], unit: float) -> None:
    plain = many(
        [{k: float(v) for k, v in p.items()} for p, _, _ in cases],
        [{"value": float(g), "method": m} for _, g, m in cases],
    )
    other = many(
        [{k: v * unit for k, v in p.items()} for p, _, _ in cases],
        [{"value": g * unit, "method": m} for _, g, m in cases],
    )
    assert list(plain["status"]) == list(other["status"])
    pairs = zip(plain["R"].fillna(0), other["R"].fillna(0), strict=True)
    assert all(a == b or a == pytest.approx(b, rel=1e-6, abs=1e-9) for a, b in pairs)


@QUICK
@given(st.lists(series_with_goal, min_size=1, max_size=40))
def test_lower_is_better_is_the_mirror_image(cases: list[tuple[dict[str, int], int, str]]) -> None:
    linear = [(p, g) for p, g, m in cases if m != "growth_ratio"]
    up = many(
        [{k: float(v) for k, v in p.items()} for p, _ in linear],
        [{"value": float(g)} for _, g in linear] or [],
    )
    down = many(
        [{k: -float(v) for k, v in p.items()} for p, _ in linear],
        [{"value": -float(g), "d": -1} for _, g in linear] or [],
    )
    assert list(up["status"]) == list(down["status"])
    assert list(up["gap"].fillna(0)) == list(down["gap"].fillna(0))
