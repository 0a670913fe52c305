"""What a verdict is: how the targets of this place were judged in one sentence, and every status with its count."""

from config.rules import thresholds
from config.text import say
from config.tokens import tokens
from metrics.model.vocabulary import Method
from ui import cache, own
from ui.counts import lights
from ui.html import Markup, el
from ui.method.formulas import constant
from ui.method.known import Known
from ui.order import LIGHTS, PLACES
from ui.panels.base import headline, light_glyph, panel, status, table
from ui.place import Place
from ui.typography import headline as set_headline
from ui.typography import share, spaced

COLUMNS = (("status", ""), ("light", ""), ("count", "num"), ("means", "c-means"))


def standing(known: Known) -> Markup:
    """The sentence, and the panel of the statuses."""
    return el("div", headline(sentence(known), _rest(known)), _statuses(known))


def sentence(known: Known) -> str:
    """How many targets the place has, by how many methods they are judged, and how many stand at each light."""
    lang, here = known.lang, known.here
    if here.empty:
        return set_headline(say("rules.head.none", lang, region=known.region))
    count = lights(here)
    return set_headline(
        say(
            "rules.head",
            lang,
            total=say("rules.head.total", lang, region=known.region, n=len(here)),
            methods=say("rules.head.methods", lang, n=len(by_method(known))),
            lights=_listed("rules.head.light", {f"light.{one}": count.of(one) for one in LIGHTS}, lang).lower(),
        )
    )


def _listed(key: str, counted: dict[str, int], lang: str) -> str:
    """Counts with their names, one after another; names by their keys."""
    parts = [say(key, lang, name=say(name, lang), n=n) for name, n in counted.items()]
    return say("list", lang).join(parts)


def by_method(known: Known) -> dict[str, int]:
    """How many targets of the place each method judges, the most first; methods without any left out."""
    found = known.here["judged_by"].value_counts()
    known_methods = sorted((str(one) for one in Method), key=lambda one: -int(found.get(one, 0)))
    return {one: int(found[one]) for one in known_methods if found.get(one, 0)}


def _rest(known: Known) -> str:
    lang = known.lang
    named = {f"method.{one}": n for one, n in by_method(known).items()}
    words = (
        say("rules.rest", lang, counted=_listed("rules.rest.method", named, lang))
        if named
        else say("rules.rest.none", lang)
    )
    return spaced(say("rules.rest.day", lang, day=known.place.as_of.isoformat(), said=words))


def values() -> dict[str, object]:
    """The figures the rules name, as the settings hold them."""
    held = thresholds()
    return {
        **{name: constant(value) for name, value in held.pace.model_dump().items()},
        **{
            f"trend_{name}": f"{constant(100 * value)}%" if value else "0"
            for name, value in held.trend.model_dump().items()
        },
        "early": share(held.early, 0),
        "stale": held.stale,
        "count": held.milestone_count,
        "weight": share(held.weight_present, 0),
        "beside": constant(held.linear_beside),
    }


def _statuses(known: Known) -> Markup:
    """Every status, lights in their order, grey last and counted like the others."""
    lang = known.lang
    marks = sorted(tokens().status, key=lambda mark: (PLACES[mark.light], tokens().rank(mark.code)))
    counted = known.here["status"].value_counts()
    heads: list[tuple[object, str]] = [(say(f"rules.column.{name}", lang), cls) for name, cls in COLUMNS]
    rows = [_status(mark.code, mark.light, int(counted.get(mark.code, 0)), known.place) for mark in marks]
    title = say("rules.status.title", lang)
    return panel(
        title,
        el("p", spaced(say("rules.status.lead", lang)), cls="rest"),
        table(heads, rows, cls="statuses", caption=title),
        el("p", spaced(_beside(known)), cls="rest"),
    )


def _status(code: str, light: str, n: int, place: Place) -> Markup:
    lang = place.lang
    lit = el("span", light_glyph(light), el("span", say(f"light.{light}", lang)), cls="status")
    return el(
        "tr",
        el("th", status(code, lang), scope="row"),
        el("td", lit),
        el("td", _linked(code, n, place), cls="num" if n else "num zero"),
        el("td", spaced(say(f"rules.status.{code}", lang, **values())), cls="c-means"),
    )


def _linked(code: str, n: int, place: Place) -> object:
    """The count as a link to those targets in the library."""
    if not n:
        return n
    asked = {"plans": place.plan, "status": code}
    return own.link(place.model_copy(update={"why": None}), n, page="library", own=asked, cls="under")


def _beside(known: Known) -> str:
    """What the counts and the lists they lead to hold; a place below the plan's own sees there the plan's other
    targets too.
    """
    lang = known.lang
    words = say("rules.status.sum", lang, n=len(known.here))
    top = str(cache.regions(known.place.plan)["code"].iloc[0])
    return words if known.place.region == top else words + say("rules.status.below", lang, region=known.region)
