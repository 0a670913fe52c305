"""Boards on which something is missing, each made once a run; see tests/ui/conftest.py for the full one."""

from pathlib import Path

from data.catalogue.reading import read
from data.catalogue.storing import store_catalogue
from data.store import Store
from tests.ui.shipped import copied


def bare(folder: Path) -> Path:
    """A database with tables and nothing in them, as a first start leaves it that was cut short."""
    Store(folder / "bare.duckdb", create=True).close()
    return folder / "bare.duckdb"


def without_figures(folder: Path) -> Path:
    """The whole catalogue, and not one figure."""
    store = Store(folder / "plain.duckdb", create=True)
    store_catalogue(store, read())
    store.close()
    return folder / "plain.duckdb"


def cut(folder: Path) -> Path:
    """All figures, but the plan of Linxia has no targets, and that of Turpan no region but its own."""
    store = Store(copied(folder))
    with store.write() as cursor:
        for table in ("target_point", "target_owner"):
            cursor.execute(
                f"DELETE FROM {table} WHERE target_id IN (SELECT target_id FROM target WHERE plan = 'linxia')"
            )
        cursor.execute("DELETE FROM target WHERE plan = 'linxia'")
        cursor.execute("DELETE FROM region WHERE parent = '650400'")
    store.close()
    return folder / "board.duckdb"
