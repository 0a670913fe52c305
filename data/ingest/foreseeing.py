"""Foresee which statuses would change if figures were loaded, without writing anything.

The tables that a load would alter are laid over the board's own for one cursor: temporary tables of the same name
stand before the stored ones, so the assessment runs as it always does.
"""

from datetime import date

import duckdb
import pandas as pd

from data.assessing import assess, prepare, query, rules_mark
from data.store import Store

INCOMING = [
    "region",
    "indicator_id",
    "period_start",
    "period_end",
    "value",
    "provisional",
    "series_break",
    "event",
    "done",
]
OVERLAID = ("load", "current_observation", "milestone_report")
COLUMNS = ["plan", "target_id", "due", "region", "indicator_id", "was", "now", "as_of", "own", "headline"]


def moves(store: Store, rows: pd.DataFrame, *, demo: bool = True) -> pd.DataFrame:
    """The verdicts that would differ: ``plan, target_id, due, region, indicator_id, was, now, as_of, own, headline``.

    ``rows`` are what would be loaded, with the columns ``INCOMING`` as in ``staged``. Both verdicts are of the plan's
    default as-of date after loading; ``demo`` tells whether made-up figures count where nothing is measured. In the
    order of the plans, then of their targets.
    """
    with store.snapshot() as cursor:
        cursor.register("incoming", rows[INCOMING])
        touched = cursor.execute(query("load/touched_plans")).fetchall() if len(rows) else []
        if not touched:
            return pd.DataFrame(columns=COLUMNS)
        for table in OVERLAID:
            cursor.execute(query(f"load/overlay_{table}"))
        days = {plan: _as_of(cursor, plan, start, last, demo=demo) for plan, start, last in touched}
        cursor.execute("CREATE TEMP TABLE judged AS SELECT *, NULL::BOOLEAN AS after FROM assessment WHERE FALSE")
        _judge_after(cursor, days, demo=demo)
        cursor.execute(query("load/overlay_lifted"))
        _judge_before(cursor, days, demo=demo)
        return cursor.execute(query("load/moves")).df()


def _as_of(cursor: duckdb.DuckDBPyConnection, plan: str, start: date, last: date, *, demo: bool) -> date:
    """The default as-of date of a plan by the tables the cursor sees (METHODS section 1)."""
    choices = cursor.execute(query("as_of_choices"), {"plan": plan, "demo": demo}).fetchall()
    return next((day for (day,) in choices if start <= day <= last), start)


def _judge_after(cursor: duckdb.DuckDBPyConnection, days: dict[str, date], *, demo: bool) -> None:
    """Judge plans at their dates by the tables the cursor sees, into ``judged``."""
    prepare(cursor, demo=demo)
    for plan, day in days.items():
        assess(cursor, plan, day)
        cursor.execute("INSERT INTO judged BY NAME SELECT *, TRUE AS after FROM verdicts")


def _judge_before(cursor: duckdb.DuckDBPyConnection, days: dict[str, date], *, demo: bool) -> None:
    """The same as things stand: stored verdicts where they answer, else judged now."""
    prepared = False
    for plan, day in days.items():
        cursor.execute(query("answered"), [plan, day, demo, rules_mark(), True])
        if cursor.execute("SELECT count(*) FROM answered").fetchone() == (0,):
            if not prepared:
                prepare(cursor, demo=demo)
                prepared = True
            assess(cursor, plan, day)
            cursor.execute("INSERT INTO answered BY NAME SELECT * FROM verdicts")
        cursor.execute("INSERT INTO judged BY NAME SELECT *, FALSE AS after FROM answered")
        cursor.execute("DROP TABLE answered")
