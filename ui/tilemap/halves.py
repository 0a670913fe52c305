"""The two halves of the tile map as panels: the tiles, and the list of gaps."""

from config.text import say
from ui.html import Markup, el
from ui.panels.base import guarded, panel
from ui.place import Place
from ui.tilemap.gaps import gaps, title
from ui.tilemap.room import Fit, Held
from ui.tilemap.sheet import Sheet
from ui.tilemap.tiles import tiles
from ui.typography import spaced


def laid(place: Place, sheet: Sheet, titled: str, fit: Fit | None = None) -> Markup:
    """The tiles under their words, or under a bare rule."""

    def build() -> Markup:
        if titled:
            return panel(titled, tiles(sheet, place, fit))
        return el("section", tiles(sheet, place, fit), cls="panel", aria_label=say("tilemap.map", place.lang))

    return guarded("tiles", place.lang, build)


def listed(place: Place, sheet: Sheet, held: Held, *, beside: bool = False) -> Markup:
    """The list under what it compares; ``beside`` the tiles, which say the statuses as well."""
    over = spaced(title(sheet, place.lang))
    return guarded("gaps", place.lang, lambda: panel(over, gaps(sheet, place, held, beside=beside)))
