"""Loads: what each changed, taking one back, bringing it back, and the file it came from."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pandas as pd

from data.assessing import query
from data.boarding import refresh
from data.errors import BoardError, UnknownCode
from data.ingest.archive import place
from data.ingest.commit import How, Receipt, Sender, bring_current, enter, standing_load, withdraw
from data.reading import require_department
from data.store import Store

LINKS = {"redo_of": "Int64", "redone_by": "Int64"}
PLACES = {"file_row": "Int64", "file_column": "Int64", "before_load": "Int64", "now_load": "Int64"}
INSTANT = timedelta(microseconds=1)  # the smallest step of the database's clock


class UnknownLoad(UnknownCode):
    """A load number that does not exist."""

    key = "error.unknown_load"


class AlreadyUndone(BoardError):
    """The load was taken back before."""

    key = "error.already_undone"


class NotUndone(BoardError):
    """The load still counts: there is nothing to bring back."""

    key = "error.not_undone"


class ShippedLoad(BoardError):
    """The load came with the product; the next init would bring it back."""

    key = "error.shipped_load"


class ReasonMissing(BoardError):
    """A load is taken back only with a reason."""

    key = "error.reason_missing"


class OriginalLost(BoardError):
    """The archive no longer holds the file of a load."""

    key = "error.original_lost"


class OriginalDamaged(BoardError):
    """The archived file is not the one that was loaded."""

    key = "error.original_damaged"


@dataclass(frozen=True)
class Undone:
    """What an undo did to the load's figures: ``gone``, ``back`` to an earlier value, ``kept`` by another load."""

    load_id: int
    gone: int
    back: int
    kept: int


def loads(store: Store, *, limit: int | None = None, department: str | None = None) -> pd.DataFrame:
    """Loads, newest first. Raises UnknownCode for an unknown department.

    ``id, file, department, department_zh, department_en, user_name (unverified), loaded_at (UTC), demo, shipped,
    rows_read, rows_new, rows_changed, rows_unchanged, rows_missing, rows_refused, state (standing or withdrawn),
    undone_at, undone_by, undone_why, redo_of, redone_by, sheet, encoding, shape, mapping, confirmations, sha256``.
    """
    if department is not None:
        require_department(store, department)
    with store.cursor() as cursor:
        asked = {"load": None, "department": department, "limit": limit}
        return cursor.execute(query("history_loads"), asked).df().astype(LINKS)


def load_row(store: Store, load_id: int) -> pd.Series:
    """One load, with the columns of ``loads``. Raises UnknownLoad."""
    with store.cursor() as cursor:
        frame = cursor.execute(query("history_loads"), {"load": load_id, "department": None, "limit": 1}).df()
    frame = frame.astype(LINKS)
    if frame.empty:
        raise UnknownLoad(code=load_id)
    return frame.iloc[0]


def confirmed(row: pd.Series) -> list[dict[str, object]]:
    """The warnings confirmed at a load: ``code, count, word`` each."""
    told: list[dict[str, object]] = json.loads(row["confirmations"]) if row["confirmations"] else []
    return told


def before(row: pd.Series) -> datetime:
    """The last moment at which the board did not know a load, in UTC. Microseconds count: do not cut them off."""
    moment: datetime = row["loaded_at"].to_pydatetime().replace(tzinfo=UTC) - INSTANT
    return moment


def changed_by(store: Store, load_id: int, *, limit: int | None = None) -> pd.DataFrame:
    """Every figure a load brought, or the first of them, in the order of its file. Raises UnknownLoad.

    ``region, region_zh, region_en, indicator_id, indicator_zh, indicator_en, unit, decimals, period_start, period_end,
    event, value, provisional, series_break, source, note, file_row, file_column``; ``action`` (new, changed, unchanged)
    against ``before`` of load ``before_load``, what was known just before; ``outcome``: stands, repeated (a later load
    says the same), replaced, hidden (a made-up figure of a series since measured), withdrawn; ``now`` of load
    ``now_load`` is what counts at present, made up (``now_demo``) or the same (``now_same``). An event's value is 1 for
    done and 0 for not done.
    """
    load_row(store, load_id)
    with store.cursor() as cursor:
        return cursor.execute(query("history_changes"), {"load": load_id, "limit": limit}).df().astype(PLACES)


