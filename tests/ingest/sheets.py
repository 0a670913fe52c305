"""Sheets made in a test, and what comes of them."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from data.catalogue.reading import shipped
from data.ingest.book import Book, Kind, Sheet, Span
from data.ingest.canonical import write_rows
from data.ingest.laying import laid
from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Mapping
from data.ingest.shape import Result, understand
from data.ingest.table import Question, Table

MARKET = "350500-market"
TRADEMARKS, SPOT_CHECKS = "注册商标拥有量", "产品质量国家监督抽查合格率"


@cache
def lexicon(department: str | None = MARKET) -> Lexicon:
    return Lexicon(shipped(), department)


def rows_of(text: str) -> list[list[str]]:
    """Rows written one a line, cells between strokes."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()]


def sheet(
    folder: Path,
    rows: Sequence[Sequence[str]],
    *,
    name: str = "Sheet1",
    merged: Sequence[Span] = (),
    hidden: bool = False,
) -> Sheet:
    path = folder / f"{name}.csv"
    write_rows(path, rows)
    return Sheet(name, path, len(rows), max(map(len, rows), default=0), tuple(merged), hidden)


def book(*sheets: Sheet, kind: Kind = "xlsx") -> Book:
    return Book(kind, kind, "", sheets)


def shaped(
    folder: Path,
    text: str,
    *,
    mapping: Mapping | None = None,
    department: str | None = MARKET,
    name: str = "Sheet1",
    merged: Sequence[Span] = (),
    kind: Kind = "xlsx",
) -> tuple[Sheet, Result]:
    """A sheet from its text, and its shape."""
    one = sheet(folder, rows_of(text), name=name, merged=merged)
    return one, understand(book(one, kind=kind), lexicon(department), mapping or Mapping())


def figures(one: Sheet, found: Result) -> list[tuple[str, str, str, str, str]]:
    """Region, indicator, period, value and unit of every value cell, as texts."""
    assert isinstance(found, Table), found
    frame = laid(one, found)
    return list(
        frame[["region_text", "indicator_text", "period_text", "value_text", "unit_text"]].itertuples(
            index=False, name=None
        )
    )


def asked(found: Result) -> dict[str, tuple[str, ...]]:
    """What is asked, with the choices."""
    assert isinstance(found, tuple), found
    assert all(isinstance(question, Question) for question in found)
    return {question.about: question.choices for question in found}
