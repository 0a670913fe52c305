"""The meeting view beyond the overview and the dimensions in a window: nothing to scroll, nothing too small."""

import pytest

from tests.browser.conftest import Server, Visit, Visitor
from tests.browser.test_meeting import FITS, LAID_OUT, SIZES

pytestmark = pytest.mark.browser

SCREENS = ("/region?plan=quanzhou&region=350582", "/department?plan=turpan")
PLANS = ("quanzhou", "turpan", "linxia", "fuzhou", "fujian")
EVERY = (
    *(f"/region?plan={plan}" for plan in PLANS),
    *(f"/department?plan={plan}" for plan in PLANS),
    *(f"/{page}?plan=turpan&demo=0" for page in ("region", "department")),
    "/region?plan=quanzhou&region=350527",
    "/department?plan=turpan&department=650400-market",
    "/department?plan=turpan&department=none",
    "/indicator?plan=quanzhou&indicator=quality_professionals_per_10k_employed",
    "/indicator?plan=turpan&indicator=banned_veterinary_drug_detection_rate",
)


def look(visit: Visit, screens: tuple[str, ...]) -> None:
    """Every screen in every size and both languages, in one session."""
    visit.open(f"{screens[0]}&present=1")
    for width, height in SIZES:
        visit.page.set_viewport_size({"width": width, "height": height})
        visit.settle()
        for screen in screens:
            for lang in ("zh", "en"):
                visit.turn(f"{screen}&present=1&lang={lang}")
                assert (screen, lang, width, visit.page.evaluate(LAID_OUT)) == (screen, lang, width, FITS)


def test_regions_and_departments_fit_every_window(board: Server, visitor: Visitor):
    look(visitor(board), SCREENS)


@pytest.mark.long
def test_they_and_an_indicator_fit_with_every_plan(board: Server, visitor: Visitor):
    look(visitor(board), EVERY)
