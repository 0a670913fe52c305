"""Who answers: all bodies with what they lead and share, or one body with its targets and the figures it owes; what
nobody answers for is an entry of its own.
"""

from datetime import date
from pathlib import Path

import streamlit as st
from pandas import DataFrame

from config.text import say
from ui import cache, clock, counts, html, own, rows, states
from ui.asking.department import answering as answering_on
from ui.department import body, duty, listing, meeting, says
from ui.department.duty import NOBODY
from ui.department.named import Names
from ui.panels.base import board, headline
from ui.panels.chance import asked as asked_order
from ui.panels.foot import foot
from ui.place import Place, Refused
from ui.records import days, owing
from ui.screens import explain
from ui.uploading.words import plain
from ui.width import bucket

STATIC = Path(__file__).parent.parent / "static"
STYLES = (STATIC / "records.css", STATIC / "department.css")


def show(place: Place) -> None:
    """Draw the page, and the explanation over it where the address asks for one."""
    html.stylesheet(*STYLES)
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    here = counts.headlines(everything, place.region)
    today = clock.today()
    answering = answering_on(today)
    told = duty.duties(here, answering)
    on = days.standing(place, today)
    owed = cache.owed(place.plan, on, today)
    chosen, refused = _asked(answering)
    if refused:
        states.refused(refused, place.lang)
    if chosen:
        _one(place, chosen, here, told, answering, owed, on)
    else:
        _every(place, here, told, answering, owed, on)
    if not place.present:
        html.show(board(foot(here, place)))
    rows.listen()
    explain.open_if_asked(place, everything)


def _asked(answering: DataFrame) -> tuple[str, list[Refused]]:
    """The body of the address, by the one that answers for it today, and what is not understood."""
    said = own.own("department")
    if said in ("", NOBODY):
        return said, []
    found = answering[answering["named"].eq(said)]
    return (str(found["department"].iloc[0]), []) if len(found) else ("", [Refused("department", said[:24])])


def _every(place: Place, here: DataFrame, told: DataFrame, answering: DataFrame, owed: DataFrame, on: date) -> None:
    """All bodies side by side."""
    lang, names = place.lang, Names(answering, place)
    sort, refused = listing.sorted_by()
    if refused:
        states.refused(refused, lang)
    table = duty.bodies(here, told, owed)
    rest = says.everybody_rest(here, table, owed, on.isoformat(), lang)
    head = says.everybody(here, table, names)
    if place.present:
        with states.part("bodies", lang):
            html.show(meeting.every(head, rest, here, table, names, place, sort))
        return
    html.show(board(headline(head, rest)))
    _choose(place, table, "", names)
    with states.part("bodies", lang):
        html.show(board(listing.listing(here, table, answering, place, sort)))


def _one(
    place: Place, chosen: str, here: DataFrame, told: DataFrame, answering: DataFrame, owed: DataFrame, on: date
) -> None:
    """One body, or what nobody answers for."""
    lang, names = place.lang, Names(answering, place)
    order, refused = asked_order()
    if refused:
        states.refused(refused, lang)
    led, shared = (duty.of_body(here, told, chosen, part) for part in duty.PARTS)
    own_owed = owed[owed["department"].eq(chosen)]
    if chosen == NOBODY:
        sentence, rest = says.nobody(led, len(here), lang), say("department.nobody.rest", lang)
    else:
        sentence = says.one(names.short(chosen), led, shared, lang)
        took_over = duty.predecessors(duty.named_in(here), answering, chosen)
        rest = says.one_rest(names, chosen, names.formerly(took_over), (led, shared), own_owed, on.isoformat())
    if place.present:
        with states.part("targets", lang):
            html.show(meeting.one(sentence, rest, led, shared, place))
        return
    html.show(board(headline(sentence, rest)))
    _choose(place, duty.bodies(here, told, owed), chosen, names)
    if len(led) or len(shared):
        html.show(board(body.tiles(led, shared, lang)))
    with states.part("targets", lang):
        html.show(board(body.targets(led, shared, place, order)))
    if chosen != NOBODY:
        with states.part("figures", lang):
            html.show(board(owing.figures(own_owed, chosen, place, bucket()), cls="reports"))


def _choose(place: Place, table: DataFrame, chosen: str, names: Names) -> None:
    """The body looked at, found by typing; beside it where its reports are seen and sent."""
    lang = place.lang
    codes = ["", *duty.ranked(table)["body"], *duty.unowned(table)["body"]]
    with st.container(horizontal=True, vertical_alignment="bottom", key="department-form"):
        st.session_state["department-body"] = chosen
        st.selectbox(
            say("department.column.body", lang),
            codes if chosen in codes else [*codes, chosen],
            key="department-body",
            on_change=_chosen,
            args=(place,),
            format_func=lambda code: plain(names.short(code)) if code else say("department.every", lang),
            label_visibility="collapsed",
            width=360,
        )
        if chosen:
            html.show(board(body.ways(chosen, place)))


def _chosen(place: Place) -> None:
    own.set_own(place, department=st.session_state["department-body"], part=None, page_no=None)
