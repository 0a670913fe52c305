"""Run the assessment over the stored catalogue and figures."""

from datetime import date, datetime
from pathlib import Path

import duckdb
import pandas as pd

from config.rules import thresholds
from data.store import Store
from metrics.assessment import METHOD_VERSION, assessment_sql, step

QUERIES = Path(__file__).parent / "queries"


def query(name: str) -> str:
    """The text of one question."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def prepare(cursor: duckdb.DuckDBPyConnection, *, demo: bool, known_at: datetime | None = None) -> None:
    """Lay out the figures that count as the relation ``point``, with what parts make up and the places of peers."""
    cursor.execute(step("inputs"))
    cursor.execute("SET VARIABLE demo_shown = ?", [demo])
    cursor.execute("SET VARIABLE weight_present = ?", [thresholds().weight_present])
    source = "current_observation" if known_at is None else "known_at(getvariable('known_at'))"
    if known_at is not None:
        cursor.execute("SET VARIABLE known_at = ?", [known_at])
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE known AS SELECT * FROM {source} WHERE NOT demo OR getvariable('demo_shown')")
    cursor.execute(f"INSERT INTO point BY NAME {step('point')}")
    for _level in ("county", "prefecture"):
        cursor.execute(f"INSERT INTO point BY NAME {step('rollup')}")
    cursor.execute(f"INSERT INTO standing BY NAME {step('standing')}")


def assess(cursor: duckdb.DuckDBPyConnection, plan: str, as_of: date) -> None:
    """Judge every target of a plan at its regions; the result is the temporary table ``verdicts``.

    ``prepare`` has run on the same cursor. Columns are those of the table ``assessment``.
    """
    cuts = thresholds()
    values = {
        "plan": plan,
        "as_of": as_of,
        **{f"pace_{name}": value for name, value in cuts.pace.model_dump().items()},
        **{f"trend_{name}": value for name, value in cuts.trend.model_dump().items()},
        "early": cuts.early,
        "stale_after": cuts.stale,
        "linear_beside": cuts.linear_beside,
    }
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE question AS {query('asked')}", values)
    cursor.execute("DELETE FROM asked")
    cursor.execute("INSERT INTO asked BY NAME SELECT * EXCLUDE (plan, target_id, due, own, headline) FROM question")
    cursor.execute("SET VARIABLE method_version = ?", [METHOD_VERSION])
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE verdicts AS WITH verdict AS ({assessment_sql()}) {query('verdicts')}")


def assessed(store: Store, plan: str, as_of: date, *, demo: bool, known_at: datetime | None = None) -> pd.DataFrame:
    """The assessment of a plan as a frame with names: stored verdicts where they stand, else worked out now."""
    with store.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE answered AS SELECT * FROM assessment WHERE plan = ? AND as_of = ? AND demo_shown = ?"
            " AND data_version = (SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'data_version')",
            [plan, as_of, demo],
        )
        kept = cursor.execute("SELECT count(*) FROM answered").fetchone()
        if known_at is not None or kept == (0,):
            prepare(cursor, demo=demo, known_at=known_at)
            assess(cursor, plan, as_of)
            cursor.execute("DELETE FROM answered")
            cursor.execute("INSERT INTO answered BY NAME SELECT * FROM verdicts")
        source = "current_observation" if known_at is None else "known"
        cursor.execute(f"CREATE OR REPLACE TEMP VIEW observation_shown AS SELECT * FROM {source}")
        return cursor.execute(query("assessment_frame")).df()


def keep(store: Store, asked: list[tuple[str, date, bool]]) -> int:
    """Store the verdicts of (plan, as-of date, demonstration figures shown); returns the number of rows."""
    rows = 0
    with store.write() as cursor:
        cursor.execute("DELETE FROM assessment")
        for demo in sorted({one[2] for one in asked}):
            prepare(cursor, demo=demo)
            for plan, as_of, _shown in (one for one in asked if one[2] is demo):
                assess(cursor, plan, as_of)
                cursor.execute(
                    "INSERT INTO assessment BY NAME SELECT *,"
                    " (SELECT CAST(value AS BIGINT) + 1 FROM meta WHERE key = 'data_version') AS data_version FROM verdicts"
                )
        row = cursor.execute("SELECT count(*) FROM assessment").fetchone()
        rows = row[0] if row else 0
    return rows
