"""Five counts, one a light, with what changed since the comparison date; each leads to the list of what it counts."""

from config.text import say
from config.tokens import tokens
from ui import own
from ui.counts import Lights
from ui.html import Markup, el
from ui.order import ATTENTION, LIGHTS
from ui.panels.base import light_glyph
from ui.place import Place
from ui.typography import spaced


def tiles(now: Lights, before: Lights | None, since: str, place: Place, *, whole: bool) -> Markup:
    """The tiles in the order of the lights. ``before`` are the counts to compare with (None: no change is said),
    ``since`` the words of their date, "" where there is no room for them; ``whole``: the place is the plan's region,
    for which the library lists what the other lights count.
    """
    return el("div", *(_tile(light, now, before, since, place, whole) for light in LIGHTS), cls="tiles", role="list")


def _tile(light: str, now: Lights, before: Lights | None, since: str, place: Place, whole: bool) -> Markup:
    lang, count = place.lang, now.of(light)
    said = "" if before is None else _change(count - before.of(light), since, lang)
    name = el("span", say(f"light.{light}", lang))
    leads = count and (whole or light in ATTENTION)
    head = el("div", light_glyph(light), _list(place, light, name) if leads else name, cls="tile-name")
    figure = el(
        "div",
        el("strong", count, cls="figure"),
        el("span", say("tile.unit", lang, n=count), cls="unit"),
        el("span", said, cls="change"),
        cls="tile-figure",
    )
    return el("div", head, figure, cls="tile", role="listitem")


def _list(place: Place, light: str, name: Markup) -> Markup:
    """A link to the targets of a light, over the whole tile."""
    if light in ATTENTION:
        return own.link(place, name, page="attention", own={"status": light})
    marks = ",".join(mark.code for mark in tokens().status if mark.light == light)
    return own.link(place, name, page="library", own={"plans": place.plan, "status": marks})


def _change(step: int, day: str, lang: str) -> str:
    kind = "more" if step > 0 else "fewer" if step else "same"
    return spaced(say(f"tile.{kind}" if day else f"tile.{kind}.short", lang, day=day, n=abs(step)))
