"""The command socket: the app that holds the database answers the command line on this machine.

One request a connection, a JSON line ``{"argv": [...]}``; one JSON line back. Only the same user may ask.
"""

import json
import logging
import os
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from config.settings import database, socket_of
from data.errors import BoardError
from data.shell.parser import UsageError, parser
from data.shell.verbs import Answer, CommandError, refusal, run_stored
from data.store import board, opened, shut

log = logging.getLogger(__name__)
PATIENCE = 600.0


def answer(argv: list[str], path: Path) -> Answer:
    """Do what a command line asks, in this process, on the store of a database file."""
    lang = "en" if "en" in argv[: argv.index("--lang") + 2 if "--lang" in argv else 0] else "zh"
    try:
        words = parser().parse_args(argv)
        return run_stored(words, opened(path, create=words.verb == "init"))
    except (BoardError, CommandError, UsageError) as error:
        return refusal(error, lang) or Answer("", 1)


def _same_user(connection: socket.socket) -> bool:
    """Whether the other end runs as this user."""
    size = struct.calcsize("3i")
    _pid, uid, _gid = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return bool(uid == os.getuid())


def _serve(listener: socket.socket, path: Path) -> None:
    """Answer one connection after another until the listener is closed."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection, suppress(OSError, ValueError, KeyError):
            connection.settimeout(PATIENCE)
            if not _same_user(connection):
                continue
            with connection.makefile("rw", encoding="utf-8") as stream:
                request = json.loads(stream.readline())
                try:
                    text, code = answer(request["argv"], path)
                except Exception:  # the shell is told, the log knows, the app lives on
                    log.exception("command failed: %s", request["argv"][:1])
                    text, code = "", 1
                stream.write(json.dumps({"text": text, "code": code}) + "\n")


@contextmanager
def serving(path: Path | None = None) -> Iterator[None]:
    """Hold the database and listen for commands while the app lives; a missing database is no obstacle."""
    chosen = path or database()
    with suppress(BoardError):
        board(chosen)
    place = socket_of(chosen)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(place))
    place.chmod(0o600)
    listener.listen()
    threading.Thread(target=_serve, args=(listener, chosen), daemon=True, name="commands").start()
    try:
        yield
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        place.unlink(missing_ok=True)
        shut(chosen)


def ask(argv: list[str], path: Path) -> Answer | None:
    """The running app's answer to a command line; nothing where no app listens."""
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(str(socket_of(path)))
        except OSError:
            return None
        connection.settimeout(PATIENCE)
        if not _same_user(connection):
            return None
        with connection.makefile("rw", encoding="utf-8") as stream:
            stream.write(json.dumps({"argv": argv}) + "\n")
            stream.flush()
            reply = json.loads(stream.readline())
    return Answer(reply["text"], reply["code"])

