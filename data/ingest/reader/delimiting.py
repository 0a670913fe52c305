"""Which sign separates the cells of a text file: the one that stands equally often in most lines, outside quotes."""

import re
from collections import Counter

from data.ingest.reader.refusal import Refused

CANDIDATES = (",", "\t", ";", "|", "，")
QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
LINE = re.compile(r"\r\n|\r|\n")
PADDING = re.compile(r"\t+(?=,)")
TOLD = re.compile(r"sep=(.)[ ,;\t]*", re.IGNORECASE)


def delimiter_of(sample: str, told: str | None = None) -> tuple[str, int]:
    """The delimiter, and how often it usually stands in a line; a comma where none is found.

    Raises Refused for a chosen delimiter that is not one character.
    """
    lines = [line for line in LINE.split(PADDING.sub("", QUOTED.sub('""', sample))) if line.strip()]
    own = TOLD.fullmatch(lines[0].strip("\ufeff ")) if lines else None
    if own:
        told, lines = told or own[1], lines[1:]
    if told is not None:
        if len(told) != 1 or told in '"\r\n':
            raise Refused("delimiter", other=told)
        return told, _usual(lines, told)[1]
    ranked = [(*_usual(lines, sign), -place, sign) for place, sign in enumerate(CANDIDATES[:-1])]
    share, times, _, sign = max(ranked)
    if share == 0:
        sign = CANDIDATES[-1]
        share, times = _usual(lines, sign)
        if share < 0.8:
            return ",", 0
    return sign, times


def _usual(lines: list[str], sign: str) -> tuple[float, int]:
    """The share of lines that hold a sign as often as most lines with it do, and how often that is."""
    counted = Counter(times for line in lines if (times := line.count(sign)))
    if not counted:
        return 0.0, 0
    times, lines_so = max(counted.items(), key=lambda one: (one[1], one[0]))
    return lines_so / len(lines), times
