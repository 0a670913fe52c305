"""The regions as tiles, laid out as they lie: name, figure, glyph and word; each opens its explanation."""

from charts.names import ems
from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.meeting.pressing import FIGURE
from ui.panels.base import glyph
from ui.place import Place
from ui.rows import explained
from ui.tilemap.room import Fit
from ui.tilemap.says import word
from ui.tilemap.sheet import Sheet, Tile, size
from ui.typography import spaced

TINTED = ("red", "yellow", "grey")
UNIT = 0.6  # a unit's size in parts of the figure's, as in tilemap.css


def tiles(sheet: Sheet, place: Place, fit: Fit | None = None) -> Markup:
    """The map; ``fit`` sets its size where nothing may scroll."""
    columns, rows = size(sheet.laid)
    widest = max((_wide(tile.row, place.lang) for tile in sheet.laid if tile.row is not None), default=1.0)
    style = f"--cols:{columns};--rows:{rows};--long:{max(widest, 3.0):.1f}"
    style += f";height:{fit.height:.0f}px;--tile-figure:{fit.figure:.0f}px" if fit else ""
    return el("ol", *(_tile(tile, place) for tile in sheet.laid), cls="map few" if columns < 4 else "map", style=style)


def _tile(tile: Tile, place: Place) -> Markup:
    lang, row = place.lang, tile.row
    column, line = tile.spot or (0, 0)
    name = el("span", spaced(tile.name), cls="map-name")
    where = f"grid-column:{column + 1};grid-row:{line + 1}"
    if row is None:
        words = say("tilemap.unset" if tile.judged else "tilemap.outside", lang)
        kind = "unset" if tile.judged else "outside"
        inside = el("span", name, el("span", words, cls="map-word"), cls="map-inner")
        return el("li", inside, cls=f"map-tile {kind} {_own(tile)}".strip(), style=where)
    said = word(row, lang)
    status = el("span", glyph(row.status, lang, spoken=False), el("span", said), cls="map-word")
    shown = explained(
        place, figures.key(row), name, _figure(row, lang), status, cls="map-inner", name=aloud(tile, row, lang)
    )
    tint = f"on-{row.light}" if row.light in TINTED else ""
    return el("li", shown, cls=" ".join(one for one in ("map-tile", tint, _own(tile)) if one), style=where)


def _own(tile: Tile) -> str:
    return "own" if tile.own else ""


def _shown(row: Row, lang: str) -> tuple[str, str]:
    """Figure and unit; a word where something is done or not done, "" where nothing is known."""
    said = figures.value(row, row.current, lang, bare=True)
    found = FIGURE.fullmatch(said)
    return (found["figure"], found["unit"]) if found else (said, "")


def _wide(row: Row, lang: str) -> float:
    """The width of the figure with its unit, in em of the figure."""
    figure, unit = _shown(row, lang)
    return ems(figure) + ems(unit) * UNIT


def _figure(row: Row, lang: str) -> Markup:
    figure, unit = _shown(row, lang)
    if not figure:
        return Markup("")
    return el("span", figure, el("span", unit, cls="unit") if unit else "", cls="map-figure")


def aloud(tile: Tile, row: Row, lang: str) -> str:
    """What a tile is called by a screen reader: region, figure, status and, where there is none, why."""
    parts = [tile.name, figures.value(row, row.current, lang), say(f"status.{row.status}", lang)]
    parts += [word(row, lang)] if row.light == "grey" else []
    return spaced(say("clause", lang).join(part for part in parts if part))
