"""The line over a screen of the meeting view that says what a visitor must know before reading."""

from config.tokens import Bucket
from ui import cache
from ui.meeting import room
from ui.place import Place

AIR = 24  # px around its one line


def height(place: Place, bucket: Bucket) -> float:
    """What it takes where there is one: without figures, or for a past moment."""
    if place.known is None and cache.has_figures(place.plan, place.demo):
        return 0.0
    return room.sizes(bucket).body * 1.5 + AIR
