"""The heat table: targets by dimension, regions side by side; what needs attention or lacks data is tinted."""

from itertools import groupby

from config.text import say
from ui import figures, own
from ui.html import Markup, el
from ui.panels.base import panel, quiet
from ui.place import Place
from ui.region.cells import cell, unit
from ui.region.choice import choices
from ui.region.grid import Column, Grid, Line, tally
from ui.region.room import Shown
from ui.typography import spaced

FOOT = ("attention", "red", "grey")


def heat(grid: Grid, whole: Grid, found: Shown, place: Place) -> Markup:
    """The panel; ``grid`` holds the lines chosen out of ``whole``, ``found`` the columns of the page."""
    lang = place.lang
    title = spaced(say("region.table", lang))
    choice = choices(whole, place)
    if not grid.lines:
        return panel(title, choice, quiet(say("region.table.none", lang)), cls="heat-panel")
    drawn = el(
        "table",
        el("caption", title, cls="unseen"),
        el(
            "colgroup",
            el("col"),
            el("col", cls="heat-goal"),
            *(el("col", style=f"width:{found.share:.2%}") for _ in found.columns),
        ),
        el("thead", el("tr", *_heads(found, place))),
        *(
            _group(str(code), list(lines), found, place)
            for code, lines in groupby(grid.lines, lambda line: line.row.dimension)
        ),
        el("tfoot", *(_foot(count, grid, found, lang) for count in FOOT)),
        cls="heat",
    )
    return panel(title, choice, drawn, _pager(found, place), cls="heat-panel")


def _heads(found: Shown, place: Place) -> list[Markup]:
    lang = place.lang
    heads = [
        el("th", say("region.column.target", lang), cls="heat-name", scope="col"),
        el("th", say("region.column.goal", lang), cls="heat-goal", scope="col"),
    ]
    return heads + [region_head(column, spaced(column.name), place) for column in found.columns]


def region_head(column: Column, name: object, place: Place) -> Markup:
    """A region's name over its column; it leads to its own sheet."""
    if not column.own:
        there = place.model_copy(update={"region": column.code, "why": None})
        name = own.link(there, name, own=own.kept(without=("page_no",)))
    return el("th", name, cls=f"heat-head {column.kind}".strip(), scope="col", title=column.full)


def _group(code: str, lines: list[Line], found: Shown, place: Place) -> Markup:
    """The targets of one dimension under its name, which leads to its page."""
    name = own.link(place, say(f"dimension.{code}", place.lang), page=code)
    count = el("span", spaced(say("region.group", place.lang, n=len(lines))), cls="soft")
    head = el("tr", el("th", name, " ", count, colspan=2, scope="rowgroup", cls="heat-group"), *_blanks(found))
    return el("tbody", head, *(target_row(line, found.columns, place) for line in lines))


def _blanks(found: Shown) -> list[Markup]:
    return [el("td", cls=f"heat-blank {column.kind}".strip()) for column in found.columns]


def target_row(line: Line, columns: list[Column], place: Place) -> Markup:
    """The row of one target."""
    lang, row = place.lang, line.row
    link = own.link(
        place, spaced(figures.name(row, lang)), page="indicator", own={"indicator": row.indicator_id}, cls="heat-link"
    )
    goal = spaced(figures.target(row, lang, bare=True))
    measure = unit(row, lang)
    said = el("span", " ", spaced(measure), cls="soft heat-unit") if measure and not goal.endswith(measure) else ""
    part = el("span", say("targets.of_which", lang), cls="soft") if row.depth else ""
    return el(
        "tr",
        el("th", part, link, said, scope="row", cls="heat-name child" if row.depth else "heat-name"),
        el("td", goal, cls="heat-goal"),
        *(cell(line, column, place) for column in columns),
    )


def _foot(count: str, grid: Grid, found: Shown, lang: str) -> Markup:
    """How many of the lines need attention, are red, or cannot be assessed, at each region."""
    cells = []
    for column in found.columns:
        lights = tally(grid.lines, column.code)
        said: object = getattr(lights, count) if column.told else say("value.dash", lang)
        if not column.judged and count == FOOT[0]:
            said = say("region.foot.outside", lang)
        cells.append(el("td", said, cls=f"heat-count {column.kind}".strip()))
    head = el("th", say(f"region.foot.{count}", lang), colspan=2, scope="row", cls="heat-name")
    return el("tr", head, *cells, cls=f"heat-foot {count}")


def _pager(found: Shown, place: Place) -> Markup | str:
    """The way to the columns of the other pages; nothing where all stand on one."""
    if found.pages == 1:
        return ""
    lang, kept = place.lang, own.kept(without=("page_no",))
    said: list[object] = []
    if found.page > 1:
        said.append(own.link(place, say("region.page.before", lang), own=kept | _page(found.page - 1), cls="under"))
    said.append(el("span", spaced(say("region.page", lang, page=found.page, pages=found.pages))))
    if found.page < found.pages:
        said.append(own.link(place, say("region.page.after", lang), own=kept | _page(found.page + 1), cls="under"))
    return el("p", *said, cls="pager")


def _page(number: int) -> dict[str, str]:
    return {"page_no": str(number)} if number > 1 else {}
