"""Readers and the one writer: whole before or whole after, whatever happens in between."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from data.store import Store
from tests.data.figures import everything
from tests.ui.shipped import ROOT

REPORT = (
    "INSERT INTO milestone_report (region, indicator_id, reported, done, evidence, load_id)"
    " VALUES ('1', 'x', DATE '2020-01-01', TRUE, '', 1)"
)


def test_every_write_raises_the_version_by_one(store: Store) -> None:
    before = store.version
    for step in range(1, 4):
        with store.write() as cursor:
            cursor.execute("DELETE FROM assessment")
        assert store.version == before + step


def test_a_failed_write_leaves_everything_as_before(store: Store) -> None:
    def fail() -> None:
        with store.write() as cursor:
            cursor.execute("DELETE FROM meta WHERE key = 'catalogue'")
            cursor.execute(REPORT)
            raise ZeroDivisionError

    before = everything(store)
    version = store.version
    with pytest.raises(ZeroDivisionError):
        fail()
    assert everything(store) == before
    with store.write() as cursor:
        cursor.execute("DELETE FROM assessment")
    assert store.version == version + 1


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
            cursor.execute(REPORT)
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
    words = {"region": "350500", "indicator_id": "x", "source": "s", "note": ""}
    marks = {"provisional": False, "series_break": False}
    rows = pd.DataFrame({"period_start": days, "period_end": days, "value": float(number), **words, **marks})
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
