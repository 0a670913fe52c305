"""What is asked at each origin: trial targets that were in reach then, and the board's own dated targets."""

import numpy as np
import pandas as pd
from pandas import DataFrame

from metrics.backtest.origins import NEAR, figure_at, figure_before, known_at, stretches
from metrics.forecast.scale import Floats, from_z, to_z
from metrics.forecast.sums import sums
from metrics.model.forecasting import Constants

HORIZONS = (1, 2, 3)  # years before
AMBITIONS = (-0.5, 0.0, 0.5, 1.0)  # usual movements up to the due date that a target asks for; 0 is the last figure
COLUMNS = ["origin", "horizon", "due", "came", "goal", "ambition", "plan"]


def tried(points: DataFrame, series: DataFrame, found: DataFrame, constants: Constants) -> DataFrame:
    """Trial targets at every origin and horizon with a later figure, drawn from nothing but what was known there.

    ``origin`` (row of ``found``), ``horizon`` (years), ``due``, ``came`` (place of the later figure), ``goal``,
    ``ambition``, ``plan`` (False). A target that the possible range makes equal to a milder one is asked once.
    """
    origin = np.tile(np.arange(len(found)), len(HORIZONS))
    horizon = np.repeat(HORIZONS, len(found)).astype(float)
    due = found["t"].to_numpy()[origin] + horizon
    came = figure_at(points, stretches(points), found["stretch"].to_numpy()[origin], due)
    asked = DataFrame({"origin": origin, "horizon": horizon, "due": due, "came": came})[came >= 0]
    goals = _goals(found, series, usual(points, series, found, constants), asked)
    new = np.column_stack([np.ones(len(goals), dtype=bool), np.diff(goals) != 0])
    laid = asked.loc[asked.index.repeat(len(AMBITIONS))]
    laid = laid.assign(goal=goals.ravel(), ambition=np.tile(AMBITIONS, len(goals)), plan=False)
    return laid[new.ravel()][COLUMNS]


def usual(points: DataFrame, series: DataFrame, found: DataFrame, constants: Constants) -> Floats:
    """The usual movement of a year at each origin, in z: the root mean square of the steps, at least the model's s0."""
    of = found["series"].to_numpy()
    share, d = series["share"].to_numpy(dtype=bool)[of], series["d"].to_numpy(dtype=float)[of]
    known = known_at(points, found)
    at = known["series"].to_numpy()
    own = sums(at, known["t"].to_numpy(), to_z(known["value"].to_numpy(dtype=float), share[at], d[at]), len(found))
    moved: Floats = np.sqrt((own.scatter + own.span * own.drift**2) / own.k)
    return np.maximum(moved, np.where(share, constants.core.logit.s0, constants.core.log.s0))


def _goals(found: DataFrame, series: DataFrame, movement: Floats, asked: DataFrame) -> Floats:
    """One row an origin and horizon, one column an ambition; the last figure itself where nothing more is asked."""
    at = asked["origin"].to_numpy()
    of = found["series"].to_numpy()[at]
    share = series["share"].to_numpy(dtype=bool)[of][:, None]
    d = series["d"].to_numpy(dtype=float)[of][:, None]
    last = found["last"].to_numpy()[at][:, None]
    step = (movement[at] * np.sqrt(asked["horizon"].to_numpy()))[:, None]
    goals = from_z(to_z(last, share, d) + np.array(AMBITIONS) * step, share, d)
    return np.where(np.array(AMBITIONS) == 0, last, goals)


def promised(points: DataFrame, found: DataFrame, targets: DataFrame) -> DataFrame:
    """The board's own targets whose due figure is in, asked at the last figure one, two and three years before.

    targets: ``series``, ``due`` (years), ``goal``, ``since`` (years; asked only once the plan had begun). Columns as
    those of ``tried``. Between a target's dates without a newer figure it is asked once.
    """
    series, due = targets["series"].to_numpy(dtype=np.int64), targets["due"].to_numpy(dtype=float)
    came = figure_at(points, points["series"].to_numpy(dtype=np.int64), series, due)
    stretch = stretches(points)
    laid = targets.assign(came=came, stretch=np.append(stretch, -1)[came])
    laid = laid.loc[laid.index.repeat(len(HORIZONS))].assign(horizon=np.tile(HORIZONS, len(laid)).astype(float))
    moment = laid["due"] - laid["horizon"]
    place = figure_before(points, stretch, laid["stretch"].to_numpy(), moment.to_numpy())
    origin = pd.Series(np.arange(len(found)), index=found["place"])
    laid["origin"] = origin.reindex(place).fillna(-1).to_numpy(dtype=np.int64)
    asked = laid[(laid["origin"] >= 0) & (laid["came"] >= 0) & (moment >= laid["since"] - NEAR)]
    return asked.assign(plan=True, ambition=np.nan).drop_duplicates(["origin", "came", "goal"])[COLUMNS]
