"""All changes since the comparison date, in a drawer over the overview; the address holds that it is open."""

import streamlit as st
from pandas import DataFrame

from config.text import say
from ui import html, own, sentences
from ui.order import changes
from ui.panels.base import board
from ui.panels.changes import ALL, PART, everything
from ui.place import Place, Refused
from ui.screens.explain import WIDTH
from ui.width import bucket


def asked(place: Place) -> tuple[bool, list[Refused]]:
    """Whether the address asks for the list, and what of it is not understood."""
    said = own.own(PART)
    if said in ("", ALL):
        return said == ALL and not place.present and not place.why, []
    return False, [Refused(PART, said[:24])]


def open_list(place: Place, here: DataFrame, earlier: DataFrame | None) -> None:
    """Open the drawer with what moved between the frames of two dates, each as it counts at the place."""
    title = say("changes.rest.title", place.lang)
    st.dialog(title, width=WIDTH[bucket()], position="right", on_dismiss=_closed)(_draw)(place, here, earlier)


def _closed() -> None:
    st.query_params.pop(PART, None)


def _draw(place: Place, here: DataFrame, earlier: DataFrame | None) -> None:
    lang = place.lang
    moves = changes(here, earlier) if earlier is not None else here.head(0).assign(move=None, was=None)
    moved = sentences.moves(moves, place.since) if place.since and earlier is not None else None
    head = sentences.changes_head(moved, place.as_of, lang)
    html.show(board(html.el("h2", head, cls="verdict"), everything(moves, place), cls="why"))
