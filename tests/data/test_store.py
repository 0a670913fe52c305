"""The database file: shut against everything outside, migrated once, refused by name, whole whatever happens."""

import os
import shutil
import signal
import subprocess
import sys
import threading
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
from data.migration import migrate
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
    assert live["allowed_directories"] == f"[{store.path.parent}/]"


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
def test_nothing_outside_can_be_reached(
    store: Store, statement: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
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
    (folder / "0002_more.sql").write_text("CREATE TABLE more (a INTEGER); INSERT INTO more VALUES (1);")
    with duckdb.connect(str(store.path)) as connection:
        assert migrate(connection, "board.duckdb", folder) == 2
        assert migrate(connection, "board.duckdb", folder) == 2
        assert connection.execute("SELECT count(*) FROM more").fetchone() == (1,)
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone() == ("2",)


def test_a_migration_that_fails_leaves_the_version_before(store: Store, tmp_path: Path) -> None:
    store.close()
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0002_wrong.sql").write_text("CREATE TABLE more (a INTEGER); SELECT nonsense;")
    with duckdb.connect(str(store.path)) as connection:
        with pytest.raises(duckdb.Error):
            migrate(connection, "board.duckdb", folder)
        assert migrate(connection, "board.duckdb", tmp_path / "none") == 1
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


# Readers and the writer


def test_every_write_raises_the_version_by_one(store: Store) -> None:
    before = store.version
    for step in range(1, 4):
        with store.write() as cursor:
            cursor.execute("DELETE FROM assessment")
        assert store.version == before + step


def test_a_failed_write_leaves_everything_as_before(store: Store) -> None:
    before = everything(store)
    with pytest.raises(ZeroDivisionError), store.write() as cursor:
        cursor.execute("DELETE FROM meta WHERE key = 'catalogue'")
        cursor.execute("INSERT INTO milestone_report VALUES ('1', 'x', DATE '2020-01-01', TRUE, '', 1)")
        _ = 1 / 0
    assert everything(store) == before
    with store.write() as cursor:
        cursor.execute("DELETE FROM assessment")
    assert store.version == int(dict(before["meta"])["data_version"]) + 1  # type: ignore[arg-type]


def test_many_readers_beside_a_writer_see_no_wrong_rows(store: Store) -> None:
    """Every write adds one row to two tables: a reader always finds as many in both, and its own answer."""
    wrong: list[object] = []
    done = threading.Event()

    def read(number: int) -> None:
        while not done.is_set():
            with store.snapshot() as cursor:
                echo = cursor.execute("SELECT ? AS n FROM range(50)", [number]).fetchall()
                first = cursor.execute("SELECT count(*) FROM milestone_report").fetchone()
                second = cursor.execute("SELECT count(*) FROM peer_group WHERE note_zh = 'x'").fetchone()
            if first != second or set(echo) != {(number,)}:
                wrong.append((number, first, second))

    readers = [threading.Thread(target=read, args=(number,)) for number in range(6)]
    for reader in readers:
        reader.start()
    for _ in range(40):
        with store.write() as cursor:
            cursor.execute("INSERT INTO milestone_report VALUES ('1', 'x', DATE '2020-01-01', TRUE, '', 1)")
            cursor.execute("INSERT INTO peer_group (note_zh) VALUES ('x')")
    done.set()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_writers_take_turns(store: Store) -> None:
    before = store.version

    def write() -> None:
        for _ in range(10):
            with store.write() as cursor:
                cursor.execute("UPDATE meta SET value = value WHERE key = 'catalogue'")

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert store.version == before + 40


LOADS = """
import sys
import pandas as pd
from pathlib import Path
from data.errors import BoardUnwritable
from data.ingest.commit import Sender, commit
from data.store import Store
store = Store(Path(sys.argv[1]))
for number in range(1, int(sys.argv[2])):
    days = pd.date_range("1900-01-31", periods=1500, freq="ME")
    rows = pd.DataFrame({"region": "350500", "indicator_id": "x", "period_start": days, "period_end": days,
                         "value": float(number), "provisional": False, "series_break": False, "source": "s", "note": ""})
    try:
        commit(store, str(number).encode(), rows, 0, Sender("x.csv", "test"))
    except BoardUnwritable as error:
        print(error.words("en"), flush=True)
        with store.cursor() as cursor:
            print(cursor.execute("SELECT count(*) = 1500 * count(DISTINCT load_id) FROM observation").fetchone()[0])
        break
    print(number, flush=True)
    if number == 2 and sys.argv[3:] == ["full"]:
        import resource
        size = Path(sys.argv[1]).stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
"""


def test_a_killed_load_leaves_before_or_after(store: Store) -> None:
    store.close()
    command = [sys.executable, "-c", LOADS, str(store.path), "1000"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as loading:
        assert loading.stdout is not None
        acknowledged = [loading.stdout.readline() for _ in range(3)]
        os.kill(loading.pid, signal.SIGKILL)
        acknowledged += loading.stdout.readlines()
    again = Store(store.path)
    with again.cursor() as cursor:
        loads = dict(cursor.execute("SELECT load_id, count(*) FROM observation GROUP BY ALL").fetchall())
        now = cursor.execute("SELECT DISTINCT value FROM current_observation").fetchall()
        listed = cursor.execute("SELECT count(*) FROM load").fetchone()
    assert set(loads.values()) == {1500}
    assert listed == (len(loads),)
    assert len(acknowledged) <= len(loads) <= len(acknowledged) + 1
    assert now == [(float(len(loads)),)]
    again.close()


def test_a_full_disk_refuses_the_load_and_keeps_the_rest(store: Store) -> None:
    store.close()
    command = [sys.executable, "-c", LOADS, str(store.path), "1000", "full"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert "cannot be written" in told[-2]
    assert told[-1] == "True"
