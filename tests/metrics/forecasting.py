"""Ask for forecasts of plain series in tests: points, a due date and a figure."""

from typing import Any

import numpy as np
import pandas as pd

from config.rules import thresholds
from metrics.forecast.outlook import forecast

CONSTANTS = thresholds().forecast
Points = list[tuple[float, float]]


def case(points: Points, goal: float = float("nan"), due: float = 2025.0, **more: Any) -> dict[str, Any]:
    """One question; ``share, d, next, group`` and refusals on demand."""
    asked = {"points": points, "goal": goal, "due": due, "share": False, "d": 1, "next": np.nan, "group": ""}
    return asked | {"refusal": "", "asked": ""} | more


def outlooks(cases: list[dict[str, Any]]) -> pd.DataFrame:
    """One forecast a question, in order."""
    frame = pd.DataFrame(cases)
    points = [(place, t, value) for place, one in enumerate(cases) for t, value in sorted(one["points"])]
    series = frame[["share", "d", "refusal"]].assign(peer_group=frame["group"])
    asks = frame[["due", "goal", "next"]].assign(series=range(len(cases)), refusal=frame["asked"])
    return forecast(pd.DataFrame(points, columns=["series", "t", "value"]), series, asks, CONSTANTS)


def outlook(points: Points, goal: float = float("nan"), due: float = 2025.0, **more: Any) -> pd.Series:
    """The forecast of one series."""
    return outlooks([case(points, goal, due, **more)]).iloc[0]
