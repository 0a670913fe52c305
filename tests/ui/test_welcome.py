"""The first visit: when it opens, what it says, and how it closes."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from config.text import say
from tests.ui.conftest import Run, html_of
from ui import welcome
from ui.order import LIGHTS


def stands(test: AppTest) -> bool:
    return 'class="board welcome"' in html_of(test)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_says_what_every_light_means(lang: str):
    said = welcome.screen(lang)
    for light in LIGHTS:
        assert f"light-{light}" in said
        assert say(f"light.{light}", lang) in said
        assert say(f"welcome.{light}", lang) in said


def test_it_opens_for_a_browser_that_says_it_is_new_and_closes_by_its_button(run: Run, full_board: Path):
    test = run(full_board, lang="en")
    assert not stands(test)
    test.session_state[welcome.OPEN] = ""  # what the component's report does: see welcome.ask
    test.run()
    assert stands(test)
    test.run()
    assert stands(test)  # a later run, as when the width is known, does not close it
    test.button(key="welcome-close").click().run()
    assert not stands(test)
    test.run()
    assert not stands(test)


def test_it_can_be_read_again_from_the_row(run: Run, full_board: Path):
    test = run(full_board, "product", lang="en")
    test.button(key="pick-welcome").click().run()
    assert stands(test)


def test_it_stays_behind_on_the_page_where_it_opened(run: Run, full_board: Path):
    test = run(full_board, "product")
    test.button(key="pick-welcome").click().run()
    test.switch_page("../pages/service.py").run()
    assert not stands(test)


@pytest.mark.parametrize("params", [{"present": "1"}, {"why": "T-1.2020-12-31.350000"}])
def test_it_never_covers_a_meeting_or_an_explanation(run: Run, full_board: Path, params: dict[str, str]):
    test = run(full_board, **params)
    test.session_state[welcome.OPEN] = ""
    test.run()
    assert not stands(test)
    assert "state-error" not in html_of(test)


def test_only_the_bare_address_is_a_front_door(run: Run, full_board: Path):
    assert run(full_board).session_state[welcome.DOOR] is True
    assert run(full_board, plan="turpan").session_state[welcome.DOOR] is False
    assert run(full_board, "product").session_state[welcome.DOOR] is False
