"""The SQL and a plain loop, written apart, give the same statuses."""

import duckdb

from bench.loop import Ask, judge
from bench.made import fill
from metrics.assessment import assessment_sql


def test_six_thousand_made_up_targets_come_out_the_same() -> None:
    with duckdb.connect(":memory:") as connection:
        fill(connection, 6000, 9)
        asked = connection.execute(
            "SELECT region, method, value, start, due_end, as_of FROM asked ORDER BY assess_id"
        ).fetchall()
        rows = connection.execute("SELECT region, period_end, value FROM point").fetchall()
        ours = connection.execute(f"SELECT status FROM ({assessment_sql()}) ORDER BY assess_id").fetchall()
    theirs = judge([Ask(*row) for row in asked], rows)
    statuses = [row[0] for row in ours]
    assert statuses == theirs
    assert len(set(statuses)) >= 7, "the sample reaches most statuses"
