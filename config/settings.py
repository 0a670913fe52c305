"""Where things lie and how the board is served."""

import hashlib
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "config"
LONGEST_SOCKET = 100
SHIPPED = ROOT / "data" / "shipped"


def database() -> Path:
    """The database file: ``BOARD_DB``, else ``var/board.duckdb``."""
    return Path(os.environ.get("BOARD_DB") or ROOT / "var" / "board.duckdb").resolve()


def socket_of(path: Path) -> Path:
    """The command socket of the app that holds a database file: beside it, or in the temporary folder where
    the name would be too long for a socket.
    """
    beside = path.with_name(path.name + ".sock")
    if len(os.fsencode(beside)) < LONGEST_SOCKET:
        return beside
    return Path(tempfile.gettempdir()) / f"board-{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}.sock"
