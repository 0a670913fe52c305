"""The list at a desk: one row a target, what is red and what is yellow in two blocks with their counts."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import cache, figures, own
from ui.attention.listed import Listed
from ui.attention.matter import matter
from ui.attention.spark import Size, spark
from ui.figures import Row
from ui.html import Markup, el
from ui.order import ATTENTION
from ui.panels.base import glyph, panel, table
from ui.panels.chance import cell
from ui.panels.milestones import day
from ui.place import Place
from ui.rows import explained
from ui.typography import spaced

SPARKS: dict[Bucket, Size] = {"w1920": Size(260, 44, 16), "w1366": Size(180, 38, 14), "w1024": Size(130, 36, 14)}
HEADS = ("target_name", "course", "now", "target", "gap", "chance", "one")


def blocks(told: Listed, light: str, place: Place, size: Bucket) -> list[Markup]:
    """A panel for each light that has rows; of one light only where the address asks for it."""
    series = cache.series(place.plan, place.as_of, place.demo, place.known)
    return [
        _block(one, told.of(one), series, place, size) for one in ATTENTION if len(told.of(one)) and light in ("", one)
    ]


def _block(light: str, rows: DataFrame, series: DataFrame, place: Place, size: Bucket) -> Markup:
    lang = place.lang
    title = spaced(say(f"attention.screen.{light}", lang, n=len(rows)))
    kinds = ("c-name", "c-course", "num c-now", "num", "num c-away", "num c-chance", "c-one")
    words = {"course": "attention.column.course", "one": "attention.column.one"}
    heads = [(say(words.get(head, f"column.{head}"), lang), kind) for head, kind in zip(HEADS, kinds, strict=True)]
    made = [_row(row, series, place, size) for row in each(rows)]
    return panel(title, table(heads, made, cls="list pressed", caption=title))


def _row(row: Row, series: DataFrame, place: Place, size: Bucket) -> Markup:
    lang, dash = place.lang, say("value.dash", place.lang)
    event = row.unit == "yesno"
    gap = figures.gap(row, lang)
    now = day(row, lang) if event else figures.value(row, row.current, lang, bare=bool(gap)) or dash
    key = figures.key(row)
    single = own.link(place, say("attention.one", lang), own=own.kept(without=("page_no",)) | {"one": key}, cls="under")
    return el(
        "tr",
        el("td", _name(row, place), cls="c-name"),
        el("td", spark(row, series, SPARKS[size], place.theme, lang), cls="c-course"),
        el("td", el("strong", now) if not event else now, cls="num c-now"),
        el("td", figures.target(row, lang, bare=bool(gap)), cls="num soft"),
        el("td", gap or dash, cls="num"),
        cell(row, lang),
        el("td", single, cls="c-one"),
    )


def _name(row: Row, place: Place) -> Markup:
    """Glyph and name, and under them the word of the status, who answers, what matters most."""
    lang = place.lang
    name = explained(place, figures.key(row), spaced(figures.name(row, lang)))
    first, every = figures.owners(row, lang), figures.owners(row, lang, most=30)
    said = [
        el("strong", say(f"status.{row.status}", lang)),
        el("span", spaced(first), title=spaced(every)),
        el("span", matter(row, lang)),
    ]
    under = el("span", *said, cls="under-name")
    return el("div", glyph(row.status, lang, spoken=False), el("div", name, under), cls="named")
