"""The sheet of a region: one sentence, its targets beside the other regions', where it stands, what is missing."""

from pathlib import Path

import streamlit as st
from pandas import DataFrame

from config.text import say
from ui import cache, html, own, rows, states
from ui.html import Markup, el
from ui.panels.base import board, guarded, headline
from ui.panels.foot import foot
from ui.place import Place
from ui.region import choice, meeting, room, says
from ui.region.grid import Grid, build
from ui.region.lacking import lacking
from ui.region.spots import spots
from ui.region.table import heat
from ui.screens import explain
from ui.width import bucket

STYLE = Path(__file__).parent.parent / "static" / "region.css"


def show(place: Place) -> None:
    """Draw the sheet of the place's region, and the explanation over it where the address asks for one."""
    html.stylesheet(STYLE)
    lang = place.lang
    dim, status, refused = choice.asked()
    page, wrong = room.asked()
    if refused or wrong:
        states.refused([*refused, *wrong], lang)
    frame = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    grid = build(frame, cache.regions(place.plan), place.region, lang)
    with st.container(key="region-sheet"):
        html.show(screen(place, frame, grid, (dim, status, page)))
    rows.listen()
    explain.open_if_asked(place, frame)


def screen(place: Place, frame: DataFrame, grid: Grid, chosen: tuple[str, str, int]) -> Markup:
    """The whole sheet as markup; ``chosen`` are dimension, status and page of columns."""
    lang, (dim, status, page) = place.lang, chosen
    head = headline(says.sentence(grid, lang), says.rest(grid, lang))
    codes = [column.code for column in grid.columns]
    here = frame[frame["region"].isin(codes) & frame["headline"].astype(bool)]
    if not grid.lines:
        return board(head, _elsewhere(place), "" if place.present else foot(here, place))
    if place.present:
        return meeting.screen(place, grid)
    found = room.shown(grid, page, bucket(), lang)
    some = choice.chosen(grid, dim, status)
    parts = [
        guarded("heat", lang, lambda: heat(some, grid, found, place)),
        guarded("spots", lang, lambda: spots(grid, place)),
    ]
    return board(
        head,
        el("div", *parts, cls="region-sheet"),
        guarded("missing", lang, lambda: lacking(grid, place)) if grid.own.told or grid.own.whole else "",
        foot(here, place),
    )


def _elsewhere(place: Place) -> Markup:
    """Where the plan's targets stand when none is judged below its own region."""
    top = str(cache.regions(place.plan)["code"].iloc[0])
    whole = place.model_copy(update={"region": top, "why": None})
    return el("p", own.link(whole, say("region.to_overview", place.lang), page="overview", cls="under"), cls="quiet")
