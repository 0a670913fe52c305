"""The table of a view: rows and columns by choice, the third axis as blocks one under another."""

from collections.abc import Hashable
from typing import Any, NamedTuple

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import own, rows
from ui.explore.asked import MEASURES, Asked
from ui.explore.words import Names, axis_of, code, marks, values
from ui.html import Markup, el
from ui.panels.base import quiet
from ui.place import Place, Refused
from ui.records.paging import pager, part
from ui.typography import spaced

ROOM = 40  # rows a page
COLUMNS: dict[Bucket, dict[str, int]] = {
    "w1920": {"period": 8, "region": 8, "indicator": 5},
    "w1366": {"period": 6, "region": 6, "indicator": 4},
    "w1024": {"period": 4, "region": 4, "indicator": 3},
}
ARROWS = {"descending": "\u2193", "ascending": "\u2191"}


class Grid(NamedTuple):
    """A view laid out: values of its axes in the order shown, and the cell of each combination."""

    view: Asked
    blocks: list[Hashable]
    lines: list[tuple[Hashable, Hashable]]
    columns: list[Hashable]
    at: dict[tuple[Hashable, Hashable, Hashable], Any]
    demo: bool

    def cell(self, line: tuple[Hashable, Hashable], column: Hashable) -> Any:
        """The cell of a block and row in a column."""
        return self.at[(*line, column)]


def laid(cells: DataFrame, view: Asked, named: Names) -> tuple[Grid, list[Refused]]:
    """The grid in its order; a column to sort by that the view does not have is refused.

    ``demo`` says that demonstration figures stand among others, so that each must be marked.
    """
    spots = zip(*(axis_of(cells, axis) for axis in (view.blocks, view.rows, view.cols)), strict=True)
    at = dict(zip(spots, each(cells), strict=True))
    blocks, across, columns = (values(axis, view, cells) for axis in (view.blocks, view.rows, view.cols))
    told = cells[cells["value"].notna()]
    mixed = bool(told["demo"].any() and not told["demo"].all())
    lines = [(block, row) for block in blocks for row in across]
    found = next((one for one in columns if code(view.cols, one) == view.sort.lstrip("-")), None)
    if found is not None:
        lines = _sorted(lines, found, at, view, named)
    refused = [Refused("sort", view.sort[:24])] if view.sort and found is None else []
    return Grid(view, blocks, lines, columns, at, mixed), refused


def _sorted(
    lines: list[tuple[Hashable, Hashable]], column: Hashable, at: dict[Any, Any], view: Asked, named: Names
) -> list[tuple[Hashable, Hashable]]:
    """Rows by their figure in a column, block by block, and by unit first where a column mixes units; those without a
    figure last.
    """
    sign = -1.0 if view.sort.startswith("-") else 1.0
    blocks = {block: place for place, block in enumerate(dict.fromkeys(block for block, _ in lines))}
    units: dict[str, int] = {}

    def key(line: tuple[Hashable, Hashable]) -> tuple[int, int, bool, float]:
        cell = at[(*line, column)]
        unit = units.setdefault(named.unit(cell.indicator_id, view.measure), len(units))
        lacking = bool(pd.isna(cell.figure))
        return blocks[line[0]], unit, lacking, 0.0 if lacking else sign * float(cell.figure)

    return sorted(lines, key=key)


def table(grid: Grid, named: Names, place: Place, size: Bucket) -> Markup:
    """The panel: measures to choose, the columns there is room for, the way to the others."""
    view, lang = grid.view, place.lang
    title = say(f"explore.measure.{view.measure}", lang)
    alone = _alone(grid, named)
    head = el("h2", spaced(title + (say("explore.of", lang, name=alone) if alone else "")), cls="title")
    top = el("div", head, _measures(view, place), cls="title-row")
    if not grid.columns:
        inside: list[object] = [quiet(say("explore.empty", lang))]
    else:
        across, ways = _window(grid, place, size)
        shown = part(DataFrame({"line": range(len(grid.lines))}), ROOM, "page_no")
        lines = [grid.lines[number] for number in shown.rows["line"]]
        body = el(
            "table", _heads(grid, across, named, place), *_bodies(grid, lines, across, named, place), cls="rows pivot"
        )
        inside = [ways, body, pager(shown, place), _notes(grid, lang)]
    return el("section", top, *inside, cls="panel", aria_label=title)


def _alone(grid: Grid, named: Names) -> str:
    """The one value of the third axis, where it has one, with the unit if it is an indicator."""
    if len(grid.blocks) != 1:
        return ""
    return _block_name(grid, grid.blocks[0], named)


def _block_name(grid: Grid, block: Hashable, named: Names) -> str:
    name = named.heading(grid.view.blocks, block)
    unit = named.unit(str(block), grid.view.measure) if grid.view.blocks == "indicator" else ""
    return name + (say("paren", named.lang, inside=unit) if unit else "")


def _measures(view: Asked, place: Place) -> Markup:
    rest = own.kept(without=("measure", "sort", "page_no"))
    links = (
        own.link(
            place,
            say(f"explore.measure.{measure}.short", place.lang),
            own=rest if measure == MEASURES[0] else rest | {"measure": measure},
            current=measure == view.measure,
        )
        for measure in MEASURES
    )
    return el("p", *links, cls="orders", role="group", aria_label=say("explore.measure", place.lang))


