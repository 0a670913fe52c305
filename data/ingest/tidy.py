"""Read a tidy table of figures: one line a region, indicator and period.

Columns ``region, indicator, period, value`` and, where known, ``provisional, series_break, source, note``.
Everything is read as text first; nothing is guessed.
"""

import csv
import io
from dataclasses import dataclass

import pandas as pd

from data.catalogue.reading import Catalogue
from metrics.model.catalogue import Indicator
from metrics.periods import UnreadablePeriod, parse

REQUIRED = ("region", "indicator", "period", "value")
OPTIONAL = ("provisional", "series_break", "source", "note")
MISSING = ("", "-", "--", "…", "NA", "NaN", "/")


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with one cell: line of the file (the header is 1), column, content, text key of what and cure."""

    row: int
    column: str
    value: str
    code: str
    other: str = ""


@dataclass(frozen=True)
class Reading:
    """A file as understood: the figures, how many lines were missing values, and every problem."""

    rows: pd.DataFrame
    read: int
    missing: int
    problems: tuple[CellProblem, ...]


def read_tidy(text: str, catalogue: Catalogue) -> Reading:
    """Understand a tidy table against the catalogue; problems are collected, never raised."""
    reader = csv.DictReader(io.StringIO(text))
    lacking = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
    if lacking:
        return Reading(pd.DataFrame(), 0, 0, tuple(CellProblem(1, name, "", "column") for name in lacking))
    rows: list[dict[str, object]] = []
    problems: list[CellProblem] = []
    read = missing = 0
    places: dict[tuple[object, ...], int] = {}
    for raw in reader:
        read += 1
        line = {name: (raw.get(name) or "").strip() for name in (*REQUIRED, *OPTIONAL)}
        found = list(_wrong(line, reader.line_num, catalogue))
        if not found and line["value"] in MISSING:
            missing += 1
            continue
        if found:
            problems += found
            continue
        row = _row(line)
        key = (row["region"], row["indicator_id"], row["period_start"], row["period_end"])
        if key in places:
            problems.append(CellProblem(reader.line_num, "period", line["period"], "twice", str(places[key])))
        places[key] = reader.line_num
        rows.append(row)
    return Reading(pd.DataFrame(rows), read, missing, tuple(problems))


def _wrong(line: dict[str, str], at: int, catalogue: Catalogue) -> list[CellProblem]:
    """The problems of one line."""
    found = []
    if line["region"] not in catalogue.regions:
        found.append(CellProblem(at, "region", line["region"], "region"))
    indicator = catalogue.indicators.get(line["indicator"])
    if indicator is None:
        found.append(CellProblem(at, "indicator", line["indicator"], "indicator"))
    try:
        parse(line["period"])
    except UnreadablePeriod:
        found.append(CellProblem(at, "period", line["period"], "period"))
    if line["value"] not in MISSING:
        found += _wrong_value(line["value"], at, indicator)
        if not line["source"]:
            found.append(CellProblem(at, "source", "", "source"))
    return found


def _wrong_value(text: str, at: int, indicator: Indicator | None) -> list[CellProblem]:
    """A value must be a number inside the indicator's possible range."""
    try:
        value = float(text)
    except ValueError:
        return [CellProblem(at, "value", text, "number")]
    if indicator is None or value != value:
        return [] if value == value else [CellProblem(at, "value", text, "number")]
    low = indicator.lower is not None and value < indicator.lower
    high = indicator.upper is not None and value > indicator.upper
    limit = indicator.lower if low else indicator.upper
    return [CellProblem(at, "value", text, "range", f"{limit:g}")] if low or high else []


def _row(line: dict[str, str]) -> dict[str, object]:
    """A sound line as an observation."""
    period = parse(line["period"])
    return {
        "region": line["region"],
        "indicator_id": line["indicator"],
        "period_start": pd.Timestamp(period.start),
        "period_end": pd.Timestamp(period.end),
        "value": float(line["value"]),
        "provisional": line["provisional"] == "yes",
        "series_break": line["series_break"] == "yes",
        "source": line["source"],
        "note": line["note"],
    }
