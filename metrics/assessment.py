"""The assessment as one SQL statement over columns.

Input relations: ``asked`` (one row a target, due date, region and as-of date), ``point`` (the figures that count,
one a region, indicator and period end) and ``standing`` (places among peers). Each step is a file under ``sql/``;
here they are only put in a row. Whoever owns a connection runs the text.
"""

from functools import cache
from pathlib import Path

from metrics.precedence import decided_by, verdict_columns

SQL = Path(__file__).parent / "sql"
METHOD_VERSION = 1
STEPS = ("pair", "series", "anchor", "chosen", "history", "line", "progress")
READ_TWICE = ("series", "chosen", "history")


@cache
def step(name: str) -> str:
    """The SQL of one named step."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")


@cache
def assessment_sql(*, scored: bool = False) -> str:
    """The whole statement: every column of every step, one row a row of ``asked``; with ``score`` on demand."""
    parts = [f"{name} AS {'MATERIALIZED ' * (name in READ_TWICE)}(\n{step(name)})" for name in STEPS]
    parts.append(f"decided AS (SELECT *, {decided_by()} AS decided_by FROM progress)")  # noqa: S608 - our own table
    parts.append(f"ruled AS (SELECT *, {verdict_columns('decided_by')} FROM decided)")  # noqa: S608 - the same
    parts.append(f"verdict AS (\n{step('verdict')})")
    if not scored:
        return "WITH " + ",\n".join(parts) + "\nSELECT * FROM verdict"
    parts.append(f"score AS (\n{step('score')})")
    return "WITH " + ",\n".join(parts) + "\nSELECT * FROM verdict JOIN score USING (assess_id) ORDER BY assess_id"
