"""The board as colleagues see it: the real server, a real Chromium, and no way out of this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

from tests.ui.shipped import ROOT, copied
from ui.place import BOARD

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
# True once a screen has stood still for as long as a second run would take to begin; each step waits anew.
STANDS = """([step, quiet]) => {
  const app = document.querySelector('[data-testid="stApp"]')
  const drawn = app?.getAttribute('data-test-script-state') === 'notRunning'
    && !document.querySelector('[data-testid="stSkeleton"], [data-testid="stSpinner"]')
    && !!document.querySelector('.st-key-nav a, .state, [data-testid="stMain"] h1')
  if (!drawn) window.stands = null
  else if (window.stands?.step !== step) window.stands = {step, since: performance.now()}
  return drawn && performance.now() - window.stands.since >= quiet
}"""
QUIET = 350  # ms
# What the browser does on a step back or forward: the address changes, and the page of this session follows.
TURN = "to => { history.pushState(null, '', to); window.dispatchEvent(new PopStateEvent('popstate', {state: null})) }"
# Streamlit asks under the page's own path whether the server lives there; a 404 tells it that it does not.
PROBES = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class Server:
    """A running board."""

    base: str
    database: Path
    log: Path
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an address."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=10) as answer:
                return answer.status, dict(answer.headers.items()), answer.read()
        except urllib.error.HTTPError as answer:
            return answer.code, dict(answer.headers.items()), answer.read()


@contextmanager
def served(database: Path, port: int = 0) -> Iterator[Server]:
    """Start the board on a database file, on a free port where none is named; end it when done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = port or free.getsockname()[1]
    log = database.with_name(database.name + ".log")
    with log.open("wb") as sink:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"],
            cwd=ROOT, stdout=sink, stderr=subprocess.STDOUT, env={**os.environ, "BOARD_DB": str(database)},
        )  # fmt: skip
    server = Server(f"http://127.0.0.1:{port}", database, log, process)
    try:
        _await(server)
        yield server
    finally:
        process.terminate()
        process.wait(20)


def _await(server: Server) -> None:
    for _ in range(300):
        assert server.process.poll() is None, server.log.read_text(encoding="utf-8", errors="replace")
        try:
            server.get("/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(server.log.read_text(encoding="utf-8", errors="replace"))


@pytest.fixture(scope="session")
def board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The board on a full database. Its log holds no traceback at the end, and no word was missing."""
    with served(copied(tmp_path_factory.mktemp("served"))) as server:
        yield server
    log = server.log.read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in log
    assert "has no words" not in log


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = subprocess.run(["sh", "scripts/browser.sh", "find"], cwd=ROOT, capture_output=True, text=True)
    if found.returncode:
        pytest.skip(found.stderr.strip())
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=shutil.which(found.stdout.strip()), args=FLAGS)


@dataclass
class Visit:
    """One browser window and what was wrong in it."""

    page: Page
    base: str
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    steps: int = 0

    def open(self, path: str) -> None:
        """Go to an address of the board and wait until it is drawn."""
        self.page.goto(self.base + path)
        self.settle()

    def turn(self, path: str) -> None:
        """Go to an address of the board in the session that is open: faster than loading the page anew."""
        self.page.evaluate(TURN, path)
        self.settle()

    def go(self, page: str) -> None:
        """Follow the navigation row to a page."""
        if page not in BOARD:
            self.page.locator(":is(.st-key-more, .st-key-more-here) button").click()
        row = self.page.locator(f':is(.st-key-nav, .st-key-more-groups) a[href^="{page}?"]:visible')
        row.last.click()
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs any more: the script may run a second time when the width is known."""
        self.steps += 1
        self.page.wait_for_function(STANDS, arg=[self.steps, QUIET], timeout=60_000, polling=50)

    def leave(self) -> None:
        """Close the window: nothing was asked outside, nothing failed. Do it before its server ends."""
        exceptions = self.page.locator('[data-testid="stException"]').count()
        self.page.context.close()
        assert (self.outside, self.errors, exceptions) == ([], [], 0)

    @property
    def path(self) -> str:
        return urlsplit(self.page.url).path

    @property
    def params(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.page.url).query))

    @property
    def said(self) -> str:
        """All text of the page."""
        return self.page.locator('[data-testid="stMain"]').inner_text()


Visitor = Callable[..., Visit]


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Open windows on a board; at the end none has asked outside, failed or shown an exception."""
    visits: list[Visit] = []

    def start(server: Server, width: int = 1366, height: int = 768, scheme: str = "light") -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, locale="zh-CN", color_scheme=scheme,  # type: ignore[arg-type]
        )  # fmt: skip
        visit = Visit(context.new_page(), server.base)
        visits.append(visit)

        def guard(route: Route) -> None:
            if urlsplit(route.request.url).hostname in ("127.0.0.1", None):
                route.continue_()
            else:
                visit.outside.append(route.request.url)
                route.abort()

        def note(message: ConsoleMessage) -> None:
            probe = urlsplit(message.location.get("url", "")).path.endswith(PROBES)
            if message.type == "error" and not probe:
                visit.errors.append(message.text)

        context.route("**/*", guard)
        visit.page.on("console", note)
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        return visit

    yield start
    for visit in visits:
        if not visit.page.is_closed():
            visit.leave()
