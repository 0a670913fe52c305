"""The records pages in a window: the way there and back, files handed out, a load taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pandas import DataFrame

from data.ingest.commit import Sender, commit
from data.store import Store
from tests.browser.conftest import Server, Visit, Visitor, served
from tests.browser.test_frame import FITS, OVERFLOW
from tests.ui.shipped import copied

pytestmark = pytest.mark.browser

SENT = "地区,指标,期次,数值\n吐鲁番市,农业标准化生产普及率,2019年,31.2\n".encode()
PLAN = "plan=turpan&lang=en"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A board with one load of a department, the tenth."""
    path = copied(tmp_path_factory.mktemp("records"))
    row = {
        "region": "650400", "indicator_id": "agri_standardised_production_rate", "period_start": date(2019, 1, 1),
        "period_end": date(2019, 12, 31), "value": 31.2, "provisional": False, "series_break": False,
        "source": "", "note": "",
    }  # fmt: skip
    store = Store(path)
    commit(store, SENT, DataFrame([row]), 0, Sender("农业.csv", "李工", "650400-agriculture"))
    store.close()
    with served(path) as server:
        yield server


def headline(visit: Visit) -> str:
    return visit.page.locator("h1.headline").inner_text().replace("\xa0", " ")


def test_the_data_menu_leads_to_the_records_and_closes(sent: Server, visitor: Visitor):
    visit = visitor(sent, 1024, 768)
    visit.open(f"/overview?{PLAN}")
    for page in ("loads", "coverage"):
        visit.go(page)
        assert visit.path == f"/{page}"
        assert visit.page.locator(".st-key-more-records a").count() == 0
        assert visit.page.evaluate(OVERFLOW) == FITS
    visit.go("product")
    assert visit.path == "/product"


def test_a_load_gives_its_file_back_as_it_came(sent: Server, visitor: Visitor):
    visit = visitor(sent)
    visit.open(f"/loads?{PLAN}&load=10")
    with visit.page.expect_download() as found:
        visit.page.locator(".st-key-records-original button").click()
    assert found.value.suggested_filename == "农业.csv"
    assert Path(found.value.path()).read_bytes() == SENT
    with visit.page.expect_download() as found:
        visit.page.locator(".st-key-records-changes button").click()
    assert "31.2" in Path(found.value.path()).read_text(encoding="utf-8-sig")


def test_the_board_before_a_load_is_one_step_away_and_one_step_back(sent: Server, visitor: Visitor):
    visit = visitor(sent)
    visit.open(f"/loads?{PLAN}")
    visit.page.locator("table.loads a").first.click()
    visit.settle()
    assert visit.params["load"] == "10"
    visit.page.get_by_text("The board before it").click()
    visit.settle()
    assert "known" in visit.params
    assert "as it was at" in visit.page.locator(".state-notice").inner_text()
    visit.page.go_back()
    visit.settle()
    assert (visit.path, visit.params["load"], "known" in visit.params) == ("/loads", "10", False)


def test_a_load_is_taken_back_with_a_reason_and_an_older_screen_says_it_is_old(sent: Server, visitor: Visitor):
    older = visitor(sent)
    older.open(f"/loads?{PLAN}")
    assert "none undone" in headline(older)
    visit = visitor(sent)
    visit.open(f"/loads?{PLAN}&load=10")
    act = visit.page.locator(".st-key-records-act")
    act.locator("input").nth(0).fill("Wang")
    act.locator("input").nth(1).fill("wrong file")
    visit.page.locator(".st-key-records-undo button:enabled").click()
    visit.page.locator(".state-notice").wait_for()
    visit.settle()
    older.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    older.page.get_by_role("button", name="The data have changed").click()
    older.settle()
    assert older.page.locator("#board-sign").inner_text() == ""
    assert "none undone" not in headline(older)
    assert headline(visit).startswith("Load 10 was undone by Wang")
    assert "Reason: wrong file." in visit.said
    assert "no longer count: 1" in visit.page.locator(".state-notice").inner_text()
