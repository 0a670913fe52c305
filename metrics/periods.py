"""Periods as the field writes them: 2019, 2019H1, 2019Q1, 2019-06, and the Chinese forms of the same."""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

HALF = {"上": 1, "下": 2, "1": 1, "2": 2, "一": 1, "二": 2}
QUARTER = {"1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4}
PATTERNS: tuple[tuple[str, int], ...] = (
    (r"(\d{4})年?度?", 12),
    (r"(\d{4})年?(?:[Hh]([12])|([上下])半年)", 6),
    (r"(\d{4})年?第?(?:[Qq]([1-4])|([1-4一二三四])季度?)", 3),
    (r"(\d{4})[-年/]?(0?[1-9]|1[0-2])月?", 1),
)


class Period(NamedTuple):
    """A span of whole months; a figure counts at its end."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """How many months the period has."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1


class UnreadablePeriod(ValueError):
    """A text that names no period; the text is the message."""


def of_months(year: int, first: int, months: int) -> Period:
    """The period of ``months`` months from month ``first`` of a year."""
    last = first + months - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def parse(text: str) -> Period:
    """The period a text names. Raises UnreadablePeriod."""
    found = text.strip()
    for pattern, months in PATTERNS:
        match = re.fullmatch(pattern, found)
        if match is None:
            continue
        part = next((group for group in match.groups()[1:] if group), "1")
        number = int(part) if part.isdigit() else (HALF if months == 6 else QUARTER)[part]
        return of_months(int(match[1]), (number - 1) * months + 1, months)
    raise UnreadablePeriod(text)


def containing(day: date, months: int) -> Period:
    """The period of ``months`` months that contains a day, counted from January."""
    return of_months(day.year, (day.month - 1) // months * months + 1, months)


def label(start: date, end: date) -> str:
    """The short form of a period: 2019, 2019H1, 2019Q2, 2019-06, or both days."""
    period = Period(start, end)
    if period != of_months(start.year, start.month, min(period.months, 13 - start.month)):
        return f"{start.isoformat()}/{end.isoformat()}"
    match period.months:
        case 12 if start.month == 1:
            return str(start.year)
        case 6 if start.month in (1, 7):
            return f"{start.year}H{(start.month + 5) // 6}"
        case 3 if start.month % 3 == 1:
            return f"{start.year}Q{(start.month + 2) // 3}"
        case 1:
            return f"{start.year}-{start.month:02d}"
        case _:
            return f"{start.isoformat()}/{end.isoformat()}"
