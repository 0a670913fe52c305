"""The frame run in this process by Streamlit's AppTest, on a database of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import data.store
import ui.html  # noqa: F401  (before any script runs: see there)
from tests.ui.shipped import ROOT, copied

Run = Callable[..., AppTest]


@pytest.fixture(scope="session")
def full_board(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(tmp_path_factory.mktemp("full"))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Run the shell on a database with a page and query parameters; databases are given back at the end."""
    opened: set[Path] = set()
    # Streamlit's caches live as long as the process; the key holds the version of the data, not the file.
    st.cache_data.clear()

    def start(database: Path, page: str = "overview", **params: str) -> AppTest:
        opened.add(database)
        monkeypatch.setenv("BOARD_DB", str(database))
        test = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=60)
        for name, value in params.items():
            test.query_params[name] = value
        if page != "overview":
            test.switch_page(f"../pages/{page}.py")
        return test.run()

    yield start
    for database in opened:
        data.store.shut(database)


def address_of(test: AppTest) -> dict[str, str]:
    """The query parameters after a run, one value each."""
    return {name: said if isinstance(said, str) else said[-1] for name, said in test.query_params.items()}


def html_of(test: AppTest) -> str:
    """All markup of a run."""
    return "\n".join(element.proto.body for element in test.get("html") if "<style>" not in element.proto.body)
