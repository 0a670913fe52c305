"""The overview on one screen of the meeting view: the sentence, five counts, dimensions, what needs attention first."""

from typing import NamedTuple

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui.counts import Lights, by_region, each_dimension
from ui.figures import Row
from ui.html import Markup, el
from ui.meeting import room
from ui.meeting.pressing import fitting, pressing
from ui.order import ATTENTION, attention
from ui.panels.base import board, guarded, headline, light_glyph, panel
from ui.panels.dimensions import MEETING, dimensions
from ui.panels.tiles import tiles
from ui.place import Place
from ui.rows import link
from ui.sentences import attention_head, dimensions_head, regions_head
from ui.width import bucket

GUTTER, RIGHT = 40, 0.54  # px between the columns; the share of the right one, see ui/stylesheet.py
DENSE = 1.75  # em of a row of the unit chart, see there too
PLACES: dict[Bucket, int] = {"w1920": 4, "w1366": 4, "w1024": 3}


class Counted(NamedTuple):
    """The counts by light now and at the comparison date, None without one; ``whole``: of the plan's own region."""

    now: Lights
    was: Lights | None
    whole: bool


def screen(
    head: str, rest: str, here: DataFrame, frame: DataFrame, regions: DataFrame, count: Counted, place: Place
) -> Markup:
    """The whole screen as markup; ``here`` are the rows of ``frame`` that count at the place."""
    size, lang = bucket(), place.lang
    type_ = room.sizes(size)
    left = room.left_under(head, rest, size) - type_.body * 1.35 - type_.figure * 1.1 - 24
    left -= room.title("", size, 1)
    width = (room.WINDOWS[size].width - GUTTER) * RIGHT
    shown, _ = fitting(attention(here), place, size, width=width, height=left)
    title = attention_head(len(shown), count.now, lang)
    level = str(regions["level"].iloc[0]) if len(regions) else "prefecture"
    counted = by_region(frame, regions, place.region)
    return board(
        headline(head, rest),
        tiles(count.now, count.was, "", place, whole=count.whole),
        el(
            "div",
            el(
                "div",
                guarded("dimensions", lang, lambda: dimensions(here, place, size)),
                guarded("regions", lang, lambda: _regions(counted, level, place, left - _above(here, place, size))),
            ),
            guarded("attention", lang, lambda: pressing(shown, title, place)),
            cls="quarters",
        ),
        cls="overview meet",
    )


def _above(here: DataFrame, place: Place, size: Bucket) -> float:
    """The height of the unit chart at most, less that of one line of a heading."""
    body, width = room.sizes(size).body, (room.WINDOWS[size].width - GUTTER) * (1 - RIGHT)
    title = room.title(dimensions_head(each_dimension(here), place.lang), size, width) - room.title("", size, 1)
    return title + body * 1.5 + MEETING[size].rows * (round(body * DENSE) + 1)


def _regions(counted: DataFrame, level: str, place: Place, height: float) -> Markup:
    """Where the red lights are: the sentence and, where there is room, the regions with the most."""
    lang, size = place.lang, bucket()
    body, width = room.sizes(size).body, (room.WINDOWS[size].width - GUTTER) * (1 - RIGHT)
    title = regions_head(counted, level, lang)
    lines = int((height - room.title(title, size, width) - 20) // (body * 1.5 + 2))
    most = min(max(lines, 0) * (1 if lang == "en" else 2), PLACES[size])
    said = [
        el(
            "span",
            link(place, getattr(row, f"name_{lang}"), region=row.code),
            *(el("span", light_glyph(light), getattr(row, light), cls="run packed") for light in ATTENTION),
            aria_label=_aloud(row, lang),
            role="listitem",
        )
        for row in each(counted.head(most))
        if row.red or row.yellow
    ]
    shown = el("div", *said, cls="meet-places", role="list") if said else ""
    return panel(title, shown, cls="meet-line")


def _aloud(row: Row, lang: str) -> str:
    counts = (say("counted", lang, name=say(f"light.{one}", lang), n=getattr(row, one)) for one in ATTENTION)
    return say("list", lang).join([getattr(row, f"name_{lang}"), *counts])
