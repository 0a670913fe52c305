"""Commit a reading as one load: the raw file archived first, then all rows in one transaction, or nothing."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd

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


@dataclass(frozen=True)
class Sender:
    """Who sends what: file name, department and person as given, and whether the figures are made up for show."""

    file: str
    user: str
    department: str | None = None
    demo: bool = False


def archive(folder: Path, content: bytes) -> str:
    """Keep the raw bytes under their sha256, whole or not at all; returns the sha256."""
    mark = hashlib.sha256(content).hexdigest()
    place = folder / "archive" / mark
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".part")
        part.write_bytes(content)
        part.replace(place)
    return mark


def commit(
    store: Store, content: bytes, rows: pd.DataFrame, missing: int, sender: Sender, reports: pd.DataFrame | None = None
) -> Receipt:
    """Load observations, and milestone reports where there are some.

    The same file again, while its load stands, changes nothing.
    """
    mark = archive(store.path.parent, content)
    with store.cursor() as cursor:
        found = cursor.execute(
            "SELECT id, rows_read FROM load WHERE sha256 = ? AND demo = ? AND undone_at IS NULL", [mark, sender.demo]
        ).fetchone()
    if found:
        return Receipt(found[0], "unchanged", found[1], 0, 0, len(rows), missing)
    with store.write() as cursor:
        cursor.register("incoming", rows)
        new, changed, same = _compare(cursor)
        row = cursor.execute(
            "INSERT INTO load (sha256, file, department, user_name, loaded_at, demo, rows_read, rows_new, rows_changed,"
            " rows_unchanged, rows_missing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            [mark, sender.file, sender.department, sender.user, _now(), sender.demo, len(rows) + missing, new, changed, same, missing],
        ).fetchone()
        assert row is not None
        cursor.execute(
            "INSERT INTO observation BY NAME SELECT i.*, ? AS load_id FROM incoming AS i"
            " ANTI JOIN (SELECT * FROM current_observation WHERE demo <= ?) AS c"
            " USING (region, indicator_id, period_start, period_end, value, provisional, series_break, source, note)",
            [row[0], sender.demo],
        )
        if reports is not None and len(reports):
            cursor.register("reported", reports)
            cursor.execute("INSERT INTO milestone_report BY NAME SELECT *, ? AS load_id FROM reported", [row[0]])
            cursor.unregister("reported")
        _refresh(cursor)
        cursor.unregister("incoming")
    return Receipt(row[0], "accepted", len(rows) + missing, new, changed, same, missing)


def _now() -> datetime:
    """This moment in UTC, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _compare(cursor: duckdb.DuckDBPyConnection) -> tuple[int, int, int]:
    """How many rows are new, change a stored value, or stand already."""
    row = cursor.execute(
        "SELECT count(*) FILTER (c.value IS NULL), count(*) FILTER (c.value <> i.value), count(*) FILTER (c.value = i.value)"
        " FROM incoming AS i LEFT JOIN current_observation AS c USING (region, indicator_id, period_start, period_end)"
    ).fetchone()
    assert row is not None
    return row[0], row[1], row[2]


def _refresh(cursor: duckdb.DuckDBPyConnection) -> None:
    """Bring ``current_observation`` in step with the log."""
    cursor.execute("DELETE FROM current_observation")
    cursor.execute("INSERT INTO current_observation BY NAME SELECT * FROM known_at(TIMESTAMP '9999-01-01')")


def withdraw(store: Store, load_ids: list[int], user: str, why: str) -> int:
    """Take loads back: their rows stay in the log and no longer count. Returns how many loads were withdrawn."""
    with store.write() as cursor:
        taken = cursor.execute(
            "UPDATE load SET undone_at = ?, undone_by = ?, undone_why = ? WHERE undone_at IS NULL AND list_contains(?, id) RETURNING id",
            [_now(), user, why, load_ids],
        ).fetchall()
        _refresh(cursor)
    return len(taken)
