"""The figures of one target, large: now, what is missing, the pace it takes, the probability."""

import re
from typing import NamedTuple

from config.text import say
from config.tokens import Bucket
from metrics.model.vocabulary import Forecast
from ui import chances, figures
from ui.figures import Row
from ui.html import Markup, el
from ui.indicator.says import PACED, needed
from ui.meeting import room
from ui.single.says import DONE, days_left, event, kind
from ui.typography import ISO, MINUS, number, spaced

PLAIN = re.compile(r"(?P<before>[^\d\u2212+<>]*)(?P<figure>[<>+]?[\u2212\d.,\-]+)(?P<after>.*)", re.DOTALL)
FEWEST = 2
SILENT = (Forecast.OTHER_RULE.value, Forecast.DUE_DATE_PASSED.value)  # where nobody looks for a forecast


class Fact(NamedTuple):
    """One figure under its caption; ``note`` stands under it in quiet type."""

    caption: str
    figure: str
    note: str = ""


def facts(row: Row, lang: str) -> list[Fact]:
    """What is known, the figure of now first."""
    if event(row):
        return _event(row, lang)
    made = [_now(row, lang), _gap(row, lang)]
    if row.judged_by == "trend" and figures.known(row.base):
        made += [_base(row, lang), _drift(row, lang)]
    elif row.judged_by in PACED and row.status not in ("achieved", "missed", "not_assessable"):
        made.append(_pace(row, lang))
    made.append(_chance(row, lang))
    return [fact for fact in made if fact]


def _event(row: Row, lang: str) -> list[Fact]:
    """The day it is due or was done, and the days until or since."""
    if row.status == "achieved" and figures.known(row.current_date):
        return [Fact(say("single.fact.done", lang), row.current_date.date().isoformat())]
    if not figures.known(row.due):
        return []
    made = [Fact(say("single.fact.due", lang), row.due.date().isoformat())]
    n = days_left(row)
    if row.status != "not_assessable":
        key = "single.fact.late" if n < 0 else "single.fact.left"
        made.append(Fact(say(key, lang), say("single.days", lang, n=abs(n))))
    return made


def _now(row: Row, lang: str) -> Fact | None:
    if not figures.known(row.current):
        return None
    day = row.current_date.date().isoformat()
    over = figures.known(row.target_date) and row.target_date < row.as_of  # the figure of the due date counts
    return Fact(
        say("single.fact.then" if over else "single.fact.now", lang, day=day), figures.value(row, row.current, lang)
    )


def _gap(row: Row, lang: str) -> Fact | None:
    """What is missing to the target, or how far beyond it the figure is."""
    if not figures.known(row.gap) or not figures.known(row.target):
        return None
    aim = figures.value(row, row.target, lang, as_written=row.rule != "benchmark")
    which = "benchmark" if row.rule == "benchmark" else "target"
    away = float(row.gap)
    if away == 0:
        return Fact(say("single.fact.gap.none", lang), aim)
    side = f"{'short' if away < 0 else 'over'}.{row.direction}"
    missing = figures.amount(row, abs(away), lang, short=row.judged_by == "frequency")
    return Fact(spaced(say(f"single.fact.{which}.{side}", lang, aim=aim)), missing)


def _base(row: Row, lang: str) -> Fact:
    day = f"{row.base_date:%Y-%m-%d}" if figures.known(row.base_date) else say("value.none", lang)
    return Fact(spaced(say("single.fact.base", lang, day=day)), figures.value(row, row.base, lang))


def _drift(row: Row, lang: str) -> Fact | None:
    """The yearly change since the base, with its sign."""
    if not figures.known(row.observed_per_year):
        return None
    step = float(row.observed_per_year)
    sign = MINUS if step < 0 else "+" if step > 0 else ""
    return Fact(say("single.fact.drift", lang), sign + figures.amount(row, abs(step), lang))


def _pace(row: Row, lang: str) -> Fact | None:
    """How many times the yearly step so far the one to come must be; the step itself where there was none so far."""
    if not figures.known(row.required_per_year) or not figures.known(needed(row)):
        return None
    good = 1 if row.direction == "up" else -1
    required = good * float(row.required_per_year)
    observed = good * float(row.observed_per_year) if figures.known(row.observed_per_year) else 0.0
    if required <= 0:
        return None
    if observed <= 0:
        return Fact(say(f"single.fact.step.{row.direction}", lang), figures.amount(row, required, lang))
    times = number(required / observed, 1)
    return Fact(say(f"single.fact.times.{row.direction}", lang), say("single.times", lang, times=times))


def _chance(row: Row, lang: str) -> Fact | None:
    """The probability with what must be known beside it; why there is none where one could be expected."""
    p = chances.figure(row, lang, said=True)
    if not p:
        why = chances.refusal(row, lang) if chances.code(row) not in SILENT and row.status not in DONE else ""
        return (
            Fact(say("single.fact.chance.reach", lang), say("single.unsaid", lang), why[:1].upper() + why[1:])
            if why
            else None
        )
    known = [note for note in chances.notes(row, lang) if note != say("forecast.note.demo", lang)]  # the foot says it
    notes = say("clause.wide", lang).join(known)
    return Fact(say(f"single.fact.chance.{kind(row)}", lang), p, notes[:1].upper() + notes[1:])


def fitting(found: list[Fact], size: Bucket, width: float, height: float) -> list[Fact]:
    """The facts of a column in a room: without notes where they do not fit, then without those before the last."""
    for kept in (found, [fact._replace(note="") for fact in found]):
        if _height(kept, size, width) <= height:
            return kept
    while len(kept) > FEWEST and _height(kept, size, width) > height:
        kept = [*kept[:-2], kept[-1]]
    return kept


def _height(found: list[Fact], size: Bucket, width: float) -> float:
    """What facts take in a room, in px."""
    type_ = room.sizes(size)
    words = sum(room.lines(fact.caption, type_.small, width) for fact in found) * type_.small * 1.35
    notes = sum(room.lines(fact.note, type_.small, width) * type_.small * 1.4 + 3 for fact in found if fact.note)
    return words + notes + (len(found) + 0.3) * type_.figure * 1.12 + len(found) * 15


def shown(found: list[Fact]) -> Markup:
    """The column."""
    return el("dl", *(_fact(fact) for fact in found), cls="single-facts")


def _fact(fact: Fact) -> Markup:
    parts = PLAIN.fullmatch(fact.figure)
    if parts:
        said = [
            el("span", spaced(parts["before"]), cls="unit") if parts["before"] else "",
            el("strong", parts["figure"], cls="figure"),
            el("span", parts["after"], cls="unit") if parts["after"] else "",
        ]
    else:
        said = [el("strong", fact.figure)]
    note = el("dd", spaced(fact.note), cls="soft note") if fact.note else ""
    kind = "day" if ISO.fullmatch(fact.figure) else None
    return el("div", el("dt", fact.caption), el("dd", *said, cls="figure-line"), note, cls=kind or "")
