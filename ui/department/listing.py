"""All bodies in a table: what each leads and shares by light, the figures it has to report, its most pressing target;
what nobody answers for stands apart at the foot.
"""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures, own
from ui.department import says
from ui.department.duty import PARTS, SORTS, Part, Sort, named_in, predecessors, ranked, unowned
from ui.department.named import Names
from ui.figures import Row
from ui.html import Markup, el
from ui.order import ATTENTION, LIGHTS
from ui.panels.base import glyph, light_glyph, panel, quiet
from ui.place import Place, Refused
from ui.rows import explained
from ui.typography import spaced

REPORTS = ("owed", "late", "missing")


def sorted_by() -> tuple[Sort, list[Refused]]:
    """The order the address asks for, by lights where it says none, and what of it is not understood."""
    said = own.own("sort")
    for sort in SORTS:
        if said == sort:
            return sort, []
    return "lights", [Refused("sort", said[:24])] if said else []


def listing(here: DataFrame, table: DataFrame, answering: DataFrame, place: Place, sort: Sort) -> Markup:
    """The panel; ``table`` as in ui.department.duty, ``here`` the rows it counts."""
    lang, names = place.lang, Names(answering, place)
    if table.empty:
        return panel(say("department.empty", lang), quiet(say("department.empty.how", lang)))
    title = says.list_head(table, lang)
    named = named_in(here)
    rows = [
        _row(row, here, place, names, names.formerly(predecessors(named, answering, row.body)))
        for row in each(ranked(table, sort))
    ]
    apart = [_row(row, here, place, names, "") for row in each(unowned(table))]
    body = [el("tbody", *rows)] + ([el("tbody", *apart, cls="apart")] if apart else [])
    caption = el("caption", title, cls="unseen")
    return panel(
        title,
        el("table", caption, _head(lang), *body, cls="rows bodies"),
        el("p", spaced(say("department.note", lang)), cls="rest note"),
        beside=_orders(place, sort),
    )


def _orders(place: Place, chosen: Sort) -> Markup:
    rest = own.kept(without=("sort",))
    links = (
        own.link(
            place,
            say(f"department.sort.{sort}", place.lang),
            own=rest | ({} if sort == "lights" else {"sort": sort}),
            current=sort == chosen,
        )
        for sort in SORTS
    )
    return el("p", *links, cls="orders", role="group", aria_label=say("order.label", place.lang))


def _head(lang: str) -> Markup:
    """Two rows: led, shared, reports; under them the lights."""
    groups = [
        el("th", say("department.column.body", lang), cls="c-name", scope="col", rowspan=2),
        *(
            el("th", say(f"department.group.{group}", lang), cls="group", scope="colgroup", colspan=span)
            for group, span in (("led", 6), ("shared", 3))
        ),
        el("td", colspan=3, cls="group spare"),  # over the counts that a narrow window leaves out
        el("th", say("department.group.reports", lang), cls="group", scope="colgroup", colspan=3),
        el("th", say("department.column.worst", lang), cls="c-weak wide", scope="col", rowspan=2),
    ]
    columns: list[Markup] = []
    for part in PARTS:
        columns.append(el("th", say("department.column.total", lang), cls="num first", scope="col"))
        for light in LIGHTS:
            word = el("span", light_glyph(light), el("span", say(f"column.light.{light}", lang), cls="word"), cls="lit")
            columns.append(el("th", word, cls=_style(part, light), scope="col"))
    for name in REPORTS:
        style = "num first" if name == "owed" else "num"
        columns.append(el("th", say(f"coverage.column.{name}", lang), cls=style, scope="col"))
    return el("thead", el("tr", *groups), el("tr", *columns))


def _style(part: Part, light: str) -> str:
    """Of what is shared a narrow window shows red and yellow."""
    return "num" if part == "led" or light in ATTENTION else "num spare"


def _row(row: Row, here: DataFrame, place: Place, names: Names, formerly: str) -> Markup:
    lang = place.lang
    kept = own.kept(without=("department", "part", "page_no")) | {"department": str(row.body)}
    name = own.link(place, names.short(row.body), own=kept)
    former = el("span", say("department.formerly", lang, names=formerly), cls="soft small former") if formerly else ""
    cells: list[Markup] = []
    for part in PARTS:
        cells.append(count(int(getattr(row, part)), "num first strong"))
        for light in LIGHTS:
            cells.append(lit(int(getattr(row, f"{part}_{light}")), light, _style(part, light)))
    for number, state in enumerate(REPORTS):
        cells.append(count(int(getattr(row, state)), "num" if number else "num first"))
    return el(
        "tr",
        el("th", name, former, cls="c-name", scope="row", title=formerly or None),
        *cells,
        _worst(row, here, place),
    )


def count(n: int, style: str) -> Markup:
    """A count that is nothing to look at."""
    return el("td", n, cls=style if n else f"{style} zero")


def lit(n: int, light: str, style: str) -> Markup:
    """A count under a light: red and yellow with tint and glyph, so that the eye goes to them."""
    if n and light in ATTENTION:
        return el("td", el("span", light_glyph(light), str(n), cls="lit"), cls=f"{style} tint-{light}")
    return count(n, style)


def _worst(row: Row, here: DataFrame, place: Place) -> Markup:
    if pd.isna(row.worst):
        return el("td", say("value.dash", place.lang), cls="c-weak wide soft")
    return el("td", worst(row, here, place), cls="c-weak wide")


def worst(row: Row, here: DataFrame, place: Place, before: str = "") -> Markup:
    """The most pressing target of a body that has one, after a word; it opens its explanation."""
    found = next(each(here.loc[[row.worst]]))
    name = explained(place, figures.key(found), spaced(figures.name(found, place.lang)))
    named = el("span", el("span", before, cls="soft"), name) if before else name
    return el("span", glyph(found.status, place.lang), named, cls="status")
