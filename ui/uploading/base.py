"""What the six steps share: head, foot, buttons, and how far the work is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import streamlit as st

from config.text import say
from ui import html, intake
from ui.html import Markup, el
from ui.intake import Entry, Preview
from ui.panels.base import board, headline
from ui.place import Place
from ui.typography import headline as set_headline
from ui.uploading import route, steps
from ui.uploading.route import Stage
from ui.uploading.words import sender, told


class Case(NamedTuple):
    """One upload at one step of the wizard, with what the board makes of it."""

    place: Place
    at: Stage
    entry: Entry
    found: Preview

    @property
    def lang(self) -> str:
        """The language of the screen."""
        return self.place.lang


def head(case: Case, sentence: str, rest: str, *more: Markup) -> None:
    """Step bar, the sentence that answers, and what else stands at the top."""
    reach = steps.furthest(case.entry, case.found)
    bar = steps.bar(case.place, case.at, reach, steps.facts(case.entry, case.found, case.lang))
    html.show(board(bar, lead(sentence, rest, case.lang), *more))


def lead(sentence: str, rest: str, lang: str) -> Markup:
    """The headline, broken at punctuation only in Chinese."""
    stop = say("stop", lang)
    said = sentence if sentence.endswith(stop) else sentence + stop
    return headline(set_headline(said) if lang == "zh" else said, rest)


def foot(case: Case) -> None:
    """Who sends the file, unverified."""
    html.show(board(el("footer", el("span", sender(case.entry, case.lang), cls="told"), cls="foot")))


def back(case: Case, step: int) -> None:
    """The button to the step before."""
    target = route.going(None if step == 1 else case.entry.id, step)
    st.button(say("upload.back", case.lang), on_click=target, key="upload-back")


def again(case: Case) -> None:
    """The button to another file, where this one goes no further."""
    st.button(say("upload.again", case.lang), type="primary", on_click=route.go, key="upload-other")


def onward(case: Case, step: int, label: str, *, disabled: bool = False) -> None:
    """The button to the next step: the one the screen is for."""
    target = route.going(case.entry.id, step)
    st.button(label, type="primary", on_click=target, key="upload-onward", disabled=disabled)


def give_up(case: Case) -> None:
    """The button that puts the file aside, behind one question."""
    lang = case.lang
    with st.popover(say("upload.drop", lang), key="upload-drop"):
        html.show(board(el("p", told("upload.drop.sure", lang))))
        st.button(say("upload.drop.yes", lang), key="upload-drop-yes", on_click=_dropped, args=(case.entry.id,))


def _dropped(upload: int) -> None:
    intake.drop(upload)
    route.go()


@contextmanager
def buttons() -> Iterator[None]:
    """The row of buttons at the end of a step."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="upload-buttons"):
        yield


@contextmanager
def watched(lang: str) -> Iterator[intake.Told]:
    """A bar that says which part of the work is done; gone at its end."""
    spot = st.empty()
    line = spot.progress(0.0, text=say("upload.working", lang))

    def tell(step: str, share: float) -> None:
        line.progress(min(max(share, 0.0), 1.0), text=say(f"upload.working.{step}", lang))

    try:
        yield tell
    finally:
        spot.empty()
