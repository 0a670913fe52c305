"""Commit a reading as one load: the raw file archived first, then all rows in one transaction, or nothing."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime

import duckdb
import pandas as pd

from data.ingest.archive import archive
from data.store import Store


@dataclass(frozen=True)
class Receipt:
    """What a load did: its number and counts; ``state`` is accepted or unchanged."""

    load_id: int
    state: str
    read: int
    new: int
    changed: int
    unchanged: int
    missing: int
    refused: int = 0


@dataclass(frozen=True)
class Sender:
    """Who sends what: file name, department and person as given (unverified), and whether the figures are made up."""

    file: str
    user: str
    department: str | None = None
    demo: bool = False


@dataclass(frozen=True)
class How:
    """How a file was read, and what was confirmed about it: texts kept with its load."""

    mapping: str = ""
    sheet: str = ""
    encoding: str = ""
    shape: str = ""
    confirmations: str = ""
    redo_of: int | None = None


def commit(
    store: Store, content: bytes, rows: pd.DataFrame, missing: int, sender: Sender, reports: pd.DataFrame | None = None
) -> Receipt:
    """Load observations, and milestone reports where there are some.

    The same file again, while its load stands, changes nothing. Every row is kept, also one that says what is known
    already: a figure two files agree on outlives the undoing of either.
    """
    mark = archive(store.path.parent, content)
    with store.turn():
        with store.cursor() as cursor:
            standing = standing_load(cursor, mark, demo=sender.demo)
        if standing is not None:
            return Receipt(standing, "unchanged", len(rows) + missing, 0, 0, len(rows), missing)
        with store.write() as cursor:
            cursor.register("incoming", rows)
            counts = _compare(cursor, demo=sender.demo)
            read = len(rows) + missing
            load = enter(cursor, mark, sender, Receipt(0, "accepted", read, *counts, missing))
            cursor.execute("INSERT INTO observation BY NAME SELECT *, ? AS load_id FROM incoming", [load])
            if reports is not None and len(reports):
                cursor.register("reported", reports)
                cursor.execute("INSERT INTO milestone_report BY NAME SELECT *, ? AS load_id FROM reported", [load])
            bring_current(cursor)
    return Receipt(load, "accepted", len(rows) + missing, *counts, missing)


def standing_load(cursor: duckdb.DuckDBPyConnection, mark: str, *, mapping: str = "", demo: bool = False) -> int | None:
    """The load of the same bytes, read in the same way, that still counts, if there is one."""
    found = cursor.execute(
        "SELECT max(id) FROM load WHERE sha256 = ? AND mapping = ? AND demo = ? AND undone_at IS NULL",
        [mark, mapping, demo],
    ).fetchone()
    return found[0] if found else None


def enter(cursor: duckdb.DuckDBPyConnection, mark: str, sender: Sender, counts: Receipt, how: How | None = None) -> int:
    """Enter a load with its counts; returns its number."""
    kept = {
        "sha256": mark,
        "file": sender.file,
        "department": sender.department,
        "user_name": sender.user,
        "loaded_at": now(),
        "demo": sender.demo,
        "rows_read": counts.read,
        "rows_new": counts.new,
        "rows_changed": counts.changed,
        "rows_unchanged": counts.unchanged,
        "rows_missing": counts.missing,
        "rows_refused": counts.refused,
        **asdict(how or How()),
    }
    cursor.register("entered", pd.DataFrame([kept], dtype=object))
    row = cursor.execute("INSERT INTO load BY NAME SELECT * FROM entered RETURNING id").fetchone()
    cursor.unregister("entered")
    assert row is not None
    return int(row[0])


def now() -> datetime:
    """This moment in UTC, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _compare(cursor: duckdb.DuckDBPyConnection, *, demo: bool) -> tuple[int, int, int]:
    """How many rows are new, change what stands (value, provisional or break), or stand already.

    Measured figures are compared with measured ones: what replaces a made-up figure is new.
    """
    row = cursor.execute(
        "WITH told AS ("
        " SELECT c.value IS NULL AS fresh,"
        " (c.value, c.provisional, c.series_break) IS DISTINCT FROM (i.value, i.provisional, i.series_break) AS other"
        " FROM incoming AS i LEFT JOIN (SELECT * FROM current_observation WHERE demo <= ?) AS c"
        " USING (region, indicator_id, period_start, period_end))"
        " SELECT count(*) FILTER (fresh), count(*) FILTER (NOT fresh AND other), count(*) FILTER (NOT other) FROM told",
        [demo],
    ).fetchone()
    assert row is not None
    return row[0], row[1], row[2]


def bring_current(cursor: duckdb.DuckDBPyConnection) -> None:
    """Bring ``current_observation`` in step with the log."""
    cursor.execute("DELETE FROM current_observation")
    cursor.execute("INSERT INTO current_observation BY NAME SELECT * FROM known_at(TIMESTAMP '9999-01-01')")
    cursor.execute(
        "DELETE FROM current_observation WHERE demo"
        " AND (region, indicator_id) IN (SELECT (region, indicator_id) FROM current_observation WHERE NOT demo)"
    )


def withdraw(store: Store, load_ids: list[int], user: str, why: str) -> int:
    """Take loads back: their rows stay in the log and no longer count. Returns how many loads were withdrawn."""
    with store.write() as cursor:
        taken = cursor.execute(
            "UPDATE load SET undone_at = ?, undone_by = ?, undone_why = ?"
            " WHERE undone_at IS NULL AND list_contains(?, id) RETURNING id",
            [now(), user, why, load_ids],
        ).fetchall()
        bring_current(cursor)
    return len(taken)
