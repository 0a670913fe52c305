"""The records pages: what was loaded, undone and redone, who owes figures, and the board as it once was."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pandas import DataFrame

from data.coverage import counted, coverage
from data.history import before, load_row
from data.ingest.commit import Sender, commit
from data.store import Store, opened
from tests.ui.conftest import Run, address_of, html_of
from tests.ui.shipped import copied
from ui import own
from ui.place import Place

SENDER = Sender("牛奶<b>.csv", "李工", "650400-agriculture")
PLACE = Place(plan="turpan", region="650400", as_of=date(2019, 12, 31))


def load(store: Store, value: float) -> int:
    """One figure of a department, loaded."""
    row = {
        "region": "650400", "indicator_id": "agri_standardised_production_rate", "period_start": date(2019, 1, 1),
        "period_end": date(2019, 12, 31), "value": value, "provisional": False, "series_break": False,
        "source": "市农业局", "note": "",
    }  # fmt: skip
    return commit(store, f"{value}".encode(), DataFrame([row]), 0, SENDER).load_id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copied(tmp_path)


def test_the_list_tells_every_load_and_opens_it(run: Run, path: Path):
    number = load(opened(path), 31.2)
    shown = html_of(run(path, "loads", plan="turpan", lang="en"))
    assert f"{number} loads, none undone" in shown
    assert "李工" in shown
    assert "<b>" not in shown
    assert f"load={number}" in shown


def test_a_load_says_what_it_changed_and_what_counts_now(run: Run, path: Path):
    store = opened(path)
    first, second = load(store, 31.2), load(store, 32.5)
    shown = html_of(run(path, "loads", plan="turpan", lang="en", load=str(first)))
    assert f"Load {first} brought 1 figure: 1 new; none stands any more" in shown
    assert f"load {second}: 32.5%" in shown.replace("\xa0", " ")


def test_undoing_asks_for_a_name_and_a_reason_and_shows_the_board_without_the_load(run: Run, path: Path):
    number = load(opened(path), 31.2)
    test = run(path, "loads", plan="turpan", load=str(number))
    assert test.button(key="records-undo").disabled
    test.text_input(key=f"records-user-{number}").set_value("王处").run()
    assert test.button(key="records-undo").disabled
    test.text_input(key=f"records-reason-{number}").set_value("发错了").run()
    test.button(key="records-undo").click().run()
    assert not test.exception
    row = load_row(opened(path), number)
    assert (row["state"], row["undone_by"], row["undone_why"]) == ("withdrawn", "王处", "发错了")
    assert "不再计入" in html_of(test)
    assert "发错了" in html_of(test)


def test_redoing_leads_to_the_new_load(run: Run, path: Path):
    number = load(opened(path), 31.2)
    test = run(path, "loads", plan="turpan", load=str(number), lang="en")
    test.text_input(key=f"records-user-{number}").set_value("Li").run()
    test.text_input(key=f"records-reason-{number}").set_value("wrong file").run()
    test.button(key="records-undo").click().run()
    test.text_input(key=f"records-user-{number}").set_value("Li").run()
    test.button(key="records-redo").click().run()
    again = int(address_of(test)["load"])
    assert again > number
    assert f"It redoes load {number}" in html_of(test)
    assert load_row(opened(path), again)["state"] == "standing"


def test_what_came_with_the_product_cannot_be_undone(run: Run, full_board: Path):
    test = run(full_board, "loads", load="1", lang="en")
    assert not test.text_input
    assert "cannot be undone" in html_of(test)


@pytest.mark.parametrize("number", ["999", "x", "-1", "9" * 30])
def test_a_load_that_does_not_exist_is_said_so(run: Run, full_board: Path, number: str):
    test = run(full_board, "loads", load=number, lang="en")
    assert not test.exception
    assert f"There is no load {number[:18]}" in html_of(test)


def test_the_board_as_it_was_before_a_load_says_so_and_leads_back(run: Run, path: Path):
    number = load(opened(path), 88.8)
    known = before(load_row(opened(path), number))
    then = PLACE.model_copy(update={"known": known, "lang": "en"}).params()
    shown = html_of(run(path, "environment", **then))
    assert shown.count("state-notice") == 1
    assert "Back to now" in shown
    back = shown.partition("state-notice")[2].partition("data-go=")[2].partition(">")[0]
    assert "plan=turpan" in back
    assert "known" not in back


def test_the_explanation_before_a_load_holds_the_earlier_figure(run: Run, path: Path):
    store = opened(path)
    number = load(store, 88.8)
    known = before(load_row(store, number))
    assert known < load_row(store, number)["loaded_at"].to_pydatetime().replace(tzinfo=UTC)
    run(path, "overview", **PLACE.params())
    from ui import cache

    def current(moment: datetime | None) -> set[float]:
        frame = cache.assessments("turpan", PLACE.as_of, demo=True, known=moment)
        found = frame[frame["indicator_id"].eq("agri_standardised_production_rate") & frame["region"].eq("650400")]
        return set(found["current"])

    assert current(None) == {88.8}
    assert 88.8 not in current(known)
    assert current(known)


def test_coverage_counts_what_is_due(run: Run, full_board: Path):
    test = run(full_board, "coverage", plan="turpan", lang="en")
    count = counted(coverage(opened(full_board), date(2020, 1, 31), plan="turpan"))
    shown = html_of(test)
    assert f"By 2019-12-31, {count['owed']} figures were due" in shown
    assert f"{count['missing']} figures missing" in shown


def test_a_department_is_chosen_and_stays_in_the_address_when_the_language_changes(run: Run, full_board: Path):
    test = run(full_board, "coverage", plan="turpan")
    test.selectbox(key="coverage-department").set_value("650400-agriculture").run()
    assert address_of(test)["department"] == "650400-agriculture"
    test.button(key="pick-lang").click().run()
    assert address_of(test).items() >= {"department": "650400-agriculture", "lang": "en"}.items()
    assert "Agriculture Bureau: by 2019-12-31" in html_of(test)
    assert len(test.get("download_button")) == 1


def test_another_plan_drops_the_day_a_page_had_chosen(run: Run, full_board: Path):
    test = run(full_board, "coverage", plan="turpan", day="2019-01-31", lang="en")
    assert "By 2019-01-31" in html_of(test)
    test.selectbox(key="place-plan").set_value("linxia").run()
    assert "day" not in address_of(test)


def test_what_is_not_understood_is_said(run: Run, full_board: Path):
    shown = html_of(run(full_board, "coverage", plan="turpan", day="soon", department="nobody", lang="en"))
    assert "department=nobody, day=soon" in shown


def test_a_day_on_which_nothing_is_due_is_said(run: Run, full_board: Path):
    test = run(full_board, "coverage", plan="turpan", day="1991-01-01", lang="en")
    assert not test.exception
    assert "no figures were due" in html_of(test)


def test_a_link_keeps_of_the_pages_own_what_it_names():
    assert "load=12" in own.link(PLACE, "x", page="loads", own={"load": 12})
    assert "load" not in own.link(PLACE, "x", page="overview").partition("?")[2].partition('"')[0]
