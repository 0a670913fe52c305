"""Status glyphs inside a figure: outline by light, inner mark by status, one trace (or two) a status."""

from collections.abc import Sequence
from typing import NamedTuple

from charts.theme import Piece, Point, line
from config.tokens import Palette, StatusMark, tokens

DASH_WIDTH = 4
RING_WIDTH = 2.5
INNER_WIDTH = 2.2
FIELD = 20  # the square of the glyph in ui.glyphs, whose strokes these are
ARROW = ((0, -6.5), (0, 5.5), None, (-4.8, 0.6), (0, 5.6), (4.8, 0.6), None)


class Mark(NamedTuple):
    """A status at a place of the canvas, with the text shown when the pointer rests on it."""

    x: float
    y: float
    status: str
    hover: str = ""


def glyphs(marks: list[Mark], size: float, colours: Palette) -> list[Piece]:
    """The traces that draw the marks, worst status first."""
    traces: list[Piece] = []
    for drawn in tokens().status:
        here = [mark for mark in marks if tokens().mark(mark.status).code == drawn.code]
        if not here:
            continue
        traces.append(_trace(drawn.code, here, _outline(drawn, size, colours)))
        if drawn.inner_symbol:
            name = drawn.code + ".inner"
            if drawn.inner_symbol.startswith("arrow"):
                traces.append(_arrows(name, here, size, colours))
            else:
                traces.append(_trace(name, here, _inner(drawn, size, colours)) | {"hoverinfo": "skip"})
    return traces


def _arrows(name: str, marks: list[Mark], size: float, colours: Palette) -> Piece:
    """Arrows with a stem, as on the page; the arrow among plotly's symbols is a triangle."""
    step = size / FIELD
    points = [(mark.x + stop[0] * step, mark.y + stop[1] * step) if stop else None for mark in marks for stop in ARROW]
    return line(name, points, colour=colours.inner, width=max(INNER_WIDTH * step * 1.2, 1.6)) | {"cliponaxis": False}


def _trace(name: str, marks: list[Mark], marker: Piece) -> Piece:
    return points(name, [((mark.x, mark.y), mark.hover) for mark in marks], marker) | {"cliponaxis": False}


def points(name: str, placed: Sequence[tuple[Point, str]], marker: Piece) -> Piece:
    """A trace of markers: the place of each, and the text shown when the pointer rests on it."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [x for (x, _), _ in placed],
        "y": [y for (_, y), _ in placed],
        "text": [said for _, said in placed],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": marker,
    }


def _outline(drawn: StatusMark, size: float, colours: Palette) -> Piece:
    colour = colours.light(drawn.light)
    stroke = {"line-ew": DASH_WIDTH, "circle-open": RING_WIDTH}.get(drawn.symbol, 0)
    grown = size * 1.15 if drawn.symbol.startswith("triangle") else size
    return {
        "symbol": drawn.symbol,
        "size": size * 0.9 if drawn.symbol == "line-ew" else grown,
        "color": colour,
        "opacity": 1,
        "line": {"color": colour, "width": stroke},
    }


def _inner(drawn: StatusMark, size: float, colours: Palette) -> Piece:
    return {
        "symbol": drawn.inner_symbol,
        "size": size * tokens().chart.inner,
        "color": colours.inner,
        "opacity": 1,
        "line": {"color": colours.inner, "width": INNER_WIDTH if "open" in drawn.inner_symbol else 0},
    }
