"""What is missing: for each reason the targets it holds up, with what would cure it; and who takes no part."""

from collections import Counter

from config.text import say
from ui import figures, own
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import glyph, panel, quiet
from ui.place import Place
from ui.region.grid import Grid
from ui.region.says import parts
from ui.typography import spaced

NAMED = 4


def lacking(grid: Grid, place: Place) -> Markup:
    """The panel of what cannot be assessed at the chosen region, or below where it is the whole."""
    lang = place.lang
    codes = [column.code for column in grid.below] if grid.own.whole else [grid.own.code]
    grey = [
        row for line in grid.lines for code in codes if (row := line.cells.get(code)) is not None if row.light == "grey"
    ]
    if not grey:
        return panel(say("missing.none", lang), quiet(say("region.lacking.quiet", lang)), cls="missing")
    found = Counter(str(row.reason) for row in grey).most_common()
    rows = [_reason(reason, [row for row in grey if str(row.reason) == reason], grid, place) for reason, _ in found]
    key = "region.lacking.whole" if grid.own.whole else "missing.head"
    return panel(spaced(say(key, lang, n=len(grey))), el("ul", *rows, cls="reasons"), cls="missing")


def _reason(reason: str, rows: list[Row], grid: Grid, place: Place) -> Markup:
    """One reason: targets by in how many regions it holds them up, a few by name."""
    lang = place.lang
    held = Counter(row.target_id for row in rows).most_common()
    first = {row.target_id: row for row in reversed(rows)}
    listed: list[object] = []
    for number, (target, n) in enumerate(held[:NAMED]):
        row = first[target]
        to = {"indicator": row.indicator_id}
        name = own.link(place, spaced(figures.name(row, lang)), page="indicator", own=to)
        there = spaced(say("region.lacking.in", lang, n=n, parts=parts(grid, lang))) if grid.own.whole else ""
        listed += [say("list", lang) if number else "", name, there]
    if len(held) > NAMED:
        listed.append(spaced(say("missing.and", lang, n=len(held))))
    return el(
        "li",
        glyph("not_assessable", lang, spoken=False),
        el("strong", spaced(say("missing.reason", lang, reason=say(f"reason.{reason}", lang)))),
        *listed,
        el("span", spaced(say(f"reason.{reason}.cure", lang)), cls="cure soft"),
    )
