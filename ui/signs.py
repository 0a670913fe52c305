"""What a screen says of itself: that something takes long, that it is older than the data, that the server is gone.

Streamlit would say the first and the last in English, the last in a window over the screen. One small component watches
the state it keeps on the page and shows a sentence instead; without a server, the browser has to know the words
already. Once a minute it compares the version of the data on the screen with the board's, as /healthz tells it.
"""

from contextlib import suppress
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from config.text import say
from ui.cache import BoardError, version

KEY = "signs"
STATIC = Path(__file__).parent / "static"
STYLE = STATIC / "signs.css"
KINDS = ("busy", "lost", "old")


@cache
def _component() -> ComponentRenderer:
    return component("board_signs", js=(STATIC / "signs.js").read_text(encoding="utf-8"))


def watch(lang: str) -> None:
    """Mount the component, before anything that may take long. It asks for a new run when the server is back, and when
    a visitor wants the newer data.
    """
    shown = 0
    with suppress(BoardError):
        shown = version()
    words = {kind: say(f"sign.{kind}", lang) for kind in KINDS}
    with st.container(key="signs-box"):
        _component()(key=KEY, data={"words": words, "version": shown}, on_again_change=_run)


def _run() -> None:
    """Nothing to keep: the run itself is what was asked for."""
