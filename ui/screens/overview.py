"""The overview: one sentence, five counts, dimensions, what needs attention, what changed, regions
side by side.
"""

from pandas import DataFrame

from charts.names import ems
from config.tokens import Bucket
from ui import cache, counts, html, rows, sentences, states
from ui.html import Markup, el
from ui.meeting import overview as meeting
from ui.order import changes
from ui.panels.attention import pressing
from ui.panels.base import board, guarded, headline
from ui.panels.chance import Order, asked
from ui.panels.changes import changed
from ui.panels.dimensions import dimensions
from ui.panels.foot import foot
from ui.panels.regions import side_by_side
from ui.panels.tiles import tiles
from ui.place import Place
from ui.screens import explain, moved
from ui.typography import day_words
from ui.width import bucket

LINE: dict[Bucket, float] = {"w1920": 100.0, "w1366": 80.0, "w1024": 60.0}  # em of one line under the headline


def screen(
    place: Place, frame: DataFrame, before: DataFrame | None, regions: DataFrame, order: Order = "urgency"
) -> Markup:
    """The whole screen as markup; ``before`` is the frame of the comparison date, None without one; ``order`` is that
    of the list of what needs attention.
    """
    size, lang = bucket(), place.lang
    here = counts.headlines(frame, place.region)
    count = counts.lights(here)
    earlier = None if before is None else counts.headlines(before, place.region)
    moves = changes(here, earlier) if earlier is not None else here.head(0).assign(move=None, was=None)
    step = sentences.moves(moves, place.since) if place.since and earlier is not None else None
    was = None if earlier is None else counts.lights(earlier)
    head = sentences.overview(count, step, place.as_of, lang)
    if place.present:
        rest = sentences.overview_rest(count, step, place.as_of, lang)
        counted = meeting.Counted(count, was, _whole(regions, place))
        return meeting.screen(head, rest, here, frame, regions, counted, place)
    level = str(regions["level"].iloc[0]) if len(regions) else "prefecture"
    parts = [
        guarded("dimensions", lang, lambda: dimensions(here, place, size)),
        guarded("attention", lang, lambda: pressing(here, count, place, size, order)),
        guarded("changes", lang, lambda: changed(moves, step, place.as_of, place, size)),
        guarded(
            "regions",
            lang,
            lambda: side_by_side(counts.by_region(frame, regions, place.region), frame, place, size, level),
        ),
    ]
    return board(
        headline(
            head,
            _rest(sentences.overview_rest(count, step, place.as_of, lang), here, lang, size),
        ),
        tiles(count, was, _since(place, size), place, whole=_whole(regions, place)),
        el("div", *parts, cls="quarters"),
        foot(here, place),
        cls="overview full",
    )


def _whole(regions: DataFrame, place: Place) -> bool:
    """Whether the place is the plan's own region."""
    return len(regions) > 0 and place.region == regions["code"].iloc[0]


def _rest(lights: str, here: DataFrame, lang: str, size: Bucket) -> str:
    """The line under the headline: the other lights and, where it stays one line, how many targets are unlikely."""
    both = f"{lights}{' ' if lang == 'en' else ''}{sentences.chance_rest(here, lang)}"
    return both if ems(both) <= LINE[size] else lights


def _since(place: Place, size: Bucket) -> str:
    """The comparison date beside the counts, where there is room for it: the headline has said it."""
    if place.since is None or size == "w1024" or place.lang == "en":
        return ""
    return day_words(place.since, place.lang, now=place.as_of)


def show(place: Place) -> None:
    """Draw the overview of a place, and the explanation over it where the address asks for one."""
    frame = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    before = cache.assessments(place.plan, place.since, place.demo, place.known) if place.since else None
    order, refused = asked()
    listed, odd = moved.asked(place)
    refused += odd
    if refused:
        states.refused(refused, place.lang)
    html.show(screen(place, frame, before, cache.regions(place.plan), order))
    rows.listen()
    if listed:
        earlier = None if before is None else counts.headlines(before, place.region)
        moved.open_list(place, counts.headlines(frame, place.region), earlier)
    explain.open_if_asked(place, frame)
