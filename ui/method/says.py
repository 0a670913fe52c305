"""What a forecast says and what it does not, under the sentence that tells how past ones turned out."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from data.backtesting import Backtest
from metrics.backtest.scores import ENOUGH, ENOUGH_SERIES
from metrics.forecast.outlook import INTERVAL_KEPT
from metrics.model.vocabulary import Forecast
from ui.html import Markup, el
from ui.method.known import Known
from ui.panels.base import headline, panel
from ui.typography import headline as set_headline
from ui.typography import share, spaced

MIDDLE = (0.4, 0.6)
DOES = ("expected", "interval", "chance", "needed")
DOES_NOT = ("status", "cause", "promise", "between")


def says(known: Known) -> Markup:
    """Headline, what the lights of the forecast are at this place, and two lists."""
    lang = known.lang
    told = el(
        "div", *(_list(name, lines, lang) for name, lines in (("does", DOES), ("does_not", DOES_NOT))), cls="halves"
    )
    return el("div", headline(sentence(known.tested, lang), _rest(known)), told)


def _list(name: str, lines: tuple[str, ...], lang: str) -> Markup:
    items = [el("li", defined(spaced(say(f"method.{name}.{line}", lang)), lang)) for line in lines]
    return panel(say(f"method.{name}.title", lang), el("ul", *items, cls="told"))


def defined(words: str, lang: str) -> Markup:
    """A line with the words before its first colon in bold."""
    colon = say("method.colon", lang)
    name, found, rest = words.partition(colon)
    return el("span", el("strong", name + colon), rest) if found else el("span", words)


def sentence(tested: Backtest, lang: str) -> str:
    """How past forecasts turned out; that it cannot be told, where there are too few."""
    whole = next((row for row in each(tested.groups) if row.kind == "all"), None)
    if whole is None or not tested.outcomes:
        return set_headline(say("method.head.none", lang))
    if not whole.tells:
        return set_headline(
            say("method.head.few", lang, n=tested.outcomes, found=tested.series, enough=ENOUGH, series=ENOUGH_SERIES)
        )
    held = say("method.head.interval", lang, coverage=share(whole.coverage, 0))
    return set_headline(say("method.head", lang, n=tested.outcomes, said=_came(tested.bins, lang), interval=held))


def _came(bins: DataFrame, lang: str) -> str:
    """What became of those called about even; of all where those are too few."""
    middle = bins[bins["low"].ge(MIDDLE[0] - 1e-9) & bins["high"].le(MIDDLE[1] + 1e-9)]
    if middle["outcomes"].sum() >= ENOUGH:
        return say("method.head.middle", lang, came=share(_mean(middle, "came"), 0))
    return say("method.head.all", lang, said=share(_mean(bins, "said"), 0), came=share(_mean(bins, "came"), 0))


def _mean(bins: DataFrame, column: str) -> float:
    """A column's mean over all that was said, not over its steps."""
    return float((bins[column] * bins["trials"]).sum() / bins["trials"].sum())


def _rest(known: Known) -> str:
    """On which series that rests, and how many targets of this place have a forecast."""
    lang, found = known.lang, known.here["forecast"]
    kept = found.isin([str(code) for code in INTERVAL_KEPT])
    told = int(found.eq(str(Forecast.OK)).sum())
    numbers = {"told": told, "range": int(kept.sum()) - told, "refused": int((~kept).sum())}
    parts = {
        name: say(f"method.rest.{name}" if n else f"method.rest.{name}.none", lang, n=n) for name, n in numbers.items()
    }
    day = known.place.as_of.isoformat()
    now = say("method.rest.now", lang, day=day, region=known.region, n=len(found), **parts)
    series = known.tested.series
    tested = say(f"method.rest.{known.scope}", lang, series=series) if known.tested.outcomes else ""
    return spaced(say("method.rest", lang, tested=tested, now=now if len(found) else "").strip())
