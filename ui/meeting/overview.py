"""The overview on one screen of the meeting view: the sentence, five counts, dimensions, what needs attention first."""

from typing import NamedTuple

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui.counts import Lights, by_region
from ui.figures import Row
from ui.html import Markup, el
from ui.meeting import room
from ui.meeting.pressing import fitting, pressing
from ui.order import ATTENTION, attention
from ui.panels.base import board, guarded, headline, light_glyph, panel
from ui.panels.dimensions import dimensions
from ui.panels.tiles import tiles
from ui.place import Place
from ui.rows import link
from ui.sentences import attention_head, regions_head
from ui.width import bucket

GUTTER, RIGHT = 40, 0.54  # px between the columns; the share of the right one, see ui/stylesheet.py
PLACES: dict[Bucket, int] = {"w1920": 4, "w1366": 4, "w1024": 3}


class Counted(NamedTuple):
    """The counts by light now and at the comparison date, None without one."""

    now: Lights
    was: Lights | None


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
        tiles(count.now, count.was, "", lang),
        el(
            "div",
            el(
                "div",
                guarded("dimensions", lang, lambda: dimensions(here, place, size)),
                guarded("regions", lang, lambda: _regions(counted, level, place)),
            ),
            guarded("attention", lang, lambda: pressing(shown, title, place)),
            cls="quarters",
        ),
        cls="overview meet",
    )


def _regions(counted: DataFrame, level: str, place: Place) -> Markup:
    """Where the red lights are: the sentence and, in one line, the regions with the most."""
    lang = place.lang
    said = [
        el(
            "span",
            link(place, getattr(row, f"name_{lang}"), region=row.code),
            *(el("span", light_glyph(light), getattr(row, light), cls="run packed") for light in ATTENTION),
            aria_label=_aloud(row, lang),
            role="listitem",
        )
        for row in each(counted.head(PLACES[bucket()]))
        if row.red or row.yellow
    ]
    shown = el("div", *said, cls="meet-places", role="list") if said else ""
    return panel(regions_head(counted, level, lang), shown, cls="meet-line")


def _aloud(row: Row, lang: str) -> str:
    counts = (say("counted", lang, name=say(f"light.{one}", lang), n=getattr(row, one)) for one in ATTENTION)
    return say("list", lang).join([getattr(row, f"name_{lang}"), *counts])
