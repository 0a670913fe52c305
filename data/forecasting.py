"""Run the forecast over the figures and targets an assessment has laid out."""

import duckdb
import pandas as pd

from config.rules import thresholds
from metrics.assessment import step
from metrics.forecast.outlook import VERSION, forecast, years

LAID = ("forecast_series", "forecast_points", "forecast_asks")


def lay_out(cursor: duckdb.DuckDBPyConnection) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Series, points and asks of what stands in ``asked`` and ``point``, as ``metrics.forecast`` takes them.

    They also stay behind as temporary tables of the names ``LAID``, with what else is known of each.
    """
    cursor.execute("SET VARIABLE fewest = ?", [thresholds().forecast.fewest])
    for name in LAID:
        cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {step(name)}")
    series, points, asks = (cursor.execute(f"SELECT * FROM {name}").df() for name in LAID)  # noqa: S608 - our own names
    points["t"] = years(points["day"])
    asks["due"], asks["next"] = years(asks["due"]), years(asks["next_day"])
    return series, points, asks


def foresee(cursor: duckdb.DuckDBPyConnection) -> None:
    """Forecast every target in ``asked``; the result is the temporary table ``outlook``, one row an ``assess_id``."""
    series, points, asks = lay_out(cursor)
    made = forecast(points, series, asks, thresholds().forecast)
    cursor.register("forecast_made", made.assign(assess_id=asks["assess_id"], forecast_version=VERSION))
    cursor.execute(
        f"CREATE OR REPLACE TEMP TABLE outlook AS {step('forecast_outlook')}", [thresholds().forecast.points]
    )
    cursor.unregister("forecast_made")
