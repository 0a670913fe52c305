"""What needs attention, the most pressing first, or what is forecast, the least likely to be met first: status, target,
value, target value, gap, chance, who answers.
"""

from pandas import DataFrame

from charts.each import each
from config.rules import thresholds
from config.text import say
from config.tokens import Bucket
from ui import figures, own
from ui.counts import Lights
from ui.html import Markup, el
from ui.order import attention, unlikely
from ui.panels.base import panel, quiet, room, status, table
from ui.panels.chance import Order, cell, orders
from ui.place import Place
from ui.rows import explained
from ui.sentences import attention_head, chance_head
from ui.typography import spaced

ROWS: dict[Bucket, int] = {"w1920": 6, "w1366": 5, "w1024": 5}


def pressing(frame: DataFrame, count: Lights, place: Place, bucket: Bucket, order: Order = "urgency") -> Markup:
    """The panel with as many rows as the window holds."""
    lang = place.lang
    listed = unlikely(frame) if order == "chance" else attention(frame)
    shown = listed.head(room(ROWS, bucket, lang))
    if order == "chance":
        title = chance_head(frame, lang, short=bucket == "w1024")
    else:
        title = attention_head(len(shown), count, lang)
    choice = _beside(place, order, count, len(shown))
    if shown.empty:
        return panel(title, quiet(_nothing(count, lang, order)), beside=choice)
    heads = [
        (say("column.status", lang), "c-status"),
        (say("column.target_name", lang), "c-name"),
        (say("column.now", lang), "num wide c-now"),
        (say("column.target", lang), "num wide"),
        (say("column.gap", lang), "num c-gap"),
        (say("column.chance", lang), "num c-chance"),
        (say("column.owner", lang), "c-owner"),
    ]
    return panel(
        title,
        table(heads, [_row(row, place, bucket) for row in each(shown)], cls="list", caption=title),
        cls="pressing",
        beside=choice,
    )


def _beside(place: Place, order: Order, count: Lights, shown: int) -> Markup:
    """The choice of the order, and the way to the whole list where there is more of it."""
    choice = orders(place, order)
    if order == "chance" or count.attention <= shown:
        return choice
    words = spaced(say("attention.all", place.lang, n=count.attention))
    every = own.link(place, words, page="attention", cls="under")
    return el("div", choice, el("p", every, cls="orders"), style="display:flex;gap:0 20px")


def _nothing(count: Lights, lang: str, order: Order) -> str:
    """What is said where the list is empty."""
    if order == "chance":
        return spaced(say("chance.none.why", lang, n=thresholds().forecast.fewest))
    return say("attention.quiet" if count.green else "attention.not_yet", lang)


def _row(row: figures.Row, place: Place, bucket: Bucket) -> Markup:
    lang = place.lang
    owner, every = figures.owners(row, lang, short=bucket != "w1920"), figures.owners(row, lang)
    gap = figures.gap(row, lang)  # says the unit, so that a long one need not stand three times in a row
    now = figures.value(row, row.current, lang, bare=bool(gap))
    name = explained(place, figures.key(row), spaced(figures.name(row, lang)))
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el("td", name, cls="c-name"),
        el("td", now or say("value.dash", lang), cls="num wide c-now"),
        el("td", figures.target(row, lang, bare=bool(gap)), cls="num wide soft"),
        el("td", gap or say("value.dash", lang), cls="num"),
        cell(row, lang),
        el("td", el("span", spaced(owner), cls="clamp", title=spaced(every)), cls="c-owner"),
    )
