"""The unit chart: a row a dimension, a glyph a target. Where that does not fit, glyphs for red and
yellow and counts.
"""

from collections import Counter
from collections.abc import Iterable

from pandas import DataFrame

from config.text import say
from config.tokens import Bucket, tokens
from ui.counts import MAIN, DimensionRow, by_dimension, each_dimension
from ui.html import Markup, el
from ui.order import LIGHTS
from ui.panels.base import glyph, light_glyph, panel, room
from ui.place import Place
from ui.rows import link
from ui.sentences import dimensions_head, row_name

ROWS: dict[Bucket, int] = {"w1920": 7, "w1366": 6, "w1024": 6}
MARKS: dict[Bucket, int] = {"w1920": 23, "w1366": 20, "w1024": 15}
ALERTS: dict[Bucket, int] = {"w1920": 12, "w1366": 10, "w1024": 5}
KINDS: dict[Bucket, int] = {"w1920": 5, "w1366": 4, "w1024": 2}
COUNTED = ("green", "pending", "grey")


def dimensions(frame: DataFrame, place: Place, bucket: Bucket) -> Markup:
    """The panel; one form for all rows, so that they can be compared."""
    lang = place.lang
    rows = by_dimension(frame, room(ROWS, bucket, lang))
    lines = sum(-(-len(row.statuses) // MARKS[bucket]) for row in rows)
    as_units = lines <= ROWS[bucket] and all(len(row.statuses) <= 2 * MARKS[bucket] for row in rows)
    drawn = [_row(row, place, bucket, as_units=as_units) for row in rows]
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


def _row(row: DimensionRow, place: Place, bucket: Bucket, *, as_units: bool) -> Markup:
    lang = place.lang
    shown: object = row_name(row, lang)
    if len(row.dimensions) == 1 and row.dimensions[0] in MAIN:
        shown = link(place, shown, page=row.dimensions[0])
    full = say("list", lang).join(say(f"dimension.{code}", lang) for code in row.dimensions)
    name = el("span", shown, cls="dim-name", title=full if len(row.dimensions) > 1 else None)
    parts: list[object] = [name, el("span", row.lights.total, cls="dim-total")]
    if as_units:
        parts.append(_marks(row.statuses, LIGHTS, lang))
    else:
        alerts = tuple(status for status in row.statuses if _light(status) in ("red", "yellow"))
        packed = len(alerts) > ALERTS[bucket]
        parts.append(_packed(alerts, KINDS[bucket], lang) if packed else _marks(alerts, LIGHTS[:2], lang))
        parts += [_count(row.lights.of(light), light, lang) for light in COUNTED]
    return el("div", *parts, cls="dim-row", role="listitem")


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
