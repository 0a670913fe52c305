"""The regions by their distance to the target, the widest first, all on one scale."""

from typing import NamedTuple

from charts.names import ems
from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import glyph, quiet
from ui.place import Place
from ui.rows import explained
from ui.tilemap.measure import aim, away, label, moving, unit
from ui.tilemap.room import Held, name_em
from ui.tilemap.says import reason
from ui.tilemap.sheet import Sheet, Tile
from ui.typography import spaced

AIR_EM = 1.4  # beside a number: half its mark and a little
LINE_EM = 4.5  # the shortest line on which places can be told apart


def title(sheet: Sheet, lang: str) -> str:
    """What is compared, in which unit, and the order."""
    if not sheet.measured:
        nothing = len(sheet.of_light("grey")) == len(sheet.counted)
        return say("tilemap.list.none" if nothing else "tilemap.list.plain", lang)
    if moving(sheet.row):
        return say("tilemap.list.trend", lang)
    counted = unit(sheet.row, lang)
    return say("tilemap.list.gap", lang, unit=counted) if counted else say("tilemap.list.gap.plain", lang)


class Columns(NamedTuple):
    """What a list has room for beside names and numbers: the ``line`` they stand on, the ``words`` of the statuses."""

    names: float
    left: float
    right: float
    line: bool
    words: bool


def gaps(sheet: Sheet, place: Place, held: Held, *, beside: bool) -> Markup:
    """The list, with as many lines as are held, the chosen region always among them; ``beside`` tiles that say the
    statuses too.
    """
    lang = place.lang
    if len(sheet.of_light("grey")) == len(sheet.counted):
        code = reason(sheet.row)
        words = say("missing.reason", lang, reason=say(f"reason.{code}", lang)) + say(f"reason.{code}.cure", lang)
        return quiet(spaced(words))
    shown, ends, columns = first(sheet, held.lines), _range(sheet), fitted(sheet, held.width, lang, beside=beside)
    rows = [_row(tile, ends, columns, place) for tile in shown]
    if len(shown) < len(sheet.counted):
        more = spaced(say("strips.more", lang, n=len(sheet.counted) - len(shown)))
        rows.append(el("tr", el("td", more, colspan=3, cls="soft"), cls="more"))
    head = el("thead", _head(sheet, ends, columns, lang)) if sheet.measured else ""
    caption = el("caption", spaced(title(sheet, lang)), cls="unseen")
    style = (
        f"--name:{columns.names:.1f}em;--l:{columns.left:.1f}em;--r:{columns.right:.1f}em;--spare:{held.spare:.0f}px"
    )
    return el("table", caption, head, el("tbody", *rows), cls="gaps" if columns.line else "gaps bare", style=style)


def fitted(sheet: Sheet, width: float, lang: str, *, beside: bool) -> Columns:
    """The columns for a width in em: the words go first, where tiles say them, then the line."""
    sides = {"left": AIR_EM, "right": AIR_EM}
    for tile in sheet.measured:
        side = "left" if (away(tile.row) or 0.0) < 0 else "right"
        sides[side] = max(sides[side], ems(label(tile.row, lang)) + AIR_EM)
    names = name_em(sheet, width)
    word = max(ems(say(f"status.{tile.row.status}", lang)) for tile in sheet.counted) + AIR_EM
    free = width - names - AIR_EM - sides["left"] - sides["right"] - LINE_EM
    words = not beside or free >= word
    return Columns(names, **sides, line=free >= (word if words else 0), words=words)


def first(sheet: Sheet, most: int | None) -> list[Tile]:
    """The lines there is room for: one of them says how many are left out, one is kept for the chosen region."""
    if most is None or len(sheet.counted) <= most:
        return sheet.counted
    shown = sheet.counted[: max(most - 1, 1)]
    own = [tile for tile in sheet.counted if tile.own and tile not in shown]
    return [*shown[: len(shown) - len(own)], *own] if len(shown) > 1 else shown


def _range(sheet: Sheet) -> tuple[float, float]:
    """The ends of the scale; the target, at zero, lies always on it."""
    values = [0.0, *(away(tile.row) or 0.0 for tile in sheet.measured)]
    return min(values), max(values)


def _at(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return (value - low) / (high - low) if high > low else 0.5


def _head(sheet: Sheet, ends: tuple[float, float], columns: Columns, lang: str) -> Markup:
    """What the line stands for, over it; at the right where none is drawn."""
    at = _at(0.0, ends) if columns.line else 1.0
    shared = len({tile.row.target for tile in sheet.measured if figures.known(tile.row.target)}) <= 1
    over = "" if moving(sheet.row) and not columns.line else aim(sheet.row, lang, shared=shared)
    words = el("span", spaced(over), cls="gap-aim", style=f"--at:{at:.3f}")
    heads = [el("th", el("span", say("nav.region", lang), cls="unseen")), el("th", words)]
    return el("tr", *heads, el("th") if columns.words else "")


def _row(tile: Tile, ends: tuple[float, float], columns: Columns, place: Place) -> Markup:
    lang, row = place.lang, tile.row
    name = explained(place, figures.key(row), spaced(tile.name))
    value = away(row)
    if value is None:
        track = _words(row, lang)
    else:
        track = _track(row, value, ends, lang) if columns.line else _number(row, lang)
    return el(
        "tr",
        el("th", name, scope="row", cls="gap-name"),
        el("td", track, cls="gap-track"),
        el("td", say(f"status.{row.status}", lang), cls="gap-word") if columns.words else "",
        cls="own" if tile.own else "",
    )


def _number(row: Row, lang: str) -> Markup:
    """Mark and number where there is no room for the line."""
    return el("span", glyph(row.status, lang), el("strong", label(row, lang)), cls="gap-number")


def _track(row: Row, value: float, ends: tuple[float, float], lang: str) -> Markup:
    """Mark and number on a line to the target's; the number stands on the side away from it."""
    at, goal = _at(value, ends), _at(0.0, ends)
    side = "before" if value < 0 else "after"
    style = f"--at:{at:.3f};--goal:{goal:.3f};--from:{min(at, goal):.3f};--wide:{abs(at - goal):.3f}"
    return el(
        "span",
        el("span", cls="gap-goal"),
        el("span", cls="gap-stem"),
        el("span", cls=f"gl {row.status} gap-mark", aria_hidden="true"),
        el("span", label(row, lang), cls=f"gap-label {side}"),
        cls="gap-line",
        style=style,
    )


def _words(row: Row, lang: str) -> Markup:
    """What stands where there is no distance: the figure, and why nothing can be said."""
    said = [figures.value(row, row.current, lang)] if row.unit != "yesno" else []
    said += [say(f"region.reason.{reason(row)}", lang)] if row.light == "grey" else []
    words = spaced(say("clause", lang).join(one for one in said if one))
    return el("span", glyph(row.status, lang, spoken=False), el("span", words, cls="soft"), cls="gap-none")
