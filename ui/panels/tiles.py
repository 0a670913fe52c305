"""Five counts, one a light, with what changed since the comparison date."""

from config.text import say
from ui.counts import Lights
from ui.html import Markup, el
from ui.order import LIGHTS
from ui.panels.base import light_glyph
from ui.typography import spaced


def tiles(now: Lights, before: Lights | None, since: str, lang: str) -> Markup:
    """The tiles in the order of the lights. ``before`` are the counts to compare with (None: no
    change is said), ``since``
    the words of their date, "" where there is no room for them.
    """
    return el("div", *(_tile(light, now, before, since, lang) for light in LIGHTS), cls="tiles", role="list")


def _tile(light: str, now: Lights, before: Lights | None, since: str, lang: str) -> Markup:
    said = "" if before is None else _change(now.of(light) - before.of(light), since, lang)
    head = el("div", light_glyph(light), el("span", say(f"light.{light}", lang)), cls="tile-name")
    figure = el(
        "div",
        el("strong", now.of(light), cls="figure"),
        el("span", say("tile.unit", lang, n=now.of(light)), cls="unit"),
        el("span", said, cls="change"),
        cls="tile-figure",
    )
    return el("div", head, figure, cls="tile", role="listitem")


def _change(step: int, day: str, lang: str) -> str:
    kind = "more" if step > 0 else "fewer" if step else "same"
    return spaced(say(f"tile.{kind}" if day else f"tile.{kind}.short", lang, day=day, n=abs(step)))
