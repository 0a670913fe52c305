"""The chart of a view: lines through time, or the regions of the newest period as sorted dots."""

from typing import Any

import pandas as pd
import streamlit as st
from pandas import DataFrame

from charts import theme
from charts.dots import dots
from charts.each import each
from charts.lines import Sheet, lines
from config.text import say
from config.tokens import Bucket, tokens
from ui import html, own
from ui.explore.asked import CHARTS, Asked
from ui.explore.words import Names
from ui.html import Markup, el
from ui.panels.base import board, quiet
from ui.place import Place
from ui.typography import spaced
from ui.uploading.words import period

WIDTHS: dict[Bucket, float] = {"w1920": 800, "w1366": 540, "w1024": 400}
PANELS: dict[Bucket, tuple[float, ...]] = {  # height of a panel by how many there are
    "w1920": (420, 290, 210),
    "w1366": (320, 220, 180),
    "w1024": (300, 210, 175),
}
FEW = 3  # regions up to which lines are the start
STILL = {"displayModeBar": False, "responsive": True}


def shape(view: Asked, cells: DataFrame) -> str:
    """The chart asked for; without a word lines, and dots for one period or more than a few regions."""
    ends = cells["period_end"].nunique()
    return view.chart or ("dots" if len(view.regions) > FEW or ends < 2 else "lines")


def draw(cells: DataFrame, view: Asked, named: Names, place: Place, size: Bucket) -> None:
    """The chart under its title, with the choice between the two forms beside it."""
    lang, kind = place.lang, shape(view, cells)
    shown = points(cells, view, named, place) if kind == "lines" else strips(cells, view, named, place)
    title = el("h2", say(f"explore.chart.{kind}", lang), cls="title")
    links = _kinds(kind, place)
    note = el("p", spaced(say(f"explore.note.{kind}", lang)), cls="rest")
    parts: list[object] = [el("div", title, links, cls="title-row")]
    if shown.empty or shown["value"].notna().sum() == 0:
        parts.append(quiet(say("explore.chart.none", lang)))
        html.show(board(el("section", *parts, cls="panel")))
        return
    html.show(board(el("section", *parts, note, cls="panel")))
    heights = PANELS[size]
    font = (tokens().meeting if place.present else tokens().size)[size].chart
    sheet = Sheet(WIDTHS[size], font, heights[min(shown["panel"].nunique(), len(heights)) - 1])
    drawing = lines if kind == "lines" else dots
    figure = drawing(shown, sheet=sheet, lang=lang, theme=place.theme)
    with st.container(key="explore-chart"):
        st.plotly_chart(figure, theme=None, config=STILL, key=f"explore-figure-{kind}", alt=theme.alt_of(figure))


def _kinds(chosen: str, place: Place) -> Markup:
    """The two forms; the one shown is marked."""
    rest = own.kept(without=("chart",))
    links = (
        own.link(
            place, say(f"explore.chart.{kind}.short", place.lang), own=rest | {"chart": kind}, current=kind == chosen
        )
        for kind in CHARTS
    )
    return el("p", *links, cls="orders", role="group", aria_label=say("explore.chart", place.lang))


def points(cells: DataFrame, view: Asked, named: Names, place: Place) -> DataFrame:
    """The frame of charts.lines. Figures of periods of another length are a line of their own, and say so."""
    found = cells[cells["figure"].notna()].sort_values(["period_end"], kind="stable")
    stands_out = _own(view, place)
    made: list[dict[str, object]] = []
    for indicator in view.indicators:
        here = found[found["indicator_id"].eq(indicator)]
        mixed = here["months"].nunique() > 1
        for region in view.regions:
            for months, part in here[here["region"].eq(region)].groupby("months", sort=True):
                length = span_words(int(str(months)), named.lang) if mixed else ""
                made += [_point(cell, length, region == stands_out, view, named) for cell in each(part)]
    return DataFrame(made, columns=COLUMNS)


COLUMNS = [
    "panel",
    "title",
    "unit",
    "line",
    "label",
    "own",
    "date",
    "value",
    "value_label",
    "provisional",
    "series_break",
]


def _point(cell: Any, length: str, stands_out: bool, view: Asked, named: Names) -> dict[str, object]:
    said = named.signed(cell, view.measure)
    name = named.region(cell.region) + (say("paren", named.lang, inside=length) if length else "")
    return {
        "panel": cell.indicator_id,
        "title": named.indicator(cell.indicator_id),
        "unit": named.unit(cell.indicator_id, view.measure),
        "line": f"{cell.region}.{cell.months}",
        "label": f"{name} {said}",
        "own": stands_out,
        "date": cell.period_end,
        "value": -cell.figure if view.measure == "rank" else cell.figure,
        "value_label": said,
        "provisional": cell.provisional,
        "series_break": cell.series_break and view.measure == "value",
    }


def span_words(months: int, lang: str) -> str:
    """The length of a period in words."""
    known = months in (1, 3, 6, 12)
    return say(f"explore.months.{months}", lang) if known else spaced(say("explore.months", lang, n=months))


def strips(cells: DataFrame, view: Asked, named: Names, place: Place) -> DataFrame:
    """The frame of charts.dots: of each indicator its newest period, the best first, those without at the end."""
    made: list[dict[str, object]] = []
    for indicator in view.indicators:
        here = cells[cells["indicator_id"].eq(indicator)]
        told = here[here["figure"].notna()]
        if told.empty:
            continue
        newest = told.sort_values(["period_end", "months"]).iloc[-1]
        now = here[here["period_end"].eq(newest["period_end"]) & here["period_start"].eq(newest["period_start"])]
        falling = view.measure in ("value", "change") and named.indicators[indicator].direction != "down"
        now = now.sort_values(
            "figure", ascending=not (falling or view.measure == "gap"), na_position="last", kind="stable"
        )
        when = period(newest["period_start"].date(), newest["period_end"].date(), named.lang)
        title = say("explore.strip", named.lang, name=named.indicator(indicator), period=spaced(when))
        made += [_dot(cell, title, view, named, place) for cell in each(now)]
    columns = ["panel", "title", "unit", "label", "own", "value", "value_label", "provisional"]
    return DataFrame(made, columns=columns).astype({"value": float})


def _dot(cell: Any, title: str, view: Asked, named: Names, place: Place) -> dict[str, object]:
    return {
        "panel": cell.indicator_id,
        "title": title,
        "unit": named.unit(cell.indicator_id, view.measure),
        "label": named.region(cell.region),
        "own": cell.region == _own(view, place),
        "value": (-cell.figure if view.measure == "rank" else cell.figure) if pd.notna(cell.figure) else None,
        "value_label": named.signed(cell, view.measure),
        "provisional": cell.provisional,
    }


def _own(view: Asked, place: Place) -> str:
    """The region that stands out: the place's where it is chosen, else the first."""
    return place.region if place.region in view.regions else view.regions[0]
