"""The scale a series is forecast on: log odds for shares between 0 and 100, logarithms for positive amounts.

On it up is always good, steps of different size compare, and nothing can leave the possible range.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

TOP = 100.0
EDGE = 0.25  # keeps 0 and 100 finite
LARGEST = 700.0  # beyond it exp leaves the doubles


def to_z(value: Floats, share: Bools, d: Floats) -> Floats:
    """Values in z; NaN where a value cannot lie on its scale (outside 0..100, or not above 0)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = (value >= 0) & (value <= TOP)
        odds = np.where(inside, np.log((value + EDGE) / (TOP + EDGE - value)), np.nan)
        plain = np.where(value > 0, np.log(value), np.nan)
    found: Floats = d * np.where(share, odds, plain)
    return found


def from_z(z: Floats, share: Bools, d: Floats) -> Floats:
    """Values of z in the series' own unit; shares are cut to 0..100."""
    size = np.exp(np.clip(d * z, -LARGEST, LARGEST))
    odds = np.where(np.isinf(size), TOP, (TOP + EDGE) - (TOP + 2 * EDGE) / (1 + size))
    found: Floats = np.where(share, np.clip(odds, 0.0, TOP), size)
    return found


def interval(centre: Floats, reach: Floats, share: Bools, d: Floats) -> tuple[Floats, Floats]:
    """Lower and upper end of ``centre`` ± ``reach`` in the series' own unit, whichever way is good."""
    one, other = from_z(centre - reach, share, d), from_z(centre + reach, share, d)
    return np.minimum(one, other), np.maximum(one, other)
