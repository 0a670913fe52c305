"""Read a file of the archive; its sheets lie in a folder that goes away with the context."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.errors import BoardUnwritable
from data.ingest.archive import place
from data.ingest.book import Book
from data.ingest.box import read_book
from data.ingest.inbox import Request
from data.store import Store


@contextmanager
def staging(store: Store) -> Iterator[Path]:
    """An empty folder beside the database, for as long as the context lives. Raises BoardUnwritable."""
    home = store.path.parent / "staging"
    try:
        home.mkdir(exist_ok=True)
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
