"""A probability in words, the same on the screen, in charts and in the shell (METHODS section 8, Shown)."""

import math

from config.text import say

STEP = 5  # points: a forecast is not finer than this


def chance(probability: float, lang: str, *, said: bool = False) -> str:
    """About so many percent, rounded to five points; below 5 % and above 95 % only that, by a sign or, inside a
    sentence (``said``), in words. Nothing for NaN.
    """
    if math.isnan(probability):
        return ""
    percent, style = 100 * probability, ".said" if said else ""
    if percent < STEP:
        return say(f"chance.below{style}", lang, percent=STEP)
    if percent > 100 - STEP:
        return say(f"chance.above{style}", lang, percent=100 - STEP)
    return say("chance.about", lang, percent=STEP * math.floor(percent / STEP + 0.5))
