"""Commit a reading as one load: the raw file archived first, then all rows in one transaction, or nothing."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd

from data.errors import BoardUnwritable
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
    """Keep the raw bytes under their sha256, whole or not at all; returns the sha256. Raises BoardUnwritable."""
    mark = hashlib.sha256(content).hexdigest()
    place = folder / "archive" / mark
    if place.exists():
        return mark
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, suffix=".part", delete=False) as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).replace(place)
    except OSError as error:
        raise BoardUnwritable(path=str(place.parent)) from error
    return mark


def commit(
    store: Store, content: bytes, rows: pd.DataFrame, missing: int, sender: Sender, reports: pd.DataFrame | None = None
) -> Receipt:
    """Load observations, and milestone reports where there are some.

    The same file again, while its load stands, changes nothing. Every row is kept, also one that says what is known
    already: a figure two files agree on outlives the undoing of either.
    """
    mark = archive(store.path.parent, content)
    with store.turn():
        standing = _standing(store, mark, sender)
        if standing is not None:
            return Receipt(standing, "unchanged", len(rows) + missing, 0, 0, len(rows), missing)
        with store.write() as cursor:
            cursor.register("incoming", rows)
            counts = _compare(cursor, demo=sender.demo)
            load = _register(cursor, mark, sender, (len(rows) + missing, *counts, missing))
            cursor.execute("INSERT INTO observation BY NAME SELECT *, ? AS load_id FROM incoming", [load])
            if reports is not None and len(reports):
                cursor.register("reported", reports)
                cursor.execute("INSERT INTO milestone_report BY NAME SELECT *, ? AS load_id FROM reported", [load])
            _refresh(cursor)
    return Receipt(load, "accepted", len(rows) + missing, *counts, missing)


def _standing(store: Store, mark: str, sender: Sender) -> int | None:
    """The load of the same bytes that still counts, if there is one."""
    with store.cursor() as cursor:
        found = cursor.execute(
            "SELECT id FROM load WHERE sha256 = ? AND demo = ? AND undone_at IS NULL", [mark, sender.demo]
        ).fetchone()
    return found[0] if found else None


def _register(cursor: duckdb.DuckDBPyConnection, mark: str, sender: Sender, counts: tuple[int, ...]) -> int:
    """Enter a load with its counts (read, new, changed, unchanged, missing); returns its number."""
    row = cursor.execute(
        "INSERT INTO load (sha256, file, department, user_name, loaded_at, demo, rows_read, rows_new, rows_changed,"
        " rows_unchanged, rows_missing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        [mark, sender.file, sender.department, sender.user, _now(), sender.demo, *counts],
    ).fetchone()
    assert row is not None
    return int(row[0])


def _now() -> datetime:
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


def _refresh(cursor: duckdb.DuckDBPyConnection) -> None:
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
            [_now(), user, why, load_ids],
        ).fetchall()
        _refresh(cursor)
    return len(taken)
