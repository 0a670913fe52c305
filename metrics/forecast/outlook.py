"""The forecast of many targets at once: refusals, model, interval, probability, and what it would take."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from metrics.forecast import model
from metrics.forecast.needed import needed
from metrics.forecast.peers import peers as found_peers
from metrics.forecast.scale import TOP, Bools, Floats, from_z, interval, to_z
from metrics.forecast.sums import Ints, Sums, newest, sums
from metrics.model.forecasting import Constants
from metrics.model.vocabulary import Forecast

VERSION = 1
REST = 1e-6  # what the search for the needed figure leaves open, in z
SAME = 1e-9  # relative: a figure equal to its target meets it after a change of unit
COLUMNS = (  # noqa: SIM905 - read as a sentence
    "forecast forecast_model forecast_scale forecast_points horizon span drift_observed drift_prior drift variance"
    " freedom centre spread stay expected expected_low expected_high probability needed"
).split()
ALWAYS = ["forecast", "forecast_points"]
INTERVAL_KEPT = (Forecast.OK, Forecast.IMPOSSIBLE_TARGET, Forecast.NO_TARGET)


@dataclass(frozen=True, eq=False)
class _Known:
    """The series as the model sees them; arrays with one place a series."""

    share: Bools
    d: Floats
    sums: Sums
    prior: model.Priors
    peered: Bools
    last: Floats
    lowest: Floats
    highest: Floats
    refusal: Series

    def at(self, place: Ints) -> "_Known":
        """One place an ask."""
        prior = {name: value[place] for name, value in vars(self.prior).items()}
        return _Known(
            self.share[place],
            self.d[place],
            self.sums.at(place),
            model.Priors(**prior),
            self.peered[place],
            self.last[place],
            self.lowest[place],
            self.highest[place],
            self.refusal.iloc[place],
        )


def years(days: Series) -> Series:
    """Dates as years: each month a twelfth, so that the end of 2018 is 2019.0 and its half-year 2018.5."""
    day = pd.to_datetime(days)
    found: Series = day.dt.year + (day.dt.month - 1 + day.dt.day / day.dt.days_in_month) / 12
    return found


def forecast(
    points: DataFrame, series: DataFrame, asks: DataFrame, constants: Constants, peers: DataFrame | None = None
) -> DataFrame:
    """What is to be expected of each target at its due date; one row an ask, in order, with ``COLUMNS``.

    points: ``series`` (0..N-1, ascending), ``t`` (years, ascending within a series), ``value``; the newest ones count.
    series: one row each: ``share`` (bounded by 0 and 100), ``d`` (+1 up is good, -1 down), ``peer_group`` ("" none),
    ``refusal`` (a status code known beforehand, or "").
    asks: ``series`` (-1 without figures), ``due`` (years), ``goal`` (NaN blank), ``next`` (years of the next period's
    end, NaN unknown), ``refusal``.
    peers: ``count, drift, scatter`` a series, where they are not to be found by group and dates.

    horizon and span are in years; drift, variance, centre and spread in z; expected values, interval and ``needed`` in
    the series' own unit; ``probability`` from 0 to 1. Source: METHODS section 8.
    """
    size = len(series)
    known = _known(points, series, constants, peers)
    place = asks["series"].to_numpy(dtype=np.int64)
    at = known.at(np.where(place < 0, size, place))
    due, goal = (asks[name].to_numpy(dtype=float) for name in ("due", "goal"))
    status = _status(at, asks["refusal"], due, goal, constants)
    made = _made(at, due, goal, constants).assign(forecast=status)
    told, ok = status.isin(INTERVAL_KEPT).to_numpy(), status.eq(Forecast.OK).to_numpy()
    made["needed"] = _needed(at, ok, due, goal, asks["next"].to_numpy(dtype=float), constants)
    made.loc[~told, made.columns.difference(ALWAYS)] = None
    made.loc[~ok, ["probability", "stay"]] = np.nan
    return made[COLUMNS]


def _known(points: DataFrame, series: DataFrame, constants: Constants, peers: DataFrame | None) -> _Known:
    """The sums of every series, and one without any figure at the end for those who ask about none."""
    size = len(series) + 1
    share = np.append(series["share"].to_numpy(dtype=bool), False)
    d = np.append(series["d"].to_numpy(dtype=float), 1.0)
    of = points["series"].to_numpy(dtype=np.int64)
    kept = newest(of, size, constants.points)
    of, t, value = of[kept], points["t"].to_numpy(dtype=float)[kept], points["value"].to_numpy(dtype=float)[kept]
    own = sums(of, t, to_z(value, share[of], d[of]), size)
    ends = np.cumsum(own.n) - 1
    extremes = DataFrame({"of": of, "value": value}).groupby("of")["value"].agg(["min", "max"]).reindex(range(size))
    none = DataFrame({"count": [0], "drift": [np.nan], "scatter": [np.nan]})
    if peers is None:
        groups = pd.concat([series["peer_group"], Series([""])], ignore_index=True)
        found = found_peers(of, t, groups, own)
    else:
        found = pd.concat([peers[["count", "drift", "scatter"]], none], ignore_index=True)
    peered = (found["count"] >= constants.peers_needed).to_numpy()
    drift, scatter = (found[name].to_numpy(dtype=float) for name in ("drift", "scatter"))
    return _Known(
        share=share,
        d=d,
        sums=own,
        prior=model.priors(share, peered, drift, scatter, constants),
        peered=peered,
        last=np.append(value, np.nan)[np.where(own.n > 0, ends, -1)],
        lowest=extremes["min"].to_numpy(dtype=float),
        highest=extremes["max"].to_numpy(dtype=float),
        refusal=pd.concat([series["refusal"], Series([""])], ignore_index=True),
    )


def _status(at: _Known, asked: Series, due: Floats, goal: Floats, constants: Constants) -> Series:
    """The first refusal that holds, in the order of ``Forecast``; else ok."""
    seen: dict[Forecast, Bools] = {
        Forecast.DUE_DATE_PASSED: (due <= at.sums.last_t) | np.isnan(due),
        Forecast.TOO_FEW_POINTS: at.sums.n < constants.fewest,
        Forecast.OUT_OF_BOUNDS: at.share & ((at.lowest < 0) | (at.highest > TOP)),
        Forecast.ZERO_OR_NEGATIVE: ~at.share & (at.lowest <= 0),
        Forecast.ZERO_TARGET: ~at.share & (goal <= 0),
        Forecast.IMPOSSIBLE_TARGET: at.share & ((goal < 0) | (goal > TOP)),
        Forecast.NO_TARGET: np.isnan(goal),
    }
    codes = [code for code in Forecast if code is not Forecast.OK]
    told = [asked.eq(code).to_numpy() | at.refusal.eq(code).to_numpy() for code in codes]
    holds = [said | seen.get(code, False) for code, said in zip(codes, told, strict=True)]
    found = np.select(holds, codes, default=Forecast.OK)
    return Series(found, dtype=object)


def _made(at: _Known, due: Floats, goal: Floats, constants: Constants) -> DataFrame:
    """Every column but ``needed``, whether it may be told or not."""
    with np.errstate(all="ignore"):
        h = due - at.sums.last_t
        after = model.posterior(at.sums, at.prior)
        centre = at.sums.last_z + after.drift * h
        spread = model.spread(after.variance, at.sums.span, at.prior.kappa, at.prior.c, h)
        stays = model.stay(at.sums.unchanged, at.sums.k, h)
        met = at.d * (at.last - goal) >= -SAME * np.abs(goal)
        away = (to_z(goal, at.share, at.d) - centre) / spread
        ends = interval(centre, model.reach(after.freedom, constants.coverage) * spread, at.share, at.d)
        chance = model.chance(stays, met, away, after.freedom)
    return DataFrame(
        {
            "forecast_model": np.where(at.peered, "peers", "core").astype(object),
            "forecast_scale": np.where(at.share, "logit", "log").astype(object),
            "forecast_points": at.sums.n,
            "horizon": h,
            "span": at.sums.span,
            "drift_observed": at.sums.drift,
            "drift_prior": at.prior.mu0,
            "drift": after.drift,
            "variance": after.variance,
            "freedom": after.freedom,
            "centre": centre,
            "spread": spread,
            "stay": stays,
            "expected": from_z(centre, at.share, at.d),
            "expected_low": ends[0],
            "expected_high": ends[1],
            "probability": chance,
        }
    )


def _needed(at: _Known, wanted: Bools, due: Floats, goal: Floats, after: Floats, constants: Constants) -> Floats:
    """The next figure that makes the probability one half; the target itself where the next period is the due one.

    NaN where even the best possible figure would not do.
    """
    found = np.full(len(due), np.nan)
    last = wanted & (np.abs(after - due) < SAME * due)
    found[last] = goal[last]
    earlier = np.flatnonzero(wanted & (after > at.sums.last_t) & (after < due) & ~last)
    if len(earlier):
        some = at.at(earlier)
        z = to_z(goal[earlier], some.share, some.d)
        figure = needed(some.sums, some.prior, z, due[earlier], after[earlier], constants.points)
        best = to_z(np.where(some.d > 0, TOP, 0.0), some.share, some.d)
        possible = ~some.share | (figure <= best + REST)
        found[earlier] = np.where(possible, from_z(figure, some.share, some.d), np.nan)
    return found
