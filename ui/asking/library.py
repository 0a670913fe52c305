"""What the library shows, remembered until the data change: every target of every plan with its verdict, phases, due
dates and the words of milestone reports.
"""

import unicodedata
from datetime import date, datetime

import pandas as pd
from pandas import DataFrame, Series

from charts.each import each
from data.asking import library
from data.store import board
from ui import cache
from ui.place import Place

NAMED = ("target_id", "section", "indicator_zh", "indicator_en", "short_zh", "short_en", "synonyms", "owners")


@cache.small
def _phases(version: int) -> DataFrame:
    return library.phases(board())


@cache.small
def _dues(version: int) -> DataFrame:
    return library.dues(board())


@cache.small
def _reports(version: int) -> DataFrame:
    return library.reports(board())


@cache.small
def _targets(version: int, plan: str, region: str, as_of: date, demo: bool, known: datetime | None) -> DataFrame:
    known_plans = cache.plans()
    chosen_first = known_plans.sort_values("id", key=lambda ids: ids.ne(plan), kind="stable")
    parts = []
    for row in each(chosen_first):
        here = row.id == plan
        day = as_of if here else cache.default_as_of(row.id, demo)
        frame = cache.assessments(row.id, day, demo, known)
        parts.append(_once(frame, region if here else row.region, row.region))
    words = library.words(board()).set_index("target_id")[["synonyms", "owners"]]
    every = pd.concat(parts, ignore_index=True).join(words, on="target_id")
    return every.assign(text=searchable(every))


def _once(frame: DataFrame, region: str, own: str) -> DataFrame:
    """The dated figures of each target at the region, or at the plan's own region where it is not judged there."""
    here = frame[frame["region"].eq(region)]
    other = frame[frame["region"].eq(own) & ~frame["target_id"].isin(set(here["target_id"]))]
    return pd.concat([here, other]).sort_values(["position", "due"], kind="stable")


def searchable(frame: DataFrame) -> Series:
    """All by which a target can be found, in the one form in which words are looked for."""
    joined = frame[list(NAMED)].fillna("").astype(str).agg("\n".join, axis=1)
    return joined.map(plain)


def plain(text: str) -> str:
    """Text without what does not tell names apart: width of signs, capitals."""
    return unicodedata.normalize("NFKC", text).casefold()


def targets(place: Place) -> DataFrame:
    """Every dated figure of every target once, the place's plan first: columns of data.reading.assessments and
    ``synonyms, owners, text`` (see `searchable`).

    The place's plan stands at its as-of date and region, every other plan at its own newest date and region. A target
    that is not judged at the region stands with the plan's own.
    """
    return _targets(cache.version(), place.plan, place.region, place.as_of, place.demo, place.known)


def phases(plan: str) -> DataFrame:
    """The phases of a plan as they begin; columns in data.asking.library."""
    every = _phases(cache.version())
    return every[every["plan"].eq(plan)].reset_index(drop=True)


def dues(plan: str) -> DataFrame:
    """The due dates of a plan; columns in data.asking.library."""
    every = _dues(cache.version())
    return every[every["plan"].eq(plan)].reset_index(drop=True)


def reports() -> DataFrame:
    """What was written beside milestone reports; columns in data.asking.library."""
    return _reports(cache.version())
