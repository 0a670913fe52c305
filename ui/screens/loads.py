"""Loads: all of them, or the one the address names with what it changed and the way to take it back."""

from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from charts.each import first_of
from config.text import say
from config.tokens import Bucket
from data import history
from ui import cache, clock, html, own, rows
from ui.cache import BoardError
from ui.html import Markup, el
from ui.panels.base import board, headline, panel
from ui.place import Place
from ui.records import acts, changes, entry, taking
from ui.records.listing import listed, sender
from ui.states import part, state
from ui.typography import headline as set_headline
from ui.typography import spaced
from ui.width import bucket

STYLE = Path(__file__).parent.parent / "static" / "records.css"
SIDES: dict[Bucket, list[int]] = {"w1920": [72, 28], "w1366": [70, 30], "w1024": [66, 34]}


def show(place: Place) -> None:
    """Draw the loads, or the one the address names."""
    html.stylesheet(STYLE)
    taking.done()
    every = cache.loads()
    if own.own("load"):
        _one(place, every)
    else:
        _all(place, every)
    rows.listen()


def _all(place: Place, every: DataFrame) -> None:
    lang = place.lang
    if every.empty:
        html.show(board(headline(say("loads.none", lang), say("loads.none.rest", lang))))
        return
    parts = headline(_sentence(every, lang), spaced(say("loads.rest", lang)))
    html.show(board(parts, listed(every, place, bucket())))


def _sentence(every: DataFrame, lang: str) -> str:
    """How many loads, how many undone, which is the latest."""
    gone = int(every["state"].eq("withdrawn").sum())
    undone = say("loads.head.undone", lang, n=gone) if gone else say("loads.head.undone.none", lang)
    latest: Any = first_of(every)
    words = {"moment": clock.local(latest.loaded_at), "who": sender(latest, lang), "undone": undone}
    return set_headline(say("loads.head", lang, n=len(every), **words) + say("stop", lang))


def _one(place: Place, every: DataFrame) -> None:
    """One load; a number the board does not know says so."""
    lang = place.lang
    back = el("p", own.link(place, say("loads.all", lang), cls="under"), cls="back")
    found = every[every["id"] == (own.number("load") or 0)]
    row: Any = first_of(found)
    if row is None:
        said = set_headline(say("loads.unknown", lang, load=own.own("load")[:18]) + say("stop", lang))
        html.show(board(back, headline(said, say("loads.unknown.rest", lang))))
        return
    frame = cache.brought(int(row.id), changes.MOST)
    top = headline(entry.sentence(row, frame, lang), entry.rest(row, lang))
    html.show(board(back, top, entry.tiles(row, lang)))
    left, right = st.columns(SIDES[bucket()], gap="medium")
    with left, part("brought", lang):
        html.show(board(changes.brought(frame, entry.total(row), place, bucket())))
    with right, part("files", lang):
        _files(row, found.iloc[0], frame, place)
        html.show(board(entry.confirmed(found.iloc[0], lang)))
        if row.state == "standing":
            taking.undo(row, place)
        else:
            taking.redo(row, None if pd.isna(row.redone_by) else int(row.redone_by), place)


def _files(row: Any, kept: pd.Series, frame: DataFrame, place: Place) -> None:
    """The file as it came, what it changed as CSV, and the board before it."""
    lang, load = place.lang, int(row.id)
    html.show(board(panel(say("load.files", lang))))
    with st.container(horizontal=True, gap="small", key="records-files"):
        try:
            path = acts.original(load)
        except BoardError as trouble:
            state("notice", trouble.words(lang))
        else:
            st.download_button(
                say("load.original", lang),
                data=path.read_bytes,
                file_name=row.file,
                on_click="ignore",
                key="records-original",
            )
        st.download_button(
            say("load.changes.get", lang),
            data=partial(_written, load, lang),
            file_name=say("load.changes.file", lang, load=load),
            mime="text/csv",
            on_click="ignore",
            disabled=frame.empty,
            key="records-changes",
        )
    html.show(board(el("ul", *(el("li", link) for link in _boards(kept, frame, place)), cls="links beside")))


def _written(load: int, lang: str) -> bytes:
    return changes.written(acts.brought(load), lang)


def _boards(kept: pd.Series, frame: DataFrame, place: Place) -> list[Markup]:
    """The ways to the board as it was just before the load, and as it is now."""
    lang = place.lang
    at = _concerned(frame, place)
    before = rows.link(at, say("load.before", lang), page="overview", cls="under", known=history.before(kept))
    return [before, rows.link(at, say("load.after", lang), page="overview", cls="under")]


def _concerned(frame: DataFrame, place: Place) -> Place:
    """This place, or the overview of the first plan in whose regions the load brought figures."""
    touched = set(frame["region"])
    plans = [place.plan, *cache.plans()["id"]]
    met = next((plan for plan in plans if touched & set(cache.regions(plan)["code"])), place.plan)
    if met == place.plan:
        return place
    as_of = cache.default_as_of(met, place.demo)
    region = str(cache.regions(met)["code"].iloc[0])
    moved = {"plan": met, "region": region, "as_of": as_of, "since": cache.compared_with(met, as_of)}
    return place.model_copy(update=moved)
