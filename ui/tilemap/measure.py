"""How far a region is from what the plan asks for, as one signed number: negative falls short, whatever the direction.

That is the gap to the target; for a target without a figure (持续提高) the yearly change, with no change at zero.
"""

from config.text import say
from config.units import unit_words
from ui import figures
from ui.figures import Row
from ui.typography import change
from ui.why.verdict import rate

WORDLESS = ("pending", "not_assessable")


def moving(row: Row) -> bool:
    """Whether the target names a way to go and no figure."""
    return bool(row.judged_by == "trend" or row.rule == "trend")


def away(row: Row) -> float | None:
    """The gap in the indicator's unit, or the yearly change in per cent; None where the verdict rests on neither."""
    if row.status in WORDLESS or row.unit == "yesno":
        return None
    found = row.p if moving(row) else row.gap
    if not figures.known(found):
        return None
    return float(found) * 100 if moving(row) else float(found)


def label(row: Row, lang: str) -> str:
    """The number with its sign, small ones with as many decimals as they need; a rate of change carries its %."""
    value = away(row)
    if value is None:
        return ""
    if moving(row):
        return rate(row, lang)
    return change(value, figures.enough(value, int(row.decimals) if figures.known(row.decimals) else 1))


def unit(row: Row, lang: str) -> str:
    """What the numbers count; "" where they have no unit."""
    if row.unit in figures.SHORT_WORDS:
        return say(f"tilemap.unit.{row.unit}", lang)
    return unit_words(row.unit, lang).difference or figures.with_unit("", row, lang).strip()


def aim(row: Row, lang: str, *, shared: bool) -> str:
    """What the line stands for: the target, with its figure where the regions ``shared`` one; no change for a trend."""
    if moving(row):
        return say("tilemap.same", lang)
    return say("strips.target", lang, value=figures.target(row, lang)) if shared else say("tilemap.target", lang)
