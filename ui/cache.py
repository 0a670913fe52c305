"""The seam between screens and data: every question a screen may ask, remembered until the data change.

The key is the data version and codes, never a frame: Streamlit hashes a large frame by a sample of it.
Every caller gets a copy of its own and may change it.
"""

from datetime import date, datetime

import streamlit as st
from pandas import DataFrame

from data import history, reading
from data.backtesting import Backtest
from data.backtesting import backtest as tested
from data.coverage import coverage as owed_on
from data.errors import BoardError as BoardError
from data.store import board

TROUBLE = (BoardError,)
small = st.cache_data(max_entries=200, show_spinner=False)
large = st.cache_data(max_entries=60, show_spinner=False)


def version() -> int:
    """The number that grows with every load, undo or change of the catalogue."""
    return board().version


@small
def _plans(version: int) -> DataFrame:
    return reading.plans(board())


@small
def _regions(version: int, plan: str) -> DataFrame:
    return reading.regions(board(), plan)


@small
def _as_of_choices(version: int, plan: str, demo: bool) -> list[date]:
    return reading.as_of_choices(board(), plan, demo=demo)


@small
def _default_as_of(version: int, plan: str, demo: bool) -> date:
    return reading.default_as_of(board(), plan, demo=demo)


@small
def _has_demo(version: int, plan: str, as_of: date) -> bool:
    return bool(_series(version, plan, as_of, True, None)["demo"].any())


@large
def _assessments(version: int, plan: str, as_of: date, demo: bool, known: datetime | None) -> DataFrame:
    return reading.assessments(board(), plan, as_of, demo=demo, known_at=known)


@large
def _series(version: int, plan: str, as_of: date, demo: bool, known: datetime | None) -> DataFrame:
    return reading.series(board(), plan, as_of, demo=demo, known_at=known)


@small
def _loads(version: int) -> DataFrame:
    return history.loads(board())


@small
def _brought(version: int, load: int, most: int) -> DataFrame:
    return history.changed_by(board(), load, limit=most)


@small
def _owed(version: int, plan: str, day: date, today: date) -> DataFrame:
    return owed_on(board(), day, plan=plan)


@small
def _backtest(version: int, plan: str | None) -> Backtest:
    return tested(board(), plan)


def plans() -> DataFrame:
    """All plans: id, title_zh, title_en, number, status, region, start, end, source."""
    return _plans(version())


def regions(plan: str) -> DataFrame:
    """The plan's region first, then its children: code, names, level, parent, tile_col, tile_row, judged."""
    return _regions(version(), plan)


def as_of_choices(plan: str, demo: bool) -> list[date]:
    """Period ends with data inside the plan's term, newest first; the plan's start where there are none."""
    return _as_of_choices(version(), plan, demo)


def default_as_of(plan: str, demo: bool) -> date:
    """The date a screen stands for when the address names none: the newest figure inside the term."""
    return _default_as_of(version(), plan, demo)


def compared_with(plan: str, as_of: date) -> date | None:
    """The date a screen is compared with when the address names none; none before the plan began."""
    earlier = reading.comparison_date(as_of)
    begun = plans().set_index("id")["start"][plan].date()
    return earlier if earlier >= begun else None


def assessments(plan: str, as_of: date, demo: bool, known: datetime | None = None) -> DataFrame:
    """Every target of the plan judged at each due date and region, as known now or at a moment; columns in
    data.reading.
    """
    return _assessments(version(), plan, as_of, demo, known)


def series(plan: str, as_of: date, demo: bool, known: datetime | None = None) -> DataFrame:
    """All observations behind the plan's targets and their benchmarks, up to the as-of date, as known now or at a
    moment.
    """
    return _series(version(), plan, as_of, demo, known)


def has_figures(plan: str, demo: bool) -> bool:
    """Whether any figure of the plan lies inside its term; where none does, screens stand at the plan's start."""
    known = plans()
    starts = known["start"][known["id"] == plan].dt.date
    return as_of_choices(plan, demo) != list(starts)


def has_demo(plan: str, as_of: date) -> bool:
    """Whether demonstration data take part in what the plan shows at this date."""
    return _has_demo(version(), plan, as_of)


def loads() -> DataFrame:
    """Every load, newest first; columns in data.history."""
    return _loads(version())


def brought(load: int, most: int) -> DataFrame:
    """The first figures a load brought, with what stood before and what counts now; columns in data.history."""
    return _brought(version(), load, most)


def owed(plan: str, day: date, today: date) -> DataFrame:
    """Who owes which figure of the plan on a day, and whether it came; columns in data.coverage."""
    return _owed(version(), plan, day, today)


def backtest(plan: str | None) -> Backtest:
    """What was forecast before against what came, for one plan's indicators or all; see data.backtesting."""
    return _backtest(version(), plan)
