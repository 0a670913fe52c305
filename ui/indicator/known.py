"""What the parts of the page share: the indicator, its targets in the place's plan, its figures in all regions."""

from dataclasses import dataclass

import pandas as pd
from pandas import DataFrame

from charts.each import each, first_of
from ui import cache, figures
from ui.asking import indicator as asking
from ui.figures import Row
from ui.intake import catalogue
from ui.order import ordered
from ui.place import Place


@dataclass(frozen=True)
class Known:
    """``about`` is the indicator's row of the list; ``frame`` holds every verdict of the plan on it, ``here`` those
    that count at the region, the most pressing first; ``told`` are its figures in all regions, ``drawn`` the region
    whose line is drawn: the place's own, or the nearest one above it with figures.
    """

    place: Place
    about: Row
    frame: DataFrame
    here: DataFrame
    told: DataFrame
    drawn: str

    @property
    def lang(self) -> str:
        """The language of the screen."""
        return self.place.lang

    @property
    def row(self) -> Row | None:
        """The verdict the page speaks of first; None where no target of the plan is on the region."""
        return first_of(self.here)

    @property
    def event(self) -> bool:
        """Whether it is something done or not done rather than a figure."""
        return bool(self.about.unit == "yesno")

    def series(self, region: str) -> DataFrame:
        """The figures of a region in order of time."""
        return self.told[self.told["region"].eq(region)]

    def name(self, *, short: bool = True) -> str:
        """The indicator's name."""
        return figures.name(self.about, self.lang, short=short)

    def value(self, x: float | None) -> str:
        """A value with its unit."""
        return figures.value(self.about, x, self.lang)


def known(place: Place, about: Row) -> Known:
    """All that the parts need, asked once."""
    everything = cache.assessments(place.plan, place.as_of, place.demo, place.known)
    frame = everything[everything["indicator_id"].eq(about.indicator_id)]
    here = ordered(frame[frame["region"].eq(place.region) & frame["headline"].astype(bool)])
    told = _whole(asking.figures(str(about.indicator_id), place.as_of, place.demo, place.known))
    return Known(place, about, frame, here, told, _drawn(place.region, told))


def _whole(told: DataFrame) -> DataFrame:
    """Without what was rolled up for a region that has no plan: the catalogue holds a few of its parts only."""
    return told[told["origin"].ne("rollup") | told["region"].isin(set(cache.plans()["region"]))]


def above(region: str) -> list[str]:
    """The regions above one, the nearest first."""
    regions, found = catalogue().regions, list[str]()
    while region in regions and (up := regions[region].parent) and up not in found:
        found.append(up)
        region = up
    return found


def _drawn(region: str, told: DataFrame) -> str:
    reporting = set(told["region"])
    return next((code for code in (region, *above(region)) if code in reporting), region)


def region_name(code: str, lang: str) -> str:
    """The short name of a region by its code; the code where the catalogue does not know it."""
    known = catalogue().regions.get(code)
    return figures.bare(known.name_zh if lang == "zh" else known.name_en) if known else code


def latest(told: DataFrame) -> DataFrame:
    """The newest figure of each region."""
    return told.sort_values("period_end", kind="stable").groupby("region", sort=False).tail(1)


def better(about: Row) -> int:
    """+1 where higher is better, -1 where lower is, 0 where nobody says."""
    return {"up": 1, "down": -1}.get(str(about.direction) if pd.notna(about.direction) else "", 0)


def first(frame: DataFrame) -> Row:
    """The first row of a frame that has one."""
    return next(each(frame))
