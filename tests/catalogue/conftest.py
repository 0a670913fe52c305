"""A catalogue of a test's own: a copy of the shipped one, for breaking."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from config.settings import CONFIG

Change = Callable[..., int]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The files of the catalogue in a folder of their own."""
    folder = tmp_path / "config"
    shutil.copytree(CONFIG, folder, ignore=shutil.ignore_patterns("locale", "*.py", "__pycache__"))
    return folder


@pytest.fixture
def change(root: Path) -> Change:
    """Change cells of one row of a table; returns the row's number (the header is 1)."""

    def write(file: str, key: str, **cells: str) -> int:
        path = root / file
        with path.open(encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        place = next(place for place, row in enumerate(rows) if next(iter(row.values())) == key)
        rows[place] |= cells
        with path.open("w", encoding="utf-8", newline="") as table:
            writer = csv.DictWriter(table, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return place + 2

    return write
