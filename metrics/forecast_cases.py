"""Bare cases of the forecast: a series, a due date and a target each, without catalogue or store.

A case has the keys ``name``, ``points`` [[t, y], …] with t in years (the end of 2018 is 2019.0, its half-year 2018.5),
``due`` in the same years, ``target`` (null: only the interval is asked for), ``direction`` (1, -1, up, down, positive,
negative), ``scale`` (pct: a share between 0 and 100; pos: strictly positive; growth: the value is a growth rate) and
``peers`` (null, or one [D, SS/k] a peer, in z; too few of them count for nothing). It may also say:

* that the series is monthly: ``frequency`` (also ``freq``, ``period``, ``interval``) month, ``interval_months`` 1,
  ``monthly`` true or ``scale`` monthly; points about a month apart say so by themselves;
* that the series changes its definition: ``breaks`` (also ``break``, ``break_at``, ``definition_break``,
  ``series_break``), a year or a list of years from which on a new definition counts, or true where none of the figures
  counts any more, or a list of true and false, one a point; or a third element true in the first point of the new
  definition;
* that its values are growth rates: ``growth_rate`` true, or ``rule`` growth.

Other keys are passed over. Points may stand in any order, a value may be null (missing), and of two values of one date
the later in the file stands.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    TypeAdapter,
    ValidationError,
)

from metrics.forecast.outlook import forecast
from metrics.model.forecasting import Constants
from metrics.model.vocabulary import Forecast

SIGNS = {"1": 1, "up": 1, "positive": 1, "-1": -1, "down": -1, "negative": -1}
SCALES = {
    **dict.fromkeys(("pct", "percent", "percentage", "share", "logit"), "pct"),
    **dict.fromkeys(("pos", "positive", "log"), "pos"),
    **dict.fromkeys(("growth", "growth_rate", "rate"), "growth"),
    **dict.fromkeys(("month", "monthly"), "monthly"),
}
GROWTH = ("growth", "growth_rate")
MONTHLY = ("m", "month", "monthly")
CLOSE = 0.125  # years: points nearer to each other than this (a month is 0.083) are monthly
COLUMNS = {"expected": "mean", "expected_low": "lo80", "expected_high": "hi80", "probability": "p_met"}


class UnreadableForecastCase(ValueError):
    """A case that cannot be understood: its place in the file, the key at fault and what stands there."""

    def __init__(self, place: int, key: str, value: object, *, missing: bool) -> None:
        super().__init__(f"case {place}: {key}")
        self.place, self.key, self.value, self.missing = place, key, value, missing


def _word(value: object) -> str:
    """A word or number as the tables of words know it."""
    return f"{value:g}" if isinstance(value, float) else str(value).strip().lower()


def _sign(value: object) -> int:
    """Which way is better."""
    if _word(value) not in SIGNS:
        raise ValueError("direction")
    return SIGNS[_word(value)]


def _scale(value: object) -> str:
    """The scale a case names."""
    if _word(value) not in SCALES:
        raise ValueError("scale")
    return SCALES[_word(value)]


def _point(value: object) -> object:
    """A point with its mark of a new definition."""
    if isinstance(value, list) and len(value) in (2, 3):
        return [*value[:2], bool(value[2:]) and (False if value[2] is None else value[2])]
    return value


def _times(value: object) -> object:
    """When the definition changes; one time may stand without a list."""
    if value is None or value is False:
        return []
    return value if value is True or isinstance(value, list) else [value]


Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Point = Annotated[tuple[Number, Number | None, bool], BeforeValidator(_point)]
Breaks = Annotated[tuple[Number, ...] | tuple[StrictBool, ...] | Literal[True], BeforeValidator(_times)]
FREQUENCY = AliasChoices("frequency", "freq", "period", "interval")
BREAKS = AliasChoices("breaks", "break", "break_at", "definition_break", "definition_breaks", "series_break")


class ForecastCase(BaseModel):
    """One case; the keys are told at the head of this module."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    name: Any = None
    points: tuple[Point, ...]
    due: Number
    target: Number | None = None
    direction: Annotated[int, BeforeValidator(_sign)]
    scale: Annotated[str, BeforeValidator(_scale)]
    peers: tuple[tuple[Number, Annotated[Number, Field(ge=0)]], ...] | None = None
    breaks: Breaks = Field(default=(), validation_alias=BREAKS)
    rule: Any = None
    growth_rate: Any = None
    frequency: Any = Field(default=None, validation_alias=FREQUENCY)
    interval_months: Any = None
    monthly: Any = None

    def known(self) -> list[tuple[float, float]]:
        """The figures in order of time, missing ones left out, one a date."""
        return sorted({t: value for t, value, _ in self.points if value is not None}.items())

    def counted(self) -> list[tuple[float, float]]:
        """The figures of the present definition."""
        if self.breaks is True:
            return []
        changes = [t for t in self.breaks if not isinstance(t, bool)]
        changes += [point[0] for point, mark in zip(self.points, self.breaks, strict=False) if mark is True]
        changes += [t for t, _, mark in self.points if mark]
        return [point for point in self.known() if not changes or point[0] >= max(changes)]

    def refusal(self, fewest: int) -> str:
        """Why the series as a whole is not forecast; nothing where it may be."""
        dates = [t for t, _ in self.known()]
        close = len(dates) > 1 and median(after - before for before, after in pairwise(dates)) < CLOSE
        if self.scale == "growth" or self.growth_rate is True or _word(self.rule) in GROWTH:
            return Forecast.GROWTH_RATE
        if close or self.scale == "monthly" or self.monthly is True or self.interval_months == 1:
            return Forecast.MONTHLY
        if _word(self.frequency) in MONTHLY:
            return Forecast.MONTHLY
        if self.breaks is True or len(self.counted()) < fewest <= len(dates):
            return Forecast.DEFINITION_BREAK
        return ""

    def passed(self) -> str:
        """The refusal of a case whose figure of the due date, or a later one, is in."""
        return str(Forecast.DUE_DATE_PASSED) if any(t >= self.due for t, _ in self.known()) else ""


