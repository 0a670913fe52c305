"""The frame of every page: pickers, states, and that nothing breaks where something is missing."""

import logging
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.ui.conftest import Run, address_of, html_of
from tests.ui.shipped import HOLD
from ui import cache


def test_pickers_show_what_the_address_says(run: Run, full_board: Path):
    test = run(full_board, plan="turpan", as_of="2019-12-31", since="none", demo="0")
    shown = {name: test.selectbox(key=f"place-{name}").value for name in ("plan", "as_of", "since")}
    assert shown == {"plan": "turpan", "as_of": date(2019, 12, 31), "since": None}
    assert test.toggle(key="place-demo").value is False


def test_a_choice_is_written_into_the_address(run: Run, full_board: Path):
    test = run(full_board, plan="quanzhou", lang="en")
    own, county = list(cache.regions("quanzhou")["code"])[:2]
    assert test.selectbox(key="place-region").value == own
    test.selectbox(key="place-region").set_value(county).run()
    assert test.selectbox(key="place-region").value == county
    assert address_of(test).items() >= {"plan": "quanzhou", "region": county, "lang": "en"}.items()


def test_another_plan_drops_region_and_dates_of_the_old_one(run: Run, full_board: Path):
    test = run(full_board, plan="quanzhou", as_of="2015-12-31", lang="en")
    test.selectbox(key="place-plan").set_value("turpan").run()
    assert address_of(test) == {"plan": "turpan", "lang": "en"}
    assert "state-notice" not in html_of(test)


def test_an_as_of_date_before_the_comparison_brings_another_comparison(run: Run, full_board: Path):
    newest, *_, oldest = run(full_board, plan="linxia").selectbox(key="place-as_of").options
    test = run(full_board, plan="linxia", as_of=newest, since=f"{oldest[:4]}-12-31")
    test.selectbox(key="place-as_of").set_value(date.fromisoformat(oldest)).run()
    assert "since" not in test.query_params
    assert "state-notice" not in html_of(test)


def test_what_is_not_understood_is_said_in_one_sentence(run: Run, full_board: Path):
    shown = html_of(run(full_board, region="<b>x</b>", as_of="soon", lang="en"))
    assert shown.count("state-notice") == 1
    assert "as_of=soon" in shown
    assert "&lt;b&gt;x&lt;/b&gt;" in shown


def test_the_projector_view_has_no_pickers(run: Run, full_board: Path):
    assert not run(full_board, present="1").selectbox


def test_a_page_that_fails_says_an_id_the_log_knows(
    run: Run, full_board: Path, patch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the inside")

    patch.setattr("ui.screens.overview.show", fail)
    with caplog.at_level(logging.ERROR, "board.ui"):
        test = run(full_board, lang="en")
    shown = html_of(test)
    number = re.search(r"number ([0-9a-f]{6})", shown)
    assert number
    assert number[1] in caplog.text
    assert "secret" not in shown
    assert not test.exception
    assert test.selectbox(key="place-plan").value  # the frame still stands


def test_a_navigation_row_that_fails_leaves_the_page(run: Run, full_board: Path, patch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError

    patch.setattr("ui.pickers.dates", fail)
    test = run(full_board)
    assert not test.exception
    assert html_of(test).count("state-error") == 1
    assert "headline" in html_of(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_database_the_page_says_how_to_mend_it(run: Run, tmp_path: Path, lang: str):
    test = run(tmp_path / "none.duckdb", "product", lang=lang)
    assert not test.exception
    assert html_of(test).count("state-trouble") == 1
    assert "make run" in html_of(test)


def test_a_database_another_process_holds_is_said_so(run: Run, tmp_path: Path):
    path = tmp_path / "held.duckdb"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        test = run(path)
        holder.communicate(b"")
    assert not test.exception
    assert html_of(test).count("state-trouble") == 1


def test_a_file_that_is_no_database_is_said_so(run: Run, tmp_path: Path):
    (tmp_path / "odd.duckdb").write_bytes(b"no database" * 1000)
    test = run(tmp_path / "odd.duckdb")
    assert not test.exception
    assert html_of(test).count("state-trouble") == 1
