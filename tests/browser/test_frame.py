"""What the frame looks like in a window, and what the server says around it."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from config.text import say
from tests.browser.conftest import Server, Visitor, served
from tests.ui.shipped import copied
from ui.place import PAGES

pytestmark = pytest.mark.browser

OVERFLOW = """() => {
  const main = document.querySelector('[data-testid="stMain"]'), nav = document.querySelector('.st-key-nav')
  const tops = [...nav.querySelectorAll('p')].map(p => p.getBoundingClientRect()).filter(r => r.width)
  return {page: main.scrollWidth - main.clientWidth, nav: nav.scrollWidth - nav.clientWidth,
          lines: nav.getBoundingClientRect().height > 60 ? 2 : 1,
          right: Math.max(...tops.map(r => r.right)) > window.innerWidth}
}"""
FITS = {"page": 0, "nav": 0, "lines": 1, "right": False}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_page_scrolls_sideways_on_the_smallest_screen_or_asks_outside(board: Server, visitor: Visitor, lang: str):
    visit = visitor(board, 1024, 768)
    visit.open(f"/?lang={lang}")
    for page in PAGES:
        visit.go(page)
        assert visit.path == f"/{page}"
        assert (page, visit.page.evaluate(OVERFLOW)) == (page, FITS)


def test_the_row_holds_the_longest_names(board: Server, visitor: Visitor):
    visit = visitor(board, 1024, 768)
    visit.open("/overview?lang=en")
    for plan in ("quanzhou", "fujian", "fuzhou", "turpan", "linxia"):
        visit.turn(f"/overview?lang=en&plan={plan}&demo=1")
        assert (plan, visit.page.evaluate(OVERFLOW)) == (plan, FITS)


def test_the_width_is_known(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview")
    for width, size in ((1920, "w1920"), (1366, "w1366"), (1024, "w1024")):
        visit.page.set_viewport_size({"width": width, "height": 768})
        visit.settle()
        assert visit.page.evaluate("document.documentElement.dataset.size") == size


def test_the_fonts_are_the_boards_own(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview")
    loaded = visit.page.evaluate(
        """[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replace(/['"]/g, ''))"""
    )
    assert {"Noto Sans SC", "Noto Serif SC"} <= set(loaded)


def test_the_keyboard_reaches_pages_and_pickers(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview")
    reached = []
    for _ in range(20):
        visit.page.keyboard.press("Tab")
        reached.append(visit.page.evaluate("document.activeElement.innerText.split('\\n')[0]"))
    assert [name for name in reached if name in ("总览", "产品", "工程", "服务", "环境", "EN")] == [
        "总览", "产品", "工程", "服务", "环境", "EN",
    ]  # fmt: skip
    assert any(name.startswith("截至") for name in reached)


def test_headers_and_health(board: Server):
    status, headers, body = board.get("/healthz")
    assert (status, b'"status":"ok"' in body) == (200, True)
    for path in ("/overview", "/_stcore/health", "/app/static/favicon.png", "/healthz"):
        _, headers, _ = board.get(path)
        said = {name.lower(): value for name, value in headers.items()}
        assert said["x-content-type-options"] == "nosniff"
        assert said["x-frame-options"] == "SAMEORIGIN"
        assert said["referrer-policy"] == "same-origin"
        policy = said["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "http" not in policy
        assert "unsafe-eval'" not in policy.replace("wasm-unsafe-eval'", "")
    assert "max-age" in board.get("/app/static/fonts/noto.css")[1]["cache-control"]


def test_without_a_database_the_page_says_so_and_comes_alive_when_there_is_one(tmp_path: Path, visitor: Visitor):
    with served(tmp_path / "board.duckdb") as server:
        assert server.get("/healthz")[0] == 503
        visit = visitor(server)
        visit.open("/upload?plan=turpan&lang=en")
        assert "make run" in visit.said
        assert visit.page.locator('[data-testid="stException"]').count() == 0
        copied(tmp_path)
        visit.page.reload()
        visit.settle()
        assert visit.page.locator(".state-trouble").count() == 0
        assert visit.params["plan"] == "turpan"
    sign = visit.page.locator("#board-sign")
    expect(sign).to_contain_text("The connection is lost", timeout=20_000)
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    visit.errors.clear()  # the browser's own words about it
    with served(server.database, urlsplit(server.base).port or 0):
        expect(sign).to_have_attribute("data-kind", "", timeout=30_000)
        visit.errors.clear()
        visit.settle()
        visit.page.goto(visit.base + "/library?plan=turpan")  # nothing has been reckoned yet
        expect(sign).to_have_text(say("sign.busy"), timeout=20_000)
        visit.settle()
        expect(sign).to_be_hidden()
        visit.leave()
