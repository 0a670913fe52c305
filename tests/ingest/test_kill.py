"""A kill -9 at every step: the database stands as before or as after, the archive holds what was received whole."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.store import Store
from tests.data.figures import standing
from tests.ui.shipped import ROOT

FILE = "地区,指标,期次,数值\n" + "".join(
    f"泉州市,生产企业产品质量监督合格率,{year}年,{90 + year % 7}.5%\n" for year in range(2001, 2016)
)
STEPS = [
    "data.shell.loading:archive",
    "data.shell.loading:archive+",
    "data.ingest.opening:read_book",
    "data.ingest.opening:read_book+",
    "data.ingest.importing:find_table+",
    "data.ingest.examining:lay_out+",
    "data.ingest.examining:understand+",
    "data.ingest.examining:check+",
    "data.ingest.examining:compare+",
    "data.ingest.importing:enter",
    "data.ingest.importing:enter+",
    "data.ingest.importing:_write+",
    "data.ingest.importing:remember",
    "data.ingest.importing:refresh",
    "data.ingest.importing:refresh+",
]


@pytest.fixture
def path(laid_out: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "figures.csv"
    made.write_text(FILE, encoding="gb18030")
    return made


def started(path: Path, file: Path, step: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.ingest.killed", str(path), str(file), step]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def stands_whole_or_not_at_all(path: Path) -> bool:
    """Whether the file is in: all its figures and one load, or nothing of it."""
    store = Store(path)
    try:
        with store.cursor() as cursor:
            loads, rows = cursor.execute(
                "SELECT (SELECT count(*) FROM load), (SELECT count(*) FROM observation)"
            ).fetchone() or (0, 0)
        known = standing(store)
    finally:
        store.close()
    assert (loads, rows, len(known)) in ((0, 0, 0), (1, 15, 15))
    return bool(loads)


def finished(path: Path, file: Path) -> None:
    """Import once more, without harm: the file is in, once."""
    again = started(path, file, "none")
    out, err = again.communicate(timeout=120)
    assert again.returncode == 0, err
    assert json.loads(out)["state"] in ("accepted", "unchanged")
    assert stands_whole_or_not_at_all(path)


def archived_whole(path: Path) -> None:
    """What bears a sha256 in the archive has it."""
    for kept in (path.parent / "archive").glob("[0-9a-f]" * 64):
        assert hashlib.sha256(kept.read_bytes()).hexdigest() == kept.name


def killed_at(step: str, path: Path, file: Path) -> None:
    process = started(path, file, step)
    process.communicate(timeout=120)
    assert process.returncode == -signal.SIGKILL
    inside = stands_whole_or_not_at_all(path)
    archived_whole(path)
    if step != "data.shell.loading:archive":
        assert (path.parent / "archive" / hashlib.sha256(file.read_bytes()).hexdigest()).exists()
    assert inside == (STEPS.index(step) >= STEPS.index("data.ingest.importing:remember"))


@pytest.mark.parametrize("step", STEPS[1::3])
def test_a_kill_leaves_the_board_as_before_or_as_after(step: str, path: Path, file: Path) -> None:
    killed_at(step, path, file)
    finished(path, file)


@pytest.mark.long
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_every_step_repeated(step: str, path: Path, file: Path) -> None:
    for _ in range(2):
        process = started(path, file, step)
        process.communicate(timeout=120)
        stands_whole_or_not_at_all(path)
        archived_whole(path)
    finished(path, file)


@pytest.mark.long
def test_kills_at_any_moment_lose_nothing_acknowledged(path: Path, file: Path) -> None:
    for round_ in range(30):
        process = started(path, file, "none")
        time.sleep(0.2 + round_ * 0.1)
        process.kill()
        out, _ = process.communicate(timeout=120)
        inside = stands_whole_or_not_at_all(path)
        acknowledged = process.returncode == 0 and json.loads(out)["state"] in ("accepted", "unchanged")
        assert inside or not acknowledged
    finished(path, file)
