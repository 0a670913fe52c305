"""Walking a frame row by row, for drawing: pandas types the rows of itertuples so widely that nothing
fits them.
"""

from collections import namedtuple
from collections.abc import Hashable, Iterator
from functools import lru_cache
from typing import Any

from pandas import DataFrame


def each(frame: DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples, the index first, as DataFrame.itertuples gives them.

    That walks column by column, which for a hundred columns and a few rows takes six times as long.
    """
    row = _row(tuple(frame.columns))
    return (row(index, *cells) for index, cells in zip(frame.index, frame.to_numpy(object), strict=True))


@lru_cache(maxsize=200)
def _row(columns: tuple[Hashable, ...]) -> Any:
    return namedtuple("Row", ["Index", *map(str, columns)], rename=True)


def first_of(frame: DataFrame) -> Any | None:
    """The first row, None of an empty frame."""
    return next(each(frame), None)
