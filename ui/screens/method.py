"""The method: how the board judges and forecasts, what its forecasts have been worth so far, and what its words mean.

A list of parts, each a list of sections. What rests on the test of past forecasts takes seconds when the data have
changed: it is drawn last, each section in its place.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from config.text import say
from ui import cache, counts, figures, html, own, rows, states
from ui.html import Markup, el, join
from ui.method import trial
from ui.method.chosen import chosen
from ui.method.example import example
from ui.method.glossary import glossary
from ui.method.ground import ground
from ui.method.known import SCOPES, Known
from ui.method.limits import limits, refusals
from ui.method.methods import blocks, methods
from ui.method.model import constants, model
from ui.method.order import order
from ui.method.says import says
from ui.method.standing import standing
from ui.method.working import example as found_example
from ui.panels.base import board
from ui.place import Place, Refused
from ui.screens import explain

STYLE = Path(__file__).parent.parent / "static" / "method.css"


class Section(NamedTuple):
    """One section: its name in the address and the texts, what draws it, and whether it waits for the test."""

    code: str
    draw: Callable[[Known], None]
    waits: bool = False


class Part(NamedTuple):
    """One part of the page: its name and its sections."""

    code: str
    sections: tuple[Section, ...]


def _shows(*panels: Callable[[Known], Markup]) -> Callable[[Known], None]:
    """A section that is markup only."""

    def draw(known: Known) -> None:
        for panel in panels:
            html.show(board(panel(known), cls="method"))

    return draw


def _model(known: Known) -> Markup:
    lang = known.lang
    return join([model(lang), el("div", constants(lang), chosen(lang), cls="sides-of")])


def _example(known: Known) -> Markup:
    found = found_example(known.frame, known.series, known.place.region)
    return example(found, known.place)


PARTS = (
    Part(
        "rules",
        (
            Section("status", _shows(standing)),
            Section("order", _shows(order)),
            Section("methods", _shows(methods, blocks)),
            Section("data", _shows(ground)),
        ),
    ),
    Part(
        "forecast",
        (
            Section("says", _shows(says), waits=True),
            Section("model", _shows(_model)),
            Section("example", _shows(_example)),
            Section("trial", trial.draw, waits=True),
            Section("limits", _shows(limits), waits=True),
            Section("refusals", _shows(refusals)),
        ),
    ),
    Part("glossary", (Section("terms", _shows(glossary)),)),
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
    waiting: list[tuple[Section, DeltaGenerator]] = []
    for part in PARTS:
        for section in part.sections:
            with st.container(key=f"method-{section.code}"):
                html.show(el("div", id=f"{part.code}-{section.code}", cls="anchor"))
                if section.waits:
                    waiting.append((section, st.container()))
                else:
                    with states.part(section.code, lang):
                        section.draw(known)
    rows.listen()
    explain.open_if_asked(known.place, known.frame)
    _tested(known, waiting)


def _tested(known: Known, waiting: list[tuple[Section, DeltaGenerator]]) -> None:
    """Draw what waits for the test of past forecasts, with a sign in the place of the first while it runs."""
    for section, place in waiting:
        with place, states.part(section.code, known.lang):
            with _sign(known):
                _ = known.tested
            section.draw(known)


@contextmanager
def _sign(known: Known) -> Iterator[None]:
    """The sign that something is being worked out; none once it is there."""
    if "tested" in vars(known):
        yield
        return
    with st.spinner(say("method.trial.running", known.lang)):
        yield


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
    names = cache.regions(place.plan).set_index("code")[f"name_{place.lang}"]
    region = figures.bare(str(names[place.region]))
    return Known(place, frame, counts.headlines(frame, place.region), series, region, scope)


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
