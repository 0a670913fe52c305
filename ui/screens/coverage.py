"""Coverage: who owes which figures for which period, what came, and what is missing."""

from datetime import date
from functools import partial
from pathlib import Path

import streamlit as st
from pandas import DataFrame

from config.text import say
from config.tokens import Bucket
from ui import cache, clock, html, own, rows, states
from ui.html import el
from ui.intake import catalogue
from ui.panels.base import board, headline
from ui.place import Place, Refused, day
from ui.records import acts, days, owing
from ui.typography import spaced
from ui.uploading.check import XLSX
from ui.uploading.words import department as department_name
from ui.uploading.words import plain
from ui.width import bucket

STYLE = Path(__file__).parent.parent / "static" / "records.css"
SIDES: dict[Bucket, list[int]] = {"w1920": [46, 54], "w1366": [46, 54], "w1024": [46, 54]}


def show(place: Place) -> None:
    """Draw who owes what on the day, for the department the address names or for all."""
    html.stylesheet(STYLE)
    lang, today = place.lang, clock.today()
    chosen, refused = _asked()
    if refused:
        states.refused(refused, lang)
    on = day(own.own("day")) or days.standing(place, today)
    every = cache.owed(place.plan, on, today)
    frame = every[every["department"].eq(chosen)] if chosen else every
    sentence = owing.sentence(frame, on.isoformat(), chosen, lang)
    html.show(board(headline(sentence, _rest(frame, lang))))
    _choose(place, every, on, chosen, today)
    if len(every):
        left, right = st.columns(SIDES[bucket()], gap="medium")
        with left, states.part("departments", lang):
            html.show(board(owing.departments(every, chosen, place, bucket())))
        with right, states.part("figures", lang):
            html.show(board(owing.figures(frame, chosen, place, bucket())))
    rows.listen()


def _asked() -> tuple[str, list[Refused]]:
    """The department of the address, and what of the page's own in it is not understood."""
    chosen = own.own("department")
    known = chosen in catalogue().departments
    refused = [] if known or not chosen else [Refused("department", chosen[:24])]
    if own.own("day") and day(own.own("day")) is None:
        refused.append(Refused("day", own.own("day")[:24]))
    return chosen if known else "", refused


def _rest(frame: DataFrame, lang: str) -> str:
    """What is due, until when, and that made-up figures are no reports."""
    if frame.empty:
        return spaced(say("coverage.none.rest", lang))
    made_up = int(frame["demo_only"].sum())
    more = say("coverage.rest.demo", lang, n=made_up) if made_up else ""
    return spaced(say("coverage.rest", lang, days=days.grace()) + more)


def _choose(place: Place, every: DataFrame, on: date, chosen: str, today: date) -> None:
    """The period and the department looked at; the department's form beside them."""
    lang = place.lang
    with st.container(horizontal=True, vertical_alignment="bottom", key="records-form"):
        known = days.choices(place, today)
        offered = sorted({*known, on}, reverse=True)
        st.session_state["coverage-day"] = on
        st.selectbox(
            say("coverage.day", lang),
            offered,
            key="coverage-day",
            on_change=_day_chosen,
            args=(place,),
            format_func=lambda one: days.words(one, known.get(one), today, lang),
            width=340,
        )
        bodies = list(owing.ranked(every)["department"])
        codes = ["", *bodies, *([chosen] if chosen and chosen not in bodies else [])]
        st.session_state["coverage-department"] = chosen
        st.selectbox(
            say("coverage.department", lang),
            codes,
            key="coverage-department",
            on_change=_department_chosen,
            args=(place,),
            format_func=lambda code: department_name(code, lang) if code else say("coverage.department.all", lang),
            width=300,
        )
        if chosen:
            _form(chosen, on, place)
        else:
            html.show(board(el("p", say("coverage.form.choose", lang), cls="rest")))


def _form(chosen: str, on: date, place: Place) -> None:
    """The form of the department to fill in, and the way to send it."""
    lang = place.lang
    st.download_button(
        say("coverage.form", lang),
        data=partial(acts.form, chosen, on, lang),
        file_name=say("coverage.form.file", lang, department=plain(department_name(chosen, lang))),
        mime=XLSX,
        on_click="ignore",
        key="records-form-get",
    )
    html.show(
        board(
            el(
                "p",
                own.link(place, say("coverage.upload", lang), page="upload", own={"department": chosen}, cls="under"),
                cls="rest",
            )
        )
    )


def _day_chosen(place: Place) -> None:
    own.set_own(place, day=st.session_state["coverage-day"].isoformat(), part=None, bodies=None)


def _department_chosen(place: Place) -> None:
    own.set_own(place, department=st.session_state["coverage-department"], part=None)
