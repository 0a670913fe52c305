"""The frame run in this process by Streamlit's AppTest, on a database of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

import data.store
import ui.html  # noqa: F401  (before any script runs: see there)
from tests.ui.shipped import ROOT, copied

Run = Callable[..., AppTest]
_answered: list[Path] = []  # whose answers Streamlit's caches hold


@pytest.fixture(scope="session", autouse=True)
def _no_search() -> Iterator[None]:
    """AppTest reads the metadata of every installed package for components, run after run; the board takes none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BidiComponentManager, "discover_and_register_components", lambda *_, **__: None)
        yield


@pytest.fixture(scope="session")
def full_board(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    path = copied(tmp_path_factory.mktemp("full"))
    yield path
    data.store.shut(path)


def ask(database: Path) -> None:
    """From now on questions go to a database. Streamlit's caches live as long as the process, and their key holds the
    version of the data, not the file: with another file they start again.
    """
    if _answered != [database]:
        st.cache_data.clear()
    _answered[:] = [database]


@pytest.fixture
def run(request: pytest.FixtureRequest, full_board: Path) -> Iterator[Run]:
    """Run the shell on a database with a page and query parameters; a test's own databases are given back at the end.

    What a test that patches anything has asked is not remembered, before or after.
    """
    opened: set[Path] = set()
    patched = "monkeypatch" in request.fixturenames
    if patched:
        _answered.clear()
    with pytest.MonkeyPatch.context() as patch:

        def start(database: Path, page: str = "overview", **params: str) -> AppTest:
            opened.add(database)
            ask(database)
            patch.setenv("BOARD_DB", str(database))
            test = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=60)
            for name, value in params.items():
                test.query_params[name] = value
            if page != "overview":
                test.switch_page(f"../pages/{page}.py")
            return test.run()

        yield start
    if patched:
        _answered.clear()
    for database in opened - {full_board}:
        data.store.shut(database)


@pytest.fixture
def patch() -> Iterator[pytest.MonkeyPatch]:
    """For what no answer of the data depends on: with pytest's own, all that was asked would be forgotten."""
    with pytest.MonkeyPatch.context() as own:
        yield own


def address_of(test: AppTest) -> dict[str, str]:
    """The query parameters after a run, one value each."""
    return {name: said if isinstance(said, str) else said[-1] for name, said in test.query_params.items()}


def html_of(test: AppTest) -> str:
    """All markup of a run."""
    return "\n".join(element.proto.body for element in test.get("html") if "<style>" not in element.proto.body)
