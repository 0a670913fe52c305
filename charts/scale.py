"""Round values and year ends for the axes of a figure."""

import math

import pandas as pd

from charts.names import ems
from config.text import say

MOST = 4
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
HAIR = 1e-9


def ticks(low: float, high: float) -> list[float]:
    """Two to four round values within a range; the value itself where there is but one."""
    span = high - low
    if span <= HAIR * max(abs(high), 1.0):
        return [high]
    size = 10.0 ** math.floor(math.log10(span / MOST))
    for step in (size * times for times in (*STEPS, *(10 * one for one in STEPS))):
        first = math.ceil(low / step - HAIR)
        last = math.floor(high / step + HAIR)
        if last - first < MOST:
            found = [round(number * step, 10) for number in range(first, last + 1)]
            return found if len(found) > 1 else [low, high]
    return [low, high]


def years(first: pd.Timestamp, last: pd.Timestamp, room: float, lang: str) -> list[tuple[pd.Timestamp, str]]:
    """Year ends between two days with their words, every one or as many as stand in ``room`` em; the two days where no
    year ends between them.
    """
    ends = [pd.Timestamp(year, 12, 31) for year in range(first.year, last.year + 1)]
    ends = [day for day in ends if first <= day <= last]
    if not ends:
        return [(day, f"{day:%Y-%m-%d}") for day in dict.fromkeys((first, last))]
    for key in ("chart.course.year_end", "chart.course.year"):
        words = [say(key, lang, year=day.year) for day in ends]
        if sum(ems(text) + 1.2 for text in words) <= room:
            return list(zip(ends, words, strict=True))
    apart = -(-len(ends) * (ems(words[0]) + 1.2) // room)
    kept = ends[:: -int(apart)][::-1]
    return [(day, say("chart.course.year", lang, year=day.year)) for day in kept]
