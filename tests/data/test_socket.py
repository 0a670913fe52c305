"""While the app holds the board, the command line asks it over a socket; nothing stands in the way of either."""

import json
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

import cli
from config.settings import socket_of
from data.service import ask, serving
from data.store import Store, opened, shut
from tests.ui.shipped import ROOT


@pytest.fixture
def path(laid_out: Path, tmp_path: Path) -> Path:
    """A board with a catalogue, short enough to work with."""
    return Path(shutil.copy(laid_out, tmp_path / "board.duckdb"))


@pytest.fixture
def app(path: Path) -> Iterator[Path]:
    """The board held by this process as the app holds it."""
    with serving(path):
        yield path


def command(path: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """The command line in another process."""
    environment = {**os.environ, "BOARD_DB": str(path)}
    return subprocess.run([sys.executable, "cli.py", *argv], cwd=ROOT, env=environment, capture_output=True, text=True)


def raw(path: Path, request: bytes) -> bytes:
    """What the socket answers to bytes that are perhaps no request."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(10)
        connection.connect(str(socket_of(path)))
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return connection.makefile("rb").read()


def test_another_process_is_answered_while_the_app_holds_the_file(app: Path) -> None:
    with opened(app).cursor() as cursor:
        cursor.execute("SELECT 1")
    told = command(app, "assess", "--plan", "quanzhou", "--region", "350500", "--format", "csv")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.count("\n") > 100


def test_refusals_come_over_the_socket_in_the_language_asked_for(app: Path) -> None:
    told = command(app, "assess", "--plan", "nowhere", "--lang", "en")
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith('There is no "nowhere"')


def test_only_this_user_may_use_the_socket(app: Path) -> None:
    assert stat.S_IMODE(socket_of(app).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "request_",
    [b"", b"\n", b"nonsense\n", b"[]\n", b'{"argv": 3}\n', b'{"words": []}\n', b"\xff\xfe\n", b'{"argv": ["a'],
    ids=repr,
)
def test_what_is_no_request_is_left_without_answer_and_does_no_harm(app: Path, request_: bytes) -> None:
    assert raw(app, request_) == b""
    assert ask(["assess", "--plan", "nowhere"], app) is not None


@pytest.mark.parametrize("argv", [["--help"], ["assess", "--help"], ["fly"], []])
def test_words_that_end_a_process_do_not_end_the_app(app: Path, argv: list[str]) -> None:
    assert json.loads(raw(app, json.dumps({"argv": argv}).encode() + b"\n"))["code"] != 0
    assert ask(["assess", "--plan", "nowhere"], app) is not None


def test_a_silent_caller_holds_up_nobody(app: Path) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.connect(str(socket_of(app)))
        reply = ask(["assess", "--plan", "nowhere"], app)
    assert reply is not None
    assert reply.code == 2


def test_two_commands_at_once_are_both_answered(app: Path) -> None:
    replies: list[object] = []
    words = ["assess", "--plan", "quanzhou", "--format", "csv"]
    both = [threading.Thread(target=lambda: replies.append(ask(words, app))) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(replies) == 2
    assert replies[0] == replies[1]
    assert replies[0] is not None


def test_a_fault_is_told_with_a_number_and_the_app_lives_on(app: Path, caplog: pytest.LogCaptureFixture) -> None:
    with opened(app).write() as cursor:
        cursor.execute("DROP TABLE peer_group")
    reply = ask(["assess", "--plan", "quanzhou", "--lang", "en"], app)
    assert reply is not None
    assert reply.code == 1
    number = reply.text.split("(error ")[1].split(")")[0]
    assert number in caplog.text
    again = ask(["assess", "--plan", "nowhere"], app)
    assert again is not None
    assert again.code == 2


def test_the_socket_goes_with_the_app(path: Path) -> None:
    with serving(path):
        assert socket_of(path).exists()
    assert not socket_of(path).exists()
    assert ask(["assess"], path) is None
    Store(path).close()


def test_a_socket_left_by_a_killed_app_is_no_obstacle(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(socket_of(path)))
    assert socket_of(path).exists()
    assert cli.run(["--db", str(path), "assess", "--plan", "quanzhou", "--format", "csv"]).code == 0
    with serving(path):
        assert ask(["assess", "--plan", "nowhere"], path) is not None


def test_a_second_app_leaves_the_first_its_socket(app: Path) -> None:
    with serving(app):
        pass
    shut(app)
    reply = ask(["assess", "--plan", "nowhere"], app)
    assert reply is not None
    assert reply.code == 2


def test_an_app_that_goes_without_answering_is_said(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(socket_of(path)))
        listener.listen()
        threading.Thread(target=lambda: listener.accept()[0].close(), daemon=True).start()
        text, code, _ = cli.run(["--db", str(path), "--lang", "en", "assess"])
    assert code == 2
    assert "does not answer" in text


def test_a_long_path_has_its_socket_elsewhere(laid_out: Path, tmp_path: Path) -> None:
    folder = tmp_path / ("deep" * 30)
    folder.mkdir()
    path = Path(shutil.copy(laid_out, folder / "board.duckdb"))
    assert len(str(socket_of(path))) < 100
    with serving(path):
        reply = ask(["assess", "--plan", "nowhere"], path)
    assert reply is not None
    assert not socket_of(path).exists()


def test_an_app_without_a_database_builds_it_on_command(tmp_path: Path) -> None:
    path = tmp_path / "later.duckdb"
    with serving(path):
        missing = ask(["assess"], path)
        assert missing is not None
        assert missing.code == 2
        assert not path.exists()


def test_a_place_that_takes_no_socket_does_not_stop_the_app(path: Path) -> None:
    socket_of(path).mkdir()
    with serving(path):
        assert opened(path).version > 0
    assert ask(["assess"], path) is None
