"""What a screen of the meeting view holds of the tile map: nothing in it scrolls, so tiles and lines are counted."""

from typing import NamedTuple

from charts.names import ems
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.meeting import room
from ui.tilemap.says import word
from ui.tilemap.sheet import Sheet, Tile, by_row, size

SHARE: dict[str, dict[Bucket, float]] = {  # of the width, for the tiles
    "zh": {"w1920": 0.52, "w1366": 0.54, "w1024": 0.6},
    "en": {"w1920": 0.54, "w1366": 0.58, "w1024": 0.66},
}
DESK: dict[str, dict[Bucket, int]] = {  # px of the list beside the tiles on a desk, at least
    "zh": {"w1920": 980, "w1366": 690, "w1024": 440},
    "en": {"w1920": 980, "w1366": 620, "w1024": 400},
}
SIGN = {"zh": 1.0, "en": 0.9}  # of the usual width of a sign: English is mostly small letters and spaces
GUTTER = 40  # px between the halves, as in tilemap.css
GAP, PAD, EDGE = 7, 18, 9  # px between tiles; beside and above the words in one
LEAST, MOST, TALL = 1.2, 2.6, 1.15  # size of a tile's figure in parts of the words around it, and its line
LINE, BOLD = 1.15, 0.97
ROW, LISTED, AIRY = 5, 1.3, 0.6  # of the list: px around a line, height of a line, air at most
NAMES = 0.28  # of the list, for the names at most
TALLEST = 220  # px of a tile
RULE = 12  # px over tiles without words over them


class Fit(NamedTuple):
    """Height of the map and size of its figures, in px."""

    height: float
    figure: float


class Held(NamedTuple):
    """What the list has: ``lines`` at most, None for as many as there are, in a ``width`` in em of its words, each with
    some ``spare`` px.
    """

    lines: int | None = None
    width: float = 60.0
    spare: float = 0.0


class Half(NamedTuple):
    """One side of the screen: its width and height in px, the words over it taken off."""

    width: float
    height: float


def halves(height: float, titles: tuple[str, str], bucket: Bucket, lang: str) -> tuple[Half, Half]:
    """The room for the tiles and for the list under their titles, "" for none, in a height under the sentence."""
    window = room.WINDOWS[bucket].width - GUTTER
    wide = window * SHARE[lang][bucket]
    over = [
        room.title(text, bucket, width / SIGN[lang]) for text, width in zip(titles, (wide, window - wide), strict=True)
    ]
    return Half(wide, height - (over[0] if titles[0] else RULE)), Half(window - wide, height - over[1])


def fit(laid: list[Tile], half: Half, bucket: Bucket, lang: str) -> Fit | None:
    """How laid tiles fit; None where the words in them do not."""
    if not laid:
        return None
    columns, rows = size(laid)
    small = room.sizes(bucket).small
    across = (half.width - GAP * (columns - 1)) / columns - PAD
    need = sum(max((_need(tile, across, small, lang) for tile in row), default=0.0) for row in by_row(laid))
    spare = (half.height - GAP * rows - need) / rows
    if spare < 0:
        return None
    figure = min(small * LEAST + spare * 0.7 / TALL, small * MOST)
    return Fit(min(half.height, rows * TALLEST), figure)


def _need(tile: Tile, across: float, small: float, lang: str) -> float:
    """Height of a tile with the smallest figure."""
    sign, row = SIGN[lang], tile.row
    lines = folded(tile.name, small * BOLD * sign, across)
    if row is None:
        words = say("tilemap.unset" if tile.judged else "tilemap.outside", lang)
        return (lines + folded(words, small * sign, across)) * small * LINE + EDGE
    lines += folded(word(row, lang), small * sign, across - small * 1.4)
    return lines * small * LINE + (small * LEAST * TALL if figures.known(row.current) else 0) + EDGE


def folded(text: str, em: float, width: float) -> int:
    """How many lines a text takes that breaks at its spaces only; what has none breaks anywhere."""
    lines, taken = 1, 0.0
    for part in text.split(" "):
        wide = ems(part) * em
        if taken and taken + em * ems(" ") + wide > width:
            lines, taken = lines + 1, 0.0
        taken += wide + (em * ems(" ") if taken else 0)
        while taken > width:
            lines, taken = lines + 1, taken - width
    return lines


def held(sheet: Sheet, half: Half, bucket: Bucket, lang: str) -> Held:
    """How many lines of the list fit."""
    small = room.sizes(bucket).small
    left, lines, width = half.height - small * 1.5 - RULE, 0, half.width / small
    names = name_em(sheet, width)
    for tile in sheet.counted:
        left -= folded(tile.name, SIGN[lang], names) * small * LISTED + ROW
        if left < 0:
            return Held(lines, width)
        lines += 1
    return Held(lines, width, min(left / lines, small * AIRY))


def name_em(sheet: Sheet, width: float) -> float:
    """The width of the names in a list of a width, both in em: a share at most, and what the longest word needs."""
    words = max(ems(part) for tile in sheet.counted for part in tile.name.split(" "))
    return max(words, min(max(ems(tile.name) for tile in sheet.counted), width * NAMES))
