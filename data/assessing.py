"""Run the assessment over the stored catalogue and figures."""

import hashlib
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import duckdb
import pandas as pd

import metrics.forecast
from config.rules import thresholds
from data.forecasting import LAID, foresee
from data.store import Store
from metrics.assessment import METHOD_VERSION, assessment_sql, step
from metrics.forecast.outlook import VERSION

QUERIES = Path(__file__).parent / "queries"
MODEL = Path(metrics.forecast.__file__).parent


def query(name: str) -> str:
    """The text of one question."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


@cache
def rules_mark() -> str:
    """A hash of all that decides a verdict beside catalogue and figures: thresholds, rules, the forecast's model."""
    parts = [thresholds().model_dump_json(), str(METHOD_VERSION), str(VERSION), assessment_sql()]
    parts += [step(name) for name in ("point", "rollup", "standing", "forecast_outlook", *LAID)]
    parts += [query(name) for name in ("asked", "verdicts")]
    parts += [path.read_text(encoding="utf-8") for path in sorted(MODEL.glob("*.py"))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def prepare(cursor: duckdb.DuckDBPyConnection, *, demo: bool, known_at: datetime | None = None) -> None:
    """Lay out the figures that count as the relation ``point``, with what parts make up and the places of peers.

    A moment without a time zone is in UTC, as the database keeps them.
    """
    cursor.execute(step("inputs"))
    cursor.execute("SET VARIABLE demo_shown = ?", [demo])
    cursor.execute("SET VARIABLE weight_present = ?", [thresholds().weight_present])
    if known_at is not None and known_at.tzinfo is not None:
        known_at = known_at.astimezone(UTC).replace(tzinfo=None)
    cursor.execute("SET VARIABLE known_at = ?", [known_at])
    cursor.execute(query("known" if known_at is None else "known_then"))
    cursor.execute(f"INSERT INTO point BY NAME {step('point')}")
    for _level in ("county", "prefecture"):
        cursor.execute(f"INSERT INTO point BY NAME {step('rollup')}")
    cursor.execute(f"INSERT INTO standing BY NAME {step('standing')}")


def ask(cursor: duckdb.DuckDBPyConnection, plan: str | None, as_of: date) -> None:
    """Lay out every target of a plan, or of all of them, at its regions: relation ``asked``, with names ``question``.

    ``prepare`` has run on the same cursor.
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


def assess(cursor: duckdb.DuckDBPyConnection, plan: str, as_of: date) -> None:
    """Judge every target of a plan at its regions, and forecast it; the result is the temporary table ``verdicts``.

    ``prepare`` has run on the same cursor. Columns are those of the table ``assessment``.
    """
    ask(cursor, plan, as_of)
    cursor.execute("SET VARIABLE method_version = ?", [METHOD_VERSION])
    foresee(cursor)
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE verdicts AS WITH verdict AS ({assessment_sql()}) {query('verdicts')}")


def assessed(store: Store, plan: str, as_of: date, *, demo: bool, known_at: datetime | None = None) -> pd.DataFrame:
    """The assessment of a plan as a frame with names: stored verdicts where they stand, else worked out now."""
    with store.snapshot() as cursor:
        cursor.execute(query("answered"), [plan, as_of, demo, rules_mark(), known_at is None])
        if cursor.execute("SELECT count(*) FROM answered").fetchone() == (0,):
            prepare(cursor, demo=demo, known_at=known_at)
            assess(cursor, plan, as_of)
            cursor.execute("INSERT INTO answered BY NAME SELECT * FROM verdicts")
        return cursor.execute(query("assessment_frame")).df()


def kept(store: Store) -> bool:
    """Whether verdicts of the present data and rules are stored."""
    with store.cursor() as cursor:
        found = cursor.execute(
            "SELECT key FROM meta WHERE (key = 'rules' AND value = ?)"
            " OR (key = 'data_version' AND value IN (SELECT CAST(data_version AS VARCHAR) FROM assessment))",
            [rules_mark()],
        ).fetchall()
    return len(found) == 2


def keep(store: Store, asked: list[tuple[str, date, bool]], touched: list[str] | None = None) -> int:
    """Store the verdicts of (plan, as-of date, demonstration figures shown); returns the number of rows.

    With ``touched``, verdicts of other plans stay as they are: the last write cannot have changed them.
    """
    with store.write() as cursor:
        if touched is None:
            cursor.execute("DELETE FROM assessment")
        else:
            cursor.execute("DELETE FROM assessment WHERE list_contains(?, plan)", [touched])
            cursor.execute("UPDATE assessment SET data_version = data_version + 2")
        cursor.execute("INSERT OR REPLACE INTO meta VALUES ('rules', ?)", [rules_mark()])
        for demo in sorted({one[2] for one in asked}):
            prepare(cursor, demo=demo)
            for plan, as_of, _shown in (one for one in asked if one[2] is demo):
                assess(cursor, plan, as_of)
                cursor.execute(
                    "INSERT INTO assessment BY NAME SELECT *,"
                    " (SELECT CAST(value AS BIGINT) + 1 FROM meta WHERE key = 'data_version') AS data_version"
                    " FROM verdicts"
                )
        row = cursor.execute("SELECT count(*) FROM assessment").fetchone()
    return row[0] if row else 0


def touched_by(store: Store, loads: list[int]) -> list[str] | None:
    """The plans whose verdicts the figures of loads may change; nothing where stored verdicts were out of date before
    the last write.
    """
    with store.snapshot() as cursor:
        row = cursor.execute(
            "SELECT count(*), bool_and(data_version = ? - 1) AND ? = (SELECT value FROM meta WHERE key = 'rules')"
            " FROM assessment",
            [store.version, rules_mark()],
        ).fetchone()
        if not row or not row[0] or not row[1]:
            return None
        cursor.execute(
            "CREATE TEMP TABLE incoming AS SELECT region, indicator_id FROM observation WHERE list_contains(?, load_id)"
            " UNION SELECT region, indicator_id FROM milestone_report WHERE list_contains(?, load_id)",
            [loads, loads],
        )
        return [plan for plan, *_ in cursor.execute(query("load/touched_plans")).fetchall()]
