"""The measures of a cell: its value, its change on the same period last year, its rank, its gap to the target.

Each takes the cells with ``value`` and ``state`` and adds ``figure``, ``of`` and ``tied``; see ui.explore.cells.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from ui.explore.asked import Offer

Measure = Callable[[DataFrame, Offer, DataFrame], DataFrame]
YEAR = pd.DateOffset(years=1)
FEWEST = 2  # regions that make a ranking
FINEST = 4  # decimals where an indicator declares none
LEVELS = ("stock", "rate", "index")  # kinds whose value of any period stands beside a target
FIGURES = ("at_least", "at_most", "zero", "hold", "range")  # rules whose figure is a value of the indicator


def value(cells: DataFrame, _offer: Offer, _frame: DataFrame) -> DataFrame:
    """The value itself."""
    return _with(cells, cells["value"], "missing")


def change(cells: DataFrame, offer: Offer, _frame: DataFrame) -> DataFrame:
    """The value less that of the same period of the year before: of the same months, and of the same definition."""
    before = offer.series[["indicator_id", "region", "period_start", "months", "value"]].copy()
    before["period_start"] = before["period_start"] + YEAR
    found = cells.merge(
        before.rename(columns={"value": "before"}), on=["indicator_id", "region", "period_start", "months"], how="left"
    )
    made = _with(cells, cells["value"] - found["before"].to_numpy(), "no_before")
    broken = made["figure"].notna() & _crosses(cells, offer.series)
    return made.assign(figure=made["figure"].mask(broken), state=made["state"].mask(broken, "broken"))


def _crosses(cells: DataFrame, series: DataFrame) -> Series:
    """Whether the definition changed within the year up to a cell's figure, that figure included."""
    breaks = series[series["series_break"]].groupby(["indicator_id", "region"])["period_end"].agg(list).to_dict()
    return Series(
        [
            any(end - YEAR < day <= end for day in breaks.get((indicator, region), ()))
            for indicator, region, end in zip(cells["indicator_id"], cells["region"], cells["period_end"], strict=True)
        ],
        cells.index,
        dtype=bool,
    )


def rank(cells: DataFrame, offer: Offer, _frame: DataFrame) -> DataFrame:
    """The place among all regions of the same level with a figure for the very same period, the best first.

    What is written the same is tied. No rank without a declared direction, or where fewer than two regions report.
    """
    ranked = ranking(offer)
    spot = ["indicator_id", "region", "period_start", "period_end"]
    found = cells[spot].merge(ranked[[*spot, "rank", "of", "tied"]], on=spot, how="left")
    made = _with(cells, Series(found["rank"].to_numpy(), cells.index), "not_ranked")
    return made.assign(of=found["of"].to_numpy(), tied=found["tied"].eq(True).to_numpy())


def ranking(offer: Offer) -> DataFrame:
    """Every figure with ``rank``, how many are ranked (``of``), and whether another is ``tied`` with it."""
    places = offer.regions[offer.regions["judged"].astype(bool)][["code", "level"]].rename(columns={"code": "region"})
    kinds = offer.indicators[["indicator_id", "direction", "decimals"]]
    peers = offer.series.merge(places, on="region").merge(kinds, on="indicator_id")
    peers = peers[peers["direction"].isin(["up", "down"]) & peers["value"].notna()]
    decimals = peers["decimals"].fillna(FINEST).astype(int)
    written = pd.Series([round(x, n) for x, n in zip(peers["value"], decimals, strict=True)], peers.index, dtype=float)
    peers = peers.assign(written=written * np.where(peers["direction"].eq("up"), -1.0, 1.0))
    together = peers.groupby(["indicator_id", "period_start", "period_end", "level"])["written"]
    peers = peers.assign(rank=together.rank(method="min"), of=together.transform("size"))
    same = ["indicator_id", "period_start", "period_end", "level", "written"]
    return peers.assign(tied=peers.duplicated(same, keep=False))[peers["of"] >= FEWEST]


def gap(cells: DataFrame, offer: Offer, frame: DataFrame) -> DataFrame:
    """How far the value lies on the good side of the plan's target at the region, below zero where it falls short.

    For the figure that is judged it is the judged gap. For other periods it is given only where a value of that
    period and the target are the same kind of number: not for sums of a year, additions, ranks or benchmarks.
    """
    aims = frame[frame["headline"].astype(bool)].drop_duplicates(["indicator_id", "region"])
    names = ["indicator_id", "region", "rule", "target", "direction", "increment", "current", "current_date", "gap"]
    found = cells[["indicator_id", "region"]].merge(aims[names], on=["indicator_id", "region"], how="left")
    found.index = cells.index
    kind = cells["indicator_id"].map(offer.indicators.set_index("indicator_id")["kind"])
    plain = found["rule"].isin(FIGURES) & kind.isin(LEVELS) & ~found["increment"].eq(True)
    sign = found["direction"].map({"up": 1.0, "down": -1.0}).astype(float)
    counted = (sign * (cells["value"] - pd.to_numeric(found["target"], errors="coerce"))).where(plain)
    judged = found["current_date"].eq(cells["period_end"]) & found["current"].eq(cells["value"])
    told = pd.to_numeric(found["gap"], errors="coerce").where(judged)
    return _with(cells, told.fillna(counted), "no_target")


def _with(cells: DataFrame, figure: Series, lacking: str) -> DataFrame:
    """The cells with a figure; ``lacking`` is said of those that have a value and no figure."""
    shown = pd.to_numeric(figure, errors="coerce").where(cells["value"].notna())
    state = cells["state"].mask(cells["value"].notna() & shown.isna(), lacking)
    return cells.assign(figure=shown, state=state, of=np.nan, tied=False)


MEASURED: dict[str, Measure] = {"value": value, "change": change, "rank": rank, "gap": gap}
