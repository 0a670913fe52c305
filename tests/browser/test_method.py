"""The parts of the method page are reached by a link: by a click without a new session, and from another window."""

import pytest

from tests.browser.conftest import Server, Visit, Visitor

pytestmark = pytest.mark.browser

TOP = "document.querySelector('#forecast-trial').getBoundingClientRect().top"
HEAD = "document.querySelector('.contents').getBoundingClientRect()"


def under_the_links(visit: Visit) -> bool:
    """The part begins right under the row of links, which has stayed at the top."""
    visit.page.wait_for_timeout(500)
    row = visit.page.evaluate(f"[{HEAD}.top, {HEAD}.bottom]")
    return row[0] == 0 and 0 <= visit.page.evaluate(TOP) - row[1] < 60


def test_a_click_and_a_deep_link_lead_to_a_part(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/method?plan=turpan&lang=en")
    visit.page.locator('.contents a[href="#forecast-trial"]').click()
    assert under_the_links(visit)
    assert (visit.path, visit.params["plan"]) == ("/method", "turpan")
    whole = visit.page.url.removeprefix(visit.base)
    assert whole.endswith("#forecast-trial")
    other = visitor(board, 1024, 768)
    other.open(whole)
    assert under_the_links(other)


def test_the_choice_of_series_keeps_the_place_on_the_page(board: Server, visitor: Visitor):
    visit = visitor(board)
    visit.open("/method?plan=turpan&lang=en#forecast-trial")
    visit.page.locator(".scopes a").click()
    visit.settle()
    assert visit.params["scope"] == "plan"
    assert under_the_links(visit)
    visit.page.go_back()
    visit.settle()
    assert "scope" not in visit.params
