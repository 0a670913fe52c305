"""Which part of the list: by light and by who answers, as quiet links with how many each shows."""

from config.text import say
from ui import own
from ui.attention.listed import Asked
from ui.counts import Lights
from ui.department.named import Names
from ui.html import Markup, el, join
from ui.order import ATTENTION
from ui.panels.base import light_glyph
from ui.place import Place
from ui.typography import spaced

SHOWN, FEW = 12, 3  # bodies that stand in the open; the rest is unfolded where it is more than a few


def choices(told: list[tuple[str, Lights]], count: Lights, what: Asked, place: Place, names: Names) -> Markup:
    """Both choices; ``told`` are all bodies with something on the list, ``count`` what can be seen of either light."""
    parts = [_lights(count, what, place)]
    if told:
        parts.append(_bodies(told, what, place, names))
    return el("nav", *parts, cls="narrow", aria_label=say("attention.choose", place.lang))


def _lights(count: Lights, what: Asked, place: Place) -> Markup:
    lang, rest = place.lang, own.kept(without=("status", "page_no", "one"))
    links = [own.link(place, spaced(say("attention.all", lang, n=count.attention)), own=rest, current=not what.light)]
    for light in ATTENTION:
        words = spaced(say(f"attention.screen.{light}", lang, n=count.of(light)))
        links.append(own.link(place, words, own=rest | {"status": light}, current=what.light == light))
    return el("p", *links, cls="orders")


def _bodies(told: list[tuple[str, Lights]], what: Asked, place: Place, names: Names) -> Markup:
    """Who answers for what is late, those with the most red first."""
    lang, rest = place.lang, own.kept(without=("department", "page_no", "one"))
    whole = own.link(place, say("attention.bodies.all", lang), own=rest, current=not what.body)
    links = [_body(body, lit, rest, what, place, names) for body, lit in told]
    more: Markup | str = ""
    if len(links) > SHOWN + FEW:
        hidden = {body for body, _ in told[SHOWN:]}
        summary = el("summary", spaced(say("attention.bodies.more", lang, n=len(hidden))))
        more = el("details", summary, el("div", *links[SHOWN:], cls="bodies"), open=what.body in hidden)
        links = links[:SHOWN]
    label = el("span", say("attention.bodies", lang), cls="soft")
    return join([el("div", label, whole, *links, cls="bodies"), more])


def _body(body: str, lit: Lights, rest: dict[str, str], what: Asked, place: Place, names: Names) -> Markup:
    lang = place.lang
    counted = [el("span", light_glyph(light), lit.of(light), cls="run packed") for light in ATTENTION if lit.of(light)]
    link = own.link(place, names.short(body), own=rest | {"department": body}, current=what.body == body)
    said = [say("counted", lang, name=say(f"light.{light}", lang), n=lit.of(light)) for light in ATTENTION]
    return el("span", link, el("span", *counted, cls="lit-counts", role="img", aria_label=say("list", lang).join(said)))
