"""The sentence over one target: where it stands to what is asked by now, and what is expected at its due date."""

from config.rules import thresholds
from config.text import say
from metrics.model.vocabulary import Forecast
from ui import chances, figures
from ui.figures import Row
from ui.indicator.says import standing
from ui.typography import headline, spaced

DONE = ("achieved", "missed")


def sentence(row: Row, lang: str) -> list[str]:
    """The headline in its parts, each of which begins a line: name and figure and how it stands, then the forecast with
    its probability.
    """
    parts = [part for part in (_stands(row, lang), outlook(row, lang)) if part]
    ends = [say("clause.wide", lang).rstrip()] * (len(parts) - 1) + [say("stop", lang)]
    said = [headline(part + end) for part, end in zip(parts, ends, strict=True)]
    return [said[0][:1].upper() + said[0][1:], *said[1:]]


def _stands(row: Row, lang: str) -> str:
    """The first clause, by the rule of the target."""
    name = figures.name(row, lang)
    if event(row):
        return say("single.colon", lang, name=name, said=_event(row, lang))
    if not figures.known(row.current) or row.status == "not_assessable":
        return say("single.colon", lang, name=name, said=standing(row, lang))
    return say("single.stands", lang, name=name, value=figures.value(row, row.current, lang), said=_own(row, lang))


def _own(row: Row, lang: str) -> str:
    """How a figure stands: against its base where it is judged by its direction, by the period where it is counted."""
    aim = figures.target(row, lang, sentence=True)
    if row.judged_by == "frequency" and row.status != "achieved":
        day, gap = row.current_date.date().isoformat(), figures.gap(row, lang)
        return say("single.frequency", lang, day=day, aim=aim, gap=gap or say("gap.none", lang))
    if row.judged_by != "trend" or not figures.known(row.base):
        return standing(row, lang)
    away = float(row.current - row.base)
    side = "same" if away == 0 else "above" if away > 0 else "below"
    return say(f"single.trend.{side}", lang, amount=figures.amount(row, abs(away), lang), aim=aim)


def event(row: Row) -> bool:
    """Whether it is something done or not done."""
    return bool(row.unit == "yesno" or row.rule == "milestone")


def _event(row: Row, lang: str) -> str:
    """Done and when, or until when it is to be done; what cannot be judged says why."""
    if row.status == "not_assessable" or not figures.known(row.due):
        return standing(row, lang)
    if row.status == "achieved":
        return say("single.event.achieved", lang, day=row.current_date.date().isoformat())
    n = days_left(row)
    key = "missed" if row.status == "missed" or n < 0 else "pending"
    return say(f"single.event.{key}", lang, due=row.due.date().isoformat(), n=abs(n))


def days_left(row: Row) -> int:
    """Days from the as-of date to the due date, negative after it."""
    return int((row.due - row.as_of).days)


def outlook(row: Row, lang: str) -> str:
    """The forecast in one clause: the interval and the probability, or that the figures are too few; "" where there is
    none for another reason, which the figures beside the line give.
    """
    if event(row) or (row.status in DONE and not figures.known(row.expected)):
        return ""
    if not figures.known(row.expected):
        few = chances.code(row) == Forecast.TOO_FEW_POINTS
        return say("single.few", lang, n=thresholds().forecast.fewest) if few else ""
    low, high = (figures.with_unit(end, row, lang) for end in chances.ends(row, lang))
    if low == high:
        said = say("single.point", lang, value=low)
    else:
        low = low if figures.glued(row, lang) else chances.ends(row, lang)[0]
        said = say("single.range", lang, low=low, high=high)
    p = chances.figure(row, lang, said=True)
    return said + (say("clause", lang) + say(f"single.chance.{kind(row)}", lang, p=p) if p else "")


def kind(row: Row) -> str:
    """What the probability is of: reaching the target, or where it is met now keeping it."""
    return "keep" if chances.met(row, row.target) else "reach"


def section(row: Row, lang: str) -> str:
    """Where the plan says it."""
    if not figures.known(row.section) or not str(row.section):
        return ""
    return spaced(say("single.section", lang, section=_set(str(row.section), lang)))


def _set(said: str, lang: str) -> str:
    """Sections as the plan prints them, one after another."""
    parts = [part.strip() for part in said.split(";")]
    if lang == "zh":
        wide = say("paren", lang, inside="")
        parts = [part.replace("(", wide[:1]).replace(")", wide[-1:]) for part in parts]
    return say("list", lang).join(parts)


def rule(row: Row, lang: str) -> str:
    """By which method it is judged."""
    method = str(row.judged_by if figures.known(row.judged_by) else row.method)
    return spaced(say("single.rule", lang, method=say(f"method.{method}", lang)))
