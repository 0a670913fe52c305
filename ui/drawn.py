"""The figures of a dimension on the page: small multiples and region strips, each under its sentence and with links
over its names.
"""

import streamlit as st
from pandas import DataFrame

from charts import regions as region_chart
from charts import theme, trend
from charts.cell import Sheet
from charts.regions import Frame
from config.text import say
from config.tokens import Bucket
from ui import cache, counts, fans, html, multiples, overlay, sentences, strips
from ui.html import Markup, el
from ui.panels.base import board
from ui.place import Place
from ui.typography import spaced

STILL = {"displayModeBar": False, "responsive": True}


def small_multiples(place: Place, drawn: DataFrame, frame: DataFrame, size: Bucket, sheet: Sheet) -> None:
    """The first of ``drawn``, as many as the sheet holds."""
    lang = place.lang
    shown = drawn.head(sheet.room)
    title = sentences.under_way(drawn, len(shown), lang)
    if len(drawn) > len(shown) and size != "w1024" and not place.present:
        title += spaced(say("multiples.first", lang, n=len(shown)))
    cells = multiples.cells(shown, lang, size, sheet)
    series = cache.series(place.plan, place.as_of, place.demo, place.known)
    bands = fans.fans(shown, lang)
    figure = trend.multiples(
        cells,
        multiples.points(shown, series, lang),
        multiples.dues(shown, frame),
        sheet=sheet,
        lang=lang,
        theme=place.theme,
        fans=bands,
    )
    html.show(board(under_rule(title), _legend(lang, size, banded=len(bands) > 0, short=place.present)))
    with st.container(key="multiples"):
        st.plotly_chart(figure, theme=None, config=STILL, key="multiples-figure", alt=theme.alt_of(figure))
        html.show(overlay.over_cells(cells, sheet, place))


def compared(place: Place, here: DataFrame, frame: DataFrame, most: int) -> tuple[list[DataFrame], DataFrame]:
    """The targets whose regions can be compared, and the rows of the whole they are compared with."""
    regions = cache.regions(place.plan)
    top = str(regions["code"].iloc[0])
    named = regions.set_index("code")["short_zh"]
    frame, here = (part.assign(region_zh=part["region"].map(named).fillna(part["region_zh"])) for part in (frame, here))
    whole = here if place.region == top else counts.headlines(frame, top)
    return strips.compared(whole if len(whole) else here, frame, top, most), whole


def region_strips(place: Place, groups: list[DataFrame], whole: DataFrame, frame: Frame, lines: int) -> None:
    """The strips, with ``lines`` regions in all; ``groups`` and ``whole`` as `compared` gives them."""
    lang = place.lang
    level = str(cache.regions(place.plan)["level"].iloc[0])
    html.show(board(under_rule(strips.head(groups, level, lang))))
    marks = strips.marks(groups, whole, lines, own=place.region, lang=lang)
    figure = region_chart.strips(marks, frame=frame, lang=lang, theme=place.theme)
    with st.container(key="strips"):
        st.plotly_chart(figure, theme=None, config=STILL, key="strips-figure", alt=theme.alt_of(figure))
        html.show(overlay.over_strips(marks, frame, place))


def under_rule(words: str) -> Markup:
    """A heading under its rule, over a figure."""
    return el("div", el("h2", words, cls="title"), cls="panel")


def _legend(lang: str, size: Bucket, *, banded: bool, short: bool = False) -> Markup:
    """What the lines and, where there is one, the band mean, and that the axes differ and do not start at zero."""
    lines = (
        el(
            "span",
            el("span", cls=f"stroke {kind}", aria_hidden="true"),
            say(f"legend.{kind}", lang),
            cls="item",
        )
        for kind in ("series", "target", "required", *(("band",) if banded else ()))
    )
    narrow = size == "w1024" or short
    last = () if narrow and banded else ("legend.last",)  # the subtitles say the status as well
    notes = [*last, "legend.axis.short" if narrow else "legend.axis"]
    return el("p", *lines, *(el("span", say(note, lang), cls="item") for note in notes), cls="legend")
