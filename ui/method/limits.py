"""What a forecast is not good for, said openly, and when there is none."""

from types import SimpleNamespace

from config.rules import thresholds
from config.text import say
from metrics.model.vocabulary import Forecast
from ui import chances
from ui.html import Markup, el
from ui.method.formulas import constant
from ui.method.groups import edges, near_top
from ui.method.known import Known
from ui.panels.base import panel, table
from ui.typography import spaced

LIMITS = ("flat", "monthly", "awards", "expected", "far", "few", "break", "status")


def limits(known: Known) -> Markup:
    """The panel of the limits; the first one with what the board's own figures say of it."""
    lang, held = known.lang, thresholds().forecast
    edge, other = edges()
    values = {
        "edge": edge,
        "other": other,
        "years": constant(held.tested_years),
        "fewest": held.fewest,
        "few": held.few,
    }
    own = {"flat": near_top(known.tested.groups, lang)}
    lines = [say(f"method.limit.{name}", lang, **values) + own.get(name, "") for name in LIMITS]
    return panel(
        say("method.limits.title", lang), el("ul", *(el("li", spaced(line)) for line in lines), cls="told two")
    )


def refusals(known: Known) -> Markup:
    """The panel of what is looked for before a forecast is given, in order, with how many targets each holds up."""
    lang = known.lang
    heads = [
        (say(f"method.refusals.{name}", lang), "num" if name == "count" else "") for name in ("why", "cure", "count")
    ]
    counted = known.here["forecast"].value_counts()
    rows = [_row(code, int(counted.get(str(code), 0)), lang) for code in Forecast]
    words = {"region": known.region, "n": len(known.here)}
    title = say("method.refusals.title", lang)
    return panel(
        title,
        el("p", spaced(say("method.refusals.lead", lang, **words)), cls="rest"),
        table(heads, rows, cls="refusals", caption=title),
    )


def _row(code: Forecast, count: int, lang: str) -> Markup:
    row = SimpleNamespace(forecast=str(code))
    why = chances.refusal(row, lang) or spaced(say("method.refusals.ok", lang))
    cells = (
        el("th", why[:1].upper() + why[1:], scope="row"),
        el("td", chances.cure(row, lang) or say("value.dash", lang)),
    )
    return el("tr", *cells, el("td", count, cls="num" if count else "num zero"), cls="" if count else "unmet")
