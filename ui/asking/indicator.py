"""What the indicator page asks, remembered until the data change."""

from datetime import date, datetime

from pandas import DataFrame

from data.asking import indicator as asking
from data.store import board
from ui.cache import small, version


@small
def _listed(version: int) -> DataFrame:
    return asking.listed(board())


@small
def _figures(version: int, indicator: str, as_of: date, demo: bool, known: datetime | None) -> DataFrame:
    return asking.figures(board(), indicator, as_of, demo=demo, known_at=known)


@small
def _revisions(version: int, indicator: str, demo: bool) -> DataFrame:
    return asking.revisions(board(), indicator, demo=demo)


@small
def _loads(version: int, indicator: str, demo: bool) -> DataFrame:
    return asking.loads(board(), indicator, demo=demo)


def listed() -> DataFrame:
    """Every indicator with the plans that set targets on it; columns in data.asking.indicator."""
    return _listed(version())


def figures(indicator: str, as_of: date, demo: bool, known: datetime | None = None) -> DataFrame:
    """The figures of an indicator in all regions up to a date, as known now or at a moment."""
    return _figures(version(), indicator, as_of, demo, known)


def revisions(indicator: str, demo: bool) -> DataFrame:
    """The figures of an indicator that were replaced or withdrawn, the latest change first."""
    return _revisions(version(), indicator, demo)


def loads(indicator: str, demo: bool) -> DataFrame:
    """The loads that brought figures of an indicator, newest first."""
    return _loads(version(), indicator, demo)
