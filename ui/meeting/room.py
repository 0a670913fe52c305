"""How much a screen of the meeting view holds: nothing in it scrolls, so rows are counted before they are drawn."""

import math
from typing import NamedTuple

from charts.names import ems
from config.tokens import Bucket, Sizes, tokens


class Window(NamedTuple):
    """What a screen has to give, in px, its margins taken off; ``bar`` is the line at the foot."""

    width: int
    height: int
    bar: int


WINDOWS: dict[Bucket, Window] = {
    "w1920": Window(1824, 1080 - 24, 64),
    "w1366": Window(1310, 768 - 16, 52),
    "w1024": Window(984, 768 - 16, 48),
}
AIR = 26  # what stays free: real browsers round up, real names are long
LINE, TABLE, TITLE = 1.28, 1.3, 1.4  # line heights as in board.css
NARROW, NARROW_EM, TAKEN_EM = 900, 15.0, 26.0
FULL = 0.94  # a line is rarely full: headlines break at punctuation


def sizes(bucket: Bucket) -> Sizes:
    """Type of the meeting view."""
    return tokens().meeting[bucket]


def lines(text: str, em: float, width: float) -> int:
    """How many lines a text takes."""
    return max(math.ceil(ems(text) * em / (width * FULL)), 1)


def left_under(head: str, rest: str, bucket: Bucket) -> float:
    """The height that is left under a headline and its second line."""
    type_, window = sizes(bucket), WINDOWS[bucket]
    top = lines(head, type_.headline, window.width) * type_.headline * LINE
    top += lines(rest, type_.small, window.width) * type_.small * 1.5 + 4
    return window.height - window.bar - top - AIR


def title(text: str, bucket: Bucket, width: float) -> float:
    """Height of a panel's heading under its rule."""
    section = sizes(bucket).section
    return lines(text, section, width) * section * TITLE + 10


def tiles(bucket: Bucket) -> float:
    """Height of the five counts."""
    type_ = sizes(bucket)
    return type_.body * 1.35 + type_.figure * 1.1 + 24


def pressing_row(name: str, under: str, figure: str, bucket: Bucket, width: float) -> float:
    """Height of one row of what needs attention, in a panel of a width."""
    type_ = sizes(bucket)
    wide = width - type_.body * 1.35 - 36 - max(ems(figure) * type_.figure * 0.75, type_.small * 7)
    words = lines(name, type_.body, wide) * type_.body * TABLE + lines(under, type_.small, wide) * type_.small * TABLE
    return max(type_.figure * 1.1 + type_.small * TABLE, words) + 11


def table_row(name: str, bucket: Bucket, width: float) -> float:
    """Height of one row of a table whose other columns take ``TAKEN_EM``, or where it is narrow ``NARROW_EM``."""
    body = sizes(bucket).body
    taken = NARROW_EM if narrow(width) else TAKEN_EM
    return lines(name, body, max(width - taken * body, body * 6)) * body * TABLE + 16


def narrow(width: float) -> bool:
    """Whether a table has too little room for who answers."""
    return width < NARROW
