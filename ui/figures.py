"""One row of the assessment frame in words: value, target and gap with unit, measure word and decimals."""

import math
from typing import Any

import pandas as pd

from charts.names import ems
from config.text import say
from config.units import unit_words
from ui.typography import NBSP, number

Row = Any
SHORT_WORDS = ("percent", "permille", "times_per_year")
PLURALS = ("points", "batches", "places")
LONG_EM = 2.5
MOST_DECIMALS = 4
RATES = ("percent", "permille", "index", "score", "ratio")


def known(value: object) -> bool:
    """Whether a cell holds something."""
    return value is not None and not (isinstance(value, float) and math.isnan(value)) and value is not pd.NaT


def value(row: Row, x: float | None, lang: str, *, as_written: bool = False, bare: bool = False) -> str:
    """A value of the row's indicator with its unit; "" where there is none. ``as_written`` keeps the
    plan's decimals, ``bare`` leaves a long unit out.
    """
    if x is None or not known(float(x)):
        return ""
    if row.unit == "yesno":
        return say("value.done" if x >= 1 else "value.open", lang)
    decimals = None if as_written or not known(row.decimals) else int(row.decimals)
    shown = number(float(x), decimals, lang=lang)
    return shown if bare and long_unit(row, lang) else with_unit(shown, row, lang)


def long_unit(row: Row, lang: str) -> bool:
    """Whether the unit or measure word is so long that a narrow column says it once only."""
    return ems(unit_words(row.unit, lang).suffix or _measure(row, lang)) > LONG_EM


def glued(row: Row, lang: str) -> bool:
    """Whether the unit stands right behind a figure, as % does: then both ends of a range carry it."""
    return unit_words(row.unit, lang).glued


def with_unit(shown: str, row: Row, lang: str) -> str:
    """A figure already in words, with the unit or measure word of the row."""
    words = unit_words(row.unit, lang)
    suffix = agreed(shown, words.suffix or _measure(row, lang), row, lang)
    if lang == "en" and row.unit == "times_per_year":
        suffix = say("unit.times_per_year.short", lang)
    if words.glued or not suffix:
        return shown + suffix
    return f"{shown}{NBSP}{suffix}" if not suffix.startswith("/") else shown + suffix


def enough(x: float, decimals: int) -> int:
    """As many decimals as a difference needs to be seen."""
    while x and round(x, decimals) == 0 and decimals < MOST_DECIMALS:
        decimals += 1
    return decimals


def agreed(shown: str, word: str, row: Row, lang: str) -> str:
    """The unit or measure word as it stands behind a figure: English has another one for a single thing."""
    one = lang == "en" and shown.lstrip("+\u2212") == "1"
    return _singular(word) if one and (row.unit == "count" or word in PLURALS) else word


def _singular(word: str) -> str:
    """One of the things an English measure word counts."""
    for ending, one in (("yses", "ysis"), ("ies", "y"), ("ches", "ch"), ("s", "")):
        if word.endswith(ending):
            return word.removesuffix(ending) + one
    return word


def _measure(row: Row, lang: str) -> str:
    measure = getattr(row, f"measure_{lang}", "")
    return str(measure) if known(measure) and row.unit == "count" else ""


def target(row: Row, lang: str, *, sentence: bool = False, bare: bool = False) -> str:
    """What the plan asks for: ``≥95%`` in a table, ``不低于 95%`` in a sentence; rules without a
    figure in words. ``bare`` leaves a long unit out.
    """
    shown = value(row, row.value if known(row.value) else None, lang, as_written=True, bare=bare)
    rule = str(row.rule)
    if rule in ("milestone", "trend", "rank"):
        return _wordy(row, rule, lang)
    if rule == "benchmark":
        used = value(row, row.target if known(row.target) else None, lang, bare=bare)
        key = f"target.benchmark.{row.direction}" if used else f"target.benchmark.none.{row.direction}"
        return say(key, lang, value=used)
    if not shown:
        return say("target.blank", lang)
    if rule == "range" and known(row.value_high):
        high = value(row, row.value_high, lang, as_written=True, bare=bare)
        return say("target.range", lang, low=number(row.value), value=high)
    kind = rule if rule in ("hold", "growth", "frequency") else _bound(row, rule)
    side = f".{row.direction}" if rule == "hold" else ""
    return say(f"target.{kind}{side}{'.said' if sentence else ''}", lang, value=shown)


