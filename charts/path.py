"""The required path of a target: from its base through all its dated figures, as its method draws it."""

import pandas as pd
from pandas import DataFrame

from charts.each import each

Dated = tuple[pd.Timestamp, float]
STEPS = 12
GEOMETRIC = "growth_ratio"


def required(base: Dated | None, dues: DataFrame, method: str) -> list[Dated]:
    """Dated values of the path: straight for a linear pace, bent for a growth ratio; empty without
    base or target.

    ``dues`` holds date and target of every dated figure.
    """
    stops = [
        (pd.Timestamp(due.date), float(due.target))
        for due in each(dues.dropna(subset=["date", "target"]).sort_values("date"))
    ]
    stops = [stop for stop in stops if base and stop[0] > base[0]]
    if base is None or not stops:
        return []
    walked = [base]
    for start, stop in zip([base, *stops], stops, strict=False):
        walked += _bent(start, stop) if _bends(method, start[1], stop[1]) else [stop]
    return walked


def _bends(method: str, start: float, stop: float) -> bool:
    return method == GEOMETRIC and start > 0 and stop > 0


def _bent(start: Dated, stop: Dated) -> list[Dated]:
    ratio, span = stop[1] / start[1], stop[0] - start[0]
    shares = [step / STEPS for step in range(1, STEPS + 1)]
    return [(start[0] + span * share, start[1] * ratio**share) for share in shares]
