"""Which indicator: the searchable chooser, and the index of the plan's indicators where none is named."""

import streamlit as st
from pandas import DataFrame

from charts.each import each
from config.text import say
from metrics.model.vocabulary import Dimension
from ui import figures, own
from ui.counts import lights
from ui.figures import Row
from ui.html import Markup, el
from ui.order import ordered
from ui.panels.base import glyph, panel, quiet
from ui.place import Place, Refused
from ui.typography import headline, spaced

KEY = "indicator-chosen"
DIMENSIONS = [one.value for one in Dimension]
PAGES = ("part", "bodies", "page_no")  # what one indicator's lists keep in the address


def asked(listed: DataFrame) -> tuple[Row | None, list[Refused]]:
    """The indicator the address names, None without one, and what in it is not understood."""
    code = own.own("indicator")
    found = listed[listed["indicator_id"].eq(code)]
    if len(found):
        return next(each(found)), []
    return None, [Refused("indicator", code[:24])] if code else []


def chooser(listed: DataFrame, chosen: str, place: Place) -> None:
    """The box: the plan's indicators first, by dimension; typing searches."""
    lang = place.lang
    names = {row.indicator_id: _label(row, lang) for row in each(arranged(listed, place))}
    st.session_state[KEY] = chosen or None
    st.selectbox(
        say("indicator.choose", lang),
        list(names),
        index=None,
        key=KEY,
        on_change=_chosen,
        args=(place,),
        format_func=lambda code: names.get(code, code),
        placeholder=say("indicator.choose.hint", lang, n=len(names)),
    )


def arranged(listed: DataFrame, place: Place) -> DataFrame:
    """The indicators with targets of the plan first, then the others, each by dimension and name."""
    outside = [place.plan not in plans for plans in listed["plans"]]
    places = {code: n for n, code in enumerate(DIMENSIONS)}
    rank = listed["dimension"].map(places)
    order = listed.assign(outside=outside, rank=rank, said=[figures.name(row, place.lang) for row in each(listed)])
    return order.sort_values(["outside", "rank", "said"], kind="stable")


def _label(row: Row, lang: str) -> str:
    return say(f"dimension.{row.dimension}", lang) + say("dot", lang) + spaced(figures.name(row, lang, short=False))


def _chosen(place: Place) -> None:
    cleared = dict.fromkeys(PAGES)
    own.set_own(place.model_copy(update={"why": None}), indicator=st.session_state[KEY], **cleared)


def index_sentence(listed: DataFrame, place: Place, region: str) -> str:
    """On how many indicators the plan sets targets, and how many the board knows."""
    inside = sum(place.plan in plans for plans in listed["plans"])
    words = {"n": inside, "total": len(listed), "region": region}
    return headline(say("indicator.index.head", place.lang, **words) + say("stop", place.lang))


def index(here: DataFrame, listed: DataFrame, place: Place) -> Markup:
    """The plan's indicators by dimension, the most pressing first; those without a target on the region follow."""
    lang = place.lang
    inside = listed[[place.plan in plans for plans in listed["plans"]]]
    if inside.empty:
        return panel(say("indicator.index.none", lang), quiet(say("indicator.index.quiet", lang)))
    blocks = [
        _block(code, here[here["dimension"].eq(code)], rest, place)
        for code in DIMENSIONS
        for rest in [inside[inside["dimension"].eq(code)]]
        if len(rest)
    ]
    return el("div", *blocks, cls="index")


def _block(code: str, here: DataFrame, listed: DataFrame, place: Place) -> Markup:
    lang = place.lang
    count = lights(here)
    words = {"dimension": say(f"dimension.{code}", lang), "n": len(listed), "k": count.attention}
    kind = "some" if count.attention else "none"
    first = ordered(here).drop_duplicates("indicator_id")
    rest = listed[~listed["indicator_id"].isin(first["indicator_id"])]
    items = [_item(row, row.status, place) for row in each(first)] + [_item(row, "", place) for row in each(rest)]
    return panel(spaced(say(f"indicator.index.block.{kind}", lang, **words)), el("ul", *items), cls="index-block")


def _item(row: Row, status: str, place: Place) -> Markup:
    name = spaced(figures.name(row, place.lang))
    lang = place.lang
    mark = glyph(status, lang, spoken=False) if status else el("span", cls="gl")
    word = say(f"status.{status}" if status else "indicator.index.free", lang)
    link = own.link(place, name, own={"indicator": row.indicator_id})
    return el("li", mark, link, el("span", word, cls="soft small"))
