"""The one owner of the database connection: any number of readers in threads, one writer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from config.settings import database
from data.errors import BoardDamaged, BoardEmpty, BoardError, BoardLocked, BoardMissing, BoardUnwritable
from data.migration import migrate

SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
# How DuckDB begins the words of an error that is no fault of the file's content.
LOCKED = "Could not set lock on file"
UNWRITABLE = ("Cannot open file", "Could not write", "Could not create", "Failed to create", "Permission denied")


def _unwritable(error: BaseException) -> bool:
    """Whether DuckDB complains of the disk: no right, no room, or a database it gave up for that."""
    return isinstance(error, duckdb.FatalException) or (
        isinstance(error, duckdb.Error) and any(words in str(error) for words in UNWRITABLE)
    )


def _named(error: duckdb.Error, path: Path) -> BoardError:
    """The board's name for what DuckDB says when a file cannot be opened."""
    if LOCKED in str(error):
        return BoardLocked(path=path.name)
    return (BoardUnwritable if _unwritable(error) else BoardDamaged)(path=path.name)


def _ready(path: Path, *, create: bool) -> None:
    """See that a file can be opened, or made. A file of no bytes is what a killed first start leaves."""
    try:
        if not create and not path.exists():
            raise BoardMissing(path=path.name)
        blank = path.is_file() and path.stat().st_size == 0
        if blank and not create:
            raise BoardEmpty(path=path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        if blank:
            path.unlink()
    except OSError as error:
        raise BoardUnwritable(path=path.name) from error


class Store:
    """An open database. Every use takes a cursor of its own; writing takes the lock and one transaction."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a database file. Raises a BoardError: missing, empty, locked, damaged, newer or unwritable."""
        self.path = path
        _ready(path, create=create)
        try:
            self._connection = duckdb.connect(str(path), config=dict(SETTINGS))
        except duckdb.Error as error:
            raise _named(error, path) from error
        self._writing = threading.RLock()
        try:
            migrate(self._connection, path.name)
            self._confine(path.parent)
        except duckdb.Error as error:
            self._connection.close()
            raise _named(error, path) from error
        except BaseException:
            self._connection.close()
            raise

    def _confine(self, folder: Path) -> None:
        """No file, network or extension beyond the database's own folder, and no way to lift that."""
        self._connection.execute("SET allowed_directories = [?]", [f"{folder}/"])
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection of the caller's own to the same database, closed at the end."""
        cursor = self._connection.cursor()
        try:
            yield cursor
        except duckdb.FatalException as error:  # given up until reopened, as after a checkpoint on a full disk
            _open.pop(self.path, None)
            raise BoardUnwritable(path=self.path.name) from error
        finally:
            cursor.close()

    @contextmanager
    def snapshot(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor whose statements all see the database of one moment, whatever is written meanwhile."""
        with self.cursor() as cursor:
            cursor.execute("BEGIN")
            yield cursor

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The writer's turn, for looking first and writing then: nobody else writes before its end."""
        with self._writing:
            yield

    @contextmanager
    def note(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A writing transaction for what decides no verdict, as an answer given half-way: the data version stays.

        Raises BoardUnwritable where the disk takes no more.
        """
        with self.turn(), self.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield cursor
                cursor.execute("COMMIT")
            except BaseException as error:
                with suppress(duckdb.Error):  # a COMMIT that failed has ended the transaction already
                    cursor.execute("ROLLBACK")
                if _unwritable(error) and not isinstance(error, duckdb.FatalException):
                    raise BoardUnwritable(path=self.path.name) from error
                raise

    @contextmanager
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The one writing transaction: committed whole, or nothing; raises the data version.

        Raises BoardUnwritable where the disk takes no more.
        """
        with self.note() as cursor:
            yield cursor
            cursor.execute(
                "UPDATE meta SET value = CAST(CAST(value AS BIGINT) + 1 AS VARCHAR) WHERE key = 'data_version'"
            )

    @property
    def version(self) -> int:
        """The data version: one higher after every write."""
        with self.cursor() as cursor:
            row = cursor.execute("SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'data_version'").fetchone()
        return int(row[0]) if row else 0

    def require_catalogue(self) -> None:
        """Raise BoardEmpty where no plan was ever loaded."""
        with self.cursor() as cursor:
            if cursor.execute("SELECT count(*) FROM plan").fetchone() == (0,):
                raise BoardEmpty(path=self.path.name)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()


_open: dict[Path, Store] = {}
_opening = threading.Lock()


def opened(path: Path, *, create: bool = False) -> Store:
    """The open store of this process for a file, opened on first use. Raises a BoardError."""
    chosen = path.resolve()
    with _opening:
        store = _open.get(chosen)
        if store is None:
            store = _open[chosen] = Store(chosen, create=create)
    return store


def board(path: Path | None = None) -> Store:
    """The open store of the board, with a catalogue in it. Raises a BoardError."""
    store = opened(path or database())
    store.require_catalogue()
    return store


def shut(path: Path | None = None) -> None:
    """Close the store of a file, if this process holds it."""
    with _opening:
        store = _open.pop((path or database()).resolve(), None)
    if store is not None:
        store.close()
