"""What is missing in a dimension: each reason with its targets and what would cure it."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.html import Markup, el
from ui.panels.base import glyph, panel, quiet
from ui.place import Place
from ui.rows import explained
from ui.typography import spaced

NAMED = 2


def missing(frame: DataFrame, place: Place, most: int) -> Markup:
    """The panel: reasons by how many targets they hold up, the first ``most`` of them."""
    lang = place.lang
    grey = frame[frame["light"].eq("grey")]
    if grey.empty:
        return panel(say("missing.none", lang), quiet(say("missing.quiet", lang)), cls="missing")
    groups = sorted(grey.groupby("reason", sort=False), key=lambda found: -len(found[1]))
    rows = [_reason(str(reason), rows, place) for reason, rows in groups[:most]]
    rest = sum(len(rows) for _, rows in groups[most:])
    if rest:
        rows.append(el("li", spaced(say("missing.rest", lang, n=rest)), cls="soft"))
    return panel(spaced(say("missing.head", lang, n=len(grey))), el("ul", *rows, cls="reasons"), cls="missing")


def _reason(reason: str, rows: DataFrame, place: Place) -> Markup:
    lang = place.lang
    named = [explained(place, figures.key(row), spaced(figures.name(row, lang))) for row in each(rows.head(NAMED))]
    listed: list[object] = []
    for number, name in enumerate(named):
        listed += [say("list", lang) if number else "", name]
    if len(rows) > NAMED:
        listed.append(spaced(say("missing.and", lang, n=len(rows))))
    head = spaced(say("missing.reason", lang, reason=say(f"reason.{reason}", lang)))
    cure = spaced(say(f"reason.{reason}.cure", lang))
    return el(
        "li",
        glyph("not_assessable", lang, spoken=False),
        el("strong", head),
        *listed,
        el("span", cure, cls="cure soft"),
    )
