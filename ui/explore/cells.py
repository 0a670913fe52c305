"""The cells of a view: every chosen indicator, region and period once, with its figure or why there is none.

Columns: ``indicator_id, region, period_start, period_end, months, value, provisional, series_break, demo, origin,
source, note, load_id``; ``figure`` is the number of the chosen measure, ``state`` empty where there is one, else why
not: missing, off (the indicator is not reported for periods of this length), no_before, broken, no_target, not_ranked;
``of`` and ``tied`` belong to a rank; ``key`` names the assessment that rests on the value, empty for none.
"""

from itertools import product

import numpy as np
import pandas as pd
from pandas import DataFrame

from charts.each import each
from ui import figures
from ui.explore.asked import Asked, Offer
from ui.explore.measures import MEASURED

SPOT = ["indicator_id", "region", "period_start", "period_end"]


def months(series: DataFrame) -> pd.Series:
    """How many months the period of each figure has."""
    start, after = series["period_start"], series["period_end"] + pd.Timedelta(days=1)
    counted: pd.Series = (after.dt.year - start.dt.year) * 12 + after.dt.month - start.dt.month
    return counted


def prepared(series: DataFrame, indicators: DataFrame, regions: DataFrame) -> DataFrame:
    """The figures of these indicators in these regions, each period once, oldest first, with their months."""
    own = series[series["indicator_id"].isin(indicators["indicator_id"]) & series["region"].isin(regions["code"])]
    own = own.drop_duplicates(SPOT).sort_values(["period_end", "period_start"], kind="stable")
    return own.assign(months=months(own))


def within(series: DataFrame, view: Asked) -> DataFrame:
    """The figures of the chosen indicators, regions and days."""
    own = series[series["indicator_id"].isin(view.indicators) & series["region"].isin(view.regions)]
    if view.first is None or view.last is None:
        return own.iloc[:0]
    return own[own["period_end"].between(pd.Timestamp(view.first), pd.Timestamp(view.last))]


def cells(offer: Offer, view: Asked, frame: DataFrame) -> DataFrame:
    """All cells of the view in the order in which indicators, regions and periods are chosen."""
    here = within(offer.series, view)
    periods = here[["period_start", "period_end", "months"]].drop_duplicates()
    spots = [
        (*one, *period) for one in product(view.indicators, view.regions) for period in periods.itertuples(index=False)
    ]
    made = DataFrame(spots, columns=["indicator_id", "region", "period_start", "period_end", "months"])
    made = made.astype({"period_start": "datetime64[us]", "period_end": "datetime64[us]"})
    made = made.merge(here.drop(columns="months"), on=SPOT, how="left")
    for mark in ("provisional", "series_break", "demo"):
        made[mark] = made[mark].eq(True)
    made["key"] = _keys(made, frame)
    made["state"] = np.where(made["value"].notna(), "", np.where(_reported(made, offer), "missing", "off"))
    return MEASURED[view.measure](made, offer, frame)


def _reported(made: DataFrame, offer: Offer) -> pd.Series:
    """Whether an indicator is reported for periods of a cell's length: by its frequency, or because it was."""
    lengths = set(zip(offer.series["indicator_id"], offer.series["months"], strict=True))
    lengths |= set(zip(offer.indicators["indicator_id"], offer.indicators["interval_months"], strict=True))
    return pd.Series(
        [spot in lengths for spot in zip(made["indicator_id"], made["months"], strict=True)], made.index, dtype=bool
    )


def _keys(made: DataFrame, frame: DataFrame) -> list[str]:
    """The assessments that rest on the values of the cells."""
    now = frame[frame["headline"].astype(bool) & frame["current"].notna()].drop_duplicates(["indicator_id", "region"])
    known = {(row.indicator_id, row.region, row.current_date, row.current): figures.key(row) for row in each(now)}
    at = zip(made["indicator_id"], made["region"], made["period_end"], made["value"], strict=True)
    return [known.get(spot, "") for spot in at]
