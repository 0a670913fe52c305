"""Judge bare cases: a series, a direction and a target each, without catalogue or store.

The columns are those of published progress results: ``case_id, years, values, direction, base_year, target,
target_year, limit, thr_high, thr_med, thr_low``. The method given is applied and never replaced by another.
"""

import re
from datetime import date

import pandas as pd

from metrics.model.thresholds import Thresholds
from metrics.model.vocabulary import Method
from metrics.periods import parse

PUBLISHED = {
    "on_track": "substantial_progress",
    "behind": "moderate_progress",
    "far_behind": "limited_progress",
    "reversing": "deterioration",
    "achieved": "target_achieved",
    "not_assessable": "not_available",
}
NEVER = date(1900, 12, 31)
SIGNS = {"positive": 1, "up": 1, "negative": -1, "down": -1}


class UnreadableCase(ValueError):
    """A case whose years or values are no numbers; names the case."""


def _period_end(text: str) -> date:
    """The day a label counts at: a period of ours, or a span of years (2020-21) by its first year."""
    span = re.fullmatch(r"(\d{4})(?:\.0)?(?:[-/](\d{2}|\d{4}))?", text.strip())
    if span and (span[2] is None or len(span[2]) == 4 or int(span[2]) > 12):
        return date(int(span[1]), 12, 31)
    return parse(text).end


def _points(case: pd.Series) -> list[tuple[date, float]]:
    """The dated values of a case in order of time, missing ones left out; of two for one date the later stands."""
    labels, values = (str(case[name]).split(";") for name in ("years", "values"))
    if len(labels) != len(values):
        raise UnreadableCase(str(case["case_id"]))
    try:
        found = {_period_end(y): float(v) for y, v in zip(labels, values, strict=True) if y.strip() and v.strip()}
    except ValueError as error:
        raise UnreadableCase(str(case["case_id"])) from error
    return sorted(found.items())


def _day(year: float) -> date | None:
    """The last day of a year; nothing for no year."""
    return None if pd.isna(year) else date(int(year), 12, 31)


def asked(cases: pd.DataFrame, method: Method, cuts: Thresholds) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The relations ``asked`` and ``point`` of the assessment for these cases."""
    numeric = cases.reindex(columns=["base_year", "target", "target_year", "limit", "thr_high", "thr_med", "thr_low"])
    numeric = numeric.apply(pd.to_numeric, errors="coerce")
    points = [_points(case) for _, case in cases.iterrows()]
    frame = pd.DataFrame(
        {
            "assess_id": range(len(cases)),
            "region": cases["case_id"].astype(str),
            "indicator_id": "case",
            "rule": "hold" if method is Method.HOLD else "case",
            "method": str(method),
            "d": cases.get("direction", pd.Series(index=cases.index, dtype=object)).map(SIGNS).astype("Int64"),
            "value": numeric["target"],
            "natural_limit": numeric["limit"],
            "start": [
                _day(b) or (found[0][0] if found else NEVER)
                for b, found in zip(numeric["base_year"], points, strict=True)
            ],
            "due_end": [_day(year) for year in numeric["target_year"]],
            "as_of": [found[-1][0] if found else NEVER for found in points],
            "pace_high": numeric["thr_high"].fillna(cuts.pace.high),
            "pace_middle": numeric["thr_med"].fillna(cuts.pace.middle),
            "pace_low": numeric["thr_low"].fillna(cuts.pace.low),
            "trend_high": numeric["thr_high"].fillna(cuts.trend.high),
            "trend_middle": numeric["thr_med"].fillna(cuts.trend.middle),
            "trend_low": numeric["thr_low"].fillna(cuts.trend.low),
            "early": 0.0 if method is Method.GROWTH_RATIO else cuts.early,
            "stale_after": cuts.stale,
            "linear_beside": cuts.linear_beside,
            "reroute": False,
        }
    )
    return frame, _point_frame(frame["region"], points)


def _point_frame(regions: pd.Series, points: list[list[tuple[date, float]]]) -> pd.DataFrame:
    """All values of all cases as observations."""
    rows = [(region, day, value) for region, found in zip(regions, points, strict=True) for day, value in found]
    frame = pd.DataFrame(rows, columns=["region", "period_end", "value"])
    return frame.assign(period_end=pd.to_datetime(frame["period_end"]))
