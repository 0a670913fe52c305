"""The unit chart: a row a dimension, a glyph a target. Where that does not fit, glyphs for red and
yellow and counts.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from pandas import DataFrame

from config.text import say
from config.tokens import Bucket, tokens
from ui.counts import DimensionRow, by_dimension, each_dimension
from ui.html import Markup, el
from ui.order import LIGHTS
from ui.panels.base import glyph, light_glyph, panel
from ui.place import Place
from ui.rows import link
from ui.sentences import dimensions_head, row_name


class _Caps(NamedTuple):
    """What fits: rows, glyphs in a row, glyphs of red and yellow, and statuses told by a glyph and a number."""

    rows: int
    marks: int
    alerts: int
    kinds: int


CAPS: dict[Bucket, _Caps] = {"w1920": _Caps(7, 23, 12, 5), "w1366": _Caps(6, 20, 10, 4), "w1024": _Caps(6, 15, 5, 2)}
MEETING: dict[Bucket, _Caps] = {"w1920": _Caps(7, 13, 8, 3), "w1366": _Caps(6, 9, 5, 2), "w1024": _Caps(6, 6, 2, 1)}
COUNTED = ("green", "pending", "grey")


def dimensions(frame: DataFrame, place: Place, bucket: Bucket) -> Markup:
    """The panel; one form for all rows, so that they can be compared."""
    lang = place.lang
    caps = (MEETING if place.present else CAPS)[bucket]
    rows = by_dimension(frame, caps.rows - (lang == "en"))  # English words wrap
    lines = sum(-(-len(row.statuses) // caps.marks) for row in rows)
    as_units = lines <= caps.rows and all(len(row.statuses) <= 2 * caps.marks for row in rows)
    drawn = [_row(row, place, caps, as_units=as_units) for row in rows]
    head = "" if as_units else _heads(lang)
    form = "units" if as_units else "counts"
    return panel(dimensions_head(each_dimension(frame), lang), el("div", head, *drawn, cls=f"dims {form}", role="list"))


def _heads(lang: str) -> Markup:
    """Names of the counted lights over their columns; those of red and yellow stand as glyphs in the rows."""
    marks = el("span", say("dimensions.alerts", lang), cls="dim-marks")
    counted = (
        el(
            "span",
            light_glyph(light),
            el("span", say(f"column.light.{light}", lang), cls="wider"),
            cls="dim-n",
        )
        for light in COUNTED
    )
    return el(
        "div",
        el("span", cls="dim-name"),
        el("span", cls="dim-total"),
        marks,
        *counted,
        cls="dim-row dim-head",
    )


def _row(row: DimensionRow, place: Place, caps: _Caps, *, as_units: bool) -> Markup:
    lang = place.lang
    parts: list[object] = [_name(row, place), el("span", row.lights.total, cls="dim-total")]
    if as_units:
        parts.append(_marks(row.statuses, LIGHTS, lang))
    else:
        alerts = tuple(status for status in row.statuses if _light(status) in ("red", "yellow"))
        packed = len(alerts) > caps.alerts
        parts.append(_packed(alerts, caps.kinds, lang) if packed else _marks(alerts, LIGHTS[:2], lang))
        parts += [_count(row.lights.of(light), light, lang) for light in COUNTED]
    return el("div", *parts, cls="dim-row", role="listitem")


def _name(row: DimensionRow, place: Place) -> Markup:
    """The name as a link to the dimension's page; a row of several opens a list of links."""
    lang = place.lang
    if len(row.dimensions) == 1:
        return el("span", link(place, row_name(row, lang), page=row.dimensions[0]), cls="dim-name")
    links = [link(place, say(f"dimension.{code}", lang), page=code) for code in row.dimensions]
    folded = el("details", el("summary", row_name(row, lang)), el("span", *links, cls="folded"))
    full = say("list", lang).join(say(f"dimension.{code}", lang) for code in row.dimensions)
    return el("span", folded, cls="dim-name", title=full)


def _light(status: str) -> str:
    return tokens().mark(status).light


def _marks(statuses: Iterable[str], lights: Iterable[str], lang: str) -> Markup:
    """One glyph a target, a wider step between lights; the row says its counts to a screen reader."""
    groups = [[status for status in statuses if _light(status) == light] for light in lights]
    drawn = (
        el("span", *(glyph(status, lang, spoken=False) for status in group), cls="run") for group in groups if group
    )
    return el("span", *drawn, cls="dim-marks", role="img", aria_label=_said(statuses, lang))


def _packed(statuses: Iterable[str], most: int, lang: str) -> Markup:
    """Each status once with how many there are; each light where there are more than ``most`` statuses."""
    found = Counter(statuses)
    if len(found) > most:
        by_light = Counter(_light(status) for status in statuses)
        drawn = [el("span", light_glyph(light), str(n), cls="run packed") for light, n in by_light.items()]
    else:
        drawn = [el("span", glyph(code, lang, spoken=False), str(n), cls="run packed") for code, n in found.items()]
    return el("span", *drawn, cls="dim-marks", role="img", aria_label=_said(statuses, lang))


def _said(statuses: Iterable[str], lang: str) -> str:
    found = Counter(statuses)
    parts = [say("counted", lang, name=say(f"status.{status}", lang), n=n) for status, n in found.items()]
    return say("list", lang).join(parts) or say("value.none", lang)


def _count(n: int, light: str, lang: str) -> Markup:
    said = say("counted", lang, name=say(f"light.{light}", lang), n=n)
    return el("span", el("span", n, cls="" if n else "zero"), cls="dim-n", aria_label=said, role="img")
