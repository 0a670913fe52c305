"""The stops of the meeting view: the overview, what needs attention in screens and the first targets one by one, the
dimensions, the regions, who answers. Which stop a screen is follows from its address alone.
"""

from collections.abc import Mapping
from typing import NamedTuple

from pandas import DataFrame

from ui import cache, counts
from ui.attention.listed import FILTERS, duties_of, first, listed, screen_of, screens
from ui.order import attention
from ui.place import BOARD, OTHERS, Place

FIRST, LIST = BOARD[0], "attention"
SINGLES = 5  # targets with a screen of their own


class Stop(NamedTuple):
    """A screen: its page, and what of the page's own parameters tells it from others of that page."""

    page: str
    own: tuple[tuple[str, str], ...] = ()


class Steps(NamedTuple):
    """Where a screen stands: its place among ``of`` stops, 0 where it is none; what comes before and after; the one
    way ``back`` from a screen that is not walked.
    """

    number: int
    of: int
    before: Stop | None = None
    after: Stop | None = None
    back: Stop | None = None


HOME = Stop(FIRST)


def stop_at(page: str, said: Mapping[str, str]) -> Stop:
    """The stop an address names; ``said`` are the page's own parameters."""
    if page != LIST:
        return Stop(page)
    if said.get("one"):
        return Stop(page, (("one", said["one"]),))
    kept = tuple((name, said[name]) for name in FILTERS if said.get(name))
    return _screen(int(number) if (number := said.get("page_no", "")).isdecimal() else 1, kept)


def _screen(number: int, kept: tuple[tuple[str, str], ...] = ()) -> Stop:
    return Stop(LIST, (*kept, ("page_no", str(number))) if number > 1 else kept)


def pressing(place: Place) -> DataFrame:
    """What needs attention at the place, the most pressing first."""
    return attention(_here(place))


def _here(place: Place) -> DataFrame:
    return counts.headlines(cache.assessments(place.plan, place.as_of, place.demo, place.known), place.region)


def walk(place: Place) -> list[Stop]:
    """All stops in their order; what has nothing to show is left out."""
    frame = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    here = counts.headlines(frame, place.region)
    worst = attention(here)
    listing = [_screen(number) for number in range(1, len(screens(worst)) + 1)]
    singles = [Stop(LIST, (("one", one),)) for one in first(worst, SINGLES)]
    there = set(here["dimension"])
    dimensions = [Stop(page) for page in (*BOARD, *OTHERS) if page in there]
    regions = [Stop("tilemap"), Stop("region")] if _judged_below(place, frame) else []
    bodies = [Stop("department")] if here["departments"].map(len).gt(0).any() else []
    return [HOME, *listing, *singles, *dimensions, *regions, *bodies]


def _judged_below(place: Place, frame: DataFrame) -> bool:
    """Whether any target is judged in a region other than the plan's own."""
    top = str(cache.regions(place.plan)["code"].iloc[0])
    below = frame[frame["headline"].astype(bool) & frame["region"].ne(top)]
    return bool(below["light"].ne("grey").any())


def around(stop: Stop, stops: list[Stop]) -> Steps:
    """The stops before and after one; from a screen that is none of them one way back to the overview."""
    if stop not in stops:
        return Steps(0, len(stops), back=HOME)
    at = stops.index(stop)
    after = stops[at + 1] if at + 1 < len(stops) else None
    return Steps(at + 1, len(stops), stops[at - 1] if at else None, after)


def steps(page: str, said: Mapping[str, str], place: Place) -> Steps:
    """Where a screen stands by its address. A list with filters is walked by itself; a target that was opened by hand
    leads back to the screen of the list it stands on.
    """
    stop, stops = stop_at(page, said), walk(place)
    if page != LIST or stop in stops:
        return around(stop, stops)
    if said.get("one"):
        on = screen_of(pressing(place), said["one"])
        return Steps(0, len(stops), back=_screen(on) if on else HOME)
    return _filtered(stop, said, place, stops)


def _filtered(stop: Stop, said: Mapping[str, str], place: Place, stops: list[Stop]) -> Steps:
    """Around a screen of the list that is none of the stops: the last one where the address asks for more than there
    are; with filters those of the filtered list, before the first and after the last the overview.
    """
    here = _here(place)
    found = listed(here, None, duties_of(here), said.get("department", ""))
    kept = tuple((name, said[name]) for name in FILTERS if said.get(name))
    own = [_screen(number, kept) for number in range(1, len(screens(found.rows, said.get("status", ""))) + 1)]
    if not own:
        return Steps(0, len(stops), back=HOME)
    at = own.index(stop) if stop in own else len(own) - 1
    if not kept:
        return around(own[at], stops)
    return Steps(0, len(stops), own[at - 1] if at else HOME, own[at + 1] if at + 1 < len(own) else HOME)
