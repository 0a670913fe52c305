"""The line at the foot of the meeting view: where one is, what comes before and after, and the way out. One small
component lets the arrow keys (and the keys of a clicker) follow its links, and D open the sum of a single target.
"""

from functools import cache as once
from pathlib import Path

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from config.text import say
from config.tokens import Bucket
from ui import cache, html, own
from ui.html import Markup, el
from ui.meeting import named
from ui.meeting.walk import FIRST, LIST, Steps, Stop, steps
from ui.place import Place
from ui.rows import explained, link
from ui.typography import spaced
from ui.width import bucket

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
    lang, size = place.lang, bucket()
    said = own.kept() if named.target(own.own("one"), place) is not None else own.kept(without=("one",))
    at = steps(page, said, place)
    one = said.get("one", "") if page == LIST else ""
    demo = place.demo and cache.has_demo(place.plan, place.as_of)
    day = spaced(say("foot.as_of", lang, day=place.as_of.isoformat()))
    badge = say("meeting.demo", lang) if demo else ""
    number = f"{at.number} / {at.of}" if at.number else ""
    ways = [say("meeting.leave", lang), say("meeting.why", lang) if one else "", _back(lang, size) if at.before else ""]
    onward = _onward(at, place)
    where, onward = named.fitted(named.where(page, said, place), onward, [number, day, badge, *ways], size, lang)
    return el(
        "nav",
        el("span", el("strong", number) if number else "", *(el("span", part) for part in where), cls="meet-where"),
        explained(place, one, say("meeting.why", lang), cls="meet-why") if one else "",
        el("span", day, cls="meet-day"),
        el("span", badge, cls="badge") if demo else "",
        *_ways(at, onward, page, place),
        link(place, say("meeting.leave", lang), cls="meet-leave", present=False),
        cls="board meet-mark",
        aria_label=say("meeting.label", lang),
    )


def _back(lang: str, size: Bucket) -> str:
    """What the link to the screen before says: no more than its sign where the line is short."""
    words = say("meeting.before", lang)
    return words[:1] if size == "w1024" else words


def _onward(at: Steps, place: Place) -> str:
    """What the link to the next stop says, or the one way back."""
    if at.back:
        home = at.back == Stop(FIRST)
        return say("meeting.back" if home else "meeting.back.list", place.lang)
    if at.after is None:
        return say("meeting.after.none", place.lang)
    return spaced(say("meeting.after", place.lang, page=named.stop(at.after, place)))


def _ways(at: Steps, onward: str, page: str, place: Place) -> list[Markup]:
    """The links to the screens before and after; one that both keys follow where the screen is not walked."""
    if at.back:
        return [_to(at.back, page, place, onward, "meet-before meet-after", onward)]
    made = []
    if at.before:
        whole = say("meeting.before.named", place.lang, page=named.stop(at.before, place))
        made.append(_to(at.before, page, place, _back(place.lang, bucket()), "meet-before", spaced(whole)))
    if at.after:
        whole = spaced(say("meeting.after", place.lang, page=named.stop(at.after, place)))
        made.append(_to(at.after, page, place, onward, "meet-after", whole))
    else:
        made.append(el("span", onward, cls="soft"))
    return made


def _to(stop: Stop, page: str, place: Place, words: str, cls: str, whole: str) -> Markup:
    """A link to a stop from a page; ``whole`` is said where its words were cut."""
    there, other = place.model_copy(update={"why": None}), "" if stop.page == page else stop.page
    shown = el("span", words, title=whole, aria_label=whole)
    return own.link(there, shown, page=other, own=dict(stop.own), cls=cls)
