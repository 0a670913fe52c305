"""What it would take: the figure of the next period that brings the probability to one half."""

import numpy as np

from metrics.forecast import model
from metrics.forecast.scale import Floats
from metrics.forecast.sums import Sums, grown

HALVINGS = 44  # of a bracket some twenty spreads wide: far below any figure's last decimal


def needed(known: Sums, prior: model.Priors, goal: Floats, due: Floats, after: Floats, most: int) -> Floats:
    """The next figure in z, one a series: below it the probability is under one half, from it on one half or more.

    Where the same figure once more is enough by the chance of staying, it is that figure, though one just above it may
    fall a little short. ``goal`` is z(T), ``after`` the end of the next period, before ``due``; ``most`` as many points
    as count.
    """
    found = _where_the_centre_meets(known, prior, goal, due, after, most)
    still = np.flatnonzero(known.unchanged >= 1)
    if len(still):
        some = model.Priors(**{name: value[still] for name, value in vars(prior).items()})
        found[still] = _by_halving(known.at(still), some, goal[still], due[still], after[still], most)
    again = _chance(grown(known, after, known.last_z, most), prior, goal, due - after) >= 0.5
    return np.where(again, np.minimum(found, known.last_z), found)


def _where_the_centre_meets(
    known: Sums, prior: model.Priors, goal: Floats, due: Floats, after: Floats, most: int
) -> Floats:
    """Where no step stood still the probability is one half just where the centre meets the goal: μ = z(T), which is
    linear in the next figure.
    """
    full = known.n >= most
    first = known.last_z - known.drift * known.span + np.where(full, known.first_dz, 0.0)
    span = known.span + after - known.last_t - np.where(full, known.first_dt, 0.0)
    ahead = (due - after) / (span + prior.kappa)
    found: Floats = (goal + (first - prior.kappa * prior.mu0) * ahead) / (1 + ahead)
    return found


def _by_halving(known: Sums, prior: model.Priors, goal: Floats, due: Floats, after: Floats, most: int) -> Floats:
    """Where some stood still the chance of staying tips it, at the latest at the goal itself."""
    now = model.posterior(known, prior)
    width = 12 * model.spread(now.variance, known.span, prior.kappa, prior.c, due - known.last_t) + 1e-6
    low, high = np.minimum(known.last_z, goal) - width, np.maximum(known.last_z, goal) + width
    for _halving in range(HALVINGS):
        middle = (low + high) / 2
        enough = _chance(grown(known, after, middle, most), prior, goal, due - after) >= 0.5
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return high


def _chance(known: Sums, prior: model.Priors, goal: Floats, h: Floats) -> Floats:
    """The probability as it would then stand."""
    then = model.posterior(known, prior)
    spread = model.spread(then.variance, known.span, prior.kappa, prior.c, h)
    stays = model.stay(known.unchanged, known.k, h)
    return model.chance(stays, known.last_z >= goal, (goal - known.last_z - then.drift * h) / spread, then.freedom)
