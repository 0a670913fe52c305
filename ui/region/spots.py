"""Position strips: one line a target, every region a ring, the marked one its glyph and figure, the goal a stroke."""

from config.text import say
from metrics.model.vocabulary import Direction
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import glyph, panel, quiet
from ui.place import Place
from ui.region.grid import Grid
from ui.region.position import Spot, ahead, behind, spread
from ui.region.says import parts
from ui.rows import explained
from ui.typography import spaced

EDGE, WIDTH = 3.0, 94.0  # per cent of the line


def spots(grid: Grid, place: Place) -> Markup:
    """The panels beside the table."""
    lang, own = place.lang, grid.own
    if not grid.below:
        return Markup("")
    note = el("p", spaced(say("region.spot.rings", place.lang)), cls="soft small")
    if own.whole:
        title = say("region.spread", lang, parts=parts(grid, lang))
        return el("aside", _panel(title, spread(grid), grid, place, "region.spread.none"), note, cls="spots")
    if not own.told:
        return Markup("")
    return el(
        "aside",
        _panel(say("region.behind", lang, name=own.name), behind(grid), grid, place, "region.behind.none"),
        _panel(say("region.ahead", lang, name=own.name), ahead(grid), grid, place, "region.ahead.none"),
        note,
        cls="spots",
    )


def _panel(title: str, found: list[Spot], grid: Grid, place: Place, none: str) -> Markup:
    inside = [_spot(one, grid, place) for one in found] or [quiet(spaced(say(none, place.lang)))]
    return panel(spaced(title), el("div", *inside, cls="spot-list"))


def _spot(one: Spot, grid: Grid, place: Place) -> Markup:
    lang, row = place.lang, one.row
    name = explained(place, figures.key(row), spaced(figures.name(row, lang)))
    said = spaced(_said(one, grid, lang))
    return el(
        "div",
        el("h3", glyph(row.status, lang, spoken=False), name, cls="spot-name"),
        el("p", said, cls="soft small"),
        _strip(one, grid, lang),
        cls="spot",
    )


def _said(one: Spot, grid: Grid, lang: str) -> str:
    """The status with its gap, and the place among the regions; for the whole, how many need attention."""
    row = one.row
    word = say(f"status.{row.status}", lang)
    gap = figures.gap(row, lang)
    if grid.own.whole:
        return say("region.spot.spread", lang, n=one.pressing, of=one.of, parts=parts(grid, lang))
    key = "region.spot.shared" if one.shared else "region.spot.place"
    place = say(key, lang, of=one.of, parts=parts(grid, lang), place=one.place)
    return say("clause", lang).join([word, *([gap] if gap else []), place])


def _strip(one: Spot, grid: Grid, lang: str) -> Markup:
    """The line itself; its words stand above, the regions' figures in the table, so it is one picture to a reader."""
    row = one.row
    aim = float(row.target) if figures.known(row.target) else None
    values = [*one.others, float(row.current), *([aim] if aim is not None else [])]
    low, high = min(values), max(values)

    def at(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return EDGE + WIDTH * (share if row.direction == Direction.UP else 1 - share)

    own = at(float(row.current))
    column = next(column for column in grid.columns if column.code == row.region)
    said = spaced(f"{column.name} {figures.value(row, row.current, lang, bare=True)}")
    rings = (el("span", cls="ring", style=f"left:{at(value):.1f}%") for value in one.others)
    goal = () if aim is None else (_aim(row, at(aim), aim, lang),)
    return el(
        "div",
        el("span", said, cls="spot-value", style=_label(own)),
        el("span", cls="spot-axis"),
        *rings,
        *goal,
        el("span", cls=f"gl {row.status} spot-mark", style=f"left:{own:.1f}%"),
        cls="spot-line" if goal else "spot-line bare",
        role="img",
        aria_label=said,
    )


def _aim(row: Row, left: float, aim: float, lang: str) -> Markup:
    words = spaced(say("strips.target", lang, value=figures.value(row, aim, lang, as_written=True, bare=True)))
    stroke = el("span", cls="spot-aim", style=f"left:{left:.1f}%")
    return el("span", stroke, el("span", words, cls="spot-goal", style=_label(left)))


def _label(left: float) -> str:
    """A text at a place, moved towards the middle so that it never leaves the line."""
    return f"left:{left:.1f}%;transform:translateX(-{left:.1f}%)"
