"""The screens of the meeting view in the order of the navigation row, and which stands before and after another."""

from ui import cache, counts
from ui.place import BOARD, OTHERS, Place

FIRST = BOARD[0]


def walk(place: Place) -> list[str]:
    """The overview and the dimensions that have targets at the place."""
    frame = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    there = set(counts.headlines(frame, place.region)["dimension"])
    return [page for page in (*BOARD, *OTHERS) if page == FIRST or page in there]


def around(page: str, pages: list[str]) -> tuple[str | None, str | None]:
    """The screen before and the one after; from a page that is not walked both lead to the overview."""
    if page not in pages:
        return FIRST, FIRST
    at = pages.index(page)
    return (pages[at - 1] if at else None), (pages[at + 1] if at + 1 < len(pages) else None)
