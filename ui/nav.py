"""The navigation row: name of the board and pages at the left, what the screen stands for at the right."""

from collections.abc import Callable

import streamlit as st

from config.text import say
from ui import address, cache, pickers, welcome
from ui.html import el, show
from ui.place import ABOUT, BOARD, LOOKUP, OTHERS, RECORDS, Place

MORE = {"others": OTHERS, "lookup": LOOKUP, "records": RECORDS, "about": ABOUT}
# In the row too, where it has room for them.
WIDE = ("attention", "region", "department", "library", "explore", "indicator", "method")
ROOM = {  # which of them stand there at every width, from 1300 px and from 1500 px
    "zh": {"navleast": 2, "navmiddle": 5, "navwide": 7},
    "en": {"navleast": 0, "navmiddle": 1, "navwide": 3},
}


def row(pages: list[st.Page], current: st.Page, place: Place) -> None:
    """Draw the row for a place. The projector view and a screen embedded elsewhere have none."""
    if place.present or st.context.is_embedded:
        return
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key="nav"):
        _brand(place.lang)
        _links(pages, current, place.params(why=None), place.lang)
        st.space("stretch")
        pickers.region(place)
        pickers.dates(place)
        if cache.has_demo(place.plan, place.as_of):
            pickers.demo(place)
        _more(pages, current, place.params(why=None, known=None), place.lang, place)
        pickers.language(place)


def without_board(pages: list[st.Page], current: st.Page, lang: str) -> None:
    """The row while there is no board to read: the pages keep what the address says."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key="nav"):
        _brand(lang)
        _links(pages, current, st.query_params.to_dict(), lang)
        st.space("stretch")
        _more(pages, current, st.query_params.to_dict(), lang)


def _brand(lang: str) -> None:
    with st.container(key="brand", width="content"):
        show(el("span", say("board.name", lang), cls="brand"))


def _links(pages: list[st.Page], current: st.Page, params: dict[str, str], lang: str) -> None:
    named = {page.url_path: page for page in pages}
    for name in BOARD:
        _link(named[name], current, params, "nav")
    shown = 0
    for row, most in ROOM[lang].items():  # hidden by the sheet where there is no room for them
        for name in WIDE[shown:most]:
            _link(named[name], current, params, row)
        shown = most


def _link(page: st.Page, current: st.Page, params: dict[str, str], row: str) -> None:
    here = "here" if page.title == current.title else page.url_path
    with st.container(key=f"{row}-{here}", width="content"):
        st.page_link(page, label=page.title, query_params=params)


def _more(
    pages: list[st.Page], current: st.Page, params: dict[str, str], lang: str, place: Place | None = None
) -> None:
    """All other pages in groups under headings, behind one word; on each page a popover of its own, so that it closes
    when its link is followed. With a board to read also the meeting view, and what the board is.
    """
    inside = current.url_path not in BOARD and bool(current.url_path)
    with (
        st.container(key="more-here" if inside else "more", width="content"),
        st.popover(say("nav.more", lang), type="tertiary", key=f"pick-more-{current.url_path}"),
        st.container(key="more-groups"),
    ):
        for name, group in MORE.items():
            with st.container(key=f"more-{name}"):
                show(el("h2", say(f"nav.group.{name}", lang), cls="more-head"))
                for page in pages:
                    if page.url_path in group:
                        _link(page, current, params, "nav")
                if name == "about" and place:
                    _act("meeting", lang, address.go, present=True)
                    _act("welcome", lang, welcome.ask)


def _act(name: str, lang: str, act: Callable[..., None], **values: object) -> None:
    """An entry that changes this screen: a button, as a link to the page one is on would leave the address."""
    st.button(say(f"nav.{name}", lang), type="tertiary", key=f"pick-{name}", on_click=act, kwargs=values)
