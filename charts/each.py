"""Walking a frame row by row, for drawing: pandas types the rows of itertuples so widely that nothing
fits them.
"""

from collections.abc import Iterator
from typing import Any

from pandas import DataFrame


def each(frame: DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples."""
    return iter(frame.itertuples())


def first_of(frame: DataFrame) -> Any | None:
    """The first row, None of an empty frame."""
    return next(each(frame), None)
