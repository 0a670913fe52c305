"""What other regions tell about a series: the mean drift and scatter of its peers, itself left out."""

import numpy as np
import pandas as pd
from pandas import DataFrame
from pandas.util import hash_array

from metrics.forecast.scale import Floats
from metrics.forecast.sums import Ints, Sums


def peers(series: Ints, t: Floats, groups: pd.Series, known: Sums) -> DataFrame:
    """One row a series: ``count, drift, scatter`` of its peers.

    Peers share the group (the same indicator in regions of one level, measured apart from made up) and every date.
    ``groups`` holds the group of each series, "" for none; mean drift and mean SS/k are in z, NaN without peers.
    """
    size = len(known.n)
    dates = np.zeros(size, dtype=np.uint64)
    np.add.at(dates, series, hash_array(np.round(t * 12).astype(np.int64)))
    usable = (known.n >= 2) & groups.ne("").to_numpy() & np.isfinite(known.drift) & np.isfinite(known.scatter)
    with np.errstate(invalid="ignore", divide="ignore"):
        per_step = known.scatter / known.k
    frame = DataFrame({"group": groups.to_numpy(), "dates": dates, "drift": known.drift, "scatter": per_step})[usable]
    by = frame.groupby(["group", "dates"])
    others = by["drift"].transform("size") - 1
    made = DataFrame(
        {
            "count": others,
            "drift": (by["drift"].transform("sum") - frame["drift"]) / others.where(others > 0),
            "scatter": (by["scatter"].transform("sum") - frame["scatter"]) / others.where(others > 0),
        }
    )
    return made.reindex(range(size)).fillna({"count": 0})
