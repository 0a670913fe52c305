"""Names on their way into a figure: plotly reads a little HTML in every text, so a name must carry none."""

import re
import unicodedata
from html import escape

TAG = re.compile(r"<[^>]*>")
WIDE = frozenset("WF")
NARROW_EM = 0.56
PIECE = re.compile(r"[\x21-\x7e\u00a0]+\s*|.", re.DOTALL)


def clean(name: object) -> str:
    """A name as plain text for plotly: tags and control characters gone, what is left of them escaped.

    None and NaN become the empty text.
    """
    if name is None or name != name:
        return ""
    bare = TAG.sub("", str(name))
    shown = "".join(sign for sign in bare if not unicodedata.category(sign).startswith("C"))
    return escape(shown, quote=False)


def ems(text: str) -> float:
    """Width of a text in em: a Chinese sign takes one, a letter or digit a little over a half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in WIDE else NARROW_EM for sign in text)


def fold(text: str, room: float) -> list[str]:
    """A text on one line, or on two where it does not fit: broken at a word, Chinese at any sign; the
    rest is cut.
    """
    if ems(text) <= room:
        return [text]
    first = ""
    for piece in PIECE.findall(text):
        if first and ems((first + piece).rstrip()) > room:
            break
        first += piece
    if not text[len(first) :].strip() or ems(first.rstrip()) > room:
        return [shorten(text, room)]
    return [first.rstrip(), shorten(text[len(first) :].strip(), room)]


def shorten(text: str, room: float) -> str:
    """A text cut to a room in em, with an ellipsis where something was cut."""
    if ems(text) <= room:
        return text
    kept = ""
    for sign in text:
        if ems(kept + sign) > room - 1:
            break
        kept += sign
    return kept.rstrip() + "…"
