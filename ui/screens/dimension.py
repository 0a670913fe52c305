"""One dimension: small multiples, regions against the target, what is missing, and the table of all
its targets.
"""

import streamlit as st
from pandas import DataFrame

from charts import regions as region_chart
from charts import theme, trend
from config.text import say
from config.tokens import Bucket
from ui import cache, counts, fans, html, multiples, overlay, rows, sentences, states, strips
from ui.html import Markup, el
from ui.panels.base import board, headline, quiet
from ui.panels.chance import asked
from ui.panels.foot import foot
from ui.panels.missing import missing
from ui.panels.targets import targets
from ui.place import Place
from ui.screens import explain
from ui.typography import spaced
from ui.width import bucket

COLUMNS: dict[Bucket, list[int]] = {"w1920": [68, 32], "w1366": [68, 32], "w1024": [60, 40]}
REASONS: dict[Bucket, int] = {"w1920": 2, "w1366": 1, "w1024": 1}
STILL = {"displayModeBar": False, "responsive": True}


def show(place: Place, dimension: str) -> None:
    """Draw the dimension at a place, and the explanation over it where the address asks for one."""
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    frame = everything[everything["dimension"].eq(dimension)]
    here = counts.headlines(frame, place.region)
    lang = place.lang
    if here.empty:
        name = say(f"dimension.{dimension}", lang)
        html.show(board(headline(say("dimension.empty", lang, dimension=name), say("dimension.empty.how", lang))))
    else:
        _draw(place, dimension, frame, here)
    rows.listen()
    explain.open_if_asked(place, everything)


def _draw(place: Place, dimension: str, frame: DataFrame, here: DataFrame) -> None:
    lang, size = place.lang, bucket()
    order, refused = asked()
    if refused:
        states.refused(refused, lang)
    count = counts.lights(here)
    html.show(board(headline(sentences.dimension(dimension, here, count, lang), sentences.dimension_rest(count, lang))))
    left, right = st.columns(COLUMNS[size], gap="medium")
    with left, states.part("multiples", lang):
        _multiples(place, here, frame, size)
    with right, states.part("strips", lang):
        _strips(place, here, frame, size)
    with right, states.part("missing", lang):
        html.show(board(missing(here, place, REASONS[size])))
    with states.part("targets", lang):
        html.show(board(targets(here, place, order)))
    html.show(board(foot(here, place)))


def _multiples(place: Place, here: DataFrame, frame: DataFrame, size: Bucket) -> None:
    lang = place.lang
    drawn = multiples.drawable(here)
    sheet = multiples.sheet_for(len(drawn), size)
    shown = drawn.head(sheet.room)
    if shown.empty:
        html.show(board(_title(say("multiples.empty", lang)), quiet(say("multiples.empty.why", lang))))
        return
    title = sentences.under_way(drawn, len(shown), lang)
    if len(drawn) > len(shown) and size != "w1024":
        title += spaced(say("multiples.first", lang, n=len(shown)))
    cells = multiples.cells(shown, lang, size)
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
    html.show(board(_title(title), _legend(lang, size, banded=len(bands) > 0)))
    with st.container(key="multiples"):
        st.plotly_chart(figure, theme=None, config=STILL, key="multiples-figure", alt=theme.alt_of(figure))
        html.show(overlay.over_cells(cells, sheet, place))


def _strips(place: Place, here: DataFrame, frame: DataFrame, size: Bucket) -> None:
    lang = place.lang
    regions = cache.regions(place.plan)
    top = str(regions["code"].iloc[0])
    level = str(regions["level"].iloc[0])
    named = regions.set_index("code")["short_zh"]
    frame, here = (part.assign(region_zh=part["region"].map(named).fillna(part["region_zh"])) for part in (frame, here))
    whole = here if place.region == top else counts.headlines(frame, top)
    groups = strips.compared(whole if len(whole) else here, frame, top, strips.STRIPS[size])
    html.show(board(_title(strips.head(groups, level, lang))))
    if not groups:
        html.show(board(quiet(say("strips.empty", lang))))
        return
    marks = strips.marks(groups, whole, size, own=place.region, lang=lang)
    figure = region_chart.strips(marks, frame=strips.FRAMES[size], lang=lang, theme=place.theme)
    with st.container(key="strips"):
        st.plotly_chart(figure, theme=None, config=STILL, key="strips-figure", alt=theme.alt_of(figure))
        html.show(overlay.over_strips(marks, strips.FRAMES[size], place))


def _title(words: str) -> Markup:
    return el("div", el("h2", words, cls="title"), cls="panel")


def _legend(lang: str, size: Bucket, *, banded: bool) -> Markup:
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
    narrow = size == "w1024"
    last = () if narrow and banded else ("legend.last",)  # the subtitles say the status as well
    notes = [*last, "legend.axis.short" if narrow else "legend.axis"]
    return el("p", *lines, *(el("span", say(note, lang), cls="item") for note in notes), cls="legend")
