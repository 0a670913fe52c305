"""The one component of the frame: what only the browser knows, and what only the browser can do.

It reports how wide the window is (the server cannot know), and sets on the document: language, theme, size
class, the mark of the current page, and the complete address of a screen opened with a short one, without a
step in the history.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import cast, get_args

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

from config.tokens import Bucket
from ui.place import Place

FIRST: Bucket = "w1366"
KEY = "window"
COOKIE = "board_size"
SCRIPT = Path(__file__).parent / "static" / "window.js"


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component("board_window", js=SCRIPT.read_text(encoding="utf-8"))


def listen(place: Place, pages: Sequence[str], pin: dict[str, str]) -> None:
    """Mount the component, once a run; ``pin`` are the parameters to add to the address."""
    _component()(
        key=KEY,
        data={"known": bucket(), "lang": place.lang, "theme": place.theme, "pages": pages, "pin": pin},
        default={"bucket": FIRST},
        on_bucket_change=_keep,
    )


def _keep() -> None:
    st.session_state["bucket"] = st.session_state[KEY]["bucket"]


def bucket() -> Bucket:
    """The window's size class: w1024 up to 1100 px, w1366 up to 1500 px, else w1920.

    Until the browser has answered, what it left in a cookie last time, so that a screen is not drawn twice.
    """
    known = st.session_state.get("bucket") or st.context.cookies.get(COOKIE)
    return cast(Bucket, known) if known in get_args(Bucket) else FIRST
