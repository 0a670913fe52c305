"""Periods as the field writes them: 2019, 2019H1, 2019Q1, 2019-06, and the Chinese forms of the same.

Years have four digits. Figures counted from January (2019年1-6月, 前三季度) have the period of those months.
"""

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

# Full-width signs, Chinese figures and the many dashes, each as the plain sign that the patterns know.
PLAIN = (
    {0xFEE0 + code: code for code in range(0x21, 0x7F)}
    | str.maketrans("—–―−‐‑~～－至到", "-" * 11)
    | str.maketrans("〇零○一二三四五六七八九两\u3000\u00a0", "0001234567892  ")
)
TENS = (
    (re.compile("(?<=[1-9])十(?=[1-9])"), ""),
    (re.compile("(?<=[1-9])十"), "0"),
    (re.compile("十(?=[1-9])"), "1"),
    (re.compile("十"), "10"),
)
BLANKS = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")  # two figures apart stay apart

MONTH = "0?[1-9]|1[0-2]"
# What follows the year, with the months of such a part; 0 where they are counted up to ``until``.
FORMS = tuple(
    (re.compile(f"([0-9]{{4}})(?:{form})"), months)
    for form, months in (
        ("年?度?(?:累计)?|年?(?:全年|[末底终]|[(][末底终][)])(?:累计)?", 12),
        ("[-年/]?(?:[Hh](?P<part>[12])|(?P<half>[上下])半年)(?:累计)?", 6),
        ("[-年/]?第?(?:[Qq](?P<part>[1-4])|(?P<word>[1-4])季度?)", 3),
        (f"(?P<part>0[1-9]|1[0-2])|[-年/]?(?P<word>{MONTH})月份?|[-年/](?P<bare>{MONTH})", 1),
        ("[.](?P<part>0[1-9]|[2-9]|1[0-2])", 1),  # 2019.1 may once have been 2019.10
        (f"[-年./](?P<since>{MONTH})月?-+(?P<until>{MONTH})月份?(?:累计)?", 0),
        ("年?前(?P<until>[1-9]|1[0-2])个?月(?:累计)?", 0),
        ("年?(?:前|1-+)(?P<quarters>[2-4])个?季度(?:累计)?", 0),
    )
)
DAY = re.compile(
    rf"([0-9]{{4}})(?:-({MONTH})-|/({MONTH})/|[.]({MONTH})[.]|年({MONTH})月)(0?[1-9]|[12][0-9]|3[01])[日号]?"
    r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?)?"
)
RUN_TOGETHER = re.compile("((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
HALVES = {"上": 1, "下": 2}


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
    found = _plain(text)
    for form, months in FORMS:
        match = form.fullmatch(found)
        if match and match[1] != "0000":
            return _matched(text, match, months)
    raise UnreadablePeriod(text)


def _plain(text: str) -> str:
    """A text in the signs of the patterns, without blanks except between two figures."""
    found = text.strip().translate(PLAIN)
    for sign, figure in TENS if "十" in found else ():
        found = sign.sub(figure, found)
    return BLANKS.sub("", found)


def _matched(text: str, match: re.Match[str], months: int) -> Period:
    """The period of a form that fits. Raises UnreadablePeriod for months that are no half or quarter of a year."""
    year, said = int(match[1]), {name: part for name, part in match.groupdict().items() if part}
    if months:
        part = next(iter(said.values()), "1")
        return of_months(year, (int(HALVES.get(part, part)) - 1) * months + 1, months)
    since = int(said.get("since", 1))
    until = 3 * int(said["quarters"]) if "quarters" in said else int(said["until"])
    count = until - since + 1
    if since == 1 or (count in (3, 6) and until % count == 0):
        return of_months(year, since, count)
    raise UnreadablePeriod(text)


def parse_day(text: str) -> date:
    """The day a text names: 2019-06-30, 2019/6/30, 2019年6月30日, 20190630; a time of day is left out.

    Raises UnreadablePeriod.
    """
    found = _plain(text)
    match = DAY.fullmatch(found) or RUN_TOGETHER.fullmatch(found)
    if match is None:
        raise UnreadablePeriod(text)
    year, month, day = (int(part) for part in match.groups() if part)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UnreadablePeriod(text) from error


def reported(text: str, months: int) -> Period:
    """The period of a figure that is due every ``months`` months, from a period or a day.

    A day stands for the period whose last day it is; where figures are monthly, the first of a month stands for that
    month, as spreadsheets make it of 2019-06. Raises UnreadablePeriod.
    """
    try:
        return parse(text)
    except UnreadablePeriod:
        day = parse_day(text)
    period = containing(day, months)
    if day == period.end or (months == 1 and day == period.start):
        return period
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
