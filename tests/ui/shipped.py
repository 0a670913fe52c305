"""A database as a visitor finds it: catalogue, shipped series and demonstration data, built once a run."""

import fcntl
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHARED = "BOARD_TESTS"  # names the folder of this run, one for all its workers: see tests/conftest.py
# A program that holds a database file until its input ends.
HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def command(database: Path, *words: str) -> None:
    """Run the command line on a database file."""
    environment = {**os.environ, "BOARD_DB": str(database)}
    done = subprocess.run([sys.executable, "cli.py", *words], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@cache
def built() -> Path:
    """The database file of this run. Nobody opens it: DuckDB gives a file to one process only."""
    folder = Path(os.environ[SHARED])
    made, ready = folder / "making.duckdb", folder / "board.duckdb"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # whoever comes second waits, and finds it
        if not ready.exists():
            command(made, "init")
            command(made, "demo")
            made.rename(ready)
    return ready


def copied(folder: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(built(), folder / "board.duckdb"))
