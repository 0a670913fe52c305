"""The library: every plan with its phases, every target to search and filter, every milestone with its evidence."""

from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from pandas import DataFrame

from charts.each import first_of
from config.text import say
from config.tokens import Bucket
from ui import cache, counts, html, own, rows, sentences, states
from ui.asking import library
from ui.html import Markup, el
from ui.library import export, facets, listed, milestones, plans
from ui.library.asked import LONGEST, Asked, asked, matching
from ui.library.names import written
from ui.panels.base import board, headline, panel
from ui.place import Place
from ui.records.paging import part
from ui.screens import explain
from ui.typography import headline as set_headline
from ui.typography import spaced
from ui.uploading.check import XLSX
from ui.width import bucket

STYLE = Path(__file__).parent.parent / "static" / "library.css"
SIDES: dict[Bucket, list[int]] = {"w1920": [19, 81], "w1366": [22, 78], "w1024": [27, 73]}
ROWS = 25


def show(place: Place) -> None:
    """Draw the view the address names."""
    html.stylesheet(STYLE)
    lang = place.lang
    what, refused = asked()
    if refused:
        states.refused(refused, lang)
    with st.spinner(say("library.reading", lang)):
        dated = library.targets(place)
    every = dated[dated["headline"].astype(bool)]
    found = every[matching(every, what)]
    closed = place.model_copy(update={"why": None})
    html.show(board(headline(_sentence(every, found, what, lang), _rest(found, what, lang))))
    html.show(board(facets.views(every, what, every["plan"].nunique(), closed)))
    if what.view == "plans":
        with states.part("plans", lang):
            plans.draw(every, what, closed)
    else:
        _search(every, found, dated, what, closed)
    html.show(board(_foot(found if len(found) and what.view != "plans" else every, lang)))
    rows.listen()
    _explain(place, every)


def _sentence(every: DataFrame, found: DataFrame, what: Asked, lang: str) -> str:
    """What is shown: the whole library, what was found in it, or how the milestones stand."""
    if what.view == "plans" or (what.view == "targets" and not what.active):
        return plans.sentence(every, lang)
    if found.empty:
        return set_headline(say("library.none", lang) + say("stop", lang))
    if what.view == "milestones":
        return milestones.sentence(found, lang)
    return set_headline(say("library.found", lang, n=len(found), total=len(every)) + say("stop", lang))


def _rest(found: DataFrame, what: Asked, lang: str) -> str:
    """The lights of what is shown, and what of the filters is in force."""
    if what.view == "plans":
        return spaced(say("library.plans.rest", lang))
    filters = say("clause.wide", lang).join(facets.chosen_words(name, what, lang) for name in what.active)
    said = say("library.rest.filters", lang, filters=filters) if filters else ""
    if what.view == "targets" and len(found):
        lights = sentences.dimension_rest(counts.lights(found), lang)
        said = say("library.rest.both", lang, lights=lights, filters=said) if said else lights
    return spaced(said or say("library.rest", lang))


def _search(every: DataFrame, found: DataFrame, dated: DataFrame, what: Asked, place: Place) -> None:
    """Filters at the left, what is found at the right."""
    lang = place.lang
    left, right = st.columns(SIDES[bucket()], gap="medium")
    with left, states.part("filters", lang):
        _find(what, place)
        html.show(board(facets.facets(every, what, place)))
    with right, states.part("found", lang):
        if found.empty:
            html.show(board(facets.widen(every, what, place)))
            return
        arranged = milestones.arranged(found) if what.view == "milestones" else found
        shown = part(arranged, ROWS, "page_no")
        if what.view == "milestones":
            html.show(board(milestones.listed(shown, len(found), place)))
        else:
            html.show(board(listed.listed(shown, len(found), dated, place, every=not what.active)))
        _downloads(arranged, dated, what, lang)


def _find(what: Asked, place: Place) -> None:
    """The box to search in; it holds what the address says."""
    st.session_state["library-find"] = what.find
    st.text_input(
        say("library.find", place.lang),
        key="library-find",
        max_chars=LONGEST,
        placeholder=say("library.find.how", place.lang),
        on_change=_sought,
        args=(place,),
    )


def _sought(place: Place) -> None:
    own.set_own(place, find=st.session_state["library-find"].strip() or None, page_no=None)


def _downloads(found: DataFrame, dated: DataFrame, what: Asked, lang: str) -> None:
    """All that is found, on every page of it, as CSV and as a workbook."""
    frame = found
    if what.view == "targets":
        frame = dated[dated["target_id"].isin(set(found["target_id"]))]
    said, words = written(library.reports()), _sentence(frame, found, what, lang)
    html.show(board(panel(spaced(say("library.download", lang, n=len(frame))))))
    with st.container(horizontal=True, gap="small", key="library-files"):
        for kind, make in (
            ("csv", partial(export.csv, frame, what.view, said, lang)),
            ("xlsx", partial(export.excel, frame, what.view, said, words, lang)),
        ):
            st.download_button(
                say(f"library.download.{kind}", lang),
                data=make,
                file_name=say(f"library.file.{what.view}", lang) + f".{kind}",
                mime=XLSX if kind == "xlsx" else "text/csv",
                on_click="ignore",
                key=f"library-{kind}",
            )


def _foot(frame: DataFrame, lang: str) -> Markup:
    """The documents, where each stands, and whether any figure is made up."""
    demo = bool(frame["demo"].astype(bool).any())
    badge = el("span", say("foot.demo", lang), cls="badge") if demo else ""
    return el("footer", el("span", export.sources(frame, lang), cls="told"), badge, cls="foot")


def _explain(place: Place, every: DataFrame) -> None:
    """The explanation the address names, of whichever plan it is."""
    if not place.why:
        return
    target = place.why.rsplit(".", 2)[0]
    row = first_of(every[every["target_id"].eq(target)])
    if row is None:
        explain.open_if_asked(place, every)
        return
    day: date = row.as_of.date()
    moved = {"plan": row.plan, "as_of": day, "region": row.region, "since": cache.compared_with(row.plan, day)}
    at = place if row.plan == place.plan else place.model_copy(update=moved)
    explain.open_if_asked(at, cache.assessments(at.plan, at.as_of, at.demo, at.known))
