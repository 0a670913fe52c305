"""The verdict on one assessment as one sentence, whatever its status and method."""

from typing import Any

from config.rules import thresholds
from config.text import say
from ui import figures
from ui.figures import Row
from ui.sentences import status_inline
from ui.typography import change, headline, number, share

OWN_MEASURE = ("benchmark", "trend", "frequency")


def sentence(row: Row, lang: str) -> str:
    """Why the status is what it is."""
    kinds = {
        "not_assessable": _grey,
        "achieved": _achieved,
        "missed": _missed,
        "pending": _pending,
        "breached": _hold,
        "at_risk": _hold,
    }
    made = kinds.get(str(row.status), _under_way)(row, lang)
    return headline(made)


def values(row: Row, lang: str) -> dict[str, Any]:
    """What every sentence may name."""
    return {
        "now": figures.value(row, row.current, lang) or say("value.none", lang),
        "target": figures.target(row, lang, sentence=True),
        "aim": figures.value(row, row.target, lang, as_written=row.rule != "benchmark"),
        "base": figures.value(row, row.base, lang) or say("value.none", lang),
        "gap": figures.gap(row, lang) or say("value.none", lang),
        "rate": rate(row, lang),
        "day": _day(row.current_date, lang),
        "due": _day(row.due, lang),
        "status": status_inline(row.status, lang),
    }


def rate(row: Row, lang: str) -> str:
    """Yearly change in parts of the base, positive where it goes the good way."""
    p = getattr(row, "p", None)
    return change(float(p) * 100, 2) + "%" if p is not None and figures.known(p) else say("value.none", lang)


def _day(day: object, lang: str) -> str:
    return day.date().isoformat() if figures.known(day) else say("value.none", lang)  # type: ignore[attr-defined]


def _grey(row: Row, lang: str) -> str:
    reason = row.reason if figures.known(row.reason) and row.reason else "no_data"
    return say("verdict.grey", lang, reason=say(f"reason.{reason}", lang))


def _achieved(row: Row, lang: str) -> str:
    if row.unit == "yesno":
        return say("verdict.achieved.event", lang, **values(row, lang))
    kinds = {"hold": "hold", "benchmark": "benchmark", "trend": "trend"}
    return say(f"verdict.achieved.{kinds.get(row.judged_by, 'met')}", lang, **values(row, lang))


def _missed(row: Row, lang: str) -> str:
    event = row.unit == "yesno"
    kind = "event" if event else "frequency" if row.judged_by == "frequency" else "figure"
    return say(f"verdict.missed.{kind}", lang, **values(row, lang))


def _pending(row: Row, lang: str) -> str:
    if row.unit == "yesno":
        return say("verdict.pending.event", lang, **values(row, lang))
    kind = "frequency" if row.judged_by == "frequency" else "few"
    return say(f"verdict.pending.{kind}", lang, **values(row, lang))


def _hold(row: Row, lang: str) -> str:
    return say(f"verdict.{row.status}.{row.direction}", lang, **values(row, lang))


def _under_way(row: Row, lang: str) -> str:
    """A target on its way: by its pace where it has one, else by its method's own measure."""
    own = row.judged_by in OWN_MEASURE
    if own or row.rule == "growth" or not figures.known(row.R):
        known = row.judged_by if own else "growth"
        if known == "benchmark":
            return say(f"verdict.benchmark.{row.status}", lang, **values(row, lang))
        return say(f"verdict.{known}.under_way", lang, **values(row, lang))
    said = values(row, lang) | {"R": number(row.R, 2), "cut": cut(row.status, lang)}
    if row.judged_by == "growth_ratio":
        return say("verdict.growth_ratio", lang, **said)
    said |= {"e": share(row.e), "k": share(row.k)}
    return say("verdict.reversing" if row.status == "reversing" else "verdict.pace", lang, **said)


def cut(status: str, lang: str) -> str:
    """The threshold that decided, and on which side of it the pace lies."""
    pace = thresholds().pace
    side = {
        "on_track": ("cut.at_least", pace.high),
        "behind": ("cut.below", pace.high),
        "far_behind": ("cut.below", pace.middle),
        "reversing": ("cut.below", pace.low),
    }
    key, value = side[status]
    return say(key, lang, value=number(value, 2))
