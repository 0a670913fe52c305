"""What needs attention, the most pressing first: status, target, value, target value, gap, who answers."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.counts import Lights
from ui.html import Markup, el
from ui.order import attention
from ui.panels.base import panel, quiet, room, status, table
from ui.place import Place
from ui.rows import explained
from ui.sentences import attention_head
from ui.typography import spaced

ROWS: dict[Bucket, int] = {"w1920": 6, "w1366": 5, "w1024": 5}


def pressing(frame: DataFrame, count: Lights, place: Place, bucket: Bucket) -> Markup:
    """The panel with as many rows as the window holds."""
    lang = place.lang
    shown = attention(frame).head(room(ROWS, bucket, lang))
    title = attention_head(len(shown), count, lang)
    if shown.empty:
        return panel(title, quiet(say("attention.quiet" if count.green else "attention.not_yet", lang)))
    heads = [
        (say("column.status", lang), "c-status"),
        (say("column.target_name", lang), "c-name"),
        (say("column.now", lang), "num wide"),
        (say("column.target", lang), "num wide"),
        (say("column.gap", lang), "num c-gap"),
        (say("column.owner", lang), "c-owner"),
    ]
    return panel(
        title,
        table(heads, [_row(row, place) for row in each(shown)], cls="list", caption=title),
        cls="pressing",
    )


def _row(row: figures.Row, place: Place) -> Markup:
    lang = place.lang
    owner = spaced(figures.owners(row, lang))
    gap = figures.gap(row, lang)  # says the unit, so that a long one need not stand three times in a row
    now = figures.value(row, row.current, lang, bare=bool(gap))
    name = explained(place, figures.key(row), spaced(figures.name(row, lang)))
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el("td", name, cls="c-name"),
        el("td", now or say("value.dash", lang), cls="num wide"),
        el("td", figures.target(row, lang, bare=bool(gap)), cls="num wide soft"),
        el("td", gap or say("value.dash", lang), cls="num"),
        el("td", el("span", owner, cls="clamp", title=owner), cls="c-owner"),
    )
