"""What the board makes of a file, before and after loading it."""

from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd

from data.ingest.book import Book
from data.ingest.finding import Finding
from data.ingest.inbox import Request
from data.ingest.mapping import Mapping
from data.ingest.table import Question, Table

ALL = "*"  # the confirmation that confirms every warning


@dataclass(frozen=True)
class Counts:
    """Value cells of a file; the five others add up to ``read``. A repeated figure counts as unchanged."""

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    missing: int = 0


@dataclass(frozen=True)
class Confirmation:
    """Warnings of one kind about one indicator, to be confirmed under ``key`` with a word."""

    key: str
    finding: Finding
    indicator_id: str


@dataclass(frozen=True)
class Preview:
    """What the board makes of a file. ``state``: unchanged, needs_mapping, rejected or ready.

    ``findings`` holds at most 1 000, errors first; ``totals`` counts the cells concerned by level; ``refused``
    are the rows of the file, from 1, that have an error (the first 100 000). ``changes``: action,
    region, indicator_id, period_start, period_end, old, new, event, done, file_row, file_column, at most 2 000 rows.
    ``moves``: statuses that would change. ``unknown``: role, text, several, near, row, column, count. ``standing`` is
    the load that holds this file already, with its moment in UTC.
    """

    state: str
    request: Request
    book: Book | None = None
    table: Table | None = None
    head: list[list[str]] = field(default_factory=list)
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    shape: str = ""
    rows: Counts = Counts()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    totals: dict[str, int] = field(default_factory=dict)
    refused: tuple[int, ...] = ()
    to_confirm: tuple[Confirmation, ...] = ()
    changes: pd.DataFrame = field(default_factory=pd.DataFrame)
    moves: pd.DataFrame = field(default_factory=pd.DataFrame)
    unknown: pd.DataFrame = field(default_factory=pd.DataFrame)
    standing: tuple[int, datetime] | None = None
    mapping: Mapping = field(default_factory=Mapping)
    remembered: bool = False

    @property
    def unconfirmed(self) -> tuple[Confirmation, ...]:
        """The warnings nobody has confirmed yet."""
        said = self.request.confirmations
        return () if said.get(ALL) else tuple(one for one in self.to_confirm if not said.get(one.key, "").strip())


@dataclass(frozen=True)
class Outcome:
    """What became of a file: accepted, unchanged, rejected or needs_mapping; the load's number where there is one."""

    state: str
    load_id: int | None
    preview: Preview
