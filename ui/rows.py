"""Links inside panels: a row, a chart's name or a dimension that opens another screen without a new session.

A link is a real one (keyboard, middle click and copying work); one small component catches the plain click, and the
address is written here. What comes back from the browser is read as an address and checked like any other.
"""

from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from ui.html import Markup, el
from ui.own import kept
from ui.place import PAGES, Place

KEY = "follow"
ROOT = Path(__file__).parent.parent
SCRIPT = Path(__file__).parent / "static" / "follow.js"


@cache
def _component() -> ComponentRenderer:
    return component("board_follow", js=SCRIPT.read_text(encoding="utf-8"))


def link(
    place: Place, *inside: object, page: str = "", cls: str = "", name: str | None = None, **changes: object
) -> Markup:
    """A link to this place with some fields changed, on this page, which keeps what is its own, or another one;
    ``name`` is said to a screen reader.
    """
    query = urlencode(place.params(**changes) | ({} if page else kept()))
    return el(
        "a",
        *inside,
        cls=f"go {cls}".strip(),
        href=f"{page}?{query}",
        data_go=f"{page}?{query}",
        aria_label=name,
    )


def explained(place: Place, key: str, *inside: object, cls: str = "", name: str | None = None) -> Markup:
    """A link that opens the explanation of an assessment."""
    return link(place, *inside, cls=cls, name=name, why=key)


def listen() -> None:
    """Mount the component, once a run of a page, and go where the clicked link leads."""
    with st.container(key="follow-box"):
        result = _component()(key=KEY, on_go_change=_same_page)
    page, _, query = str(result.get("go") or "").partition("?")
    if page in PAGES:
        st.switch_page(ROOT / "pages" / f"{page}.py", query_params=dict(parse_qsl(query)))


def _same_page() -> None:
    page, _, query = str(st.session_state[KEY].get("go") or "").partition("?")
    if not page and query:
        st.query_params.from_dict(dict(parse_qsl(query)))
