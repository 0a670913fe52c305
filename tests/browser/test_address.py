"""The address holds the screen: whatever way a visitor comes to an address, the same screen stands there."""

import pytest

from tests.browser.conftest import Server, Visit, Visitor

pytestmark = pytest.mark.browser

LINK = "/product?plan=quanzhou&region=350502&as_of=2015-12-31&since=2014-12-31&lang=en"
PARAMS = {"plan": "quanzhou", "region": "350502", "as_of": "2015-12-31", "since": "2014-12-31", "lang": "en"}


def region_shown(visit: Visit) -> str:
    return visit.page.locator(".st-key-pick-region button").inner_text().splitlines()[0]


def here(visit: Visit) -> str:
    return visit.page.locator('.st-key-nav a[aria-current="page"]').inner_text()


def choose(visit: Visit, picker: str, field: str, option: int) -> None:
    """Open a picker and take an option of one of its boxes."""
    visit.page.locator(f".st-key-pick-{picker} button").first.click()
    visit.page.locator(f".st-key-place-{field} input").click()
    visit.page.locator('[role="option"]').nth(option).click()
    visit.settle()


def test_a_deep_link_is_the_first_request(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open(LINK)
    assert (visit.path, visit.params) == ("/product", PARAMS)
    assert region_shown(visit).startswith("Licheng")
    assert here(visit) == "Products"
    assert visit.page.evaluate("document.documentElement.lang") == "en"


def test_navigation_keeps_the_filters_and_back_and_forward_lead_where_one_was(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open(LINK)
    visit.go("service")
    assert (visit.path, visit.params, here(visit)) == ("/service", PARAMS, "Services")
    visit.page.go_back()
    visit.settle()
    assert (visit.path, visit.params, here(visit)) == ("/product", PARAMS, "Products")
    visit.page.go_forward()
    visit.settle()
    assert (visit.path, visit.params, here(visit)) == ("/service", PARAMS, "Services")
    assert region_shown(visit).startswith("Licheng")


def test_a_choice_is_in_the_address_and_back_undoes_it(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/environment?plan=quanzhou")
    whole = visit.params
    own = region_shown(visit)
    choose(visit, "region", "region", 1)
    chosen = region_shown(visit)
    assert chosen != own
    assert visit.params == {**whole, "region": "350502"}
    visit.page.reload()
    visit.settle()
    assert (visit.path, visit.params, region_shown(visit)) == (
        "/environment",
        {**whole, "region": "350502"},
        chosen,
    )
    visit.page.go_back()
    visit.settle()
    assert (visit.path, visit.params, region_shown(visit)) == ("/environment", whole, own)


def test_the_language_changes_and_nothing_else(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open(LINK)
    visit.page.get_by_role("button", name="中文").click()
    visit.settle()
    assert visit.path == "/product"
    assert visit.params == {name: said for name, said in PARAMS.items() if name != "lang"}
    assert (here(visit), region_shown(visit)) == ("产品", "鲤城")
    assert visit.page.evaluate("document.documentElement.lang") == "zh-CN"
    visit.page.go_back()
    visit.settle()
    assert (visit.params, here(visit)) == (PARAMS, "Products")


def test_demonstration_data_are_hidden_by_a_switch(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview?plan=turpan&lang=en")
    visit.page.locator(".st-key-pick-demo button").first.click()
    visit.page.locator(".st-key-place-demo label").click()
    visit.settle()
    assert visit.params["demo"] == "0"
    visit.go("engineering")
    assert visit.params["demo"] == "0"


def test_a_bare_address_becomes_whole_without_a_step_in_the_history(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview?plan=turpan")
    visit.open("/")
    assert set(visit.params) == {"plan", "region", "as_of", "since"}
    assert here(visit) == "总览"
    visit.page.go_back()
    visit.settle()
    assert (visit.path, visit.params["plan"]) == ("/overview", "turpan")


def test_a_value_not_understood_is_said_and_the_screen_stands(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/service?region=nowhere&as_of=2019-99-99&lang=en")
    assert visit.page.locator(".state-notice").inner_text().startswith("The link holds something unknown")
    assert here(visit) == "Services"
    choose(visit, "region", "region", 1)
    assert visit.page.locator(".state-notice").count() == 0


def test_a_page_the_board_does_not_have_leads_to_the_overview(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/nowhere?plan=turpan&lang=en")
    assert (visit.path, here(visit), visit.params["plan"]) == ("/overview", "Overview", "turpan")
    assert "page=nowhere" in visit.page.locator(".state-notice").inner_text()


def test_embedded_elsewhere_the_screen_stands_alone(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/overview?embed=true&plan=turpan")
    visit.page.wait_for_selector(".board")
    assert visit.page.locator(".st-key-nav").count() == 0
    assert visit.params.items() >= {"embed": "true", "plan": "turpan"}.items()


@pytest.mark.parametrize(("scheme", "asked"), [("dark", "light"), ("light", "dark")])
def test_the_theme_is_the_one_asked_for_whatever_the_system_prefers(
    board: Server, visitor: Visitor, scheme: str, asked: str
):
    visit = visitor(board, scheme=scheme)
    visit.open("/overview" if asked == "light" else "/overview?theme=dark")
    visit.settle()
    ground = visit.page.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
    assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(16, 23, 30)"}[asked]
    assert visit.page.evaluate("document.documentElement.dataset.theme") == asked
