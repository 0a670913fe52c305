"""One cell of the grid: glyph and figure, or in short words why there is none."""

from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import glyph
from ui.place import Place
from ui.region.grid import Column, Line
from ui.rows import explained
from ui.typography import NBSP, number

TINTED = ("red", "yellow", "grey")
WORDED = ("no_data", "stale", "not_started")


def worded(row: Row) -> bool:
    """Whether a cell holds the reason why nothing can be said, in words and without a glyph, in place of a figure."""
    return bool(row.light == "grey" and (not figures.known(row.current) or row.reason in WORDED))


def figure(row: Row, lang: str) -> str:
    """What a cell says beside its glyph: the figure without its unit, done or not, else why there is none."""
    if worded(row):
        reason = row.reason if figures.known(row.reason) and row.reason else "no_data"
        return say(f"region.reason.{reason}", lang)
    if not figures.known(row.current):
        return say("value.dash", lang)
    if row.unit == "yesno":
        return figures.value(row, row.current, lang)
    return number(float(row.current), int(row.decimals) if figures.known(row.decimals) else None, lang=lang)


def unit(row: Row, lang: str) -> str:
    """The unit or measure word of a target's figures; "" where they have none."""
    return "" if row.unit == "yesno" else figures.with_unit("", row, lang).strip(NBSP)


def cell(line: Line, column: Column, place: Place) -> Markup:
    """The cell of a target at a region; it opens its explanation."""
    lang, row = place.lang, line.cells.get(column.code)
    if row is None:
        kind = "void" if not column.told else "none"
        words = "" if not column.told else say("region.cell.none", lang)
        return el("td", words, cls=f"heat-cell {kind} {column.kind}".strip())
    tint = f"on-{row.light}" if row.light in TINTED else ""
    said = el("span", figure(row, lang))
    inside = (said,) if worded(row) else (glyph(row.status, lang), said)
    shown = explained(place, figures.key(row), *inside)
    return el("td", shown, cls=" ".join(part for part in ("heat-cell", tint, column.kind) if part))
