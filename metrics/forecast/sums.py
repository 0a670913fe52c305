"""What the model needs of a series: how far it moved a year, and how far its steps scatter about that."""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from metrics.forecast.scale import Floats

Ints = NDArray[np.int64]
STILL = 1e-9  # z: what arithmetic leaves of a step without movement


@dataclass(frozen=True, eq=False)
class Sums:
    """Arrays with one place a series; NaN where there are too few points.

    n: points; span: years from the first to the last; last_t, last_z: the last point; drift: D, mean movement a year;
    scatter: SS, squared steps about D over their length; unchanged: steps without movement; first_dt, first_dz: the
    first step, which leaves when a newer point comes.
    """

    n: Ints
    span: Floats
    last_t: Floats
    last_z: Floats
    drift: Floats
    scatter: Floats
    unchanged: Ints
    first_dt: Floats
    first_dz: Floats

    @property
    def k(self) -> Ints:
        """Number of steps."""
        return self.n - 1

    def at(self, place: NDArray[np.int64] | NDArray[np.bool_]) -> "Sums":
        """The sums of chosen series, in that order."""
        return Sums(**{field.name: getattr(self, field.name)[place] for field in fields(self)})


def newest(series: Ints, size: int, most: int) -> NDArray[np.bool_]:
    """Which points are among the last ``most`` of their series; ``series`` is ascending, points in order of time."""
    end = np.searchsorted(series, np.arange(size), side="right")
    found: NDArray[np.bool_] = end[series] - np.arange(len(series)) <= most
    return found


def sums(series: Ints, t: Floats, z: Floats, size: int) -> Sums:
    """The sums of ``size`` series from their points, ascending by series and time."""
    begin = np.searchsorted(series, np.arange(size), side="left")
    n = np.bincount(series, minlength=size)
    first, last = np.where(n > 0, begin, -1), np.where(n > 0, begin + n - 1, -1)
    padded_t, padded_z = np.append(t, np.nan), np.append(z, np.nan)
    span = padded_t[last] - padded_t[first]
    same = series[1:] == series[:-1]
    of, dt, dz = series[1:][same], np.diff(t)[same], np.diff(z)[same]
    with np.errstate(divide="ignore", invalid="ignore"):
        drift = (padded_z[last] - padded_z[first]) / span
    scatter: Floats = np.bincount(of, weights=(dz - drift[of] * dt) ** 2 / dt, minlength=size).astype(float)
    second = np.where(n > 1, begin + 1, -1)
    return Sums(
        n=n,
        span=span,
        last_t=padded_t[last],
        last_z=padded_z[last],
        drift=drift,
        scatter=scatter,
        unchanged=np.bincount(of[np.abs(dz) < STILL], minlength=size),
        first_dt=padded_t[second] - padded_t[first],
        first_dz=padded_z[second] - padded_z[first],
    )


def grown(known: Sums, t: Floats, z: Floats, most: int) -> Sums:
    """The sums after one more point each; where there are ``most`` already, the first one leaves."""
    dt, dz = t - known.last_t, z - known.last_z
    span = known.span + dt
    longer = replace(
        known,
        n=known.n + 1,
        span=span,
        last_t=t,
        last_z=z,
        drift=(known.drift * known.span + dz) / span,
        scatter=known.scatter + (dz - known.drift * dt) ** 2 * known.span / (dt * span),
        unchanged=known.unchanged + (np.abs(dz) < STILL),
    )
    full = known.n >= most
    shorter = _without_first(longer)
    return Sums(**{f.name: np.where(full, getattr(shorter, f.name), getattr(longer, f.name)) for f in fields(Sums)})


def _without_first(known: Sums) -> Sums:
    """The sums without the first step; what the step after it was is not known any more."""
    span = known.span - known.first_dt
    away = known.first_dz - known.drift * known.first_dt
    return replace(
        known,
        n=known.n - 1,
        span=span,
        drift=(known.drift * known.span - known.first_dz) / span,
        scatter=np.maximum(known.scatter - away**2 * known.span / (known.first_dt * span), 0.0),
        unchanged=known.unchanged - (np.abs(known.first_dz) < STILL),
        first_dt=np.full_like(span, np.nan),
        first_dz=np.full_like(span, np.nan),
    )
