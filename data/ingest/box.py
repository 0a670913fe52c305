"""Reading and writing of foreign files in child processes: with limits, and without harm to the board."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from config.settings import ROOT
from data.ingest.book import Book, Sheet
from data.ingest.finding import Finding, Unreadable
from data.ingest.reader.boxed import OUT_OF_MEMORY
from data.ingest.reader.delimiting import CANDIDATES
from data.ingest.reader.refusal import Task

log = logging.getLogger(__name__)

ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")  # what a person may choose from
DELIMITERS = CANDIDATES
SECONDS = 10.0
MEMORY = 1_500_000_000
PATIENT_SECONDS, PATIENT_MEMORY = 60.0, 3_000_000_000  # and more with the size of the file
SECONDS_PER_MB, MEMORY_PER_BYTE = 0.5, 8
AT_ONCE = 2  # children; further ones wait
KEPT = 4_000  # bytes of a child's last words for the log

End = Literal["finished", "out_of_memory", "out_of_time", "died"]
_slots = threading.BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Ended:
    """How a child ended; ``code`` is its exit code, negative for a signal."""

    how: End
    code: int


def run_boxed(module: str, arguments: list[str], *, seconds: float, memory: int) -> Ended:
    """Run ``python -m module argument…`` in the project's folder, for at most so many seconds and bytes.

    The child and all it started are killed when time is up. What it prints goes to the log. At most two run at once;
    waiting for a turn does not count as time.
    """
    limits = [str(int(seconds) + 1), str(memory)]
    command = [sys.executable, "-s", "-X", "utf8", "-m", "data.ingest.reader.boxed", *limits, module, *arguments]
    around = os.environ | {"RUST_BACKTRACE": "0"}  # calamine's last words, without the way there
    with _slots, tempfile.TemporaryFile() as words:
        child = subprocess.Popen(
            command, cwd=ROOT, env=around, stdin=subprocess.DEVNULL, stdout=words, stderr=words, start_new_session=True
        )
        try:
            code: int | None = child.wait(seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _kill(child)
        said = _last_words(words.fileno())
    ended = _ended(code, said)
    if ended.how != "finished":
        log.warning("%s %s: %s %s", module, ended.how, ended.code, said)
    return ended


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the child's whole group; one that has ended already has none."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _last_words(descriptor: int) -> str:
    size = os.fstat(descriptor).st_size
    return os.pread(descriptor, KEPT, max(0, size - KEPT)).decode("utf-8", "replace")


def _ended(code: int | None, said: str) -> Ended:
    """What an exit code and the last words mean."""
    if code is None or code == -signal.SIGXCPU:
        return Ended("out_of_time", code or 0)
    if code == 0:
        return Ended("finished", 0)
    short = code == OUT_OF_MEMORY or "memory allocation of" in said or "capacity overflow" in said
    return Ended("out_of_memory" if short or "MemoryError" in said else "died", code)


def read_book(
    path: Path,
    file: str,
    folder: Path,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    patient: bool = False,
) -> Book:
    """Read a file in a child process.

    ``path`` holds the bytes, ``file`` is the name it was given; what it is, its bytes tell. ``folder`` is empty and
    takes the sheets' text. ``encoding`` and ``delimiter`` overrule what the file seems to have. ``patient`` allows
    large files, and time and memory in step with their size. A sheet's text is the file itself where that is clean
    text already: keep the file as long as the book. Raises Unreadable.
    """
    size = path.stat().st_size
    seconds, memory = SECONDS, MEMORY
    if patient:
        seconds = PATIENT_SECONDS + SECONDS_PER_MB * size / 1e6
        memory = PATIENT_MEMORY + MEMORY_PER_BYTE * size
    task = Task(str(path.resolve()), str(folder.resolve()), encoding or None, delimiter or None, patient)
    ended = run_boxed("data.ingest.reader", [json.dumps(task.dump())], seconds=seconds, memory=memory)
    answer = folder / "book.json"
    if ended.how == "out_of_time":
        raise Unreadable(Finding("error", "out_of_time", value=file, other=f"{seconds:.0f}"))
    if ended.how == "out_of_memory":
        raise Unreadable(Finding("error", "out_of_memory", value=file))
    if ended.how != "finished" or not answer.exists():
        raise Unreadable(Finding("error", "damaged", value=file))
    return book_told(json.loads(answer.read_text(encoding="utf-8")), path, file, folder)


def book_told(told: dict[str, Any], path: Path, file: str, folder: Path) -> Book:
    """The book, or the refusal, as the child told it."""
    if "refused" in told:
        fields = told["refused"]
        raise Unreadable(Finding("error", **(fields | {"value": fields["value"] or file})))
    sheets = tuple(
        Sheet(
            one["name"],
            folder / one["file"] if one["file"] else path,
            one["height"],
            one["width"],
            tuple(tuple(span) for span in one["merged"]),
            one["hidden"],
        )
        for one in told["sheets"]
    )
    return Book(told["kind"], told["encoding"], told["delimiter"], sheets)
