"""The navigation row: name of the board and pages at the left, what the screen stands for at the right."""

import streamlit as st

from config.text import say
from ui import cache, pickers
from ui.html import el, show
from ui.place import ABOUT, BOARD, RECORDS, Place


def row(pages: list[st.Page], current: st.Page, place: Place) -> None:
    """Draw the row for a place. The projector view and a screen embedded elsewhere have none."""
    if place.present or st.context.is_embedded:
        return
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key="nav"):
        _brand(place.lang)
        _links(pages, current, place.params(why=None))
        st.space("stretch")
        pickers.region(place)
        pickers.dates(place)
        if cache.has_demo(place.plan, place.as_of):
            pickers.demo(place)
        _more(pages, current, place.params(why=None, known=None), place.lang)
        pickers.language(place)


def without_board(pages: list[st.Page], current: st.Page, lang: str) -> None:
    """The row while there is no board to read: the pages keep what the address says."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key="nav"):
        _brand(lang)
        _links(pages, current, st.query_params.to_dict())
        st.space("stretch")
        _more(pages, current, st.query_params.to_dict(), lang)


def _brand(lang: str) -> None:
    with st.container(key="brand", width="content"):
        show(el("span", say("board.name", lang), cls="brand"))


def _links(pages: list[st.Page], current: st.Page, params: dict[str, str]) -> None:
    for page in pages:
        if page.url_path in BOARD:
            key = "nav-here" if page.title == current.title else f"nav-{page.url_path}"
            with st.container(key=key, width="content"):
                st.page_link(page, label=page.title, query_params=params)


def _more(pages: list[st.Page], current: st.Page, params: dict[str, str], lang: str) -> None:
    """The pages about where the data come from and, under a rule, those about the board itself, behind one word; on
    each page a popover of its own, so that it closes when its link is followed.
    """
    inside = current.url_path in RECORDS + ABOUT
    with (
        st.container(key="more-here" if inside else "more", width="content"),
        st.popover(say("nav.more", lang), type="tertiary", key=f"pick-more-{current.url_path}"),
    ):
        for key, group in (("more-records", RECORDS), ("more-about", ABOUT)):
            with st.container(key=key):
                _group([page for page in pages if page.url_path in group], current, params)


def _group(pages: list[st.Page], current: st.Page, params: dict[str, str]) -> None:
    for page in pages:
        here = page.title == current.title
        with st.container(key="nav-here" if here else f"nav-{page.url_path}", width="content"):
            st.page_link(page, label=page.title, query_params=params)
