"""Every page that has choices of its own keeps them in the address: by any way one comes to it, the same screen."""

from urllib.parse import urlencode

import pytest

from tests.browser.conftest import Server, Visit, Visitor

pytestmark = pytest.mark.browser

PLACE = {"plan": "turpan", "region": "650402", "as_of": "2019-12-31", "since": "none"}
OWN = {
    "attention": {"status": "yellow"},
    "region": {"status": "attention", "dim": "product"},
    "tilemap": {"target": "turpan-021"},
    "indicator": {"indicator": "agri_standardised_production_rate"},
    "department": {"department": "650400-agriculture", "order": "chance"},
    "library": {"find": "合格率", "plans": "turpan", "dim": "product"},
    "explore": {"measure": "rank", "chart": "dots"},
    "method": {"scope": "plan"},
}


def shown(visit: Visit) -> tuple[str, dict[str, str], str]:
    """Where one is, and all that is said there."""
    return visit.path, visit.params, visit.said


def test_a_page_is_the_same_by_link_by_steps_and_in_the_other_language(board: Server, visitor: Visitor):
    visit, place = visitor(board), PLACE
    visit.open(f"/overview?{urlencode(place)}")
    for page, own in OWN.items():
        visit.go(page)
        assert (visit.path, visit.params) == (f"/{page}", place)
        whole = visit.said
        link = f"/{page}?{urlencode(place | own)}"
        visit.turn(link)
        chosen = shown(visit)
        assert chosen[:2] == (f"/{page}", place | own)
        assert visit.page.locator(".state-notice").count() == 0, page  # the choice was understood
        assert chosen[2] != whole, page  # and shows
        visit.open(link)  # the first request of a session
        assert shown(visit) == chosen
        visit.page.locator(".st-key-pick-lang button").click()
        visit.settle()
        other = shown(visit)
        place = PLACE if "lang" in place else PLACE | {"lang": "en"}
        assert other[:2] == (f"/{page}", place | own)
        visit.page.go_back()
        visit.settle()
        assert shown(visit) == chosen
        visit.page.go_forward()
        visit.settle()
        assert shown(visit) == other
