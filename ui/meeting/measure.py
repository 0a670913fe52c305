"""How wide words are and where they break, sign by sign: for screens that fill what their headlines leave."""

import unicodedata

from charts.names import PIECE, WIDE
from config.tokens import Bucket
from ui.meeting.room import AIR, LINE, TITLE, WINDOWS, sizes

SPACE, THIN, USUAL, CAPITAL, BROAD = 0.25, 0.37, 0.6, 0.74, 0.97  # em of a sign of the serif
THIN_SIGNS, BROAD_SIGNS = frozenset("ijltfI.,;:!|()[]'-/"), frozenset("mwMW%@—–≥≤")
SERIF, BOLD, PLAIN = 1.0, 0.97, 0.92  # the width of Latin signs of a face in parts of the serif's
BETWEEN = 20  # px between a heading and what stands beside it


def em(text: str, face: float = BOLD) -> float:
    """The width of a text in em."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in WIDE else _latin(sign) * face for sign in text)


def _latin(sign: str) -> float:
    if sign in " \u00a0":
        return SPACE
    if sign in BROAD_SIGNS:
        return BROAD
    return THIN if sign in THIN_SIGNS else CAPITAL if sign.isupper() else USUAL


def folded(text: str, width: float, font: float, face: float = BOLD) -> int:
    """How many lines a text takes that breaks at words, Chinese at any sign."""
    return _lines(PIECE.findall(text), width / font, face)


def _clauses(text: str) -> list[str]:
    """The parts of a headline that stay whole: words, and of Chinese what stands between two signs of punctuation."""
    parts = [""]
    for sign in text:
        parts[-1] += sign
        if sign == " " or (unicodedata.east_asian_width(sign) in WIDE and unicodedata.category(sign) == "Po"):
            parts.append("")
    return [part for part in parts if part]


def _lines(pieces: list[str], width: float, face: float) -> int:
    lines, taken = 1, 0.0
    for piece in pieces:
        wide = em(piece.rstrip(), face)
        if taken and taken + wide > width:
            lines, taken = lines + 1, 0.0
        lines += int(wide // width)  # what is longer than a line breaks anywhere
        taken += em(piece, face)
    return lines


def left_under(head: str, rest: str, bucket: Bucket) -> float:
    """The height that is left under a headline, whose Chinese breaks at punctuation only, and its second line."""
    type_, window = sizes(bucket), WINDOWS[bucket]
    top = _lines(_clauses(head), window.width / type_.headline, SERIF) * type_.headline * LINE
    top += folded(rest, window.width, type_.small, PLAIN) * type_.small * 1.5 + 4
    return window.height - window.bar - top - AIR


def heading(text: str, beside: str, bucket: Bucket) -> float:
    """Height of a heading over the whole width; where both are long, what stands beside it takes a line of its own."""
    type_, width = sizes(bucket), WINDOWS[bucket].width
    together = em(text) * type_.section + em(beside) * type_.small + BETWEEN
    under = 0.0 if together <= width else type_.small * TITLE
    return folded(text, width, type_.section) * type_.section * TITLE + 10 + under
