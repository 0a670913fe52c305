"""The one owner of the database connection: any number of readers in threads, one writer."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from config.settings import database
from data.errors import BoardDamaged, BoardEmpty, BoardLocked, BoardMissing
from data.migration import migrate

SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


class Store:
    """An open database. Every use takes a cursor of its own; writing takes the lock and one transaction."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open a database file. Raises BoardMissing, BoardLocked or BoardDamaged."""
        self.path = path
        if not create and not path.exists():
            raise BoardMissing(path=path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = duckdb.connect(str(path), config=dict(SETTINGS))
        except duckdb.IOException as error:
            raise (BoardLocked if "lock" in str(error).lower() else BoardDamaged)(path=path.name) from error
        except duckdb.Error as error:
            raise BoardDamaged(path=path.name) from error
        self._writing = threading.Lock()
        try:
            migrate(self._connection)
            self._confine(path.parent)
        except duckdb.Error as error:
            self._connection.close()
            raise BoardDamaged(path=path.name) from error
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
        finally:
            cursor.close()

    @contextmanager
    def write(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The one writing transaction: committed whole, or nothing; raises the data version."""
        with self._writing, self.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                yield cursor
                cursor.execute(
                    "UPDATE meta SET value = CAST(CAST(value AS BIGINT) + 1 AS VARCHAR) WHERE key = 'data_version'"
                )
                cursor.execute("COMMIT")
            except BaseException:
                cursor.execute("ROLLBACK")
                raise

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
