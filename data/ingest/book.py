"""A file as read: its sheets as text, cell by cell, with what the reader learned about it. Nothing is guessed away."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from data.ingest.canonical import read_rows

Kind = Literal["text", "xlsx", "xls", "ods"]
Span = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0


@dataclass(frozen=True)
class Sheet:
    """One sheet: where its text lies, and its extent.

    ``rows`` are the cells as text without surrounding blanks, row 0 being the file's first; rows may differ in length.
    Percent formats are written out (``0.983`` shown as 98.3% is ``98.3%``), dates are ``2019-06-30``, merged cells
    stand in their first cell only and are listed in ``merged``; ``hidden`` sheets are never chosen unasked.
    """

    name: str
    path: Path
    height: int
    width: int
    merged: tuple[Span, ...] = ()
    hidden: bool = False

    @cached_property
    def rows(self) -> list[list[str]]:
        """All cells. Read on first use."""
        return read_rows(self.path)

    def head(self, count: int = 300) -> list[list[str]]:
        """The first rows, without reading the rest."""
        return read_rows(self.path, count)


@dataclass(frozen=True)
class Book:
    """A file: its kind, how its text was encoded (``xlsx``, ``xls``, ``ods`` for workbooks), and its sheets."""

    kind: Kind
    encoding: str
    delimiter: str
    sheets: tuple[Sheet, ...] = field(default=())
