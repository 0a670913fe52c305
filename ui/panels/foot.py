"""The foot of a screen: what the glyphs mean, which document, which data, and whether any of it is
demonstration.
"""

from pandas import DataFrame

from config.text import say
from config.tokens import tokens
from ui import cache
from ui.html import Markup, el
from ui.panels.base import status
from ui.place import Place
from ui.typography import spaced


def foot(frame: DataFrame, place: Place) -> Markup:
    """The foot of a screen that shows ``frame``."""
    lang = place.lang
    key = el(
        "div",
        *(status(mark.code, lang) for mark in tokens().status),
        cls="key",
        aria_label=say("foot.key", lang),
    )
    short = el("span", say("foot.unit", lang), cls="key-short")
    plans = cache.plans().set_index("id")
    plan = plans.loc[place.plan]
    named = str((plan["number"] if lang == "zh" else "") or plan[f"title_{lang}"])
    parts = [named] + ([say("foot.draft", lang)] if plan["status"] == "draft" else [])
    parts.append(spaced(say("foot.as_of", lang, day=place.as_of.isoformat())))
    dot = say("dot", lang)
    version = spaced(say("foot.version", lang, version=cache.version()))
    told = el("span", dot.join(parts), el("span", dot, version, cls="wide"), cls="told")
    badge = el("span", say("foot.demo", lang), cls="badge") if _demo(frame, place) else ""
    return el("footer", el("div", key, short, cls="keys"), el("div", told, badge, cls="told-box"), cls="foot")


def _demo(frame: DataFrame, place: Place) -> bool:
    return place.demo and "demo" in frame and bool(frame["demo"].fillna(False).astype(bool).any())
