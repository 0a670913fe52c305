"""One forecast taken apart again: the figures it was made from, and every quantity between them and the probability.

Nothing is reckoned here that `metrics.forecast` does not: the stored columns are put beside the points they came from,
and a row whose points do not lead to its stored drift is no example.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.rules import thresholds
from metrics.forecast import model
from metrics.forecast.outlook import years
from metrics.forecast.scale import Floats, to_z
from metrics.model.forecasting import Prior
from ui import figures
from ui.figures import Row

SAME = 1e-6
YEAR_DAYS = 360
LIKELY = (0.1, 0.9)


@dataclass(frozen=True, eq=False)
class Working:
    """A forecast with its points. ``day``, ``t``, ``y`` and ``z`` have one place a point, ``parts`` one a step."""

    row: Row
    prior: Prior
    prior_variance: float
    day: pd.Series
    t: Floats
    y: Floats
    z: Floats
    parts: Floats
    goal: float
    goal_z: float

    @property
    def k(self) -> int:
        """Number of steps."""
        return len(self.parts)

    @property
    def squares(self) -> float:
        """What the steps add up to about the drift."""
        return float(self.parts.sum())

    @property
    def away(self) -> float:
        """How many √V the target lies above the centre."""
        return float((self.goal_z - self.row.centre) / self.row.spread)

    @property
    def met(self) -> bool:
        """Whether the last figure meets the target."""
        return bool(self.z[-1] >= self.goal_z - SAME)

    @property
    def beyond(self) -> float:
        """The t distribution's share beyond the target."""
        return float(model.chance(np.zeros(1), np.zeros(1, dtype=bool), np.array([self.away]), self._freedom)[0])

    @property
    def reach(self) -> float:
        """How many √V the interval reaches to either side."""
        return float(model.reach(self._freedom, thresholds().forecast.coverage)[0])

    @property
    def unchanged(self) -> int:
        """Steps without movement."""
        return int((np.diff(self.z) == 0).sum())

    @property
    def _freedom(self) -> Floats:
        return np.array([float(self.row.freedom)])


def example(frame: DataFrame, series: DataFrame, region: str) -> Working | None:
    """The forecast that shows best how the model works, with its points; None where no target has a probability.

    Measured before made-up figures, the chosen region before others, the model without peers before the other one,
    then a horizon inside the tested range, no standing still, more than a few points, a probability that is neither
    small nor large, and the most points.
    """
    told = frame[frame["forecast"].eq("ok")]
    keys = pd.DataFrame(
        {
            "demo": told["forecast_demo"].fillna(False).astype(bool),
            "elsewhere": told["region"].ne(region),
            "peers": told["forecast_model"].ne("core"),
            "far": told["horizon"].gt(thresholds().forecast.tested_years),
            "still": told["stay"].gt(0),
            "thin": told["forecast_points"].le(thresholds().forecast.few),
            "extreme": ~told["probability"].between(*LIKELY),
            "points": -told["forecast_points"].astype(float),
            "place": np.arange(len(told)),
        },
        index=told.index,
    )
    ranked = told.loc[keys.sort_values(list(keys.columns), kind="stable").index]
    return next((found for row in each(ranked) for found in _taken_apart(row, series)), None)


def _taken_apart(row: Row, series: DataFrame) -> Iterator[Working]:
    """The row with the points its drift comes from; nothing where none of the board's lead there."""
    own = series[series["region"].eq(row.region) & series["indicator_id"].eq(row.indicator_id)]
    own = own[own["period_end"].between(row.forecast_from, row.forecast_last)]
    whole = own[(own["period_end"] - own["period_start"]).dt.days >= YEAR_DAYS]
    for points in (own, whole):
        if len(points) == row.forecast_points and points["period_end"].is_unique:
            made = _working(row, points)
            if abs((made.z[-1] - made.z[0]) / row.span - row.drift_observed) < SAME:
                yield made


def _working(row: Row, points: DataFrame) -> Working:
    t, y = years(points["period_end"]).to_numpy(dtype=float), points["value"].to_numpy(dtype=float)
    goal = 0.0 if row.rule == "zero" else float(row.value)
    z = _z(row, np.append(y, goal))
    dt, dz = np.diff(t), np.diff(z[:-1])
    parts = (dz - row.drift * dt) ** 2 / dt
    prior: Prior = getattr(getattr(thresholds().forecast, row.forecast_model), row.forecast_scale)
    # What the peers' scatter made of s0² is not stored; the formula of s² gives it back.
    from_peers = (row.variance * row.freedom - parts.sum()) / prior.nu
    return Working(
        row=row,
        prior=prior,
        prior_variance=prior.s0**2 if row.forecast_model == "core" else float(from_peers),
        day=points["period_end"],
        t=t,
        y=y,
        z=z[:-1],
        parts=parts,
        goal=goal,
        goal_z=float(z[-1]),
    )


def _z(row: Row, values: Floats) -> Floats:
    share = np.full(len(values), row.forecast_scale == "logit")
    return to_z(values, share, np.full(len(values), sign(row)))


def sign(row: Row) -> float:
    """d: +1 where up is good, -1 where down is."""
    return 1.0 if row.direction == "up" else -1.0


def demo(row: Row) -> bool:
    """Whether made-up figures take part in a forecast."""
    return figures.known(row.forecast_demo) and bool(row.forecast_demo)
