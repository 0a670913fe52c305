"""The method: how the board reckons, what that has been worth so far, and where it ends.

A list of parts, each a list of sections: the forecast is the first part.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import streamlit as st

from config.text import say
from ui import cache, counts, html, own, rows, states
from ui.html import Markup, el
from ui.method import trial
from ui.method.chosen import chosen
from ui.method.example import example
from ui.method.known import SCOPES, Known
from ui.method.limits import limits, refusals
from ui.method.model import constants, model
from ui.method.says import says
from ui.method.working import example as found_example
from ui.panels.base import board
from ui.place import Place, Refused
from ui.screens import explain

STYLE = Path(__file__).parent.parent / "static" / "method.css"


class Section(NamedTuple):
    """One section: its name in the address and the texts, and what draws it."""

    code: str
    draw: Callable[[Known], None]


class Part(NamedTuple):
    """One part of the page: its name and its sections."""

    code: str
    sections: tuple[Section, ...]


def _says(known: Known) -> None:
    html.show(board(says(known, _region(known)), cls="method"))


def _model(known: Known) -> None:
    lang = known.lang
    html.show(board(model(lang), el("div", constants(lang), chosen(lang), cls="sides-of"), cls="method"))


def _example(known: Known) -> None:
    found = found_example(known.frame, known.series, known.place.region)
    html.show(board(example(found, known.place), cls="method"))


def _limits(known: Known) -> None:
    html.show(board(limits(known), cls="method"))


def _refusals(known: Known) -> None:
    html.show(board(refusals(known, _region(known)), cls="method"))


PARTS = (
    Part(
        "forecast",
        (
            Section("says", _says),
            Section("model", _model),
            Section("example", _example),
            Section("trial", trial.draw),
            Section("limits", _limits),
            Section("refusals", _refusals),
        ),
    ),
)


def show(place: Place) -> None:
    """Draw the parts one under another, under links to them."""
    html.stylesheet(STYLE)
    lang = place.lang
    scope, refused = _scope()
    if refused:
        states.refused(refused, lang)
    known = _known(place.model_copy(update={"known": None}), scope)
    with st.container(key="method-contents"):
        html.show(board(_contents(lang), cls="method"))
    for part in PARTS:
        for section in part.sections:
            with st.container(key=f"method-{section.code}"), states.part(section.code, lang):
                html.show(el("div", id=f"{part.code}-{section.code}", cls="anchor"))
                section.draw(known)
    rows.listen()
    explain.open_if_asked(known.place, known.frame)


def _scope() -> tuple[str, list[Refused]]:
    """On which series the test stands, as the address says, and what in it is not understood."""
    said = own.own("scope")
    if said and said not in SCOPES:
        return SCOPES[0], [Refused("scope", said[:24])]
    return said or SCOPES[0], []


def _known(place: Place, scope: str) -> Known:
    """All that the parts need, asked once."""
    frame = cache.assessments(place.plan, place.as_of, place.demo)
    series = cache.series(place.plan, place.as_of, place.demo)
    with st.spinner(say("method.trial.running", place.lang)):
        tested = cache.backtest(place.plan if scope == "plan" else None)
    return Known(place, frame, counts.headlines(frame, place.region), series, tested, scope)


def _region(known: Known) -> str:
    """The chosen region's name."""
    names = cache.regions(known.place.plan).set_index("code")[f"name_{known.lang}"]
    return str(names[known.place.region])


def _contents(lang: str) -> Markup:
    """Links to every section, part by part."""
    lists = [
        el(
            "span",
            el("strong", say(f"method.contents.{part.code}", lang)),
            *(
                el("a", say(f"method.section.{one.code}", lang), href=f"#{part.code}-{one.code}", cls="under")
                for one in part.sections
            ),
            cls="contents-of",
        )
        for part in PARTS
    ]
    return el("nav", *lists, cls="contents", aria_label=say("method.contents", lang))
