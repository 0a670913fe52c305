"""The navigation row: name of the board and pages at the left, what the screen stands for at the right."""

import streamlit as st

from config.text import say
from ui import cache, pickers
from ui.html import el, show
from ui.place import Place


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
        pickers.language(place)


def without_board(pages: list[st.Page], current: st.Page, lang: str) -> None:
    """The row while there is no board to read: the pages keep what the address says."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", gap="small", key="nav"):
        _brand(lang)
        _links(pages, current, st.query_params.to_dict())


def _brand(lang: str) -> None:
    with st.container(key="brand", width="content"):
        show(el("span", say("board.name", lang), cls="brand"))


def _links(pages: list[st.Page], current: st.Page, params: dict[str, str]) -> None:
    for page in pages:
        key = "nav-here" if page.title == current.title else f"nav-{page.url_path}"
        with st.container(key=key, width="content"):
            st.page_link(page, label=page.title, query_params=params)
