"""The way of a forecast from the last figure to the due date: centre and interval, for drawing."""

import numpy as np
import pandas as pd
from pandas import DataFrame

from metrics.forecast import model
from metrics.forecast.scale import from_z, interval, to_z
from metrics.model.forecasting import Constants


def fan(rows: DataFrame, constants: Constants, steps: int) -> DataFrame:
    """The forecasts of ``rows`` at ``steps`` + 1 places of the way from the last figure to the due date.

    rows: assessments with an interval, in the columns of the store, ``direction`` among them. Returns ``place`` (of
    the row, from 0), ``share_of_way`` (0 at the last figure, 1 at the due date), ``expected, low, high`` in the
    indicator's unit.
    """
    way = np.linspace(0.0, 1.0, steps + 1)
    place = np.repeat(np.arange(len(rows)), len(way))
    shares = np.tile(way, len(rows))
    at = rows.iloc[place]
    last, horizon, drift, variance, span, freedom = (
        at[name].to_numpy(dtype=float) for name in ("forecast_value", "horizon", "drift", "variance", "span", "freedom")
    )
    share, peered = at["forecast_scale"].eq("logit").to_numpy(), at["forecast_model"].eq("peers").to_numpy()
    d = np.where(at["direction"].eq("up"), 1.0, -1.0)
    h = shares * horizon
    kappa, _nu, _s0, c, _pull = model.constants_of(share, peered, constants)
    centre = to_z(last, share, d) + drift * h
    reach = model.reach(freedom, constants.coverage) * model.spread(variance, span, kappa, c, h)
    low, high = interval(centre, reach, share, d)
    return pd.DataFrame(
        {"place": place, "share_of_way": shares, "expected": from_z(centre, share, d), "low": low, "high": high}
    )
