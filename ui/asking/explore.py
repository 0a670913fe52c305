"""What a plan offers for analysis, remembered until the catalogue changes."""

from pandas import DataFrame

from data.asking import explore
from data.store import board
from ui import cache


@cache.small
def _indicators(version: int, plan: str) -> DataFrame:
    return explore.indicators(board(), plan)


def indicators(plan: str) -> DataFrame:
    """The plan's indicators that are figures; columns in data.asking.explore."""
    return _indicators(cache.version(), plan)
