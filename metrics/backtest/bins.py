"""Whether what was called likely came as often: stated probabilities in steps of a tenth, beside the share met."""

import numpy as np
from pandas import DataFrame

from metrics.backtest.scores import enough, wilson

STEPS = 10


def bins(outcomes: DataFrame) -> DataFrame:
    """One row a step in which something was said, from 0 to 1; every trial target is in one step.

    ``low``, ``high`` (bounds of the stated probability, closed below; the last one on both sides), ``said`` (mean
    stated), ``came`` (share met), ``came_low``, ``came_high`` (Wilson interval, 90 %), ``trials``, ``outcomes``: later
    figures among them, on which the interval rests, since targets tried on one figure are not independent.
    The board's own targets are left out: their figures are among these. No row where nothing can be told.
    """
    trial = outcomes[~outcomes["plan"].astype(bool)]
    if not enough(trial):
        trial = trial.iloc[:0]
    step = np.minimum(np.floor(trial["probability"].to_numpy(dtype=float) * STEPS), STEPS - 1).astype(np.int64)
    found = trial.assign(step=step, met=trial["met"].astype(float)).groupby("step")
    made = found.agg(
        said=("probability", "mean"), came=("met", "mean"), outcomes=("outcome", "nunique"), trials=("met", "size")
    ).reset_index()
    low, high = wilson(made["came"].to_numpy(dtype=float), made["outcomes"].to_numpy(dtype=float))
    return DataFrame(
        {
            "low": made["step"] / STEPS,
            "high": (made["step"] + 1) / STEPS,
            "said": made["said"],
            "came": made["came"],
            "came_low": low,
            "came_high": high,
            "outcomes": made["outcomes"],
            "trials": made["trials"],
        }
    )
