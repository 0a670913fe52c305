"""The bodies in charge on one screen of the meeting view: as many as fit in a table, those who lead the most red first;
or one body with its counts and its most pressing targets.
"""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import counts, own, sentences
from ui.department import body, says
from ui.department.duty import Sort, ranked, unowned
from ui.department.fitting import Fit, fit, shared_word
from ui.department.listing import REPORTS, count, lit, worst
from ui.department.named import Names
from ui.figures import Row
from ui.html import Markup, el
from ui.meeting import measure, notice, room
from ui.meeting.pressing import fitting, pressing
from ui.order import LIGHTS, attention
from ui.panels.base import board, headline, light_glyph, panel, quiet
from ui.place import Place
from ui.rows import link
from ui.typography import spaced
from ui.width import bucket


def one(head: str, rest: str, led: DataFrame, shared: DataFrame, place: Place) -> Markup:
    """The screen of one body: what it leads and shares is counted together, as its headline does."""
    lang, size = place.lang, bucket()
    both = pd.concat([led, shared])
    if both.empty:
        return board(headline(head, rest), cls="meet")
    over = notice.height(place, size) + room.tiles(size) + room.title("", size, 1)
    left = measure.left_under(head, rest, size) - over
    shown, _ = fitting(attention(both), place, size, width=room.WINDOWS[size].width, height=left)
    title = sentences.attention_head(len(shown), counts.lights(both), lang)
    tiles = body.tiles(both, both.head(0), lang)
    return board(headline(head, rest), tiles, pressing(shown, title, place), cls="meet")


def every(head: str, rest: str, here: DataFrame, table: DataFrame, names: Names, place: Place, sort: Sort) -> Markup:
    """The screen of all bodies; ``table`` as in ui.department.duty, ``here`` the rows it counts."""
    lang, size = place.lang, bucket()
    if table.empty:
        empty = panel(say("department.empty", lang), quiet(say("department.empty.how", lang)))
        return board(headline(head, rest), empty, cls="meet")
    title, rows = says.list_head(table, lang), ranked(table, sort)
    over = measure.heading(title, _more(len(rows), lang), size) + notice.height(place, size)
    found = fit(rows, unowned(table), here, names, size, measure.left_under(head, rest, size) - over)
    more = _more(found.more, lang)
    beside = link(place, more, present=False, cls="under") if more else None
    return board(headline(head, rest), panel(title, _table(found, here, names, place), beside=beside), cls="meet")


def _more(n: int, lang: str) -> str:
    return spaced(say("department.meet.more", lang, n=n, page=say("page.department", lang))) if n else ""


def _table(found: Fit, here: DataFrame, names: Names, place: Place) -> Markup:
    rows = [_row(row, here, names, place, found) for row in each(found.rows)]
    apart = [_row(row, here, names, place, found) for row in each(found.apart)]
    return el(
        "table",
        el("colgroup", *(el("col", style=f"width:{share:.2%}") for share in found.shares)),
        _head(place.lang, found),
        el("tbody", *rows),
        el("tbody", *apart, cls="apart") if apart else "",
        cls="rows led",
        style=f"--air:{found.air}px",
    )


def _head(lang: str, found: Fit) -> Markup:
    """Two rows: what is led by light, and figures; the glyph of a light stands over its word."""
    groups = [el("th", say("department.column.body", lang), cls="c-name", scope="col", rowspan=2)]
    spans = (("led", 1 + len(LIGHTS)), ("reports", len(REPORTS)))
    groups += [el("th", say(f"department.group.{name}", lang), cls="group", colspan=n) for name, n in spans]
    if found.weak == "beside":
        groups.append(el("th", say("department.column.worst", lang), cls="c-weak", scope="col", rowspan=2))
    heads = [el("th", say("department.column.total", lang), cls="num first", scope="col")]
    for light in LIGHTS:
        heads.append(el("th", light_glyph(light), el("span", say(f"column.light.{light}", lang)), cls="num over"))
    heads += [
        el("th", say(f"coverage.column.{name}", lang), cls="num" if number else "num first", scope="col")
        for number, name in enumerate(REPORTS)
    ]
    return el("thead", el("tr", *groups), el("tr", *heads))


def _row(row: Row, here: DataFrame, names: Names, place: Place, found: Fit) -> Markup:
    kept = own.kept(without=body.OF_ONE) | {"department": str(row.body)}
    name = own.link(place, names.short(row.body), own=kept)
    cells = [count(int(row.led), "num first strong")]
    cells += [lit(int(getattr(row, f"led_{light}")), light, "num") for light in LIGHTS]
    cells += [count(int(getattr(row, state)), "num" if number else "num first") for number, state in enumerate(REPORTS)]
    none = pd.isna(row.worst)
    weak = say("value.dash", place.lang) if none else worst(row, here, place, shared_word(row, place.lang))
    under = el("span", weak, cls="under-name") if found.weak == "under" else ""
    last = [el("td", weak, cls="c-weak")] if found.weak == "beside" else []
    return el("tr", el("th", name, under, cls="c-name", scope="row"), *cells, *last)
