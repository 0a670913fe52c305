"""Understand, check and compare a table on one cursor."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import duckdb
import pandas as pd

from config.text import say
from data.assessing import query
from data.catalogue.reading import Catalogue
from data.ingest.book import Sheet
from data.ingest.checking import check, compare
from data.ingest.finding import Finding
from data.ingest.lexicon import Lexicon
from data.ingest.preview import Confirmation, Counts, Preview
from data.ingest.progress import Told
from data.ingest.staging import lay_out, understand
from data.ingest.table import Question, Table

FORESEEN = 20_000  # rows up to which a preview says which statuses would change


@dataclass(frozen=True)
class Found:
    """A file whose table is found: the preview so far, and what understanding the table takes.

    ``mark`` is the header's, under which answers are remembered.
    """

    preview: Preview
    table: Table
    sheet: Sheet
    lexicon: Lexicon
    catalogue: Catalogue
    mark: str


def examine(cursor: duckdb.DuckDBPyConnection, found: Found, told: Told) -> Preview:
    """Understand, check and compare on a cursor."""
    preview, request = found.preview, found.preview.request
    told("understand", 0.5)
    lay_out(cursor, found.sheet, found.table)
    left = understand(cursor, found.catalogue, found.lexicon, preview.mapping, request.department)
    unknown = cursor.execute(query("staging/unknown")).df()
    told("check", 0.65)
    check(cursor, department=request.department, today=datetime.now(UTC).date())
    compare(cursor)
    counts = Counts(*cursor.execute(query("staging/counts")).fetchall()[0])
    questions = _questions(cursor, unknown, counts)
    preview = replace(
        preview,
        state="needs_mapping" if questions else "ready",
        rows=counts,
        questions=questions,
        findings=_findings(cursor, found, counts, left),
        totals=dict(cursor.execute("SELECT level, count(*) FROM found GROUP BY level").fetchall()),
        refused=tuple(row for (row,) in cursor.execute(query("staging/refused")).fetchall()),
        to_confirm=_to_confirm(cursor, found.table.sheet),
        changes=cursor.execute(query("staging/changes")).df(),
        unknown=unknown,
    )
    if preview.state == "ready" and counts.read == counts.missing:
        return replace(preview, state="unchanged")
    return preview


def incoming(cursor: duckdb.DuckDBPyConnection, preview: Preview) -> pd.DataFrame:
    """The rows that would come in, after ``examine`` on the same cursor; none where they are too many to foresee."""
    counts = preview.rows
    few = preview.state == "ready" and counts.new + counts.changed + counts.unchanged <= FORESEEN
    return cursor.execute(query("staging/incoming")).df() if few else pd.DataFrame()


def _questions(cursor: duckdb.DuckDBPyConnection, unknown: pd.DataFrame, counts: Counts) -> tuple[Question, ...]:
    """What must be answered before anything can be loaded: names that fit several, or a role nothing of which is known.

    Single names that are not understood are errors of their cells, unless nothing else is there.
    """
    row = cursor.execute("SELECT count(region), count(indicator_id) FROM staged").fetchone()
    nothing = {"region": not row or row[0] == 0, "indicator": not row or row[1] == 0}
    return tuple(
        Question(f"{one.role}_name", one.text, tuple(one.near), int(one.row), int(one.column))  # type: ignore[arg-type]
        for one in unknown.itertuples()
        if counts.read and (one.several or nothing[str(one.role)])
    )


def _findings(cursor: duckdb.DuckDBPyConnection, reading: Found, counts: Counts, left: int) -> tuple[Finding, ...]:
    """The findings by cell, then what concerns the whole file."""
    sheet, catalogue = reading.table.sheet, reading.catalogue
    found = [
        Finding(level, code, sheet, row or 0, column or 0, value or "", _named(code, other, catalogue), count)
        for level, code, row, column, value, other, count in cursor.execute(query("staging/problems")).fetchall()
    ]
    if left:
        found.append(Finding("note", "left_out", sheet, other=str(left), count=left))
    if counts.read == counts.missing:
        found.append(Finding("note", "only_missing", sheet, other=str(counts.missing), count=counts.missing))
    return tuple(found)


def _named(code: str, other: str, catalogue: Catalogue) -> str:
    """What would be right; codes of a near or ambiguous name with their names."""
    if not code.endswith("_near") and not code.startswith("ambiguous_"):
        return other
    known = catalogue.regions if "region" in code else catalogue.indicators
    return say("finding.between").join(
        say("finding.named", name=known[one].name_zh, code=one) for one in other.split(", ")
    )


def _to_confirm(cursor: duckdb.DuckDBPyConnection, sheet: str) -> tuple[Confirmation, ...]:
    return tuple(
        Confirmation(
            f"{code}:{indicator}",
            Finding("warning", code, sheet, row, column, value or "", other or "", count),
            indicator,
        )
        for code, indicator, count, row, column, value, other in cursor.execute(query("staging/confirm")).fetchall()
    )
