"""The first visit: one screen that says what the board is, what the five lights mean and where to start.

It opens by itself once per browser, for who comes in by the bare address: a link somebody was given opens what it
names. One small component keeps the browser's memory of it.
"""

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from config.text import say
from ui.html import Markup, el, show
from ui.order import LIGHTS
from ui.panels.base import board, light_glyph
from ui.place import Place
from ui.typography import spaced

KEY = "welcome"
OPEN = "welcome-open"  # the page on which it stands open
DOOR = "welcome-door"  # whether this session came in by the bare address
STEPS = 3
WIDTH = 860
SCRIPT = Path(__file__).parent / "static" / "welcome.js"


@cache
def _component() -> ComponentRenderer:
    return component("board_welcome", js=SCRIPT.read_text(encoding="utf-8"))


def ask() -> None:
    """Somebody wants to read it (again): it opens with the next run."""
    st.session_state[OPEN] = ""


def came_in(page: str, params: dict[str, str]) -> None:
    """Note, with the first run of a session, whether the address named anything."""
    st.session_state.setdefault(DOOR, not page and not params)


def greet(page: str, place: Place) -> None:
    """Open the screen where it is asked for, or a browser comes for the first time; never in the meeting view or over
    an explanation, and not on another page than where it opened.
    """
    if place.present or place.why:
        st.session_state.pop(OPEN, None)
        return
    if st.session_state.get(DOOR):
        with st.container(key="welcome-box"):
            _component()(key=KEY, on_first_change=ask)
    on = st.session_state.get(OPEN)
    if on is None:
        return
    if on and on != page:
        _close()
        return
    st.session_state[OPEN] = page
    st.dialog(say("welcome.title", place.lang), width=WIDTH, on_dismiss=_close)(_draw)(place.lang)


def _close() -> None:
    st.session_state.pop(OPEN, None)
    st.session_state[DOOR] = False


def _draw(lang: str) -> None:
    show(screen(lang))
    if st.button(say("welcome.close", lang), type="primary", key="welcome-close"):
        _close()
        st.rerun()


def screen(lang: str) -> Markup:
    """What it says."""
    lights = (
        el(
            "div",
            el("dt", light_glyph(light), el("strong", say(f"light.{light}", lang)), cls="status"),
            el("dd", say(f"welcome.{light}", lang)),
        )
        for light in LIGHTS
    )
    steps = (el("li", spaced(say(f"welcome.start.{step}", lang))) for step in range(1, STEPS + 1))
    return board(
        el("p", say("welcome.what.said", lang)),
        el("h3", say("welcome.lights", lang), cls="title"),
        el("dl", *lights, cls="welcome-lights"),
        el("h3", say("welcome.start", lang), cls="title"),
        el("ol", *steps),
        el("p", say("welcome.demo", lang), cls="soft"),
        cls="welcome",
    )
