"""The regions side by side: counts by light and the weakest target of each."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.html import Markup, el
from ui.order import LIGHTS
from ui.panels.base import glyph, light_glyph, panel, quiet, room, table
from ui.place import Place
from ui.rows import explained, link
from ui.sentences import regions_head
from ui.typography import spaced

ROWS: dict[Bucket, int] = {"w1920": 5, "w1366": 4, "w1024": 4}


def side_by_side(regions: DataFrame, frame: DataFrame, place: Place, bucket: Bucket, level: str) -> Markup:
    """The panel; ``regions`` as made by counts.by_region over ``frame``, the chosen region first."""
    lang = place.lang
    title = regions_head(regions, level, lang)
    if regions.empty or not regions[LIGHTS].to_numpy().sum():
        return panel(title, quiet(say("regions.quiet", lang)))
    most = room(ROWS, bucket, lang)
    most = most if len(regions) <= most else most - 1
    rows = [_row(row, frame, place) for row in each(regions.head(most))]
    rest = regions.iloc[most:]
    if len(rest):
        said = say("regions.rest", lang, n=len(rest), red=int(rest["red"].sum()), yellow=int(rest["yellow"].sum()))
        rows.append(el("tr", el("td", link(place, spaced(said), page="region", cls="under"), colspan=7), cls="more"))
    heads: list[tuple[object, str]] = [(say(f"regions.parts.{level}", lang), "c-region")]
    heads += [
        (el("span", light_glyph(light), say(f"column.light.{light}", lang), cls="lit"), "num") for light in LIGHTS
    ]
    heads.append((say("column.weakest", lang), "c-weak wide"))
    return panel(title, table(heads, rows, cls="list places", caption=title))


def _row(row: figures.Row, frame: DataFrame, place: Place) -> Markup:
    lang = place.lang
    name = link(place, getattr(row, f"name_{lang}"), page="region", region=row.code)
    counts = (el("td", getattr(row, light), cls="num" if getattr(row, light) else "num zero") for light in LIGHTS)
    weakest: object = say("value.dash", lang)
    if not pd.isna(row.worst):
        worst = next(each(frame.loc[[row.worst]]))
        words = spaced(figures.name(worst, lang))
        weakest = el("span", glyph(worst.status, lang), explained(place, figures.key(worst), words), cls="status")
    return el(
        "tr",
        el("th", name, cls="c-region", scope="row"),
        *counts,
        el("td", weakest, cls="c-weak wide"),
        cls="own" if row.own else "",
    )
