"""The formulas of the forecast, each once, over arrays (METHODS section 8)."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln, stdtr, stdtrit

from metrics.forecast.scale import Bools, Floats
from metrics.forecast.sums import Ints, Sums
from metrics.model.forecasting import Constants

WHOLE = 1e-9  # a horizon of one year stays one year after arithmetic


@dataclass(frozen=True, eq=False)
class Priors:
    """The constants of every series, and what its peers say: arrays with one place a series."""

    kappa: Floats
    nu: Floats
    s0_squared: Floats
    c: Floats
    mu0: Floats


@dataclass(frozen=True, eq=False)
class Posterior:
    """Drift m and variance s² a year, in z, with the degrees of freedom of the t distribution."""

    drift: Floats
    variance: Floats
    freedom: Floats


def priors(share: Bools, peered: Bools, drift: Floats, scatter: Floats, constants: Constants) -> Priors:
    """The constants by scale and model; ``drift`` and ``scatter`` are the means of D and SS/k of the peers, read
    where ``peered``.
    """
    kappa, nu, s0, c, pull = constants_of(share, peered, constants)
    return Priors(
        kappa=kappa,
        nu=nu,
        s0_squared=s0**2 + np.where(peered, scatter, 0.0),
        c=c,
        mu0=pull * np.where(peered, drift, 0.0),
    )


def constants_of(share: Bools, peered: Bools, constants: Constants) -> Floats:
    """kappa, nu, s0, c and pull of every series, one row a constant."""
    models = (constants.core.log, constants.core.logit, constants.peers.log, constants.peers.logit)
    table = np.array([[prior.kappa, prior.nu, prior.s0, prior.c, prior.pull] for prior in models])
    found: Floats = table[2 * peered.astype(int) + share.astype(int)].T
    return found


def posterior(known: Sums, prior: Priors) -> Posterior:
    """Own figures and prior put together."""
    drift = (known.span * known.drift + prior.kappa * prior.mu0) / (known.span + prior.kappa)
    # Squared steps about m are those about D and what lies between m and D.
    about = known.scatter + known.span * (known.drift - drift) ** 2
    freedom = prior.nu + known.k
    return Posterior(drift, (prior.nu * prior.s0_squared + about) / freedom, freedom)


def spread(variance: Floats, span: Floats, kappa: Floats, c: Floats, h: Floats) -> Floats:
    """√V: the scale of the t distribution ``h`` years after the last point."""
    found: Floats = np.sqrt(variance * (c * h + h**2 / (span + kappa)))
    return found


def stay(unchanged: Ints, k: Ints, h: Floats) -> Floats:
    """The chance that a series that has stood still before stands still up to the due date; 0 where it never did."""
    ahead = np.ceil(h - WHOLE)
    log = gammaln(unchanged + 1 + ahead) - gammaln(unchanged + 1) - gammaln(k + 2 + ahead) + gammaln(k + 2)
    found: Floats = np.where(unchanged >= 1, np.exp(log), 0.0)
    return found


def chance(stays: Floats, met: Bools, away: Floats, freedom: Floats) -> Floats:
    """The probability that a target is met; ``away`` is (z(T) - μ)/√V, ``met`` whether the last figure meets it."""
    found: Floats = stays * met + (1 - stays) * stdtr(freedom, -away)
    return found


def reach(freedom: Floats, coverage: float) -> Floats:
    """How many √V the interval reaches to either side of its centre."""
    each, place = np.unique(freedom, return_inverse=True)  # few differ, and the quantile is dear
    found: Floats = stdtrit(each, np.full_like(each, (1 + coverage) / 2))[place]
    return found
