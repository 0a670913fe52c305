"""All targets of a dimension in a table, 其中 rows under their parents; binding and indicative apart
where the plan says so.
"""

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.counts import lights
from ui.html import Markup, el
from ui.order import by_chance, ordered, with_children
from ui.panels.base import panel, status, table
from ui.panels.chance import Order, cell, orders
from ui.place import Place
from ui.rows import explained
from ui.typography import spaced

KINDS = ("yes", "no", "")
COLUMNS = ("status", "target_name", "now", "target", "gap", "chance", "due", "owner")
NUMERIC = ("now", "target", "gap")


def targets(frame: DataFrame, place: Place, order: Order = "urgency") -> Markup:
    """The panel; each block with its own counts, never one average."""
    lang = place.lang
    blocks = []
    said = frame["binding"].fillna("")
    stated = [kind for kind in KINDS if said.eq(kind).any()]
    for kind in stated:
        part = frame[said.eq(kind)]
        if len(stated) > 1:
            blocks.append(el("h3", _block(kind, part, lang), cls="block"))
        arranged = by_chance(part) if order == "chance" else ordered(part)
        blocks.append(_table(with_children(arranged), place))
    title = spaced(say("targets.head", lang, n=len(frame)))
    return panel(title, *blocks, cls="all-targets", beside=orders(place, order))


def _block(kind: str, part: DataFrame, lang: str) -> str:
    count = lights(part)
    words = say(f"binding.{kind or 'unstated'}", lang)
    return spaced(say("targets.block", lang, kind=words, n=count.total, k=count.attention))


def _table(part: DataFrame, place: Place) -> Markup:
    lang = place.lang
    heads = [(say(f"column.{column}", lang), _style(column)) for column in COLUMNS]
    return table(heads, [_row(row, place) for row in each(part)], cls="list long")


def _style(column: str) -> str:
    known = {
        "status": "c-status",
        "target_name": "c-name",
        "owner": "c-owner",
        "due": "c-due",
        "chance": "num c-chance",
    }
    return "num" if column in NUMERIC else known[column]


def _row(row: figures.Row, place: Place) -> Markup:
    lang = place.lang
    name = explained(place, figures.key(row), spaced(figures.name(row, lang, short=False)))
    marks = [say(f"mark.{mark}", lang) for mark in ("implied", "aspirational", "conflict") if _set(getattr(row, mark))]
    if row.demo:
        marks.append(say("mark.demo", lang))
    under = el("span", say("list", lang).join(marks), cls="soft small") if marks else ""
    due = row.due.date().isoformat() if figures.known(row.due) else say("value.dash", lang)
    gap, dash = figures.gap(row, lang), say("value.dash", lang)
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el(
            "td",
            el("span", say("targets.of_which", lang), cls="soft") if row.depth else "",
            name,
            " ",
            under,
            cls="c-name child" if row.depth else "c-name",
        ),
        el("td", figures.value(row, row.current, lang) or dash, cls="num"),
        el("td", figures.target(row, lang), cls="num soft"),
        el("td", gap or _why(row, lang), cls="num" if gap else "num reason"),
        cell(row, lang),
        el("td", due, cls="c-due"),
        el("td", spaced(figures.owners(row, lang, most=2)), cls="c-owner"),
    )


def _why(row: figures.Row, lang: str) -> str:
    """What stands in the place of a gap: the reason of a grey verdict."""
    if row.status == "not_assessable" and figures.known(row.reason) and row.reason:
        return say(f"reason.{row.reason}", lang)
    return say("value.dash", lang)


def _set(cell: object) -> bool:
    return figures.known(cell) and cell not in ("", False, "no")
