"""The forecast over arrays and a plain loop with scipy.stats.t, written apart, say the same."""

import pytest

from bench.forecast import made
from bench.forecast_loop import Ask, foretell
from config.rules import thresholds
from metrics.forecast.outlook import forecast


@pytest.mark.parametrize(("series", "points", "model"), [(200, 10, "peers"), (200, 15, "peers"), (4, 3, "core")])
def test_made_up_series_come_out_the_same(series: int, points: int, model: str) -> None:
    laid, of, asked = made(series, points)
    ours = forecast(laid, of, asked, thresholds().forecast)
    known = [list(zip(one["t"], one["value"], strict=True)) for _, one in laid.groupby("series")]
    asks = [
        Ask(points, due, goal, int(d), share, group)
        for points, due, goal, d, share, group in zip(
            known, asked["due"], asked["goal"], of["d"], of["share"], of["peer_group"], strict=True
        )
    ]
    theirs = foretell(asks, thresholds().forecast)
    assert set(ours["forecast_model"]) == {model} == {one.model for one in theirs}
    columns = {"probability": "probability", "expected": "expected", "expected_low": "low", "expected_high": "high"}
    for column, field in columns.items():
        assert list(ours[column]) == pytest.approx([getattr(one, field) for one in theirs], abs=1e-9, rel=1e-9)
