"""What the indicator is: definition, unit, direction, how often, from where, how regions make up the whole."""

from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.indicator.known import Known
from ui.panels.base import panel
from ui.typography import number, spaced


def facts(known: Known) -> Markup:
    """The panel: one line a matter, only those that are known."""
    about, lang = known.about, known.lang
    event = known.event
    lines: list[tuple[str, object]] = [
        ("definition", _text(getattr(about, f"definition_{lang}"))),
        ("unit", _unit(about, lang)),
        ("direction", "" if event else say(f"indicator.direction.{_text(about.direction) or 'none'}", lang)),
        ("bounds", _bounds(about, lang)),
        ("frequency", "" if event else say(f"indicator.frequency.{about.frequency}", lang)),
        ("kind", say(f"indicator.kind.{about.kind}", lang)),
        ("rollup", _rollup(about, lang)),
        ("ended", _ended(about, lang)),
        ("source", _source(about, lang)),
        ("dimension", say(f"dimension.{about.dimension}", lang)),
        ("id", about.indicator_id),
    ]
    shown = [
        el("div", el("dt", say(f"indicator.fact.{name}", lang)), el("dd", _said(words)))
        for name, words in lines
        if words
    ]
    return panel(spaced(known.name(short=False)), el("dl", *shown, cls="facts"))


def _said(words: object) -> object:
    return words if isinstance(words, Markup) else spaced(str(words))


def _text(cell: object) -> str:
    return str(cell) if figures.known(cell) else ""


def _unit(about: Row, lang: str) -> str:
    """The unit by name; a count by what it counts."""
    measure = _text(getattr(about, f"measure_{lang}"))
    return measure if about.unit == "count" and measure else _text(getattr(about, f"unit_{lang}"))


def _bounds(about: Row, lang: str) -> str:
    """Between which values a figure can lie."""
    if about.unit == "yesno":
        return ""
    low, high = (number(float(end)) if figures.known(end) else "" for end in (about.lower, about.upper))
    if low and high:
        return say("indicator.bounds.both", lang, low=low, high=high)
    return say("indicator.bounds.low", lang, low=low) if low else ""


def _rollup(about: Row, lang: str) -> str:
    """How a region's figure is made where it has none of its own."""
    if not _text(about.rollup):
        return ""
    weight = _text(getattr(about, f"weight_{lang}"))
    return say(f"indicator.rollup.{about.rollup}{'.weighted' if weight else ''}", lang, weight=weight)


def _ended(about: Row, lang: str) -> str:
    if not figures.known(about.scheme_ended):
        return ""
    return say("indicator.ended", lang, day=about.scheme_ended.date().isoformat())


def _source(about: Row, lang: str) -> object:
    """The source as the catalogue names it, which is in Chinese."""
    source = _text(about.source_zh)
    if not source:
        return ""
    return el("span", spaced(source), lang="zh") if lang == "en" else source
