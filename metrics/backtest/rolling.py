"""The backtest: what would have been said at every origin, beside what came."""

import numpy as np
import pandas as pd
from pandas import DataFrame

from metrics.backtest.origins import known_at, origins
from metrics.backtest.rivals import base_rate, line_at, meets
from metrics.backtest.trials import promised, tried
from metrics.forecast.outlook import forecast
from metrics.forecast.scale import TOP
from metrics.model.forecasting import Constants
from metrics.model.vocabulary import Forecast


def backtest(points: DataFrame, series: DataFrame, asks_of_plan: DataFrame, constants: Constants) -> DataFrame:
    """What was said of targets one, two and three years before their date, and what came.

    points: ``series`` (0..N-1, ascending), ``t`` (years, ascending within a series), ``value``, ``series_break`` (first
    figure under a changed definition). series: one row each: ``share``, ``d``, ``peer_group``, ``refusal`` as
    ``metrics.forecast.outlook.forecast`` takes them, and ``kind``.
    asks_of_plan: the board's own dated targets: ``series``, ``due``, ``since`` (years), ``goal``.

    One row a target asked about where the forecast gives a probability: ``outcome`` (number of origin and later figure:
    several trial targets share one), ``series``, ``kind``, ``horizon`` (1, 2, 3 years), ``plan`` (the board's own
    target), ``origin`` and ``due`` (years), ``goal``, ``ambition`` (of a trial target), ``came`` (the later figure),
    ``met``, ``probability``, ``inside`` (the figure lies in the interval), ``model``, ``near_top``, and what plainer
    rules say: ``line``, ``last``, ``base`` (0..1).
    """
    found = origins(points, constants)
    trial, own = tried(points, series, found, constants), promised(points, found, asks_of_plan)
    asked = pd.concat([trial, own], ignore_index=True)
    told = _told(points, series, found, asked, constants)
    outcomes = _outcomes(points, series, found, asked, told, constants)
    outcomes = outcomes[told["forecast"].eq(Forecast.OK).to_numpy()].reset_index(drop=True)
    return outcomes.assign(base=base_rate(outcomes))


def _told(points: DataFrame, series: DataFrame, found: DataFrame, asked: DataFrame, constants: Constants) -> DataFrame:
    """The board's forecast; every origin is a series of its own, so that peers are sought among the same dates."""
    then = series[["share", "d", "peer_group", "refusal"]].take(found["series"].to_numpy(dtype=np.int64))
    put = asked[["due", "goal"]].assign(series=asked["origin"], next=np.nan, refusal="")
    return forecast(known_at(points, found), then.reset_index(drop=True), put, constants)


def _outcomes(
    points: DataFrame, series: DataFrame, found: DataFrame, asked: DataFrame, told: DataFrame, constants: Constants
) -> DataFrame:
    """The columns of ``backtest`` that need no other outcome."""
    at = asked["origin"].to_numpy(dtype=np.int64)
    of = found["series"].to_numpy(dtype=np.int64)[at]
    d, share = series["d"].to_numpy(dtype=float)[of], series["share"].to_numpy(dtype=bool)[of]
    last, goal = found["last"].to_numpy()[at], asked["goal"].to_numpy(dtype=float)
    came = points["value"].to_numpy(dtype=float)[asked["came"].to_numpy(dtype=np.int64)]
    line = line_at(known_at(points, found), len(found), at, asked["due"].to_numpy(dtype=float))
    return DataFrame(
        {
            "outcome": asked.groupby(["origin", "came"]).ngroup(),
            "series": of,
            "kind": series["kind"].to_numpy()[of],
            "horizon": asked["horizon"].astype(int),
            "plan": asked["plan"].astype(bool),
            "origin": found["t"].to_numpy()[at],
            "due": asked["due"],
            "goal": goal,
            "ambition": asked["ambition"],
            "came": came,
            "met": meets(came, goal, d),
            "probability": told["probability"].astype(float),
            "inside": ((came >= told["expected_low"]) & (came <= told["expected_high"])).astype(bool),
            "model": told["forecast_model"],
            "near_top": share & np.where(d > 0, last >= constants.flat_from, last <= TOP - constants.flat_from),
            "line": meets(line, goal, d).astype(float),
            "last": meets(last, goal, d).astype(float),
        }
    )
