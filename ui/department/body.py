"""One body, or what nobody answers for: five counts, and its targets, what it leads before what it shares."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures, own
from ui.counts import Lights, lights
from ui.department import says
from ui.department.duty import NOBODY
from ui.figures import Row
from ui.html import Markup, el
from ui.order import LIGHTS, by_chance, ordered, with_children
from ui.panels.base import light_glyph, panel, quiet, status, table
from ui.panels.chance import Order, cell, orders
from ui.place import Place
from ui.records.paging import pager, part
from ui.rows import explained
from ui.typography import spaced

OF_ONE = ("department", "part", "page_no", "order")  # what the address keeps for one body
ROWS = 20
HEADS = (
    ("status", "c-status"), ("target_name", "c-name"), ("now", "num"), ("target", "num"), ("gap", "num"),
    ("chance", "num c-chance"), ("due", "c-due"), ("owner", "c-owner"),
)  # fmt: skip


def tiles(led: DataFrame, shared: DataFrame, lang: str) -> Markup:
    """Five counts of what a body leads, each with how many more it shares; of what it shares where it leads none."""
    first, more = (lights(led), lights(shared)) if len(led) else (lights(shared), Lights())
    return el("div", *(_tile(light, first, more, lang) for light in LIGHTS), cls="tiles", role="list")


def _tile(light: str, first: Lights, more: Lights, lang: str) -> Markup:
    n, beside = first.of(light), more.of(light)
    head = el("div", light_glyph(light), el("span", say(f"light.{light}", lang)), cls="tile-name")
    also = el("span", spaced(say("department.tile.shared", lang, n=beside)), cls="change") if beside else ""
    unit = el("span", say("tile.unit", lang, n=n), cls="unit")
    figure = el("div", el("strong", n, cls="figure"), unit, also, cls="tile-figure")
    return el("div", head, figure, cls="tile" if n else "tile none", role="listitem")


def targets(led: DataFrame, shared: DataFrame, place: Place, order: Order) -> Markup:
    """The panel with one page of the targets; 其中 rows under their parents."""
    lang = place.lang
    every = pd.concat([_arranged(led, order).assign(duty="led"), _arranged(shared, order).assign(duty="shared")])
    title = spaced(say("department.targets", lang, n=len(every)))
    if every.empty:
        return panel(title, quiet(say("department.targets.none", lang)))
    shown = part(every, ROWS, "page_no")
    blocks: list[Markup] = []
    for duty, whole in (("led", led), ("shared", shared)):
        rows = shown.rows[shown.rows["duty"].eq(duty)]
        if len(rows):
            blocks += [el("h3", says.block(duty, whole, lang), cls="block")] if len(led) and len(shared) else []
            blocks.append(_table(rows, place))
    return panel(title, *blocks, pager(shown, place), cls="all-targets", beside=orders(place, order))


def _arranged(frame: DataFrame, order: Order) -> DataFrame:
    return with_children(by_chance(frame) if order == "chance" else ordered(frame))


def _table(part: DataFrame, place: Place) -> Markup:
    heads = [(say(f"column.{name}", place.lang), style) for name, style in HEADS]
    return table(heads, [_row(row, place) for row in each(part)], cls="list long answered")


def _row(row: Row, place: Place) -> Markup:
    lang = place.lang
    dash = say("value.dash", lang)
    name = explained(place, figures.key(row), spaced(figures.name(row, lang)))
    gap = figures.gap(row, lang)
    of_which = el("span", say("targets.of_which", lang), cls="soft") if row.depth else ""
    demo = el("span", say("mark.demo", lang), cls="soft small") if row.demo else ""
    basis = ""
    if row.owner_basis == "inferred":
        basis = el("span", say("owner.basis.inferred", lang), cls="soft small")
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el("td", of_which, name, " ", demo, cls="c-name child" if row.depth else "c-name"),
        el("td", figures.value(row, row.current, lang) or dash, cls="num"),
        el("td", figures.target(row, lang), cls="num soft"),
        el("td", gap or _why(row, lang), cls="num" if gap else "num reason"),
        cell(row, lang),
        el("td", row.due.date().isoformat() if figures.known(row.due) else dash, cls="c-due"),
        el("td", spaced(figures.owners(row, lang, most=2)), " ", basis, cls="c-owner"),
    )


def _why(row: Row, lang: str) -> str:
    """What stands in the place of a gap: the reason of a grey verdict."""
    if row.status == "not_assessable" and figures.known(row.reason) and row.reason:
        return say(f"reason.{row.reason}", lang)
    return say("value.dash", lang)


def ways(body: str, place: Place) -> Markup:
    """Back to all bodies; where the body's reports are seen and sent."""
    lang = place.lang
    links = [own.link(place, say("department.back", lang), own=own.kept(without=OF_ONE), cls="under")]
    if body != NOBODY:
        for key, page in (("department.to.coverage", "coverage"), ("coverage.upload", "upload")):
            links.append(own.link(place, say(key, lang), page=page, own={"department": body}, cls="under"))
    return el("ul", *(el("li", link) for link in links), cls="links beside")
