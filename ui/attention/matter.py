"""What matters most about one target on the list, in a few words computed from its row."""

from config.text import say
from ui import figures
from ui.figures import Row
from ui.indicator.says import PACED, needed
from ui.typography import spaced


def matter(row: Row, lang: str) -> str:
    """Where it should stand by now, that it stands behind its base, when it was due; "" where nothing is known."""
    if row.status == "missed":
        return _due(row, lang)
    if row.status == "breached":
        return _held(row, lang)
    if row.status == "at_risk":
        return say("attention.matter.at_risk", lang)
    if row.judged_by == "benchmark" and row.status in ("reversing", "behind"):
        return say(f"attention.matter.benchmark.{row.status}", lang)
    if row.status == "reversing" and figures.known(row.base):
        base = figures.value(row, row.base, lang)
        return spaced(say(f"attention.matter.reversing.{row.direction}", lang, base=base))
    need = needed(row)
    if row.judged_by in PACED and figures.known(need):
        return spaced(say("attention.matter.need", lang, need=figures.value(row, need, lang)))
    if figures.known(row.base) and row.unit != "yesno":
        return spaced(say("attention.matter.base", lang, base=figures.value(row, row.base, lang)))
    return ""


def _due(row: Row, lang: str) -> str:
    """When it was due; of what is asked for each period, which period it was."""
    if row.judged_by == "frequency" and figures.known(row.current_date):
        return spaced(say("attention.matter.period", lang, day=row.current_date.date().isoformat()))
    if not figures.known(row.due):
        return ""
    return spaced(say("attention.matter.due", lang, day=row.due.date().isoformat()))


def _held(row: Row, lang: str) -> str:
    """Since when it had been met, or where the floor lies."""
    if figures.known(row.first_met):
        return spaced(say("attention.matter.met", lang, day=row.first_met.date().isoformat()))
    return spaced(say("attention.matter.floor", lang, aim=figures.value(row, row.target, lang, as_written=True)))
