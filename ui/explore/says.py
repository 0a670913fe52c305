"""The sentence over the analysis and the line under it, computed from the cells."""

from typing import Any

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui.explore.asked import Asked, Offer
from ui.explore.measures import change
from ui.explore.words import Names, enough
from ui.figures import known
from ui.typography import NBSP, headline, number, spaced
from ui.uploading.words import period

NAMED = 2  # regions named where several share the highest or lowest figure


def sentence(cells: DataFrame, view: Asked, named: Names, offer: Offer, frame: DataFrame) -> str:
    """The newest figures of the first indicator that has any, in the measure chosen: of one region its value with what
    the measure says of it, of several the highest and the lowest.
    """
    lang = named.lang
    told = cells[cells["value"].notna()]
    if told.empty:
        return headline(say("explore.head.none", lang))
    indicator = next(code for code in view.indicators if code in set(told["indicator_id"]))
    own = told[told["indicator_id"].eq(indicator)].sort_values(["period_end", "months"], kind="stable")
    last: Any = next(each(own.tail(1)))
    now = own[own["period_end"].eq(last.period_end) & own["period_start"].eq(last.period_start)]
    words = {
        "indicator": named.indicator(indicator),
        "period": period(last.period_start.date(), last.period_end.date(), lang),
    }
    if len(now) > 1 and now["figure"].notna().any():
        return headline(_several(now[now["figure"].notna()], words, view.measure, named))
    measure = "change" if view.measure == "value" else view.measure
    cell: Any = next(each(change(now.assign(state=""), offer, frame))) if measure == "change" else next(each(now))
    said = say("explore.head", lang, region=named.region(last.region), value=_value(last, named), **words)
    return headline(said + say("clause", lang) + _clause(cell, measure, named) + say("stop", lang))


def _clause(cell: Any, measure: str, named: Names) -> str:
    """What a measure says of one figure, or why it says nothing."""
    lang = named.lang
    if cell.state:
        return say(f"explore.head.{cell.state}", lang)
    if measure == "rank":
        key = "explore.head.ranked.tied" if cell.tied else "explore.head.ranked"
        return say(key, lang, rank=int(cell.figure), of=int(cell.of))
    if cell.figure == 0:
        return say(f"explore.head.{measure}.same", lang)
    way = "higher" if cell.figure > 0 else "lower"
    return say(f"explore.head.{measure}.{way}", lang, amount=_amount(cell, abs(float(cell.figure)), measure, named))


def _amount(cell: Any, size: float, measure: str, named: Names) -> str:
    row = named.indicators[cell.indicator_id]
    shown = number(size, enough(size, int(row.decimals) if known(row.decimals) else None), lang=named.lang)
    return with_unit(shown, named.unit(cell.indicator_id, measure, shown))


def _several(now: DataFrame, words: dict[str, str], measure: str, named: Names) -> str:
    """The highest and the lowest of several regions; one clause where all say the same. Ranks begin with the first."""
    lang = named.lang
    shown = {cell.region: _figure(cell, measure, named) for cell in each(now)}
    ends = [now.sort_values("figure", ascending=way, kind="stable").iloc[0]["region"] for way in (False, True)]
    top, least = (shown[region] for region in (ends[::-1] if measure == "rank" else ends))
    about = say(f"explore.head.about.{measure}", lang)
    if top == least:
        return say("explore.head.level", lang, n=len(now), about=about, value=top, **words) + say("stop", lang)
    key = "explore.head.several.rank" if measure == "rank" else "explore.head.several"
    named_ends = {
        "high": _regions([region for region, said in shown.items() if said == top], named),
        "top": top,
        "low": _regions([region for region, said in shown.items() if said == least], named),
        "least": least,
    }
    return say(key, lang, n=len(now), about=about, **named_ends, **words) + say("stop", lang)


def _regions(codes: list[str], named: Names) -> str:
    said = say("list", named.lang).join(named.region(code) for code in codes[:NAMED])
    return said if len(codes) <= NAMED else say("explore.head.and", named.lang, names=said, n=len(codes))


def _figure(cell: Any, measure: str, named: Names) -> str:
    """A figure of the measure with its unit and, where it is a difference, its sign."""
    said = named.signed(cell, measure)
    return said if measure == "rank" else with_unit(said, named.unit(cell.indicator_id, measure, said))


def _value(cell: Any, named: Names) -> str:
    row = named.indicators[cell.indicator_id]
    shown = number(float(cell.value), int(row.decimals) if known(row.decimals) else None, lang=named.lang)
    return with_unit(shown, named.unit(cell.indicator_id, "value", shown))


def with_unit(shown: str, unit: str) -> str:
    """A figure and its unit as they stand in a sentence."""
    glue = "" if unit[:1] in ("%", "\u2030", "/", "") else NBSP
    return f"{shown}{glue}{unit}"


def rest(cells: DataFrame, view: Asked, lang: str) -> str:
    """How much is shown, how much of it is missing and how much is demonstration: all of it counted."""
    due = cells[cells["state"].ne("off")]
    lacking, made_up = int(due["value"].isna().sum()), int(due["demo"].sum())
    told = len(due) - lacking
    parts = [
        say("explore.rest", lang, i=len(view.indicators), r=len(view.regions), n=len(due), told=told),
        say("explore.rest.lacking", lang, n=lacking) if lacking else say("explore.rest.full", lang),
    ]
    unsaid = int((due["value"].notna() & due["figure"].isna()).sum())
    if unsaid:
        parts.append(say("explore.rest.unsaid", lang, n=unsaid))
    if made_up:
        parts.append(say("explore.rest.demo.all" if made_up == told else "explore.rest.demo", lang, n=made_up))
    return spaced(say("clause", lang).join(parts) + say("stop", lang))
