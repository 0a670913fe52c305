"""Files received on the page and not yet loaded: kept with what a person answered, so that nothing typed is lost."""

import json
from collections.abc import Mapping as Answers
from dataclasses import dataclass, field
from datetime import datetime

import duckdb

from data.errors import UnknownCode
from data.ingest.archive import archive
from data.ingest.commit import Sender, now
from data.ingest.mapping import Mapping, of_text
from data.store import Store


@dataclass(frozen=True, kw_only=True)
class Request:
    """A file in the archive and what is known of it: its name, who sent it (unverified), answers and confirmations."""

    sha256: str
    file: str
    department: str | None
    user: str
    mapping: Mapping = field(default_factory=Mapping)
    confirmations: dict[str, str] = field(default_factory=dict)

    @property
    def sender(self) -> Sender:
        """Who sends it."""
        return Sender(self.file, self.user, self.department)


@dataclass(frozen=True, kw_only=True)
class Entry(Request):
    """A file received on the page; state open, loaded or dropped."""

    id: int
    size: int
    received_at: datetime
    state: str
    load_id: int | None


def receive(store: Store, content: bytes, file: str, sender: Sender) -> int:
    """Archive a file and enter it; the same file of the same department, still open, keeps its number.

    Raises BoardUnwritable.
    """
    mark = archive(store.path.parent, content)
    with store.turn():
        open_one = [
            entry.id
            for entry in open_uploads(store, sender.department)
            if entry.sha256 == mark and entry.file == file and entry.user == sender.user
        ]
        if open_one:
            return open_one[0]
        with store.note() as cursor:
            row = cursor.execute(
                "INSERT INTO upload (sha256, file, size, department, user_name, received_at)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                [mark, file, len(content), sender.department or "", sender.user, now()],
            ).fetchone()
    assert row is not None
    return int(row[0])


FIELDS = """
SELECT id, sha256, file, size, nullif(department, '') AS department, user_name AS "user", received_at, mapping,
    confirmations, state, load_id
FROM upload
"""


def _entries(cursor: duckdb.DuckDBPyConnection) -> list[Entry]:
    """The rows of a question for FIELDS."""
    names = [column[0] for column in cursor.description or ()]
    found = []
    for row in cursor.fetchall():
        told = dict(zip(names, row, strict=True))
        told["mapping"] = of_text(told["mapping"])
        told["confirmations"] = json.loads(told["confirmations"] or "{}")
        found.append(Entry(**told))
    return found


def entry(store: Store, upload_id: int) -> Entry:
    """One file received. Raises UnknownCode."""
    with store.cursor() as cursor:
        found = _entries(cursor.execute(f"{FIELDS} WHERE id = ?", [upload_id]))
    if not found:
        raise UnknownCode(code=upload_id, known=", ".join(str(one.id) for one in open_uploads(store)))
    return found[0]


def open_uploads(store: Store, department: str | None = None) -> list[Entry]:
    """The files neither loaded nor dropped, newest first; of one department or all."""
    with store.cursor() as cursor:
        return _entries(
            cursor.execute(
                f"{FIELDS} WHERE state = 'open' AND (? IS NULL OR upload.department = ?) ORDER BY id DESC",
                [department, department],
            )
        )


def answer(store: Store, upload_id: int, mapping: Mapping) -> None:
    """Keep what a person answered about a file."""
    with store.note() as cursor:
        cursor.execute("UPDATE upload SET mapping = ? WHERE id = ?", [mapping.text(), upload_id])


def confirm(store: Store, upload_id: int, confirmations: Answers[str, str]) -> None:
    """Keep the words with which warnings are confirmed, by their key."""
    told = json.dumps(dict(confirmations), ensure_ascii=False, sort_keys=True) if confirmations else ""
    with store.note() as cursor:
        cursor.execute("UPDATE upload SET confirmations = ? WHERE id = ?", [told, upload_id])


def drop(store: Store, upload_id: int) -> None:
    """Put a file aside; its bytes stay in the archive."""
    with store.note() as cursor:
        cursor.execute("UPDATE upload SET state = 'dropped' WHERE id = ? AND state = 'open'", [upload_id])
