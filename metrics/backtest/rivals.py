"""What plainer rules say of the same targets at the same moments."""

import numpy as np
from pandas import DataFrame

from metrics.forecast.outlook import SAME
from metrics.forecast.scale import Bools, Floats


def meets(value: Floats, goal: Floats, d: Floats) -> Bools:
    """Whether a figure meets a target; d is +1 where up is good, else -1."""
    found: Bools = d * (value - goal) >= -SAME * np.abs(goal)
    return found


def line_at(known: DataFrame, size: int, origin: Floats, due: Floats) -> Floats:
    """The least-squares line through the points known at each origin, in plain units, drawn to the due date.

    known: ``series`` (number of the origin, 0..size-1), ``t``, ``value``; ``origin`` and ``due``: one place an ask.
    """
    at, t, value = (known[name].to_numpy() for name in ("series", "t", "value"))
    count = np.bincount(at, minlength=size)
    mean_t, mean = (np.bincount(at, weights=one, minlength=size) / count for one in (t, value))
    across = t - mean_t[at]
    slope = np.bincount(at, across * (value - mean[at]), size) / np.bincount(at, across**2, size)
    found: Floats = mean[origin] + slope[origin] * (due - mean_t[origin])
    return found


def base_rate(outcomes: DataFrame) -> Floats:
    """How often such targets were met: the share among those of the same kind of indicator and ambition.

    It is seen afterwards, which favours it. The board's own targets, whose ambition is unknown, are counted apart.
    """
    alike = outcomes.groupby(["plan", "kind", "ambition"], dropna=False)["met"]
    found: Floats = alike.transform("mean").to_numpy(dtype=float)
    return found
