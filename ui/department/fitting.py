"""How many bodies fit a screen of the meeting view, and how wide its columns are."""

from typing import Literal, NamedTuple

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.department.listing import REPORTS
from ui.department.named import Names
from ui.figures import Row
from ui.meeting import room
from ui.meeting.measure import em, folded
from ui.order import ATTENTION, LIGHTS

LINE, ROW_AIR, HEAD_AIR = 1.25, 12, 16  # line height; px over and under a row, the head
MOST_AIR, WIDER = 16, 24  # px a row may be higher, a count wider than it needs
AIR, CELL = 26, 16  # px beside a text, beside a count
GLYPH, COUNT, LEAST = 1.35, 2.5, 2.0  # em of a glyph with its air, of one beside a count, of a count alone
NAMES = 0.45  # the most that names take of what the counts leave
NARROW: Bucket = "w1024"
FEW = 4  # rows for which the most pressing target gives way
Weak = Literal["beside", "under", "none"]


class Fit(NamedTuple):
    """The bodies of a screen, what nobody owns where there is room for it too, and how many more bodies there are.

    Shares of the width its columns take; where the most pressing target stands; px a row may be higher.
    """

    rows: DataFrame
    apart: DataFrame
    more: int
    shares: list[float]
    weak: Weak
    air: int


def fit(rows: DataFrame, apart: DataFrame, here: DataFrame, names: Names, bucket: Bucket, height: float) -> Fit:
    """As many of the bodies as the height holds, at least one; ``apart`` follows the last one."""
    font, width = room.sizes(bucket).small, room.WINDOWS[bucket].width
    every = list(each(pd.concat([rows, apart])))
    texts = [(names.short(row.body), _worst(row, here, names.lang)) for row in every]
    columns = _columns(texts, names.lang, font, width, narrow=bucket == NARROW)
    height -= 3 * font * LINE + HEAD_AIR
    shown, left = _held(texts, columns, font, height)
    if shown < min(FEW, len(every)) and columns.weak == "under":
        columns = columns._replace(weak="none")
        shown, left = _held(texts, columns, font, height)
    air = int(min(max(left, 0.0) / shown, MOST_AIR))
    last = [columns.target] if columns.weak == "beside" else []
    shares = [one / width for one in (columns.name, *columns.cells, *last)]
    apart = apart if shown == len(every) else apart.head(0)
    return Fit(rows.head(shown), apart, max(len(rows) - shown, 0), shares, columns.weak, air)


class Columns(NamedTuple):
    """Widths in px: of the names, of each count, of the most pressing targets."""

    name: float
    cells: list[float]
    target: float
    weak: Weak


def _columns(texts: list[tuple[str, str]], lang: str, font: int, width: float, *, narrow: bool) -> Columns:
    """The counts as wide as their words; of what is left, names take up to a part and targets the rest."""
    heads = (say("department.column.body", lang), say("department.column.worst", lang))
    name, target = (max(em(pair[n]) for pair in [*texts, heads]) * font + AIR for n in range(2))
    target += GLYPH * font
    cells = [need * font + CELL for need in _needs(lang)]
    free = width - sum(cells)
    beside = name + target <= free or not narrow
    over = min(max(free - (name + target if beside else max(name, target)), 0.0) / len(cells), WIDER)
    cells, free = [one + over for one in cells], free - over * len(cells)
    if not beside:
        return Columns(free, cells, free, "under")
    name = min(name, max(free * NAMES, free - target))
    return Columns(name, cells, free - name, "beside")


def _held(texts: list[tuple[str, str]], columns: Columns, font: int, height: float) -> tuple[int, float]:
    """How many rows a height holds, at least one, and what is left of it."""
    shown = 0
    for name, target in texts:
        first = folded(name, columns.name - AIR, font)
        second = 0 if columns.weak == "none" else folded(target, columns.target - AIR - GLYPH * font, font)
        more = (first + second if columns.weak == "under" else max(first, second)) * font * LINE + ROW_AIR
        if more > height and shown:
            break
        height, shown = height - more, shown + 1
    return shown, height


def _needs(lang: str) -> list[float]:
    """What the counts take in em: all that is led, each light, the figures."""
    words = [say("department.column.total", lang), *(say(f"coverage.column.{name}", lang) for name in REPORTS)]
    total, *reports = [max(em(word), LEAST) for word in words]
    lights = [max(em(say(f"column.light.{light}", lang)), COUNT if light in ATTENTION else LEAST) for light in LIGHTS]
    return [total, *lights, *reports]


def shared_word(row: Row, lang: str) -> str:
    """What stands before the most pressing target of a body that only shares it; "" where it leads it."""
    return "" if any(getattr(row, f"led_{light}") for light in ATTENTION) else say("department.meet.shared", lang)


def _worst(row: Row, here: DataFrame, lang: str) -> str:
    """The most pressing target of a body as its cell says it."""
    if pd.isna(row.worst):
        return say("value.dash", lang)
    return shared_word(row, lang) + figures.name(next(each(here.loc[[row.worst]])), lang)
