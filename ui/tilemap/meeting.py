"""The tile map on one screen of the meeting view: nothing scrolls, so words give way to tiles, then lines of the
list.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from config.text import say
from config.tokens import Bucket
from ui import cache
from ui.html import Markup, el
from ui.meeting import room as window
from ui.panels.base import board, headline
from ui.place import Place
from ui.tilemap import room, says
from ui.tilemap.gaps import title
from ui.tilemap.halves import laid, listed
from ui.tilemap.sheet import Sheet
from ui.typography import spaced
from ui.width import bucket

AIR = 4  # px under the tiles beside what ui.meeting.room leaves free: their lines add up


class Arranged(NamedTuple):
    """What stands on the screen: ``part`` of the regions as tiles, sentence, second line, words over the tiles ("" for
    none), how the tiles fit their half, and the other half.
    """

    part: Sheet
    head: str
    rest: str
    titled: str
    fit: room.Fit
    half: room.Half
    other: room.Half


def screen(place: Place, sheet: Sheet, *, refused: bool = False) -> Markup:
    """The screen; the list stands alone where the tiles do not fit. ``refused`` where a notice over it says what of the
    address was not understood.
    """
    lang, size = place.lang, bucket()
    taken = _noticed(place, refused=refused) + AIR
    found = arranged(sheet, size, lang, taken)
    if found is None:
        return _list_alone(place, sheet, taken)
    tiles = laid(place, found.part, found.titled, found.fit)
    gaps = listed(place, sheet, room.held(sheet, found.other, size, lang), beside=True)
    share = f"--share:{room.SHARE[lang][size]:.0%}"
    halves = el("div", tiles, gaps, cls="map-halves", style=share)
    return board(headline(found.head, found.rest), halves, cls="meet")


def arranged(sheet: Sheet, size: Bucket, lang: str, taken: float) -> Arranged | None:
    """The first arrangement whose tiles fit a window, of which some px are taken; regions that take no part leave their
    tiles, and are named, before the list has to stand alone.
    """
    over = spaced(title(sheet, lang))
    for part, (head, rest, titled) in product((sheet, sheet.without_outside()), _worded(sheet, lang)):
        if part.outside != sheet.outside:
            rest = says.lines([rest, says.outside(sheet, lang)], lang)
        half, other = room.halves(_height(head, rest, size, lang) - taken, (titled, over), size, lang)
        fit = room.fit(part.laid, half, size, lang)
        if fit is not None:
            return Arranged(part, head, rest, titled, fit, half, other)
    return None


def _list_alone(place: Place, sheet: Sheet, taken: float) -> Markup:
    lang, size, over = place.lang, bucket(), spaced(title(sheet, place.lang))
    head, width = says.sentence(sheet, lang, "short"), window.WINDOWS[size].width
    rest = says.lines([says.rest(sheet, lang, "short"), says.outside(sheet, lang), say("tilemap.nowhere", lang)], lang)
    half = room.Half(width, _height(head, rest, size, lang) - taken - window.title(over, size, width))
    return board(headline(head, rest), listed(place, sheet, room.held(sheet, half, size, lang)), cls="meet")


def _worded(sheet: Sheet, lang: str) -> Iterator[tuple[str, str, str]]:
    """Sentence, second line, and what stands over the tiles, in the order tried: where the tiles need more room, the
    words over them join the second line, then counts do.
    """
    note, head = say("tilemap.map", lang), says.sentence(sheet, lang, "short")
    said, ended = says.rest(sheet, lang, "short"), note + say("stop", lang)
    yield head, said, note
    yield head, says.lines([said, ended], lang), ""
    yield says.sentence(sheet, lang, "brief"), says.lines([says.rest(sheet, lang, "brief"), ended], lang), ""


def _height(head: str, rest: str, size: Bucket, lang: str) -> float:
    """The height under the sentence and its second line."""
    type_, width = window.sizes(size), window.WINDOWS[size].width
    more = window.lines(rest, type_.small * room.SIGN[lang], width) - 1
    return window.left_under(head, "", size) - more * type_.small * 1.5


def _noticed(place: Place, *, refused: bool) -> float:
    """The height of the notices over a screen without figures, of a past moment, or asked for what is not there."""
    lang, size, said = place.lang, bucket(), []
    if not cache.has_figures(place.plan, place.demo):
        said.append(say("state.no_figures", lang, date=place.as_of.isoformat()))
    if place.known:
        said.append(say("state.known", lang, moment=place.known) + say("state.known.back", lang))
    if refused:
        said.append(say("state.refused", lang, named="target=" + "x" * 24))
    body = window.sizes(size).body
    return sum(window.lines(words, body, window.WINDOWS[size].width - 30) * body * 1.5 + 26 for words in said)
