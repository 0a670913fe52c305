"""Every page on every kind of board: full, bare, without figures, without targets, with one region, with words missing,
with a part that breaks. A page stands and says in a sentence what is the matter; nothing of the inside shows.
"""

import logging
import re
from html import unescape
from importlib import import_module
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from config import text
from config.text import say
from data.errors import BoardUnwritable
from tests.ui import boards
from tests.ui.conftest import Run, address_of, html_of
from ui.place import ABOUT, BOARD, OTHERS, PAGES, RECORDS

INSTEAD = text.instead  # the product's own: the tests put a stricter one in its place
LANGUAGE = {page: ("zh", "en")[n % 2] for n, page in enumerate(PAGES)}  # where one language is enough
DIMENSIONS = {*BOARD, *OTHERS} - {"overview"}
# What a page shows when the address names one thing on it.
ONE = [
    ("indicator", {"plan": "turpan", "indicator": "agri_standardised_production_rate"}),
    ("department", {"plan": "turpan", "department": "650400-agriculture"}),
    ("library", {"plan": "turpan", "scope": "milestones"}),
    ("library", {"plan": "turpan", "scope": "plans"}),
    ("loads", {"load": "1"}),
]
# A part of each page, by the name its screen calls it under, and what has to be in the address for it.
PARTS = {
    "overview": ("ui.screens.overview.dimensions", {}),
    "product": ("ui.screens.dimension.targets", {}),
    "culture": ("ui.screens.dimension.listed", {"plan": "turpan"}),
    "attention": ("ui.attention.sheet.blocks", {"plan": "turpan"}),
    "region": ("ui.screens.region.heat", {"plan": "turpan"}),
    "tilemap": ("ui.tilemap.halves.gaps", {"plan": "turpan"}),
    "indicator": ("ui.indicator.line.draw", ONE[0][1]),
    "department": ("ui.department.listing.listing", {}),
    "library": ("ui.library.facets.facets", {}),
    "explore": ("ui.explore.drawn.draw", {"plan": "turpan"}),
    "upload": ("ui.uploading.choose._waiting", {}),
    "loads": ("ui.records.changes.brought", {"load": "1"}),
    "coverage": ("ui.records.owing.departments", {}),
    "method": ("ui.screens.method.example", {"plan": "turpan"}),
}
# Of what stands for nothing in a program; English begins sentences with None too.
LEAKED = {"zh": r"\bNone\b|", "en": ""}
ALWAYS = r"\b(?:nan|NaN|NaT|Timestamp|Traceback|inf)\b|<NA>|[{}]"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards.bare(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards.without_figures(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return boards.cut(tmp_path_factory.mktemp("cut"))


def told(test: AppTest) -> str:
    """The text of a page as it is read, names of pictures and links included."""
    shown = re.sub(r' (?:href|data-go|style|class|id)="[^"]*"', "", html_of(test))
    spoken = re.findall(r'(?:aria-label|title)="([^"]*)"', shown)
    words = [element.value for kind in ("markdown", "caption") for element in test.get(kind)]
    return unescape(" ".join([re.sub(r"<[^>]+>", " ", shown), *spoken, *words]))


def headline(test: AppTest) -> str:
    found = re.search(r'<h1 class="headline">(.*?)</h1>', html_of(test), re.DOTALL)
    return re.sub(r"<[^>]+>", "", found[1]).strip() if found else ""


def states(test: AppTest, kind: str) -> int:
    return html_of(test).count(f'class="state state-{kind}"')


def assert_sound(test: AppTest, *, notices: int = 0) -> None:
    """A page stands with its sentence; nothing failed, and nothing of the inside shows."""
    assert not test.exception
    assert (states(test, "error"), states(test, "trouble"), states(test, "notice")) == (0, 0, notices)
    assert headline(test)
    lang = address_of(test).get("lang", "zh")
    assert re.findall(rf".{{0,30}}(?:{LEAKED[lang]}{ALWAYS}).{{0,30}}", told(test)) == []
    assert test.selectbox(key="place-plan").value


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_full(run: Run, full_board: Path, page: str, lang: str) -> None:
    assert_sound(run(full_board, page, plan="turpan", lang=lang))


@pytest.mark.parametrize(("page", "params"), ONE)
def test_full_one_thing_of_a_page(run: Run, full_board: Path, page: str, params: dict[str, str]) -> None:
    assert_sound(run(full_board, page, **params), notices=page == "loads")  # its file is not in this board's archive


@pytest.mark.parametrize("page", PAGES)
def test_words_are_missing(
    run: Run, full_board: Path, patch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, page: str
) -> None:
    """Every second word is missing in the language, every fourth in both: the other language stands in, or the key."""
    steps = {"en": 2, "zh": 4}
    words = {lang: sorted(text.catalogue(lang).items()) for lang in steps}
    left = {lang: {key: one for n, (key, one) in enumerate(words[lang]) if n % step} for lang, step in steps.items()}
    patch.setattr("config.text.catalogue", left.__getitem__)
    patch.setattr("config.text.instead", INSTEAD)
    with caplog.at_level(logging.ERROR, "board.text"):
        test = run(full_board, page, plan="turpan", lang="en")
    assert not test.exception
    assert (states(test, "error"), states(test, "trouble"), states(test, "notice")) == (0, 0, 0)
    assert headline(test)
    assert "has no words in en" in caplog.text


@pytest.mark.parametrize("page", PARTS)
def test_a_part_breaks(
    run: Run, full_board: Path, patch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, page: str
) -> None:
    """The part says an id that the log knows; what stands beside it, its sentence and the navigation stay."""
    name, params = PARTS[page]
    module, _, function = name.rpartition(".")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a secret of the inside")

    assert callable(getattr(import_module(module), function))
    patch.setattr(name, fail)
    with caplog.at_level(logging.ERROR, "board.ui"):
        test = run(full_board, page, lang="en", **params)
    assert not test.exception
    assert states(test, "error") == 1
    number = re.search(r"number ([0-9a-f]{6})", html_of(test))
    assert number
    assert number[1] in caplog.text
    assert "secret" not in told(test)
    assert headline(test)
    assert test.selectbox(key="place-plan").value


def test_a_part_may_not_write(run: Run, full_board: Path, patch: pytest.MonkeyPatch) -> None:
    """Without the right to write, a part says so and what to do; the rest of the page stands."""

    def refuse(*_: object) -> None:
        raise BoardUnwritable(path="board.duckdb")

    patch.setattr("ui.uploading.choose._waiting", refuse)
    test = run(full_board, "upload", lang="en")
    assert (states(test, "trouble"), states(test, "error")) == (1, 0)
    assert "may be written" in told(test)
    assert test.file_uploader


@pytest.mark.parametrize("page", PAGES)
def test_bare(run: Run, bare: Path, page: str) -> None:
    """A database without a catalogue: one sentence, and the navigation."""
    test = run(bare, page, lang=LANGUAGE[page])
    assert not test.exception
    assert (states(test, "trouble"), states(test, "error")) == (1, 0)
    assert "cli.py init" in told(test)
    assert not headline(test)


@pytest.mark.parametrize("page", PAGES)
def test_without_figures(run: Run, plain: Path, page: str) -> None:
    """A catalogue without a figure: one notice where figures are read, and each page its sentence."""
    test = run(plain, page, plan="turpan", lang=LANGUAGE[page])
    assert_sound(test, notices=page not in RECORDS + ABOUT)
    said = say("state.no_figures", LANGUAGE[page], date="2017-10-01")
    assert (said in told(test)) == (page not in RECORDS + ABOUT)


@pytest.mark.parametrize("page", PAGES)
def test_without_targets(run: Run, cut: Path, page: str) -> None:
    """A plan that sets no target: its pages say so and show no table of them."""
    test = run(cut, page, plan="linxia", lang="en")
    assert_sound(test, notices=page not in RECORDS + ABOUT)
    if page in DIMENSIONS | {"overview", "department", "region", "tilemap", "attention"}:
        assert re.search(r"\b[Nn]o targets?\b|not judged|[Nn]othing|[Nn]ot? .*attention", told(test))


@pytest.mark.parametrize("page", PAGES)
def test_one_region(run: Run, cut: Path, page: str) -> None:
    """A plan whose region has none below it: nothing to compare, and said so where comparing is the point."""
    test = run(cut, page, plan="turpan", lang=LANGUAGE[page])
    assert_sound(test)
    if page in ("region", "tilemap"):
        assert "<table" not in html_of(test)
