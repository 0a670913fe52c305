"""The seam between the wizard and the way of a file into the board: every question and act of its screens.

A preview is worked out once for a file, its answers and the data of the moment, and kept with the visitor's session.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from queue import Empty, SimpleQueue

import streamlit as st
from pandas import DataFrame

from data import history
from data.catalogue.reading import Catalogue, shipped
from data.ingest import importing, inbox, past, returning
from data.ingest.commit import Sender
from data.ingest.finding import Finding as Finding
from data.ingest.finding import letters as letters
from data.ingest.inbox import Entry as Entry
from data.ingest.mapping import LEFT_OUT as LEFT_OUT
from data.ingest.mapping import Mapping as Mapping
from data.ingest.preview import ALL as ALL
from data.ingest.preview import Confirmation as Confirmation
from data.ingest.preview import Outcome as Outcome
from data.ingest.preview import Preview as Preview
from data.ingest.progress import Told as Told
from data.ingest.progress import silent
from data.store import board

LARGEST = 25 * 1024 * 1024  # bytes of a file sent on the page
GLANCE = 0.1  # seconds between two looks at the work
KEPT = 3  # previews a session remembers
PREVIEWS = "upload-previews"
Mark = tuple[int, str, int]


def catalogue() -> Catalogue:
    """Regions, indicators and departments by their codes."""
    return shipped()


def receive(content: bytes, file: str, department: str, user: str) -> int:
    """Archive a file and enter it as an open upload; returns its number. Raises the board's troubles."""
    return inbox.receive(board(), content, file, Sender(file, user, department))


def entry(upload: int) -> Entry:
    """An upload with its answers and confirmations. Raises UnknownCode."""
    return inbox.entry(board(), upload)


def open_uploads() -> list[Entry]:
    """What has been received and neither loaded nor dropped, newest first."""
    return inbox.open_uploads(board())


def _previews() -> dict[Mark, Preview]:
    kept: dict[Mark, Preview] = st.session_state.setdefault(PREVIEWS, {})
    return kept


def _mark(one: Entry) -> Mark:
    return one.id, one.mapping.text(), board().version


def known(one: Entry) -> bool:
    """Whether the preview of an upload needs no work."""
    return _mark(one) in _previews()


def preview(one: Entry, told: Told = silent) -> Preview:
    """What the board understands of an upload and what loading it would change; nothing is written."""
    kept, mark = _previews(), _mark(one)
    if mark not in kept:
        kept[mark] = _light(importing.look(board(), one, told=told))
        for old in list(kept)[:-KEPT]:
            del kept[old]
    return replace(kept[mark], request=one)


def _light(found: Preview) -> Preview:
    """A preview without the cells its sheets hold in memory."""
    if found.book is None:
        return found
    return replace(found, book=replace(found.book, sheets=tuple(replace(sheet) for sheet in found.book.sheets)))


def answer(upload: int, mapping: Mapping) -> None:
    """Keep the answers about a file."""
    inbox.answer(board(), upload, mapping)


def confirm(upload: int, words: dict[str, str]) -> None:
    """Keep what is confirmed, each with its reason: these and no others."""
    inbox.confirm(board(), upload, words)


def drop(upload: int) -> None:
    """Give an upload up; its file stays in the archive."""
    inbox.drop(board(), upload)


def submit(one: Entry, *, partial: bool, told: Told) -> Outcome:
    """Commit an upload: whole, or its sound rows only.

    The work goes on in a thread of its own, to its end, whatever becomes of the visitor's page meanwhile.
    """
    steps: SimpleQueue[tuple[str, float]] = SimpleQueue()
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(importing.submit, board(), one, partial=partial, told=lambda *step: steps.put(step))
        while not work.done():
            with suppress(Empty):
                told(*steps.get(timeout=GLANCE))
        return work.result()


def load_row(load: int) -> dict[str, object]:
    """A load with its counts, and whether it was taken back. Raises UnknownCode."""
    return {str(name): value for name, value in history.load_row(board(), load).items()}


def past_of(region: str, indicator: str) -> DataFrame:
    """The measured figures of a series as they stand: period_start, period_end, value; oldest first."""
    return past.past(board(), region, indicator)


def marked(found: Preview, lang: str) -> bytes:
    """The file with its bad cells marked and commented, as xlsx."""
    return returning.marked_file(board(), found, lang)


def refused(found: Preview, lang: str) -> bytes:
    """The rows that are not loaded, marked, as xlsx."""
    return returning.refused_file(board(), found, lang)
