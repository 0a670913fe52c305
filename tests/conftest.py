"""What holds for every test: a folder that all workers of a run share, and that no text may be missing."""

import os
import shutil
import tempfile
from collections.abc import Iterator

import pytest

from config.text import UnknownText
from tests.ui.shipped import SHARED


def pytest_configure(config: pytest.Config) -> None:
    if SHARED not in os.environ:  # the first process of the run; its workers inherit the name
        os.environ[SHARED] = tempfile.mkdtemp(prefix="board-tests-")
        config.add_cleanup(lambda: shutil.rmtree(os.environ.pop(SHARED), ignore_errors=True))


@pytest.fixture(scope="session", autouse=True)
def _every_text_has_words() -> Iterator[None]:
    """A missing text breaks no visitor's screen (config.text.instead), but the test that asks for it."""

    def refuse(unknown: UnknownText) -> str:
        raise unknown

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("config.text.instead", refuse)
        yield
