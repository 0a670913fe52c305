"""Read a tidy table of figures: one line a region, indicator and period.

Columns ``region, indicator, period, value`` and, where known, ``provisional, series_break, source, note``.
Everything is read as text first; nothing is guessed, and what is not understood is a problem, never left out.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

import pandas as pd

from config.text import say
from data.catalogue.reading import Catalogue
from metrics.model.catalogue import Indicator
from metrics.model.vocabulary import Kind
from metrics.periods import parse

REQUIRED = ("region", "indicator", "period", "value")
OPTIONAL = ("provisional", "series_break", "source", "note")
FLAGS = ("provisional", "series_break")
MISSING = ("", "-", "--", "…", "NA", "NaN", "/")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
LARGEST = 1e15  # beyond any figure of a city, and far from where sums and powers overflow
FIRST_YEAR = 1900
SHORT = 40  # characters of a cell that a sentence quotes


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with one cell: line of the file (the header is 1), column, content, text key of what and cure."""

    row: int
    column: str
    value: str
    code: str
    other: str = ""

    def words(self, lang: str = "zh") -> str:
        """Place, what is wrong and what would be right, in one line."""
        place = say("load.place" if self.column else "load.line", lang, row=self.row, column=self.column)
        value = self.value if len(self.value) <= SHORT else f"{self.value[:SHORT]}…"
        return place + say(f"load.{self.code}", lang, value=value, other=self.other)


@dataclass(frozen=True)
class Reading:
    """A file as understood: the figures, how many lines were missing values, and every problem."""

    rows: pd.DataFrame
    read: int
    missing: int
    problems: tuple[CellProblem, ...]


@dataclass(frozen=True)
class Observed:
    """One figure, as the table ``observation`` holds it; the load's number comes with the commit."""

    region: str
    indicator_id: str
    period_start: pd.Timestamp
    period_end: pd.Timestamp
    value: float
    provisional: bool
    series_break: bool
    source: str
    note: str


COLUMNS = list(Observed.__dataclass_fields__)


def decoded(content: bytes) -> str | CellProblem:
    """The text of a file in UTF-8, with or without a mark; else where it stops being that."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return CellProblem(content[: error.start].count(b"\n") + 1, "", "", "encoding")


def read_tidy(text: str, catalogue: Catalogue, *, today: date) -> Reading:
    """Understand a tidy table against the catalogue; problems are collected, never raised.

    A period that is not over on ``today`` has no figure yet.
    """
    lines, problems = _lines(text)
    rows: list[Observed] = []
    missing = 0
    places: dict[tuple[object, ...], int] = {}
    for at, line in lines:
        found = list(_wrong(line, at, catalogue, today))
        problems += found
        if found:
            continue
        if line["value"] in MISSING:
            missing += 1
            continue
        row = _row(line)
        key = (row.region, row.indicator_id, row.period_start, row.period_end)
        if key in places:
            problems.append(CellProblem(at, "period", line["period"], "twice", str(places[key])))
        places.setdefault(key, at)
        rows.append(row)
    return Reading(pd.DataFrame(rows, columns=COLUMNS), len(lines), missing, tuple(problems))


def _lines(text: str) -> tuple[list[tuple[int, dict[str, str]]], list[CellProblem]]:
    """The lines with their numbers, as cells by column; blank lines are left out, and problems of form collected."""
    reader = csv.reader(io.StringIO(text, newline=None), strict=True)
    lines: list[tuple[int, dict[str, str]]] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        problems = list(_wrong_header(header))
        for cells in () if problems else reader:
            filled = [cell.strip() for cell in cells]
            if not any(filled):
                continue
            spare = [cell for name, cell in zip_longest(header, filled, fillvalue="") if not name and cell]
            if len(filled) < len(header) or spare:
                problems.append(CellProblem(reader.line_num, "", ",".join(cells), "cells", str(len(header))))
                continue
            lines.append((reader.line_num, dict.fromkeys(OPTIONAL, "") | dict(zip(header, filled, strict=False))))
    except csv.Error as error:
        return lines, [CellProblem(max(reader.line_num, 1), "", "", "quotes", str(error))]
    if not lines and not problems:
        problems.append(CellProblem(1, "", "", "nothing"))
    return lines, problems


def _wrong_header(header: list[str]) -> Iterator[CellProblem]:
    """Columns that lack, stand twice or have no meaning here."""
    known = (*REQUIRED, *OPTIONAL)
    yield from (CellProblem(1, name, "", "column") for name in REQUIRED if name not in header)
    for name, times in Counter(header).items():
        if name and name not in known:
            yield CellProblem(1, name, name, "extra", ", ".join(known))
        elif name and times > 1:
            yield CellProblem(1, name, name, "column_twice")


def _wrong(line: dict[str, str], at: int, catalogue: Catalogue, today: date) -> Iterator[CellProblem]:
    """The problems of one line."""
    region, indicator = line["region"], catalogue.indicators.get(line["indicator"])
    if region not in catalogue.regions:
        codes = _codes(region, catalogue) if region else ()
        yield CellProblem(at, "region", region, "region_name" if len(codes) == 1 else "region", *codes[:1])
    if indicator is None:
        yield CellProblem(at, "indicator", line["indicator"], "indicator")
    elif indicator.kind is Kind.EVENT:
        yield CellProblem(at, "indicator", line["indicator"], "event")
    yield from _wrong_period(line["period"], at, today)
    for name in FLAGS:
        if line[name] not in ("", "yes", "no"):
            yield CellProblem(at, name, line[name], "yes")
    if line["value"] not in MISSING:
        yield from _wrong_value(line["value"], at, indicator)
        if not line["source"]:
            yield CellProblem(at, "source", "", "source")


def _codes(name: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The codes of the regions that bear a name, now or in former times."""
    return tuple(
        code
        for code, one in catalogue.regions.items()
        if name in (one.name_zh, one.short_zh, one.name_en, *(alias.split("|")[0] for alias in one.aliases))
    )


def _wrong_period(text: str, at: int, today: date) -> Iterator[CellProblem]:
    """A period must be one, and over."""
    try:
        period = parse(text)
    except ValueError:
        yield CellProblem(at, "period", text, "period")
        return
    if period.start.year < FIRST_YEAR:
        yield CellProblem(at, "period", text, "period")
    elif period.end > today:
        yield CellProblem(at, "period", text, "future", period.end.isoformat())


def _wrong_value(text: str, at: int, indicator: Indicator | None) -> Iterator[CellProblem]:
    """A value must be a finite number inside the indicator's possible range."""
    if not NUMBER.fullmatch(text):
        yield CellProblem(at, "value", text, "number")
        return
    value = float(text)
    low = -LARGEST if indicator is None or indicator.lower is None else indicator.lower
    high = LARGEST if indicator is None or indicator.upper is None else indicator.upper
    if not low <= value <= high:
        yield CellProblem(at, "value", text, "range", f"{low if value < low else high:g}")


def _row(line: dict[str, str]) -> Observed:
    """A sound line as an observation."""
    period = parse(line["period"])
    return Observed(
        region=line["region"],
        indicator_id=line["indicator"],
        period_start=pd.Timestamp(period.start),
        period_end=pd.Timestamp(period.end),
        value=float(line["value"]),
        provisional=line["provisional"] == "yes",
        series_break=line["series_break"] == "yes",
        source=line["source"],
        note=line["note"],
    )
