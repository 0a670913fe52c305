"""What the board understood of a sheet: where its table lies and where region, indicator and period stand."""

from dataclasses import dataclass, field
from typing import Literal

from data.ingest.mapping import Place, Role

Shape = Literal["tidy", "periods_in_columns", "indicators_in_columns", "regions_in_columns"]
Extra = Literal["unit", "provisional", "series_break", "source", "evidence", "note"]
Reason = Literal["title", "total", "footnote", "blank", "section", "repeated_header", "reference"]


@dataclass(frozen=True)
class Axis:
    """Where the texts of a role stand, from 0: in a column of labels, in rows above the figures, or one text for all.

    ``cell`` is where a fixed text stood; nothing where a person or the department gave it.
    """

    kind: Literal["column", "header", "fixed"]
    index: tuple[int, ...] = ()
    text: str = ""
    cell: tuple[int, int] | None = None


@dataclass(frozen=True)
class Skipped:
    """A row or column (one of them) that is no data, from 0, and why."""

    reason: Reason
    row: int | None = None
    column: int | None = None
    text: str = ""


@dataclass(frozen=True)
class Table:
    """A table inside a sheet. ``header`` rows, data rows and columns count from 0.

    ``rows`` are the data rows in order, ``values`` the columns that hold figures, ``extras`` further columns by
    meaning. ``unit`` is a unit told for the whole table, in the file's own word.
    """

    sheet: str
    shape: Shape
    header: tuple[int, ...]
    rows: tuple[int, ...] | range
    values: tuple[int, ...]
    region: Axis
    indicator: Axis
    period: Axis
    extras: dict[Extra, int] = field(default_factory=dict)
    skipped: tuple[Skipped, ...] = ()
    unit: str = ""

    def axis(self, role: Role) -> Axis:
        """Where a role stands."""
        return {"region": self.region, "indicator": self.indicator, "period": self.period}[role]

    def place(self, role: Place | str, row: int, column: int) -> tuple[int, int]:
        """Row and column, from 1, of the cell that says a role for the value cell at row and column, from 1.

        Zeros for a text that stands in no cell.
        """
        if role not in ("region", "indicator", "period"):
            return row, column
        axis = self.axis(role)
        if axis.kind == "column":
            return row, axis.index[0] + 1
        if axis.kind == "header":
            return axis.index[-1] + 1, column
        return (axis.cell[0] + 1, axis.cell[1] + 1) if axis.cell else (0, 0)


@dataclass(frozen=True)
class Question:
    """What the file does not tell. ``about`` says what is asked for, ``text`` the name in doubt.

    ``choices`` are what may be answered: sheet names, column letters, or codes; empty where every code may.
    """

    about: Literal["sheet", "header", "region", "indicator", "period", "value", "region_name", "indicator_name"]
    text: str = ""
    choices: tuple[str, ...] = ()
    row: int = 0
    column: int = 0
