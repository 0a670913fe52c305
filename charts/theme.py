"""What every figure shares: a layout in the board's own type and colours, and pieces made of dicts.

Figures are drawn on a canvas: both axes count px from the top left corner, are fixed and hidden. So
labels, ticks
and glyphs stand where they are meant to, and one trace holds the lines of all cells.
"""

from typing import Any

import plotly.graph_objects as go

from config.tokens import Palette, Theme, tokens

Piece = dict[str, Any]
Point = tuple[float, float]
EDGE = 4  # px that stay free around the canvas, for marks and anchors that touch its border


def palette(theme: Theme = "light") -> Palette:
    """The colours of a theme."""
    return tokens().colour[theme]


def canvas(width: float, height: float, font: int, colours: Palette) -> Piece:
    """The layout of a figure whose axes count px."""
    still: Piece = {"visible": False, "fixedrange": True}
    return {
        "width": None,
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": colours.page,
        "plot_bgcolor": colours.page,
        "font": {"family": tokens().font["sans"], "size": font, "color": colours.ink},
        "xaxis": still | {"range": [-EDGE, width + EDGE]},
        "yaxis": still | {"range": [height, 0]},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": colours.page, "font": {"color": colours.ink, "size": font}},
        "uirevision": "still",
        "template": {"layout": {}},
    }


def figure(traces: list[Piece], layout: Piece, alt: str) -> go.Figure:
    """A figure from finished dicts; its words for a screen reader ride along as ``layout.meta``."""
    return go.Figure({"data": traces, "layout": layout | {"meta": {"alt": alt}}}, _validate=False)


def alt_of(figure: go.Figure) -> str:
    """The words of a figure for a screen reader."""
    meta = figure.layout.meta
    return str(meta["alt"]) if meta else ""


def shade(colour: str, share: float) -> str:
    """A colour of the tokens let through by a share of 0 to 1, so that what lies under it stays seen."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"


def line(name: str, points: list[Point | None], *, colour: str, width: float, dash: str = "solid") -> Piece:
    """A line through points; None lifts the pen."""
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [point[0] if point else None for point in points],
        "y": [point[1] if point else None for point in points],
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
    }


def label(text: str, at: Point, *, anchor: str = "left", **more: object) -> Piece:
    """A text at a point; it must be clean. ``bold``, ``colour``, ``ground`` and ``size`` may be given."""
    shown: Piece = {
        "text": f"<b>{text}</b>" if more.get("bold") else text,
        "x": at[0],
        "y": at[1],
        "xanchor": anchor,
        "yanchor": "middle",
        "showarrow": False,
        "align": anchor,
    }
    font = {name: more[key] for name, key in (("color", "colour"), ("size", "size")) if more.get(key)}
    if font:
        shown["font"] = font
    if more.get("ground"):
        shown |= {"bgcolor": more["ground"], "borderpad": 1}
    return shown
