"""The command socket: the app that holds the database answers the command line on this machine.

One request a connection, a JSON line ``{"argv": [...], "folder": "where it was given"}``; one JSON line back.
Only the same user may ask.
"""

import argparse
import json
import logging
import os
import secrets
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from config.settings import database, socket_of
from data.errors import BoardError
from data.shell.answer import REFUSED, Answer, CommandError, UsageError, fault, refusal
from data.shell.parser import language, parser
from data.shell.verbs import run_stored
from data.store import board, opened, shut

log = logging.getLogger(__name__)
PATIENCE = 600.0  # seconds an answer may take
ASKING = 10.0  # seconds a caller has to say what it wants
LONGEST = 1 << 20  # characters of a request


class NoAnswer(Exception):
    """The running app took the request and did not answer it."""


def answer(argv: list[str], path: Path, folder: Path) -> Answer:
    """Do what a command line given in a folder asks, in this process, on the store of a database file; never raises."""
    lang = language(argv)
    try:
        words = parser(lang).parse_args(argv, argparse.Namespace(cwd=folder))
        return run_stored(words, opened(path, create=words.verb == "init"))
    except (BoardError, CommandError, UsageError) as error:
        return refusal(error, lang) or Answer("", REFUSED, error=True)
    except (Exception, SystemExit):  # whoever asked is told, the log knows, the app lives on
        number = secrets.token_hex(3)
        log.exception("error %s in command %s", number, argv[:1])
        return fault(lang, number)


def _same_user(connection: socket.socket) -> bool:
    """Whether the other end runs as this user."""
    size = struct.calcsize("3i")
    _pid, uid, _gid = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return bool(uid == os.getuid())


def _reply(connection: socket.socket, path: Path) -> None:
    """Answer one connection; what is no request is left without answer."""
    with connection, suppress(OSError, ValueError, KeyError, TypeError):
        connection.settimeout(ASKING)
        if not _same_user(connection):
            return
        with connection.makefile("rw", encoding="utf-8") as stream:
            asked = json.loads(stream.readline(LONGEST))
            told = answer([str(word) for word in asked["argv"]], path, Path(str(asked.get("folder", "."))))
            stream.write(json.dumps(told._asdict()) + "\n")


def _serve(listener: socket.socket, path: Path) -> None:
    """Answer every connection in a thread of its own until the listener is closed: a slow one holds up no other."""
    while listener.fileno() != -1:
        try:
            connection, _ = listener.accept()
        except OSError as error:
            if listener.fileno() == -1 or not isinstance(error, BlockingIOError | ConnectionError):
                time.sleep(0.1)  # closing, or out of file handles for a moment
            continue
        threading.Thread(target=_reply, args=(connection, path), daemon=True, name="command").start()


def _answers(place: Path) -> bool:
    """Whether somebody listens at a socket; a file left by a killed app has nobody behind it."""
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(place))
        except OSError:
            return False
    return True


def _listening(place: Path) -> socket.socket | None:
    """A listener at a place; none where another app of the same board has it or it cannot be made."""
    if _answers(place):
        log.warning("another app answers commands at %s", place)
        return None
    listener = socket.socket(socket.AF_UNIX)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        listener.bind(str(place))
        place.chmod(0o600)
        listener.listen()
    except OSError as error:
        log.warning("no commands while the app runs: %s", error)
        listener.close()
        return None
    return listener


@contextmanager
def serving(path: Path | None = None) -> Iterator[None]:
    """Hold the database and listen for commands while the app lives; neither missing is an obstacle."""
    chosen = (path or database()).resolve()
    with suppress(BoardError):
        board(chosen)
    place = socket_of(chosen)
    listener = _listening(place)
    if listener is not None:
        threading.Thread(target=_serve, args=(listener, chosen), daemon=True, name="commands").start()
    try:
        yield
    finally:
        if listener is not None:
            place.unlink(missing_ok=True)
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        shut(chosen)


def ask(argv: list[str], path: Path) -> Answer | None:
    """The running app's answer to a command line; nothing where no app listens. Raises NoAnswer."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(PATIENCE)
        try:
            connection.connect(str(socket_of(path)))
        except OSError:
            return None
        if not _same_user(connection):
            return None
        try:
            with connection.makefile("rw", encoding="utf-8") as stream:
                stream.write(json.dumps({"argv": argv, "folder": str(Path.cwd())}) + "\n")
                stream.flush()
                reply = json.loads(stream.readline())
        except (OSError, ValueError) as error:
            raise NoAnswer from error
    return Answer(**reply)