def undo(store: Store, load_id: int, user: str, reason: str) -> Undone:
    """Take a load back, with a reason; its rows stay in the log and no longer count.

    Raises UnknownLoad, ShippedLoad, AlreadyUndone or ReasonMissing.
    """
    with store.turn():
        row = load_row(store, load_id)
        if row["state"] == "withdrawn":
            raise AlreadyUndone(load=load_id, user=row["undone_by"], day=row["undone_at"].date().isoformat())
        if row["shipped"]:
            raise ShippedLoad(load=load_id, file=row["file"])
        if not reason.strip():
            raise ReasonMissing(load=load_id)
        withdraw(store, [load_id], user, reason.strip())
        refresh(store, [load_id])
        with store.cursor() as cursor:
            return Undone(load_id, *_aftermath(cursor, load_id))


def _aftermath(cursor: duckdb.DuckDBPyConnection, load_id: int) -> tuple[int, int, int]:
    """Of the figures of a withdrawn load: how many are gone, stand with an earlier value, stand all the same."""
    _lay_out(cursor, load_id)
    row = cursor.execute(
        "SELECT count(*) FILTER (lost), count(*) FILTER (NOT lost AND NOT now_same),"
        " count(*) FILTER (NOT lost AND now_same)"
        " FROM (SELECT now_same, now IS NULL OR now_demo > l.demo AS lost FROM change JOIN load AS l ON l.id = ?)",
        [load_id],
    ).fetchone()
    assert row is not None
    return row[0], row[1], row[2]


def _lay_out(cursor: duckdb.DuckDBPyConnection, load_id: int) -> None:
    """Lay out what a load brought as the temporary table ``change``."""
    asked = {"load": load_id, "limit": None}
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE change AS {query('history_changes')}", asked)


def redo(store: Store, load_id: int, user: str) -> Receipt:
    """Bring a withdrawn load back as a new load of the same file, reading and rows.

    Where the same file, read in the same way, counts already, nothing changes. Raises UnknownLoad or NotUndone.
    """
    with store.turn():
        row = load_row(store, load_id)
        if row["state"] == "standing":
            raise NotUndone(load=load_id)
        kept = {name: int(row[f"rows_{name}"]) for name in ("read", "missing", "refused")}
        told = Receipt(0, "accepted", new=0, changed=0, unchanged=0, **kept)
        with store.cursor() as cursor:
            standing = standing_load(cursor, row["sha256"], mapping=row["mapping"], demo=bool(row["demo"]))
        if standing is not None:
            return replace(told, load_id=standing, state="unchanged", unchanged=_brought(row))
        with store.write() as cursor:
            receipt = _again(cursor, row, user, told)
        refresh(store, [receipt.load_id])
    return receipt


def _brought(row: pd.Series) -> int:
    """How many rows a load brought in."""
    return int(row["rows_new"] + row["rows_changed"] + row["rows_unchanged"])


def _again(cursor: duckdb.DuckDBPyConnection, row: pd.Series, user: str, told: Receipt) -> Receipt:
    """Enter the rows of a withdrawn load under a new number, and count them against what stands now."""
    department = None if pd.isna(row["department"]) else str(row["department"])
    sender = Sender(row["file"], user, department, demo=bool(row["demo"]))
    how = How(row["mapping"], row["sheet"], row["encoding"], row["shape"], row["confirmations"], int(row["id"]))
    new = enter(cursor, row["sha256"], sender, told, how)
    for again in (
        "INSERT INTO observation BY NAME SELECT * REPLACE ($new AS load_id) FROM observation WHERE load_id = $old",
        "INSERT INTO milestone_report BY NAME"
        " SELECT * REPLACE ($new AS load_id) FROM milestone_report WHERE load_id = $old",
    ):
        cursor.execute(again, {"new": new, "old": int(row["id"])})
    _lay_out(cursor, new)
    tally = dict(cursor.execute("SELECT action, count(*) FROM change GROUP BY action").fetchall())
    counts = [tally.get(action, 0) for action in ("new", "changed", "unchanged")]
    counts[2] += max(told.read - told.missing - told.refused - sum(counts), 0)  # rows the file says twice
    cursor.execute("UPDATE load SET rows_new = ?, rows_changed = ?, rows_unchanged = ? WHERE id = ?", [*counts, new])
    bring_current(cursor)
    return replace(told, load_id=new, new=counts[0], changed=counts[1], unchanged=counts[2])


def original(store: Store, load_id: int) -> Path:
    """The archived file of a load, byte for byte as sent. Raises UnknownLoad, OriginalLost or OriginalDamaged."""
    row = load_row(store, load_id)
    path = place(store.path.parent, row["sha256"])
    try:
        with path.open("rb") as file:
            mark = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise OriginalLost(load=load_id, file=row["file"]) from error
    if mark != row["sha256"]:
        raise OriginalDamaged(load=load_id, file=row["file"])
    return path