def read(cases: list[object]) -> list[ForecastCase]:
    """The cases of a list as JSON gives it. Raises UnreadableForecastCase for the first that cannot be understood."""
    try:
        return TypeAdapter(list[ForecastCase]).validate_python(cases)
    except ValidationError as error:
        first = error.errors()[0]
        place, key, inner = (*first["loc"], "", "")[:3]
        case: Any = cases[int(place)]
        missing = bool(key) and key not in case
        value = case.get(key) if key else case
        if isinstance(value, list) and isinstance(inner, int):
            value = value[inner]
        raise UnreadableForecastCase(int(place), str(key), value, missing=missing) from error


def judged(cases: Sequence[ForecastCase], constants: Constants) -> pd.DataFrame:
    """``name, status, mean, lo80, hi80, p_met``: one row a case, in the order given."""
    told = foreseen(cases, constants)
    named = {
        "name": [called(case.name, place) for place, case in enumerate(cases, start=1)],
        "status": list(told["forecast"]),
    }
    return pd.DataFrame(named, dtype=object).join(told[list(COLUMNS)].rename(columns=COLUMNS))


def foreseen(cases: Sequence[ForecastCase], constants: Constants) -> pd.DataFrame:
    """All that ``metrics.forecast.outlook.forecast`` says of each case, in the order given."""
    rows = [(place, t, value) for place, case in enumerate(cases) for t, value in case.counted()]
    series = [(case.scale != "pos", case.direction, "", str(case.refusal(constants.fewest))) for case in cases]
    asks = [
        (place, case.due, np.nan if case.target is None else case.target, np.nan, case.passed())
        for place, case in enumerate(cases)
    ]
    return forecast(
        pd.DataFrame(rows, columns=["series", "t", "value"]),
        pd.DataFrame(series, columns=["share", "d", "peer_group", "refusal"]),
        pd.DataFrame(asks, columns=["series", "due", "goal", "next", "refusal"]),
        constants,
        _peers(case.peers or () for case in cases),
    ).reset_index(drop=True)


def _peers(given: Iterable[Sequence[tuple[float, float]]]) -> pd.DataFrame:
    """How many peers each case has, and their means of D and SS/k."""
    rows = [(len(peers), *(np.mean(peers, axis=0) if peers else (np.nan, np.nan))) for peers in given]
    return pd.DataFrame(rows, columns=["count", "drift", "scatter"])


def called(name: object, place: int) -> str:
    """The name of a case, its place where it has none; half a character, which no stream can write, is a mark."""
    return str(place) if name is None else str(name).encode("utf-8", "replace").decode()
