"""The rival: the forecast as a plain Python loop, one series after another, with the t distribution of scipy.stats.

The same model as ``metrics.forecast`` (METHODS section 8); the tests hold one against the other.
"""

import math
from typing import NamedTuple

from scipy import stats

from metrics.model.forecasting import Constants, Prior

Points = list[tuple[float, float]]
EDGE = 0.25


class Ask(NamedTuple):
    """One series and what is asked of it: dates in years, +1 or -1 for which way is better."""

    points: Points
    due: float
    goal: float
    d: int
    share: bool
    peer_group: str = ""


class Said(NamedTuple):
    """What is said about the due date; ``model`` is core or peers."""

    model: str
    expected: float
    low: float
    high: float
    probability: float


class Sums(NamedTuple):
    """A series in z: observed drift, scatter a step, and its steps."""

    z: list[float]
    t: list[float]
    drift: float
    scatter: float


def placed(value: float, ask: Ask) -> float:
    """A figure on the scale on which it is forecast; up is good."""
    return ask.d * (math.log((value + EDGE) / (100 + EDGE - value)) if ask.share else math.log(value))


def back(z: float, ask: Ask) -> float:
    """The figure of a place on the scale, inside the possible range."""
    if not ask.share:
        return math.exp(ask.d * z)
    odds = math.exp(ask.d * z)
    return min(max((odds * (100 + EDGE) - EDGE) / (1 + odds), 0.0), 100.0)


def summed(ask: Ask, constants: Constants) -> Sums:
    """Drift and scatter of the newest points."""
    points = ask.points[-constants.points :]
    t, z = [when for when, _ in points], [placed(value, ask) for _, value in points]
    drift = (z[-1] - z[0]) / (t[-1] - t[0])
    steps = zip(z[1:], z[:-1], t[1:], t[:-1], strict=True)
    scatter = sum((b - a - drift * (v - u)) ** 2 / (v - u) for b, a, v, u in steps) / (len(z) - 1)
    return Sums(z, t, drift, scatter)


def said(ask: Ask, found: Sums, prior: Prior, drift: float, s0_squared: float, model: str, coverage: float) -> Said:
    """The forecast of one series under a prior."""
    z, t = found.z, found.t
    k, span, h = len(z) - 1, t[-1] - t[0], ask.due - t[-1]
    m = (span * found.drift + prior.kappa * drift) / (span + prior.kappa)
    steps = list(zip(z[1:], z[:-1], t[1:], t[:-1], strict=True))
    squares = sum((b - a - m * (v - u)) ** 2 / (v - u) for b, a, v, u in steps)
    freedom = prior.nu + k
    s_squared = (prior.nu * s0_squared + squares) / freedom
    centre = z[-1] + m * h
    spread = math.sqrt(s_squared * (prior.c * h + h * h / (span + prior.kappa)))
    still = sum(b == a for b, a, _, _ in steps)
    stay = 1.0 if still else 0.0
    for year in range(math.ceil(h - 1e-9) if still else 0):
        stay *= (still + 1 + year) / (k + 2 + year)
    met = ask.d * (ask.points[-1][1] - ask.goal) >= -1e-9 * abs(ask.goal)
    beyond = stats.t.sf((placed(ask.goal, ask) - centre) / spread, freedom)
    reach = stats.t.ppf((1 + coverage) / 2, freedom) * spread
    low, high = sorted((back(centre - reach, ask), back(centre + reach, ask)))
    return Said(model, back(centre, ask), low, high, float(stay * met + (1 - stay) * beyond))


def foretell(asks: list[Ask], constants: Constants) -> list[Said]:
    """The forecasts of many series, one after another; peers are the other series of a group with the same dates."""
    sums = [summed(ask, constants) for ask in asks]
    groups: dict[tuple[str, tuple[float, ...]], list[Sums]] = {}
    for ask, found in zip(asks, sums, strict=True):
        groups.setdefault((ask.peer_group, tuple(found.t)), []).append(found)
    totals = {key: (sum(s.drift for s in g), sum(s.scatter for s in g), len(g)) for key, g in groups.items()}
    told = []
    for ask, found in zip(asks, sums, strict=True):
        drifts, scatters, count = totals[ask.peer_group, tuple(found.t)]
        others = count - 1 if ask.peer_group else 0
        which = "peers" if others >= constants.peers_needed else "core"
        scales = constants.peers if which == "peers" else constants.core
        prior = scales.logit if ask.share else scales.log
        drift, s0_squared = 0.0, prior.s0**2
        if which == "peers":
            drift = prior.pull * (drifts - found.drift) / others
            s0_squared += (scatters - found.scatter) / others
        told.append(said(ask, found, prior, drift, s0_squared, which, constants.coverage))
    return told
