"""The filters of the library, each value a link with how many targets it would show; what widens an empty result."""

from pandas import DataFrame

from config.text import say
from ui import own
from ui.html import Markup, el
from ui.library.asked import Asked, counts, matching
from ui.library.names import value_name
from ui.panels.base import glyph, panel
from ui.place import Place
from ui.typography import spaced


def facets(frame: DataFrame, what: Asked, place: Place) -> Markup:
    """All filters of the view, one under another."""
    return el("nav", *(_facet(frame, what, facet, place) for facet in what.facets), cls="facets")


def _facet(frame: DataFrame, what: Asked, facet: str, place: Place) -> Markup:
    lang, chosen = place.lang, what.chosen.get(facet, ())
    rest = own.kept(without=(facet, "page_no"))
    items = [
        el("li", _value(facet, value, n, what, place))
        for value, n in counts(frame, what, facet).items()
        if n or value in chosen or facet != "status"
    ]
    clear = own.link(place, say("library.all", lang), own=rest, cls="under") if chosen else None
    return panel(say(f"library.facet.{facet}", lang), el("ul", *items), cls="facet", level="h3", beside=clear)


def _value(facet: str, value: str, n: int, what: Asked, place: Place) -> Markup:
    lang, here = place.lang, value in what.chosen.get(facet, ())
    sign = glyph(value, lang, spoken=False) if facet == "status" else ""
    inside = (
        el("span", cls="box", aria_hidden="true"),
        el("span", sign, value_name(facet, value, lang), cls="facet-name"),
        el("span", n, cls="facet-n"),
    )
    if not n and not here:
        return el("span", *inside, cls="facet-value zero")
    kept = own.kept(without=(facet, "page_no"))
    said = what.toggled(facet, value)
    return own.link(place, *inside, own=kept | ({facet: said} if said else {}), cls="facet-value", current=here)


def widen(frame: DataFrame, what: Asked, place: Place) -> Markup:
    """Where nothing is found: what each filter alone holds back, as a link that drops it, and a link that drops all."""
    lang = place.lang
    items = []
    for name in what.active:
        n = int(matching(frame, what, but=name).sum())
        if not n:
            continue
        words = say("library.widen.one", lang, filter=chosen_words(name, what, lang), n=n)
        items.append(el("li", own.link(place, spaced(words), own=own.kept(without=(name, "page_no")), cls="under")))
    total = int(matching(frame, Asked(what.view)).sum())
    kept = own.kept(without=(*what.active, "page_no"))
    items.append(el("li", own.link(place, spaced(say("library.widen.all", lang, n=total)), own=kept, cls="under")))
    return panel(say("library.widen", lang), el("ul", *items, cls="widen"))


def chosen_words(name: str, what: Asked, lang: str) -> str:
    """A filter in force, in words."""
    if name == "find":
        return say("library.filter.find", lang, find=" ".join(what.find.split()))
    values = say("list", lang).join(value_name(name, value, lang) for value in what.chosen[name])
    return say("library.filter", lang, facet=say(f"library.facet.{name}", lang), values=values)


def views(frame: DataFrame, what: Asked, n_plans: int, place: Place) -> Markup:
    """The three views of the library with how much each shows under what is asked."""
    lang, kept = place.lang, own.kept(without=("scope", "page_no"))
    links = []
    for view in ("targets", "milestones", "plans"):
        n = n_plans if view == "plans" else int(matching(frame, Asked(view, what.find, what.chosen)).sum())
        said = kept if view == "targets" else kept | {"scope": view}
        words = spaced(say(f"library.view.{view}", lang, n=n))
        links.append(own.link(place, words, own=said, current=view == what.view))
    return el("nav", *links, cls="views", aria_label=say("library.views", lang))
