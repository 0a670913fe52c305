"""Links laid over a figure: names in a chart are drawn, so what the keyboard and the mouse reach lies
above them.
"""

from collections.abc import Iterable

from pandas import DataFrame

from charts.cell import Sheet
from charts.each import each
from charts.regions import Frame, head_of, height_of
from ui.html import Markup, el
from ui.place import Place
from ui.rows import explained


def over_cells(cells: DataFrame, sheet: Sheet, place: Place) -> Markup:
    """One link a cell, over its name."""
    shown = list(each(cells.head(sheet.room)))
    links = (
        el(
            "span",
            explained(place, str(cell.key), cls="over", name=str(cell.title)),
            style=_box(
                number % sheet.columns / sheet.columns,
                number // sheet.columns * sheet.height,
                1 / sheet.columns,
                sheet.font * 3.0,
            ),
        )
        for number, cell in enumerate(shown)
    )
    return _sheet(links)


def over_strips(marks: DataFrame, frame: Frame, place: Place) -> Markup:
    """One link a region, over its row."""
    links, top = [], 0.0
    for _, strip in marks.groupby("strip", sort=False):
        title = str(strip["title"].iloc[0])
        for number, row in enumerate(each(strip)):
            at = top + head_of(title, frame) + frame.row * number
            link = explained(place, str(row.key), cls="over", name=f"{row.region} {row.title}")
            links.append(el("span", link, style=_box(0, at, 1, frame.row)))
        top += height_of(len(strip), frame, title, remark=bool(strip["more"].iloc[0]))
    return _sheet(links)


def _box(left: float, top: float, width: float, height: float) -> str:
    return f"left:{left:.2%};top:{top:.0f}px;width:{width:.2%};height:{height:.0f}px"


def _sheet(links: Iterable[Markup]) -> Markup:
    return el("div", *links, cls="overlay")
