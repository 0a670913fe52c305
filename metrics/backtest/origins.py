"""Every moment at which a forecast could have been made, and the figures that came after it.

A stretch is a run of figures of one series under one definition. An origin is a figure with enough figures of its
stretch up to it; what was known there is a series of its own, so that nothing later can take part.
"""

import numpy as np
from pandas import DataFrame

from metrics.forecast.scale import Bools, Floats
from metrics.forecast.sums import Ints
from metrics.model.forecasting import Constants

NEAR = 0.02  # years: a week, within which two dates are one
APART = 1e5  # beyond any year, so that stretches lie one after another on one line of time


def stretches(points: DataFrame) -> Ints:
    """The number of the stretch of every point, ascending; a new series or a change of definition begins one.

    points: ``series`` (ascending), ``t`` (years, ascending within a series), ``value``, ``series_break``.
    """
    series = points["series"].to_numpy(dtype=np.int64)
    begins: Bools = points["series_break"].to_numpy(dtype=bool).copy()
    begins[1:] |= series[1:] != series[:-1]
    found: Ints = np.cumsum(begins)
    return found


def origins(points: DataFrame, constants: Constants) -> DataFrame:
    """One row an origin: ``place`` of its figure among the points, ``first`` place of its points, ``series``,
    ``stretch``, ``t`` and ``last`` (date and value of its figure). Only the newest figures, which the forecast reads,
    belong to it.
    """
    stretch = stretches(points)
    known = np.arange(len(points)) - np.searchsorted(stretch, stretch) + 1
    place = np.flatnonzero(known >= constants.fewest)
    return DataFrame(
        {
            "place": place,
            "first": place - np.minimum(known[place], constants.points) + 1,
            "series": points["series"].to_numpy()[place],
            "stretch": stretch[place],
            "t": points["t"].to_numpy(dtype=float)[place],
            "last": points["value"].to_numpy(dtype=float)[place],
        }
    )


def known_at(points: DataFrame, found: DataFrame) -> DataFrame:
    """The points known at each origin: ``series`` (here the number of the origin), ``t``, ``value``."""
    first = found["first"].to_numpy()
    count = found["place"].to_numpy() - first + 1
    origin = np.repeat(np.arange(len(found)), count)
    places = np.arange(count.sum()) - (np.cumsum(count) - count - first)[origin]
    laid = points[["t", "value"]].take(places).reset_index(drop=True)
    laid.insert(0, "series", origin)
    return laid


def figure_at(points: DataFrame, run: Ints, wanted: Ints, due: Floats) -> Ints:
    """The place of the figure that stands at a date in a run; -1 where none does.

    ``run`` numbers the series or stretch of every point, ascending; ``wanted`` is the one asked for.
    """
    line = np.append(run * APART + points["t"].to_numpy(dtype=float), np.inf)
    found = np.searchsorted(line, wanted * APART + due - NEAR)
    return np.where(line[found] <= wanted * APART + due + NEAR, found, -1)


def figure_before(points: DataFrame, run: Ints, wanted: Ints, moment: Floats) -> Ints:
    """The place of the last figure of a run at or before a moment; -1 where there is none."""
    line = run * APART + points["t"].to_numpy(dtype=float)
    found = np.searchsorted(line, wanted * APART + moment + NEAR, side="right") - 1
    return np.where(np.append(run, -1)[found] == wanted, found, -1)
