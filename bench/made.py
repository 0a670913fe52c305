"""Made-up series for the benches: seeded, in the shape the rules read."""

import duckdb

from config.rules import thresholds
from metrics.assessment import step


def fill(connection: duckdb.DuckDBPyConnection, pairs: int, periods: int) -> None:
    """Lay out ``pairs`` targets of every kind with ``periods`` yearly figures each, up to the end of 2018."""
    cuts = thresholds()
    connection.execute(step("inputs"))
    connection.execute("SELECT setseed(0.42)")
    connection.execute(
        "INSERT INTO asked BY NAME SELECT i AS assess_id, 'r' || i AS region, 'x' AS indicator_id,"
        " CASE i % 5 WHEN 0 THEN 'hold' WHEN 1 THEN 'trend' ELSE 'at_least' END AS rule,"
        " CASE i % 5 WHEN 0 THEN 'hold' WHEN 1 THEN 'trend' WHEN 2 THEN 'growth_ratio' ELSE 'linear_pace' END AS method,"
        " 1 AS d, CASE WHEN i % 5 <> 1 THEN 92 + i % 7 END AS value, DATE '2014-12-31' AS start, DATE '2020-12-31' AS due_end,"
        " DATE '2020-12-31' AS plan_end, DATE '2018-12-31' AS as_of, 100 AS natural_limit, ? AS pace_high, ? AS pace_middle,"
        " ? AS pace_low, ? AS trend_high, ? AS trend_middle, ? AS trend_low, ? AS early, ? AS stale_after, ? AS linear_beside"
        " FROM range(?) AS t(i)",
        [*cuts.pace.model_dump().values(), *cuts.trend.model_dump().values(), cuts.early, cuts.stale, cuts.linear_beside, pairs],
    )
    connection.execute(
        "INSERT INTO point BY NAME SELECT 'r' || i AS region, 'x' AS indicator_id, make_date(2019 - ? + y::INTEGER, 12, 31) AS period_end,"
        " round(85 + 10 * random() + 0.4 * y, 2) AS value FROM range(?) AS t(i), range(?) AS u(y)",
        [periods, pairs, periods],
    )
