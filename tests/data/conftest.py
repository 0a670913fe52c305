"""Boards of a test's own: the catalogue laid out once a run and copied, files written beside it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.boarding import init, load_file, refresh
from data.catalogue.reading import Catalogue, read
from data.catalogue.storing import store_catalogue
from data.ingest.commit import Receipt
from data.store import Store
from tests.data.figures import tidy
from tests.ui.shipped import built

Send = Callable[..., Receipt]
Opens = Callable[[Path], Store]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return read()


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A closed database with the catalogue, its verdicts and no figures."""
    path = tmp_path_factory.mktemp("laid-out") / "board.duckdb"
    store = Store(path, create=True)
    store_catalogue(store, catalogue)
    refresh(store)
    store.close()
    return path


@pytest.fixture(scope="session")
def real_board(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Path:
    """A closed database after init: shipped series, no demonstration figures."""
    path = tmp_path_factory.mktemp("real") / "board.duckdb"
    store = Store(path, create=True)
    init(store, catalogue)
    store.close()
    return path


@pytest.fixture(scope="session")
def demo_board() -> Path:
    """A closed database after init and demo."""
    return built()


@pytest.fixture
def store(laid_out: Path, tmp_path: Path) -> Iterator[Store]:
    """An open board of the test's own, with the catalogue and no figures."""
    opened = Store(Path(shutil.copy(laid_out, tmp_path / "board.duckdb")))
    yield opened
    opened.close()


@pytest.fixture
def send(store: Store, catalogue: Catalogue, tmp_path: Path) -> Send:
    """Load lines of a tidy table (see ``tidy``) under a file name."""

    def load(*lines: str, name: str = "figures.csv", **sender: object) -> Receipt:
        path = tmp_path / name
        path.write_text(tidy(*lines), encoding="utf-8")
        return load_file(store, path, catalogue, **sender)  # type: ignore[arg-type]

    return load


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """Open a copy of a board; all are closed at the end."""
    held: list[Store] = []

    def copy(path: Path) -> Store:
        held.append(Store(Path(shutil.copy(path, tmp_path / f"{len(held)}.duckdb"))))
        return held[-1]

    yield copy
    for store in held:
        store.close()
