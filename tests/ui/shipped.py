"""A database as a visitor finds it: catalogue, shipped series and demonstration data, built once a run."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
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
    folder = Path(tempfile.mkdtemp(prefix="board-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    command(folder / "board.duckdb", "init")
    command(folder / "board.duckdb", "demo")
    return folder / "board.duckdb"


def copied(folder: Path) -> Path:
    """A copy of one's own."""
    return Path(shutil.copy(built(), folder / "board.duckdb"))
