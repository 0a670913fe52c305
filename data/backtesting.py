"""The backtest of the forecast on the board's own measured figures."""

from dataclasses import dataclass
from datetime import date

import duckdb
from pandas import DataFrame

from config.rules import thresholds
from data.assessing import ask, prepare, query
from data.forecasting import lay_out
from data.reading import plan_row
from data.store import Store
from metrics.backtest.bins import bins
from metrics.backtest.rolling import backtest as rolled
from metrics.backtest.scores import groups
from metrics.forecast.outlook import years

# Asked on the last of all days every figure counts, and every due date has passed.
LAST_DAY = date(9999, 12, 31)
EVERY_INDICATOR = (
    "INSERT INTO asked BY NAME SELECT -row_number() OVER (ORDER BY indicator_id) AS assess_id, indicator_id,"
    " ?::DATE AS as_of FROM indicator"
)


@dataclass(frozen=True)
class Backtest:
    """What was said before against what came; frames as ``metrics.backtest`` documents them.

    groups: one row a group of outcomes; bins: stated probability beside the share met, empty where nothing can be
    told; outcomes, series: how many later figures were forecast, of how many series.
    """

    groups: DataFrame
    bins: DataFrame
    outcomes: int
    series: int


def backtest(store: Store, plan: str | None = None) -> Backtest:
    """Rolling origin over every measured series, or those of a plan's indicators; demonstration figures never count.

    Raises UnknownCode for a plan the board does not have.
    """
    if plan is not None:
        plan_row(store, plan)
    found = outcomes(store, plan)
    table = groups(found)  # the first row is all of them
    return Backtest(table, bins(found), int(table["outcomes"].iloc[0]), int(table["series"].iloc[0]))


def outcomes(store: Store, plan: str | None = None) -> DataFrame:
    """Every target tried, and what came: columns of ``metrics.backtest.rolling.backtest``."""
    with store.snapshot() as cursor:
        prepare(cursor, demo=False)
        ask(cursor, plan, LAST_DAY)
        if plan is None:
            cursor.execute(EVERY_INDICATOR, [LAST_DAY])
        return rolled(*_laid_out(cursor), thresholds().forecast)


def _laid_out(cursor: duckdb.DuckDBPyConnection) -> tuple[DataFrame, DataFrame, DataFrame]:
    """Points, series and the board's own targets. Changes of definition are minded at each origin, not here."""
    series, _points, _asks = lay_out(cursor)
    series = series.assign(refusal="")
    points = cursor.execute(query("backtest_points")).df()
    targets = cursor.execute(query("backtest_targets")).df()
    points["t"] = years(points["day"])
    return points, series, targets.assign(due=years(targets["due"]), since=years(targets["since"]))
