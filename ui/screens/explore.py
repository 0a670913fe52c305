"""Analysis: indicators, regions and periods of one's own choice, compared in a table and a chart, and as files."""

from functools import partial
from pathlib import Path

import streamlit as st
from pandas import DataFrame

from config.text import say
from config.tokens import Bucket
from ui import cache, html, own, rows, states
from ui.asking import explore as asking
from ui.explore import drawn, pickers, says, written
from ui.explore.asked import Offer, asked, distinct
from ui.explore.cells import cells, prepared
from ui.explore.grid import laid, table
from ui.explore.words import names
from ui.explore.written import Shown
from ui.html import Markup, el
from ui.panels.base import board, headline
from ui.place import Place
from ui.screens import explain
from ui.typography import spaced
from ui.uploading.check import XLSX
from ui.width import bucket

STYLE = Path(__file__).parent.parent / "static" / "explore.css"
SIDES: dict[Bucket, list[int]] = {"w1920": [56, 44], "w1366": [58, 42], "w1024": [58, 42]}
LOADS = 6  # named in the foot


def show(place: Place) -> None:
    """Draw what the address asks for: sentence, pickers, table and chart side by side, files and sources."""
    html.stylesheet(STYLE)
    lang, size = place.lang, bucket()
    frame = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    offer = offered(place)
    view, refused = asked(place, offer, frame)
    named = names(offer, place)
    found = cells(offer, view, frame)
    grid, unsorted = laid(found, view, named)
    if refused or unsorted:
        states.refused([*refused, *unsorted], lang)
    html.show(board(headline(says.sentence(found, view, named, offer, frame), says.rest(found, view, lang))))
    if not place.present:
        with states.part("explore-pickers", lang):
            pickers.draw(place, offer, view, named, size)
    left, right = st.columns(SIDES[size], gap="medium")
    with left, states.part("explore-table", lang):
        html.show(board(table(grid, named, place, size), cls="explore"))
        if not place.present:
            _files(Shown(grid, named, place), found)
    with right, states.part("explore-chart", lang):
        drawn.draw(found, view, named, place, size)
    html.show(board(_foot(found, place)))
    rows.listen()
    explain.open_if_asked(place, frame)


def offered(place: Place) -> Offer:
    """What there is to choose from at a place, as known now or at the moment shown."""
    indicators, regions = asking.indicators(place.plan), cache.regions(place.plan)
    series = cache.series(place.plan, place.as_of, place.demo, place.known)
    figures = prepared(series, indicators, regions)
    return Offer(indicators, regions, figures, distinct(figures["period_end"]))


def _files(shown: Shown, found: DataFrame) -> None:
    """The view as CSV and as a workbook."""
    lang, view = shown.lang, shown.grid.view
    name = say("explore.file", lang, measure=say(f"explore.measure.{view.measure}.short", lang), day=shown.place.as_of)
    with st.container(horizontal=True, gap="small", key="explore-files"):
        for kind, write, mime in (("csv", written.csv, "text/csv"), ("xlsx", written.xlsx, XLSX)):
            st.download_button(
                say(f"explore.get.{kind}", lang),
                data=partial(write, shown),
                file_name=f"{name}.{kind}",
                mime=mime,
                on_click="ignore",
                disabled=found.empty,
                key=f"explore-get-{kind}",
            )


def _foot(found: DataFrame, place: Place) -> Markup:
    """Which loads the figures come from, which document and data, and whether any is demonstration."""
    lang = place.lang
    told = found[found["value"].notna()]
    loads = sorted({int(load) for load in told["load_id"].dropna()})
    links: list[object] = []
    for load in loads[:LOADS]:
        links += [
            say("list", lang) if links else "",
            own.link(place, load, page="loads", own={"load": load}, cls="under"),
        ]
    if len(loads) > LOADS:
        links.append(spaced(say("explore.loads.more", lang, n=len(loads))))
    source = [say("explore.loads", lang), *links] if loads else [say("explore.loads.none", lang)]
    plan = cache.plans().set_index("id").loc[place.plan]
    parts = [str((plan["number"] if lang == "zh" else "") or plan[f"title_{lang}"])]
    parts += [say("foot.draft", lang)] if plan["status"] == "draft" else []
    parts += [spaced(say("foot.as_of", lang, day=place.as_of.isoformat()))]
    parts += [spaced(say("foot.version", lang, version=cache.version()))]
    badge = el("span", say("foot.demo", lang), cls="badge") if bool(told["demo"].any()) else ""
    right = el("div", el("span", say("dot", lang).join(parts), cls="told"), badge, cls="told-box")
    return el("footer", el("div", *source), right, cls="foot")
