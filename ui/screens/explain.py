"""The explanation of one assessment, in a drawer at the right; the address holds which one is open."""

import streamlit as st
from pandas import DataFrame

from charts import theme, trend
from charts.cell import Sheet
from charts.each import each
from config.text import say
from config.tokens import tokens
from ui import cache, fans, figures, html, multiples, own, states
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import board, quiet, status
from ui.place import Place
from ui.typography import spaced
from ui.why.also import also
from ui.why.inputs import inputs
from ui.why.outlook import outlook
from ui.why.sums import how
from ui.why.verdict import sentence
from ui.width import bucket

WIDTH = {"w1920": 1120, "w1366": 900, "w1024": 1024}
HEIGHT = 190
STILL = {"displayModeBar": False, "responsive": True}


def open_if_asked(place: Place, frame: DataFrame) -> None:
    """Open the drawer where the address names an assessment; close again where it is not among the
    frame's.
    """
    if not place.why:
        return
    target, due, region = place.why.rsplit(".", 2)
    found = frame[frame["target_id"].eq(target) & frame["region"].eq(region)]
    found = found[found["due"].dt.strftime("%Y-%m-%d").eq(due)]
    draw = st.dialog(say("why.title", place.lang), width=WIDTH[bucket()], position="right", on_dismiss=_closed)(_draw)
    draw(place, found, frame)


def _closed() -> None:
    """The drawer was left: the address forgets it."""
    st.query_params.pop("why", None)


def _draw(place: Place, found: DataFrame, frame: DataFrame) -> None:
    lang = place.lang
    if found.empty:
        html.show(board(quiet(say("why.unknown", lang))))
        return
    row = next(each(found))
    html.show(board(_head(row, lang), el("h2", sentence(row, lang), cls="verdict"), cls="why"))
    with states.part("why-trend", lang):
        _trend(place, found, frame, row)
    plan = cache.plans().set_index("id").loc[place.plan]
    document = str((plan["number"] if lang == "zh" else "") or plan[f"title_{lang}"])
    with states.part("why", lang):
        html.show(
            board(
                outlook(row, place),
                how(row, lang),
                inputs(row, document, lang),
                also(row, frame, lang),
                _foot(row, place),
                cls="why",
            )
        )


def _head(row: Row, lang: str) -> Markup:
    """Status, which way it moves, binding or not, full name, region."""
    parts: list[object] = [status(row.status, lang)]
    trend_code = row.trend if figures.known(row.trend) and row.trend in tokens().trend else "unknown"
    if trend_code != "unknown":
        words = f"{tokens().trend[trend_code]} {say(f'trend.{trend_code}', lang)}"
        parts.append(el("span", say("why.trend", lang), words))
    if row.binding in ("yes", "no"):
        parts.append(el("span", say(f"binding.{row.binding}", lang)))
    parts.append(el("strong", spaced(figures.name(row, lang, short=False))))
    parts.append(el("span", figures.region_name(row, lang)))
    return el("p", *parts, cls="why-head")


def _trend(place: Place, found: DataFrame, frame: DataFrame, row: Row) -> None:
    """The line of the one target, where there are figures to draw."""
    lang, size = place.lang, bucket()
    if row.unit == "yesno" or not figures.known(row.current):
        return
    series = cache.series(place.plan, place.as_of, place.demo, place.known)
    sheet = Sheet(1, 1, WIDTH[size] - 64, HEIGHT, tokens().size[size].chart)
    cells = multiples.cells(found, lang, size)
    figure = trend.multiples(
        cells,
        multiples.points(found, series, lang),
        multiples.dues(found, frame),
        sheet=sheet,
        lang=lang,
        theme=place.theme,
        named=False,
        fans=fans.fans(found, lang),
    )
    st.plotly_chart(figure, theme=None, config=STILL, key="why-figure", alt=theme.alt_of(figure))


def _foot(row: Row, place: Place) -> Markup:
    named = say("why.id", place.lang, id=figures.key(row))
    parts = [named, spaced(say("foot.version", place.lang, version=cache.version()))]
    badge = el("span", say("foot.demo", place.lang), cls="badge") if row.demo else ""
    shut, about = place.model_copy(update={"why": None}), {"indicator": row.indicator_id}
    way = own.link(shut, say("why.indicator", place.lang), page="indicator", own=about, cls="under")
    return el("footer", way, el("span", say("dot", place.lang).join(parts), cls="told"), badge, cls="foot")
