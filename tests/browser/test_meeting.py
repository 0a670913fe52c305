"""The meeting view in a window: nothing to scroll, keys that walk, and the first visit."""

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Server, Visit, Visitor

pytestmark = pytest.mark.browser

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]
SCREENS = ("overview", "attention", "product", "governance")
EVERY = [
    (plan, screen) for plan in ("fuzhou", "turpan", "linxia") for screen in (*SCREENS, "service", "brand", "culture")
]
LAID_OUT = """() => {
  const main = document.querySelector('[data-testid="stMain"]')
  const bar = document.querySelector('.meet-mark').getBoundingClientRect()
  const small = [], under = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    const e = n.parentElement, r = e.getBoundingClientRect()
    if (!n.textContent.trim() || r.width < 2 || r.height < 2 || /^(STYLE|SCRIPT)$/.test(e.tagName)) continue
    if (parseFloat(getComputedStyle(e).fontSize) < 20) small.push(n.textContent.trim())
    if (!e.closest('.meet-mark') && r.bottom > bar.top + 1) under.push(n.textContent.trim())
  }
  return {down: main.scrollHeight - main.clientHeight, across: main.scrollWidth - main.clientWidth,
          bar: bar.right > window.innerWidth, small, under}
}"""
FITS = {"down": 0, "across": 0, "bar": False, "small": [], "under": []}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_screen_fits_the_window(board: Server, visitor: Visitor, width: int, height: int, lang: str):
    screens = SCREENS if width == 1024 else SCREENS[:2]  # what fits the narrowest is measured there
    look(visitor(board, width, height), [("turpan", screen) for screen in screens], lang)


@pytest.mark.long
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_screen_fits_the_window(board: Server, visitor: Visitor, width: int, height: int, lang: str):
    look(visitor(board, width, height), EVERY, lang)


def look(visit: Visit, screens: list[tuple[str, str]], lang: str) -> None:
    for plan, screen in screens:
        visit.open(f"/{screen}?plan={plan}&present=1&lang={lang}")
        assert (plan, screen, visit.page.evaluate(LAID_OUT)) == (plan, screen, FITS)


def press(visit: Visit, key: str) -> str:
    visit.page.keyboard.press(key)
    visit.page.wait_for_timeout(700)
    visit.settle()
    return visit.path


def follow(visit: Visit, link: Locator) -> None:
    link.click()
    visit.page.wait_for_timeout(700)
    visit.settle()


def test_keys_walk_the_screens_and_leave(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview?plan=turpan&since=none&present=1&lang=en")
    kept = visit.params
    assert press(visit, "ArrowLeft") == "/overview"
    walked = [(press(visit, key), visit.params.get("page_no")) for key in ("ArrowRight", "PageDown", "ArrowLeft")]
    assert walked == [("/attention", None), ("/attention", "2"), ("/attention", None)]
    assert visit.params == kept
    visit.page.go_back()
    visit.settle()
    assert visit.params == kept | {"page_no": "2"}
    assert press(visit, "Escape") == "/attention"
    assert visit.params == {name: said for name, said in (kept | {"page_no": "2"}).items() if name != "present"}
    assert visit.page.locator(".st-key-nav").count() == 1
    assert press(visit, "ArrowRight") == "/attention"


def test_a_name_on_the_list_opens_its_screen_and_d_the_sum(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/attention?plan=turpan&present=1")
    follow(visit, visit.page.locator(".meet-list a").first)
    one = visit.params["one"]
    press(visit, "d")
    assert visit.params["why"] == one
    assert visit.page.locator('[role="dialog"]').count() == 1
    press(visit, "Escape")
    assert (visit.params.get("why"), visit.params["one"], visit.params["present"]) == (None, one, "1")


def test_escape_closes_an_explanation_before_it_leaves(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview?plan=turpan&present=1")
    follow(visit, visit.page.locator(".meet-rows a").first)
    assert visit.page.locator('[role="dialog"]').count() == 1
    press(visit, "Escape")
    assert visit.page.locator('[role="dialog"]').count() == 0
    assert visit.params["present"] == "1"
    assert "why" not in visit.params


def test_the_view_is_entered_from_the_row(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/product?plan=turpan")
    visit.page.locator(".st-key-more button").click()
    follow(visit, visit.page.locator(".st-key-pick-meeting button"))
    assert (visit.path, visit.params["present"], visit.params["plan"]) == ("/product", "1", "turpan")


def test_a_first_visit_is_greeted_once(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/")
    assert visit.page.locator(".welcome").count() == 1
    press(visit, "Escape")
    assert visit.page.locator(".welcome").count() == 0
    visit.open("/")
    assert visit.page.locator(".welcome").count() == 0


def test_a_link_opens_what_it_names(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview?plan=turpan")
    assert visit.page.locator(".welcome").count() == 0


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_list_of_pages_needs_no_scrolling(board: Server, visitor: Visitor, width: int, height: int):
    visit = visitor(board, width, height)
    visit.open("/overview?lang=en")
    visit.page.locator(".st-key-more button").click()
    visit.page.locator(".st-key-more-groups").wait_for()
    body = visit.page.locator('[data-testid="stPopoverBody"]')
    box = body.bounding_box()
    assert box
    assert box["y"] + box["height"] <= height
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert body.evaluate("e => e.scrollHeight - e.clientHeight") == 0
