"""The words of the screens in both languages, with what each means; the whole list is docs/glossary.md."""

from config.text import LANGUAGES, say
from ui.html import Markup, el
from ui.method.known import Known
from ui.panels.base import headline, panel
from ui.typography import headline as set_headline
from ui.typography import spaced

TERMS: dict[str, tuple[str, ...]] = {
    "target": (
        "target",
        "rule",
        "method",
        "due",
        "due_period",
        "binding",
        "indicative",
        "implied",
        "owner",
    ),
    "verdict": (
        "status",
        "light",
        "reason",
        "as_of",
        "since",
        "base",
        "current",
        "k",
        "e",
        "R",
        "p",
        "gap",
        "trend",
        "required",
        "cuts",
        "benchmark",
        "cutoff",
    ),
    "forecast": ("expected", "interval", "probability", "needed", "backtest", "brier"),
    "data": ("load", "undo", "provisional", "break", "rollup", "demo", "owed", "late"),
}


def glossary(known: Known) -> Markup:
    """The sentence, and a panel a group of terms."""
    lang = known.lang
    n = sum(len(terms) for terms in TERMS.values())
    head = headline(set_headline(say("glossary.head", lang, n=n)), spaced(say("glossary.rest", lang)))
    return el("div", head, el("div", *(_group(group, lang) for group in TERMS), cls="terms-of"))


def _group(group: str, lang: str) -> Markup:
    terms = [_term(one, lang) for one in TERMS[group]]
    return panel(say(f"glossary.group.{group}", lang), el("dl", *terms, cls="terms"), level="h3")


def _term(code: str, lang: str) -> Markup:
    """A term with its name in the other language, and its meaning."""
    other = next(one for one in LANGUAGES if one != lang)
    return el(
        "div",
        el(
            "dt",
            el("strong", spaced(say(f"glossary.{code}.name", lang))),
            " ",
            el("span", spaced(say(f"glossary.{code}.name", other)), cls="soft", lang=other),
        ),
        el("dd", spaced(say(f"glossary.{code}.means", lang))),
        id=f"glossary-term-{code}",
    )
