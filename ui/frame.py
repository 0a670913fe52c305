"""The frame of every page: head, style, navigation row, and the page itself inside a net."""

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import streamlit as st

from config.text import say
from ui import address, cache, clock, nav, rows, screens, signs, states, welcome, width
from ui.html import join, stylesheet
from ui.meeting import bar
from ui.place import ABOUT, PAGES, RECORDS, Place, language
from ui.typography import spaced

ROOT = Path(__file__).parent.parent
STATIC = Path(__file__).parent / "static"
STYLES = (STATIC / "board.css", STATIC / "shell.css", signs.STYLE)


def warm() -> None:
    """Load what every page needs, once, before the first visitor comes."""
    for name in PAGES:
        compile((ROOT / "pages" / f"{name}.py").read_text(encoding="utf-8"), name, "exec")
    for found in iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{found.name}")


def pages(lang: str) -> list[st.Page]:
    """The pages in the order of the navigation row, with their titles in a language."""
    return [st.Page(ROOT / "pages" / f"{name}.py", title=say(f"page.{name}", lang), url_path=name) for name in PAGES]


def _home(lang: str) -> st.Page:
    """The bare address shows the overview too: Streamlit's default page answers at / only."""
    return st.Page(ROOT / "pages" / "overview.py", title=say("page.overview", lang), url_path="home", default=True)


def draw() -> None:
    """Draw the frame and run the page the address names."""
    lang = language(st.query_params.to_dict())
    st.set_page_config(
        page_title=say("board.name", lang),
        page_icon=str(STATIC / "favicon.png"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    stylesheet(*STYLES)
    with states.part("signs", lang):
        signs.watch(lang)
    known = pages(lang)
    page = st.navigation([_home(lang), *known], position="hidden")
    welcome.came_in(page.url_path, st.query_params.to_dict())
    try:
        place, refused = address.read()
    except cache.BoardError as trouble:
        nav.without_board(known, page, lang)
        states.trouble(trouble, lang)
        return
    with states.part("navigation", lang):
        nav.row(known, page, place)
        width.listen(place, PAGES, address.pinned(place))
    if place.present:
        with states.part("meeting", lang):
            bar.show(page.url_path, place)
    with states.part("welcome", lang):
        welcome.greet(page.url_path, place)
    if refused:
        states.refused(refused, lang)
    with states.part(page.url_path, lang):
        if page.url_path not in RECORDS + ABOUT:
            _said(place)
        page.run()


def _said(place: Place) -> None:
    """What a visitor must know before reading: that there are no figures yet, or that a past moment is shown."""
    lang = place.lang
    if not cache.has_figures(place.plan, place.demo):
        states.state("notice", say("state.no_figures", lang, date=place.as_of.isoformat()))
    if place.known:
        back = rows.link(place, say("state.known.back", lang), cls="under", known=None)
        moment = clock.local(place.known, seconds=True)
        states.state("notice", join([spaced(say("state.known", lang, moment=moment)), back]))
