"""The sentences of the page: where the indicator stands at the place, what is to come, how far it is known."""

from config.text import say
from metrics.model.vocabulary import Forecast
from ui import chances, figures
from ui.figures import Row
from ui.indicator.known import Known, better, region_name
from ui.sentences import status_inline
from ui.typography import headline, spaced
from ui.uploading.words import period

PACED = ("linear_pace", "growth_ratio")
HAIR = 1e-9


def sentence(known: Known) -> str:
    """The headline: name, region and figure, then how it stands to its target."""
    lang, row = known.lang, known.row
    words = {"name": known.name(), "region": region_name(known.place.region, lang)}
    own = known.series(known.place.region)
    if known.event:
        return _set(say("indicator.head.event", lang, **words, rest=_happened(known)), lang)
    if own.empty:
        return _set(say("indicator.head.none", lang, **words, rest=_elsewhere(known)), lang)
    if row is not None and figures.known(row.current):
        shown = figures.value(row, row.current, lang)
        return _set(say("indicator.head", lang, **words, value=shown, rest=standing(row, lang)), lang)
    last = own.iloc[-1]
    shown = say("indicator.of", lang, value=known.value(last["value"]), period=_period(last, lang))
    return _set(say("indicator.head", lang, **words, value=shown, rest=_apart(known)), lang)


def _set(words: str, lang: str) -> str:
    return headline(words[:1].upper() + words[1:] + say("stop", lang))


def _happened(known: Known) -> str:
    """Whether a milestone was reached, and when it was reported; until when it is due."""
    lang, row = known.lang, known.row
    own = known.series(known.place.region)
    done = own[own["value"].ge(1)]
    if len(done):
        return say("indicator.happened", lang, day=f"{done['period_end'].iloc[0]:%Y-%m-%d}")
    if row is None or row.status == "not_assessable" or not figures.known(row.due):
        return _apart(known)
    return say("indicator.not_yet", lang, due=row.due.date().isoformat(), status=status_inline(row.status, lang))


def _apart(known: Known) -> str:
    """What is said where no figure of a target can be named: the verdict, or that no target is set on the region."""
    lang, row = known.lang, known.row
    if row is not None:
        return standing(row, lang)
    if len(known.frame):
        whole = figures.region_name(known.frame.iloc[0], lang)
        return say("indicator.target.elsewhere", lang, region=whole)
    return say("indicator.target.none", lang)


def _elsewhere(known: Known) -> str:
    """Whose figures are shown where the region has none."""
    lang = known.lang
    other = known.series(known.drawn)
    if other.empty:
        return _apart(known)
    last = other.iloc[-1]
    name, shown = region_name(known.drawn, lang), known.value(last["value"])
    return say("indicator.head.above", lang, region=name, value=shown, period=_period(last, lang))


def standing(row: Row, lang: str) -> str:
    """How a figure stands to its target, in one clause."""
    if row.status == "not_assessable":
        reason = say(f"reason.{row.reason}", lang) if figures.known(row.reason) and row.reason else ""
        inline = reason[:1].lower() + reason[1:] if lang == "en" else reason
        return say("indicator.stands.grey", lang, reason=inline or status_inline(row.status, lang))
    aim = figures.target(row, lang, sentence=True)
    if row.status in ("achieved", "missed"):
        gap = figures.gap(row, lang) if row.status == "missed" else ""
        key = f"indicator.stands.{row.status}{'.gap' if gap else ''}"
        return say(key, lang, aim=aim, gap=gap)
    if row.judged_by in PACED and figures.known(need := needed(row)):
        return _beside("path", row, float(row.current - need), lang)
    if row.judged_by == "hold" and figures.known(row.gap):
        return _beside(f"hold.{row.direction}", row, float(row.current - row.target), lang)
    if row.rule == "benchmark" and figures.known(row.target):
        return _beside("benchmark", row, float(row.current - row.target), lang)
    return say("indicator.stands.word", lang, status=status_inline(row.status, lang))


def needed(row: Row) -> float:
    """Where the required path stands on the day of the current figure; nan where there is none."""
    if not all(figures.known(cell) for cell in (row.base, row.target, row.e)) or row.status == "pending":
        return float("nan")
    base, aim = float(row.base), float(row.target)
    if row.judged_by == "growth_ratio" and base > 0 and aim > 0:
        return float(base * (aim / base) ** float(row.e))
    return base + (aim - base) * float(row.e)


def _beside(kind: str, row: Row, away: float, lang: str) -> str:
    """Above, below or on a line, by how much."""
    side = "on" if abs(away) <= HAIR * max(abs(float(row.current)), 1.0) else "above" if away > 0 else "below"
    return say(f"indicator.stands.{kind}.{side}", lang, amount=figures.amount(row, abs(away), lang))


def rest(known: Known) -> str:
    """Under the headline: the forecast of the target and how far the indicator is known."""
    lang, row = known.lang, known.row
    told, about = known.told, known.about
    spoken = _outlook(row, lang) if row is not None and not known.event and figures.known(row.current) else ""
    plans, regions = len(about.plans), int(told["region"].nunique())
    said = [
        say("indicator.rest.targets", lang, n=int(about.targets), plans=say("indicator.plans", lang, n=plans))
        if plans
        else say("indicator.rest.targets.none", lang),
        say("indicator.rest.regions", lang, n=regions) if regions else say("indicator.rest.regions.none", lang),
    ]
    counted = say("clause", lang).join(said) + say("stop", lang)
    gap = " " if lang == "en" and spoken else ""
    return spaced(spoken + gap + counted[:1].upper() + counted[1:])


def _outlook(row: Row, lang: str) -> str:
    """The forecast, said to be of the due date where there is one."""
    words = chances.sentence(row, lang)
    if not figures.known(row.expected):
        return "" if chances.code(row) == Forecast.OTHER_RULE else words
    inline = words[:1].lower() + words[1:] if lang == "en" else words
    return say("indicator.outlook", lang, due=row.due.date().isoformat(), said=inline)


def trend_title(known: Known) -> str:
    """Over the line: from which figure to which it went, since the definition last changed."""
    lang, own = known.lang, known.series(known.drawn)
    if own.empty:
        return say("indicator.line.none", lang)
    runs = own["series_break"].fillna(False).astype(bool).cumsum()
    own = own[runs.eq(runs.iloc[-1])]
    first, last = own.iloc[0], own.iloc[-1]
    words = {
        "region": region_name(known.drawn, lang),
        "start": _period(first, lang),
        "end": _period(last, lang),
        "was": known.value(first["value"]),
        "now": known.value(last["value"]),
        "n": len(own),
    }
    if len(own) == 1:
        return spaced(say("indicator.line.one", lang, **words))
    away = float(last["value"] - first["value"])
    kind = "same" if words["was"] == words["now"] else "up" if away > 0 else "down"
    good = "" if not better(known.about) or kind == "same" else ".good" if away * better(known.about) > 0 else ".bad"
    return spaced(say(f"indicator.line.{kind}{good}", lang, **words))


def _period(point: Row, lang: str) -> str:
    return period(point["period_start"].date(), point["period_end"].date(), lang)
