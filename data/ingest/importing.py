"""The way of a file into the board: read, understand, check, compare; then commit it whole, or its sound rows.

``look`` changes nothing; ``submit`` loads in one transaction or changes nothing. Both read the archived bytes anew,
so that what is loaded is what lies in the archive.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import duckdb

from data.assessing import query
from data.boarding import refresh
from data.catalogue.reading import shipped
from data.ingest.book import Book, Sheet
from data.ingest.commit import How, Receipt, enter, standing_load
from data.ingest.examining import Found, examine, incoming
from data.ingest.finding import Unreadable
from data.ingest.foreseeing import moves
from data.ingest.inbox import Entry, Request
from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Mapping
from data.ingest.memory import header_mark, recall, remember
from data.ingest.opening import book_of
from data.ingest.preview import ALL, Outcome, Preview
from data.ingest.progress import Told, silent
from data.ingest.shape import understand as find_table
from data.ingest.table import Table
from data.store import Store

HEAD = 30  # rows of the file that a preview shows


class _Stopped(Exception):
    """Ends the writing transaction with nothing written."""


def look(store: Store, request: Request, *, told: Told = silent, patient: bool = False) -> Preview:
    """What would happen if the file were loaded; writes nothing. Raises a BoardError where the board fails."""
    try:
        with _read(store, request, told, patient=patient) as found:
            if isinstance(found, Preview):
                return found
            with store.snapshot() as cursor:
                preview = examine(cursor, found, told)
                rows = incoming(cursor, preview)
        if len(rows):
            told("foresee", 0.8)
            preview = replace(preview, moves=moves(store, rows))
        told("done", 1.0)
    except Unreadable as error:
        return _refused(request, error)
    return preview


def submit(
    store: Store, request: Request, *, partial: bool = False, told: Told = silent, patient: bool = False
) -> Outcome:
    """Load a file in one transaction, whole, or with ``partial`` its sound rows; then judge anew.

    Rejected: errors without ``partial``, warnings not confirmed, nothing left to load. Raises a BoardError where the
    board fails.
    """
    try:
        with _read(store, request, told, patient=patient) as found:
            if isinstance(found, Preview):
                return _not_loaded(store, request, found)
            preview, load = _loaded(store, found, told, partial=partial)
    except Unreadable as error:
        return Outcome("rejected", None, _refused(request, error))
    if load is None:
        return _not_loaded(store, request, preview)
    remember(store, request.department, request.user, found.mark, preview.mapping)
    told("assess", 0.85)
    refresh(store, [load])
    told("done", 1.0)
    return Outcome("accepted", load, preview)


def _not_loaded(store: Store, request: Request, preview: Preview) -> Outcome:
    """A file that brought nothing; one that the board holds already is closed."""
    if preview.standing and isinstance(request, Entry):
        with store.note() as cursor:
            _close(cursor, request, preview.standing[0])
    state = "rejected" if preview.state == "ready" else preview.state
    return Outcome(state, preview.standing[0] if preview.standing else None, preview)


def _refused(request: Request, error: Unreadable) -> Preview:
    """A file that cannot be read at all."""
    return Preview("rejected", request, findings=(error.finding,), totals={"error": 1})


def _loaded(store: Store, found: Found, told: Told, *, partial: bool) -> tuple[Preview, int | None]:
    """Examine and load in one transaction; the preview, and the load's number where it was loaded.

    Whether the board holds the file already is asked again here: somebody may have sent the same one meanwhile.
    """
    try:
        with store.write() as cursor:
            standing = _held(cursor, found.preview.request, found.preview.mapping)
            if standing is not None:
                preview = replace(found.preview, state="unchanged", standing=standing)
                raise _Stopped
            preview = examine(cursor, found, told)
            if not _loadable(preview, partial=partial):
                raise _Stopped
            told("commit", 0.75)
            return preview, _write(cursor, preview, found.table.sheet)
    except _Stopped:
        return preview, None


@contextmanager
def _read(store: Store, request: Request, told: Told, *, patient: bool) -> Iterator[Found | Preview]:
    """Read a file and find its table, or say in a preview what stands against it; the sheets' texts live as long as
    the context. Raises Unreadable.
    """
    standing = _standing(store, request, request.mapping)
    if standing is not None:
        yield Preview("unchanged", request, standing=standing)
        return
    told("read", 0.05)
    with book_of(store, request, patient=patient) as (book, _):
        told("shape", 0.4)
        yield _shaped(store, request, book)


def _standing(store: Store, request: Request, mapping: Mapping) -> tuple[int, datetime] | None:
    """The load that holds this file already, read with these answers."""
    with store.cursor() as cursor:
        return _held(cursor, request, mapping)


def _held(cursor: duckdb.DuckDBPyConnection, request: Request, mapping: Mapping) -> tuple[int, datetime] | None:
    """The same as a cursor sees it: number and time of the load."""
    load = standing_load(cursor, request.sha256, mapping=mapping.text())
    if load is None:
        return None
    row = cursor.execute("SELECT loaded_at FROM load WHERE id = ?", [load]).fetchone()
    return (load, row[0]) if row else None


def _shaped(store: Store, request: Request, book: Book) -> Found | Preview:
    """Find the table of a book, with what the department answered for this header before."""
    catalogue = shipped()
    lexicon = Lexicon(catalogue, request.department)
    first = _chosen(book, request.mapping)
    mark = header_mark(first.head(HEAD)) if first else ""
    kept = recall(store, request.department, mark) if first else None
    mapping = kept.joined(request.mapping) if kept else request.mapping
    preview = Preview(
        "ready",
        request,
        book=book,
        sheets=tuple(sheet.name for sheet in book.sheets if not sheet.hidden),
        head=first.head(HEAD) if first else [],
        encoding=book.encoding,
        mapping=mapping,
        remembered=kept is not None,
    )
    found = find_table(book, lexicon, mapping)
    if not isinstance(found, Table):
        return replace(preview, state="needs_mapping", questions=found)
    sheet = next(one for one in book.sheets if one.name == found.sheet)
    preview = replace(preview, table=found, shape=found.shape, head=sheet.head(HEAD))
    standing = _standing(store, request, mapping)
    if standing is not None:
        return replace(preview, state="unchanged", standing=standing)
    return Found(preview, found, sheet, lexicon, catalogue, mark)


def _chosen(book: Book, mapping: Mapping) -> Sheet | None:
    """The sheet answered, else the first visible one."""
    named = [sheet for sheet in book.sheets if sheet.name == mapping.sheet]
    shown = [sheet for sheet in book.sheets if not sheet.hidden]
    return next(iter(named or shown), None)


def _loadable(preview: Preview, *, partial: bool) -> bool:
    """Whether the file may be loaded as it is."""
    counts = preview.rows
    anything = counts.new + counts.changed + counts.unchanged > 0
    return preview.state == "ready" and anything and not preview.unconfirmed and (partial or not counts.refused)


def _write(cursor: duckdb.DuckDBPyConnection, preview: Preview, sheet: str) -> int:
    """Enter the load and its rows; returns its number."""
    request, counts = preview.request, preview.rows
    said = [
        {
            "code": one.key,
            "count": one.finding.count,
            "word": request.confirmations.get(one.key) or request.confirmations[ALL],
        }
        for one in preview.to_confirm
    ]
    how = How(
        mapping=preview.mapping.text(),
        sheet=sheet,
        encoding=preview.encoding,
        shape=preview.shape,
        confirmations=json.dumps(said, ensure_ascii=False) if said else "",
    )
    receipt = Receipt(
        0, "accepted", counts.read, counts.new, counts.changed, counts.unchanged, counts.missing, counts.refused
    )
    load = enter(cursor, request.sha256, request.sender, receipt, how)
    cursor.execute("SET VARIABLE load = ?", [load])
    for step in ("observations", "reports", "current"):
        cursor.execute(query(f"staging/{step}"))
    if isinstance(request, Entry):
        _close(cursor, request, load)
    return load


def _close(cursor: duckdb.DuckDBPyConnection, entry: Entry, load: int) -> None:
    """A file received is loaded."""
    cursor.execute("UPDATE upload SET state = 'loaded', load_id = ? WHERE id = ?", [load, entry.id])
