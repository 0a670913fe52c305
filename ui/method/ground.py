"""Which figures count and which do not: the rules under every verdict, in a line each."""

from config.text import say
from ui.html import Markup, el
from ui.method.known import Known
from ui.method.says import defined
from ui.method.standing import values
from ui.panels.base import panel
from ui.typography import spaced

LINES = (
    "due",
    "final",
    "base",
    "period",
    "accumulates",
    "stale",
    "break",
    "provisional",
    "region",
    "rollup",
    "milestone",
    "counted",
    "equal",
    "missing",
    "demo",
    "draft",
)


def ground(known: Known) -> Markup:
    """The panel: one line a rule."""
    lang = known.lang
    items = [el("li", defined(spaced(say(f"rules.data.{line}", lang, **values())), lang)) for line in LINES]
    return panel(say("rules.data.title", lang), el("ul", *items, cls="told two"))
