"""All loads in a table, newest first: when, which file, from whom, its counts, whether it counts."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import clock, own
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel, table
from ui.place import Place
from ui.records.paging import pager, part
from ui.typography import spaced

ROWS: dict[Bucket, int] = {"w1920": 14, "w1366": 12, "w1024": 12}
COUNTS = ("read", "new", "changed", "unchanged", "missing", "refused")
HEADS = (
    ("id", "num c-id"), ("when", "c-when"), ("file", "c-name"), ("who", "c-who"), ("read", "num"), ("new", "num"),
    ("changed", "num"), ("unchanged", "num wide"), ("missing", "num wide"), ("refused", "num wide"),
    ("state", "c-state"),
)  # fmt: skip


def listed(loads: DataFrame, place: Place, bucket: Bucket) -> Markup:
    """The panel with one page of the loads; a row opens its load."""
    lang = place.lang
    title = say("loads.list", lang)
    shown = part(loads, ROWS[bucket])
    heads = [(say(f"loads.column.{name}", lang), style) for name, style in HEADS]
    rows = [_row(one, place) for one in each(shown.rows)]
    return panel(title, table(heads, rows, cls="loads", caption=title), pager(shown, place))


def sender(row: Row, lang: str) -> str:
    """Who loaded: department and name as given, or where else the figures come from."""
    if row.shipped:
        return say("loads.who.shipped", lang)
    if row.demo:
        return say("loads.who.demo", lang)
    department = getattr(row, f"department_{lang}")
    said = [str(name) for name in (department, row.user_name) if not pd.isna(name) and name]
    return say("dot", lang).join(said) or say("loads.who.nobody", lang)


def _row(row: Row, place: Place) -> Markup:
    lang = place.lang
    gone = row.state == "withdrawn"
    name = own.link(place, row.file, own={"load": row.id})
    counts = (
        el("td", n, cls=f"{style}{'' if n else ' zero'}")
        for kind, style in HEADS
        if kind in COUNTS
        for n in (int(getattr(row, f"rows_{kind}")),)
    )
    return el(
        "tr",
        el("td", row.id, cls="num c-id"),
        el("td", clock.local(row.loaded_at), cls="c-when"),
        el("th", el("span", name, cls="clamp"), cls="c-name", scope="row"),
        el("td", el("span", spaced(sender(row, lang)), cls="clamp"), cls="c-who"),
        *counts,
        el("td", _state(row, lang), cls="c-state"),
        cls="gone" if gone else "",
    )


def _state(row: Row, lang: str) -> Markup:
    word = el("span", say(f"records.load.{row.state}", lang))
    link = ("redone", row.redone_by) if row.state == "withdrawn" else ("redo", row.redo_of)
    more = (
        ""
        if pd.isna(link[1])
        else el("span", spaced(say(f"loads.state.{link[0]}", lang, load=link[1])), cls="soft more")
    )
    return el("span", word, more)
