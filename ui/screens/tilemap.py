"""One target across the regions of a plan: a sentence, the regions as tiles laid out as they lie, and their gaps."""

from pathlib import Path

import streamlit as st
from pandas import DataFrame

from config.text import say
from config.tokens import Bucket, tokens
from ui import cache, figures, html, own, rows, states
from ui.html import Markup, el
from ui.panels.base import board, headline, quiet
from ui.panels.foot import foot
from ui.place import Place
from ui.screens import explain
from ui.tilemap import meeting, need, room, says
from ui.tilemap.halves import laid, listed
from ui.tilemap.need import Choice
from ui.tilemap.sheet import Sheet, build
from ui.typography import headline as set_headline
from ui.typography import spaced
from ui.width import bucket

STYLE = Path(__file__).parent.parent / "static" / "tilemap.css"
CHOICE: dict[Bucket, list[int]] = {"w1920": [42, 58], "w1366": [50, 50], "w1024": [56, 44]}  # box and links beside it


def show(place: Place) -> None:
    """Draw the map of the target the address names, by default of the one where most regions need attention, and the
    explanation over it where one is asked for.
    """
    html.stylesheet(STYLE)
    frame = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    regions = cache.regions(place.plan)
    top, judged = str(regions["code"].iloc[0]), regions.loc[regions["judged"].astype(bool), "code"]
    here = frame[frame["headline"].astype(bool) & frame["region"].isin(judged)]
    offered = need.choices(here[here["region"].ne(top)])
    if offered:
        _chosen(place, here, regions, offered)
    else:
        html.show(_nothing(place, regions))
    rows.listen()
    explain.open_if_asked(place, frame)


def _chosen(place: Place, here: DataFrame, regions: DataFrame, offered: list[Choice]) -> None:
    """The map of one target, under its sentence and, on a desk, the box to choose another."""
    lang = place.lang
    chosen, refused = need.asked(offered)
    if refused:
        states.refused(refused, lang)
    sheet = build(here[here["target_id"].eq(chosen.target)], regions, place.region, lang)
    if place.present:
        html.show(meeting.screen(place, sheet, refused=bool(refused)))
        return
    rest = says.rest(sheet, lang)
    if not any(one.told for one in offered):
        rest = says.lines([rest, say("tilemap.rest.all", lang, n=len(offered)) + say("stop", lang)], lang)
    html.show(board(headline(says.sentence(sheet, lang), rest)))
    left, right = st.columns(CHOICE[bucket()], gap="medium", vertical_alignment="center")
    with left, st.container(key="tilemap-choose"):
        need.picker(offered, chosen, place)
    with right:
        html.show(board(_ways(place, sheet)))
    html.show(board(_halves(place, sheet), foot(here, place)))


def _halves(place: Place, sheet: Sheet) -> Markup:
    """Tiles and list side by side; the list alone where the regions have no tiles."""
    lang, size = place.lang, bucket()
    if not sheet.laid:
        return el("div", el("p", say("tilemap.nowhere", lang), cls="rest"), listed(place, sheet, room.Held()))
    held = room.Held(width=room.DESK[lang][size] / tokens().size[size].body)
    tiles = laid(place, sheet, say("tilemap.map", lang))
    return el("div", tiles, listed(place, sheet, held, beside=True), cls="map-halves")


def _ways(place: Place, sheet: Sheet) -> Markup:
    """Where to go from here: all targets in one table, and the indicator through the years."""
    lang, about = place.lang, {"indicator": sheet.row.indicator_id}
    table = own.link(place, say("tilemap.to.region", lang), page="region", cls="under")
    years = own.link(place, say("tilemap.to.indicator", lang), page="indicator", own=about, cls="under")
    return el("p", table, years, cls="map-ways")


def _nothing(place: Place, regions: DataFrame) -> Markup:
    """Where the plan's targets stand when none is judged below its own region."""
    lang, top = place.lang, regions.iloc[0]
    parts = say(f"region.parts.{top['level']}", lang)
    name = figures.bare(str(top[f"name_{lang}"]))
    whole = place.model_copy(update={"region": str(top["code"]), "why": None})
    way = own.link(whole, say("region.to_overview", lang), page="overview", cls="under")
    said = set_headline(say("region.head.nothing", lang, name=name, parts=parts))
    rest = spaced(say("region.rest.nothing", lang, parts=parts))
    return board(headline(said, rest), quiet(way), cls="meet" if place.present else "")
