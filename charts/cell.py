"""Where things stand inside one small multiple: from dates and values to px of the canvas."""

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from charts.names import ems
from charts.theme import Point

LABEL_AIR = 10
WIDEST_LABEL = 0.4  # of the width of a cell; a longer one stands over its line


class Sheet(NamedTuple):
    """The canvas of a set of small multiples, in px; ``height`` is that of one cell."""

    columns: int
    rows: int
    width: float
    height: float
    font: int

    @property
    def room(self) -> int:
        """How many cells there are."""
        return self.columns * self.rows

    @property
    def cell_width(self) -> float:
        """Width of one cell, the air at its right included."""
        return self.width / self.columns


@dataclass(frozen=True)
class Cell:
    """One small multiple: the box its lines live in and the scales of its axes."""

    left: float
    top: float
    right: float
    edge: float
    bottom: float
    first: pd.Timestamp
    last: pd.Timestamp
    low: float
    high: float

    def x(self, day: pd.Timestamp) -> float:
        """Place of a date."""
        span = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / span

    def y(self, value: float) -> float:
        """Place of a value."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)

    def at(self, day: pd.Timestamp, value: float) -> Point:
        """Place of a dated value."""
        return self.x(day), self.y(value)

    def holds(self, day: pd.Timestamp) -> bool:
        """Whether a date lies on the axis."""
        return bool(self.first <= day <= self.last)


def corner(number: int, sheet: Sheet) -> Point:
    """Top left corner of a cell, counted in reading order."""
    return (number % sheet.columns) * sheet.cell_width, (number // sheet.columns) * sheet.height


def place_cell(
    number: int, sheet: Sheet, *, days: list[pd.Timestamp], values: list[float], label: str, head: float
) -> Cell:
    """The box of a cell, so wide that the label of its target fits at the right, unless it would leave the lines too
    little room; scales around days and values.

    ``head`` is the room for the name above it, in em.
    """
    left, top = corner(number, sheet)
    label_room = ems(label) * sheet.font + LABEL_AIR + 4
    if label_room > sheet.cell_width * WIDEST_LABEL:
        label_room = LABEL_AIR
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    air = (high - low) * 0.04 or max(abs(high) * 0.1, 0.5)
    known = [day for day in days if not pd.isna(day)] or [pd.Timestamp(2000, 1, 1)]
    return Cell(
        left=left + 6,
        top=top + sheet.font * head,
        right=left + sheet.cell_width - label_room - sheet.font * 0.6,
        edge=left + sheet.cell_width - sheet.font * 0.4,
        bottom=top + sheet.height - sheet.font * 2.9,
        first=min(known),
        last=max(known),
        low=low - air,
        high=high + air,
    )