def _window(grid: Grid, place: Place, size: Bucket) -> tuple[list[Hashable], Markup | str]:
    """The columns of one page and the way to the others; of periods the newest come first."""
    room = COLUMNS[size][grid.view.cols]
    pages = max(-(-len(grid.columns) // room), 1)
    page = min(own.number("part") or 1, pages)
    late = grid.view.cols == "period"
    stop = len(grid.columns) - (page - 1) * room
    first = max(stop - room, 0) if late else (page - 1) * room
    across = grid.columns[first : stop if late else first + room]
    if pages == 1:
        return across, ""
    words = say("explore.columns", place.lang, first=first + 1, last=first + len(across), n=len(grid.columns))
    rest = own.kept(without=("part",))
    steps = [(page - 1, "newer" if late else "before"), (page + 1, "older" if late else "after")]
    links = [
        own.link(place, say(f"explore.columns.{way}", place.lang), own=rest | {"part": str(to)}, cls="under")
        for to, way in steps
        if 1 <= to <= pages
    ]
    return across, el("p", el("span", spaced(words)), *links, cls="pager")


def _heads(grid: Grid, across: list[Hashable], named: Names, place: Place) -> Markup:
    """The heads: each sorts by its column, first the largest on top, then the smallest, then not at all."""
    view, lang = grid.view, place.lang
    cells = [el("th", say(f"explore.axis.{view.rows}", lang), cls="c-name", scope="col")]
    if view.rows == "indicator":
        cells.append(el("th", say("explore.unit", lang), cls="c-unit", scope="col"))
    for column in across:
        name = code(view.cols, column)
        way = {f"-{name}": "descending", name: "ascending"}.get(view.sort, "")
        sort = {"": f"-{name}", "descending": name, "ascending": ""}[way]
        rest = own.kept(without=("sort", "page_no"))
        inside: list[object] = (
            [named.heading(view.cols, column), " ", ARROWS[way]] if way else [named.heading(view.cols, column)]
        )
        link = own.link(place, *inside, own=rest | {"sort": sort} if sort else rest)
        unit = named.unit(str(column), view.measure) if view.cols == "indicator" else ""
        parts = [link, el("span", unit, cls="unit-of")] if unit else [link]
        cells.append(el("th", *parts, cls="num", scope="col", aria_sort=way or "none"))
    return el("thead", el("tr", *cells))


def _bodies(
    grid: Grid, lines: list[tuple[Hashable, Hashable]], across: list[Hashable], named: Names, place: Place
) -> list[Markup]:
    """The blocks that have rows on this page, each under its name where there are several."""
    made = []
    wide = 1 + len(across) + (grid.view.rows == "indicator")
    for block in grid.blocks:
        rows_of = [_row(grid, line, across, named, place) for line in lines if line[0] == block]
        if rows_of and len(grid.blocks) > 1:
            name = el("th", spaced(_block_name(grid, block, named)), cls="block-name", colspan=wide, scope="rowgroup")
            rows_of.insert(0, el("tr", name))
        made.append(el("tbody", *rows_of))
    return made


def _row(grid: Grid, line: tuple[Hashable, Hashable], across: list[Hashable], named: Names, place: Place) -> Markup:
    view = grid.view
    stands_out = view.rows == "region" and line[1] == place.region and len(view.regions) > 1
    cells = [el("th", _name(view.rows, line[1], named, place), cls="c-name", scope="row")]
    if view.rows == "indicator":
        cells.append(el("td", named.unit(str(line[1]), view.measure), cls="c-unit soft"))
    cells += [_cell(grid, grid.cell(line, column), named, place) for column in across]
    return el("tr", *cells, cls="mine" if stands_out else "")


def _name(axis: str, one: Hashable, named: Names, place: Place) -> Markup | str:
    """The name of a row; a region and an indicator lead to their own pages."""
    words = named.heading(axis, one)
    if axis == "region":
        return rows.link(place, words, page="region", region=str(one))
    return own.link(place, words, page="indicator", own={"indicator": str(one)}) if axis == "indicator" else words


def _cell(grid: Grid, cell: Any, named: Names, place: Place) -> Markup:
    """A figure with its marks; the one an assessment rests on opens its explanation."""
    said = named.signed(cell, grid.view.measure)
    if cell.state:
        return el("td", said, cls="num soft off" if cell.state == "off" else "num soft lacking")
    shown = rows.explained(place, cell.key, said) if cell.key and grid.view.measure in ("value", "gap") else said
    signs = [
        el(
            "abbr",
            say(f"explore.mark.{mark}", place.lang),
            title=say(f"explore.mark.{mark}.said", place.lang),
            cls="mark",
        )
        for mark in marks(cell, demo=grid.demo)
    ]
    return el("td", shown, *signs, cls="num")


def _notes(grid: Grid, lang: str) -> Markup:
    """What the marks and the measure mean, as far as they occur."""
    view = grid.view
    found = {mark for cell in grid.at.values() for mark in marks(cell, demo=grid.demo)}
    said = [
        say("explore.key", lang, sign=say(f"explore.mark.{mark}", lang), meaning=say(f"explore.mark.{mark}.said", lang))
        for mark in ("provisional", "series_break", "rolled", "demo")
        if mark in found
    ]
    said += [] if view.measure == "value" else [say(f"explore.note.{view.measure}", lang)]
    if any(cell.state == "off" for cell in grid.at.values()):
        said.append(say("explore.note.off", lang))
    return el("p", *(el("span", spaced(one)) for one in said), cls="notes-of") if said else el("span")
