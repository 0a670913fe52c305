"""Which body answers today for the department a plan names, remembered until the catalogue changes."""

from datetime import date

from pandas import DataFrame

from data.asking import department
from data.store import board
from ui import cache


@cache.small
def _answering(version: int, today: date) -> DataFrame:
    return department.answering(board(), today)


def answering(today: date) -> DataFrame:
    """Every department and the body that answers for it on a day; columns in data.asking.department."""
    return _answering(cache.version(), today)
