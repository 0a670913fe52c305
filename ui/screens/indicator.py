"""One indicator: through time, across regions, its targets in all plans, its definition, and where its figures came
from; the index of indicators where none is named.
"""

from collections.abc import Callable
from pathlib import Path

import streamlit as st
from pandas import DataFrame

from config.text import say
from config.tokens import Bucket
from ui import cache, counts, figures, html, rows, states
from ui.asking import indicator as asking
from ui.figures import Row
from ui.html import Markup, el
from ui.indicator import choosing, line, meeting, past, places, says
from ui.indicator.facts import facts
from ui.indicator.known import Known, known, region_name
from ui.indicator.promises import promises
from ui.panels.base import board, headline, status
from ui.panels.foot import foot
from ui.place import Place
from ui.screens import explain
from ui.typography import spaced
from ui.width import bucket

STATIC = Path(__file__).parent.parent / "static"
STYLES = (STATIC / "records.css", STATIC / "indicator.css")
HEAD: dict[Bucket, list[int]] = {"w1920": [72, 28], "w1366": [70, 30], "w1024": [64, 36]}
SIDES: dict[Bucket, list[int]] = {"w1920": [68, 32], "w1366": [68, 32], "w1024": [60, 40]}
HALVES = [50, 50]


def show(place: Place) -> None:
    """Draw the indicator the address names, or the index, and the explanation over it where one is asked for."""
    html.stylesheet(*STYLES)
    listed = asking.listed()
    about, refused = choosing.asked(listed)
    if refused:
        states.refused(refused, place.lang)
    if about is None:
        _index(place, listed)
    else:
        _one(place, listed, about)
    rows.listen()
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    explain.open_if_asked(place, everything)


def _index(place: Place, listed: DataFrame) -> None:
    lang = place.lang
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    here = counts.headlines(everything, place.region)
    sentence = choosing.index_sentence(listed, place, region_name(place.region, lang))
    if place.present:
        html.show(board(headline(sentence, "")))
    else:
        _head(place, listed, "", [headline(sentence, spaced(say("indicator.index.rest", lang)))])
    with states.part("indicator-index", lang):
        html.show(board(choosing.index(here, listed, place), "" if place.present else foot(here, place)))


def _one(place: Place, listed: DataFrame, about: Row) -> None:
    lang, size = place.lang, bucket()
    found = known(place, about)
    if place.present:
        meeting.draw(found, _state(found))
        return
    _head(place, listed, str(about.indicator_id), [_state(found), headline(says.sentence(found), says.rest(found))])
    if found.event:
        _part("indicator-reports", lang, lambda: past.reports(found, size))
    else:
        left, right = st.columns(SIDES[size], gap="medium")
        with left, states.part("indicator-line", lang):
            line.draw(found, size)
        with right, states.part("indicator-places", lang):
            places.draw(found, size)
        if places.few(found):
            with right:
                _part("indicator-peers", lang, lambda: places.peers(found))
    _part("indicator-promises", lang, lambda: promises(found))
    left, right = st.columns(HALVES, gap="medium")
    with left:
        _part("indicator-facts", lang, lambda: facts(found))
    with right:
        if not found.event and not places.few(found):
            _part("indicator-peers", lang, lambda: places.peers(found))
        _part("indicator-revisions", lang, lambda: past.revisions(found, size))
    _part("indicator-loads", lang, lambda: past.loads(found, size))
    demo = found.told[["demo"]] if len(found.told) else found.frame
    html.show(board(foot(demo, place)))


def _part(name: str, lang: str, build: Callable[[], Markup]) -> None:
    """One panel, whose failing does not take the page with it."""
    with states.part(name, lang):
        html.show(board(build()))


def _head(place: Place, listed: DataFrame, chosen: str, inside: list[Markup]) -> None:
    """The sentence at the left, the chooser at the right."""
    left, right = st.columns(HEAD[bucket()], gap="medium")
    with left:
        html.show(board(*inside))
    with right, st.container(key="indicator-choose"):
        choosing.chooser(listed, chosen, place)


def _state(found: Known) -> Markup:
    """Status, full name, whether it binds, and who answers."""
    lang, row = found.lang, found.row
    parts: list[object] = [
        el("strong", spaced(found.name(short=False))),
        say(f"dimension.{found.about.dimension}", lang),
    ]
    if row is not None:
        parts.insert(0, rows.explained(found.place, figures.key(row), status(row.status, lang)))
        if row.binding in ("yes", "no"):
            parts.append(say(f"binding.{row.binding}", lang))
        parts.append(spaced(figures.owners(row, lang)))
    return el("p", *(el("span", part) for part in parts), cls="why-head")
