"""The database file: shut against everything outside, migrated once, refused by name, whole whatever happens."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from data.errors import (
    BoardDamaged,
    BoardEmpty,
    BoardError,
    BoardLocked,
    BoardMissing,
    BoardNewer,
    BoardUnwritable,
)
from data.migration import migrate, version_of
from data.store import Store, board, opened, shut
from tests.data.figures import everything, is_one_sentence
from tests.ui.shipped import HOLD, ROOT

SHUT = {
    "enable_external_access": "false",
    "lock_configuration": "true",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
}


def test_the_settings_in_force_shut_every_door(store: Store) -> None:
    with store.cursor() as cursor:
        live = dict(cursor.execute("SELECT name, value FROM duckdb_settings()").fetchall())
    assert {name: live[name] for name in SHUT} == SHUT
    own = str(store.path.parent)
    assert all(folder.strip().startswith(own) for folder in live["allowed_directories"].strip("[]").split(","))


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd.csv'",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_csv('http://127.0.0.1:1/x.csv')",
        "COPY (SELECT 1) TO '{out}/leak.csv'",
        "COPY plan FROM '/etc/passwd'",
        "EXPORT DATABASE '{out}/leak'",
        "ATTACH '{out}/leak.duckdb' AS leak",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET autoload_known_extensions = true",
        "SET allowed_directories = ['/']",
        "RESET lock_configuration",
    ],
)
def test_nothing_outside_can_be_reached(store: Store, statement: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("outside")
    with store.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement.format(out=out)).fetchall()
    assert list(out.iterdir()) == []


def test_a_backup_beside_the_database_works(store: Store) -> None:
    with store.cursor() as cursor:
        cursor.execute(f"ATTACH '{store.path.parent}/backup.duckdb' AS backup")
        cursor.execute("COPY FROM DATABASE board TO backup")
        cursor.execute("DETACH backup")
    kept = Store(store.path.with_name("backup.duckdb"))
    assert everything(kept) == everything(store)
    kept.close()


# Migrations


def test_a_numbered_migration_runs_once(store: Store, tmp_path: Path) -> None:
    store.close()
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0099_more.sql").write_text("CREATE TABLE more (a INTEGER); INSERT INTO more VALUES (1);")
    with duckdb.connect(str(store.path)) as connection:
        assert migrate(connection, "board.duckdb", folder) == 99
        assert migrate(connection, "board.duckdb", folder) == 99
        assert connection.execute("SELECT count(*) FROM more").fetchone() == (1,)
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone() == ("99",)


def test_a_migration_that_fails_leaves_the_version_before(store: Store, tmp_path: Path) -> None:
    store.close()
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0099_wrong.sql").write_text("CREATE TABLE more (a INTEGER); SELECT nonsense;")
    with duckdb.connect(str(store.path)) as connection:
        before = version_of(connection, "board.duckdb")
        with pytest.raises(duckdb.Error):
            migrate(connection, "board.duckdb", folder)
        assert version_of(connection, "board.duckdb") == before
        assert "more" not in {row[0] for row in connection.execute("SHOW TABLES").fetchall()}


# Refusals


def missing(path: Path) -> None:
    path.unlink()


def without_bytes(path: Path) -> None:
    path.write_bytes(b"")


def without_plans(path: Path) -> None:
    path.unlink()
    Store(path, create=True).close()


def no_database(path: Path) -> None:
    path.write_text("figures,2019\n" * 500)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def somebody_elses(path: Path) -> None:
    path.unlink()
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE invoices (a INTEGER)")


def strange_version(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'schema_version'")


def newer(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE key = 'schema_version'")


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (missing, BoardMissing),
        (without_bytes, BoardEmpty),
        (without_plans, BoardEmpty),
        (no_database, BoardDamaged),
        (cut_short, BoardDamaged),
        (somebody_elses, BoardDamaged),
        (strange_version, BoardDamaged),
        (newer, BoardNewer),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(
    laid_out: Path, tmp_path: Path, spoil: Callable[[Path], None], named: type[BoardError]
) -> None:
    path = Path(shutil.copy(laid_out, tmp_path / "unlocked.duckdb"))
    spoil(path)
    with pytest.raises(BoardError) as told:
        board(path)
    shut(path)
    assert type(told.value) is named
    for lang in ("zh", "en"):
        assert is_one_sentence(told.value.words(lang)), told.value.words(lang)
        assert "unlocked.duckdb" in told.value.words(lang)


def test_a_first_start_that_was_killed_can_be_made_again(tmp_path: Path) -> None:
    path = tmp_path / "board.duckdb"
    path.write_bytes(b"")
    Store(path, create=True).close()
    assert path.stat().st_size > 0


def test_a_file_in_use_by_another_program_is_locked(laid_out: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(BoardLocked) as told:
            opened(path)
        holder.kill()
    assert is_one_sentence(told.value.words("zh"))
    assert is_one_sentence(told.value.words("en"))


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BoardUnwritable) as told:
        Store(tmp_path / "file" / "board.duckdb", create=True)
    assert is_one_sentence(told.value.words("zh"))
    assert is_one_sentence(told.value.words("en"))


READ_ONLY = """
import os, sys
from pathlib import Path
from data.errors import BoardUnwritable
from data.store import Store
path = Path(sys.argv[1])
path.parent.chmod(0o555)
if os.geteuid() == 0:
    os.seteuid(65534)
try:
    Store(path, create=True)
except BoardUnwritable as error:
    print(error.words("en"))
"""


def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    folder = tmp_path / "var"
    folder.mkdir()
    command = [sys.executable, "-c", READ_ONLY, str(folder / "board.duckdb")]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "cannot be written" in told.stdout
