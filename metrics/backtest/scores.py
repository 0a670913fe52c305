"""How good the stated probabilities were, group by group, beside those of plainer rules."""

import numpy as np
from pandas import DataFrame, Series

from metrics.forecast.scale import Floats

ENOUGH = 30  # with fewer outcomes nothing can be told,
ENOUGH_SERIES = 5  # nor with fewer series: outcomes of one series overlap
Z90 = 1.6448536269514722  # a normal variate lies within ± this nine times in ten
RIVALS = ("line", "last", "base")
FIGURES = ("brier", *(f"brier_{name}" for name in RIVALS), *(f"skill_{name}" for name in RIVALS), "coverage")


def groups(outcomes: DataFrame) -> DataFrame:
    """One row a group of outcomes (columns as ``rolling.backtest`` gives them), in fixed order, empty ones included.

    ``kind`` (all, h1, h2, h3, kinds of indicator, near_top, models: trial targets; plan: the board's own), ``outcomes``
    (later figures forecast, one an origin and date), ``trials`` (targets asked about), ``series``, ``brier``,
    ``brier_line, brier_last, brier_base``, ``skill_line, skill_last, skill_base`` (1 is perfect, 0 no better, below 0
    worse than that rule), ``coverage`` (share of the later figures inside the interval), ``tells``: whether there are
    ``enough`` outcomes; where not, nothing can be told, and the figures are NaN.
    """
    return DataFrame([{"kind": name} | _scored(outcomes[of.to_numpy()]) for name, of in _groups(outcomes).items()])


def _groups(outcomes: DataFrame) -> dict[str, Series]:
    """Which outcomes belong to each group."""
    trial = ~outcomes["plan"].astype(bool)
    found = {"all": trial, "plan": ~trial}
    found |= {f"h{years}": trial & outcomes["horizon"].eq(years) for years in (1, 2, 3)}
    found |= {kind: trial & outcomes["kind"].eq(kind) for kind in ("rate", "index", "stock", "flow")}
    found["near_top"] = trial & outcomes["near_top"].astype(bool)
    return found | {model: trial & outcomes["model"].eq(model) for model in ("core", "peers")}


def _scored(some: DataFrame) -> dict[str, object]:
    """The row of one group."""
    distinct = some.drop_duplicates("outcome")
    counts: dict[str, object] = {"outcomes": len(distinct), "trials": len(some), "series": some["series"].nunique()}
    if not enough(some):
        return {**counts, **dict.fromkeys(FIGURES, np.nan), "tells": False}
    own = brier(some["probability"], some["met"])
    theirs = {name: brier(some[name], some["met"]) for name in RIVALS}
    figures = {"brier": own, **{f"brier_{name}": one for name, one in theirs.items()}}
    figures |= {f"skill_{name}": skill(own, one) for name, one in theirs.items()}
    return {**counts, **figures, "coverage": float(distinct["inside"].mean()), "tells": True}


def enough(some: DataFrame) -> bool:
    """Whether outcomes are so many, of so many series, that something can be told."""
    return bool(some["outcome"].nunique() >= ENOUGH and some["series"].nunique() >= ENOUGH_SERIES)


def brier(said: Series, met: Series) -> float:
    """The mean square between stated probability and what came (1 or 0): 0 is perfect, always one half makes 0.25."""
    return float(((said.astype(float) - met.astype(float)) ** 2).mean())


def skill(own: float, rival: float) -> float:
    """How much smaller than a rival's a Brier score is, as a share of it; NaN where the rival made no error."""
    return 1 - own / rival if rival > 0 else np.nan


def wilson(share: Floats, count: Floats) -> tuple[Floats, Floats]:
    """The interval in which a share seen ``count`` times truly lies nine times in ten (Wilson 1927)."""
    centre = (share + Z90**2 / (2 * count)) / (1 + Z90**2 / count)
    reach = Z90 / (1 + Z90**2 / count) * np.sqrt(share * (1 - share) / count + (Z90 / (2 * count)) ** 2)
    return np.clip(centre - reach, 0.0, 1.0), np.clip(centre + reach, 0.0, 1.0)