def _bound(row: Row, rule: str) -> str:
    if rule == "zero":
        return "zero"
    return "at_most" if rule == "at_most" or row.direction == "down" else "at_least"


def _wordy(row: Row, rule: str, lang: str) -> str:
    if rule == "rank" and known(row.value):
        return say("target.rank", lang, value=number(row.value))
    if rule == "trend":
        return say(f"target.trend.{row.direction}", lang)
    return say("target.rank.none" if rule == "rank" else "target.milestone", lang)


def gap(row: Row, lang: str) -> str:
    """How far from the target in words: 差 1.3 个百分点, 少 1 次, 余 1.2 个百分点; "" where no gap
    can be said.
    """
    if not known(row.gap) or row.unit == "yesno" or row.status in ("pending", "not_assessable"):
        return ""
    shown = amount(row, abs(float(row.gap)), lang, short=True)
    if row.gap < 0:
        kind = "short" if row.unit in (*RATES, "rank") else _missing(row)
        return say(f"gap.{kind}", lang, amount=shown)
    if row.gap == 0:
        return say("gap.none", lang)
    return say("gap.spare" if row.judged_by == "hold" else "gap.over", lang, amount=shown)


def _missing(row: Row) -> str:
    return "fewer" if row.direction == "up" else "more"


def amount(row: Row, size: float, lang: str, *, short: bool = False) -> str:
    """A difference of two values with the words of a difference; small ones keep enough decimals to
    be seen.
    """
    decimals = enough(size, int(row.decimals) if known(row.decimals) else 1)
    words = unit_words(row.unit, lang)
    suffix = words.difference or _measure(row, lang)
    if short and row.unit in SHORT_WORDS:
        suffix = say(f"unit.{row.unit}.short", lang)
    shown = number(size, decimals, lang=lang)
    suffix = agreed(shown, suffix, row, lang)
    return f"{shown}{NBSP}{suffix}" if suffix and not suffix.startswith("/") else shown + suffix


def name(row: Row, lang: str, *, short: bool = True) -> str:
    """The indicator's name in the language, the short one where there is one."""
    chosen = getattr(row, f"short_{lang}", "") if short else ""
    return str(chosen) if chosen and known(chosen) else str(getattr(row, f"indicator_{lang}"))


def region_name(row: Row, lang: str) -> str:
    """The region's name in the language."""
    return bare(str(getattr(row, f"region_{lang}")))


def bare(region: str) -> str:
    """A region's name without what tells it from a namesake elsewhere: Licheng, not Licheng (Quanzhou)."""
    return region.partition(" (")[0]


def owners(row: Row, lang: str, *, most: int = 1, short: bool = False) -> str:
    """Who answers: the first, and how many there are in all (``short``: that there are more); a word for nobody."""
    found = getattr(row, f"owners_{lang}")
    listed = found if known(found) and not isinstance(found, str) else []
    names = [_own_name(str(one), row, lang) for one in listed]
    if not names:
        return say("owner.none", lang)
    first = say("list", lang).join(names[:most])
    if len(names) <= most:
        return first
    if short:
        return say("owner.more.short", lang, first=first)
    return say("owner.more", lang, first=first, n=len(names))


def _own_name(name: str, row: Row, lang: str) -> str:
    """An office without the name of its place in front, where that is the row's own (English names
    carry it).
    """
    place = region_name(row, lang) + " "
    rest = name.removeprefix(place)
    return rest[:1].upper() + rest[1:]


def key(row: Row) -> str:
    """The name of the assessment in the address: target, due date, region."""
    due = row.due.date().isoformat() if known(row.due) else "none"
    return f"{row.target_id}.{due}.{row.region}"
