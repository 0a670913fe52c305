"""Read a file of the archive; its sheets lie in a folder that goes away with the context."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from data.errors import BoardUnwritable
from data.ingest.archive import place
from data.ingest.book import Book
from data.ingest.box import read_book
from data.ingest.inbox import Request
from data.store import Store

DAY = 24 * 3600  # seconds after which what a killed process left is swept away


@contextmanager
def staging(store: Store) -> Iterator[Path]:
    """An empty folder beside the database, for as long as the context lives. Raises BoardUnwritable."""
    home = store.path.parent / "staging"
    try:
        home.mkdir(exist_ok=True)
        for left in home.iterdir():
            with suppress(FileNotFoundError):  # another reading has swept it away
                if left.stat().st_mtime < time.time() - DAY:
                    shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(dir=home))
    except OSError as error:
        raise BoardUnwritable(path=str(home)) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def book_of(store: Store, request: Request, *, patient: bool = False) -> Iterator[tuple[Book, Path]]:
    """A request's file as a book, and the folder it lies in. Raises Unreadable."""
    mapping = request.mapping
    with staging(store) as folder:
        raw = place(store.path.parent, request.sha256)
        yield (
            read_book(
                raw, request.file, folder, encoding=mapping.encoding, delimiter=mapping.delimiter, patient=patient
            ),
            folder,
        )
