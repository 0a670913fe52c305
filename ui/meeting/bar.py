"""The line at the foot of the meeting view: where one is, what comes before and after, and the way out. One small
component lets the arrow keys (and the keys of a clicker) follow its links.
"""

from functools import cache as once
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from config.text import say
from ui import cache, html
from ui.html import Markup, el
from ui.meeting.walk import FIRST, around, walk
from ui.place import Place
from ui.rows import link
from ui.typography import spaced

SCRIPT = Path(__file__).parents[1] / "static" / "keys.js"


@once
def _component() -> ComponentRenderer:
    return component("board_keys", js=SCRIPT.read_text(encoding="utf-8"))


def show(page: str, place: Place) -> None:
    """Draw the line and listen to the keys."""
    html.show(line(page or FIRST, place))
    with st.container(key="keys-box"):
        _component()(key="keys")


def line(page: str, place: Place) -> Markup:
    """The line as markup; its being there sets the type of the meeting view."""
    lang, pages = place.lang, walk(place)
    before, after = around(page, pages)
    where = f"{pages.index(page) + 1} / {len(pages)}" if page in pages else ""
    regions = cache.regions(place.plan).set_index("code")
    region = str(regions["short_zh" if lang == "zh" else "name_en"][place.region]).partition(" (")[0]
    named = say("dot", lang).join([say(f"page.{page}", lang), region])
    demo = place.demo and cache.has_demo(place.plan, place.as_of)
    return el(
        "nav",
        el("span", el("strong", where), el("span", named), cls="meet-where"),
        el("span", spaced(say("foot.as_of", lang, day=place.as_of.isoformat())), cls="meet-day"),
        el("span", say("meeting.demo", lang), cls="badge") if demo else "",
        _step("before", before, place),
        _step("after", after, place),
        link(place, say("meeting.leave", lang), cls="meet-leave", present=False),
        cls="board meet-mark",
        aria_label=say("meeting.label", lang),
    )


def _step(kind: str, page: str | None, place: Place) -> Markup:
    """A link to the screen before or after; a quiet word where there is none."""
    if page is None:
        return el("span", say(f"meeting.{kind}.none", place.lang), cls="soft")
    words = say(f"meeting.{kind}", place.lang, page=say(f"page.{page}", place.lang))
    return link(place, words, page=page, cls=f"meet-{kind}", why=None)
