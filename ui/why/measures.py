"""What methods without a linear pace measure, written out: growth a year, gap at the base, the line of late years."""

import pandas as pd

from config.text import say
from ui import figures
from ui.figures import Row
from ui.typography import MINUS, change, number

Line = tuple[str, str, str]


def measures(row: Row, method: str, lang: str) -> list[Line]:
    """Key, result and working of each line of a method's own measure."""
    if method == "growth_ratio" and figures.known(row.R):
        return [("sum.R", number(row.R, 3), f"{say('sum.R.growth', lang)} = {_ratio(row)}")]
    if method == "trend" and _has(row, "p"):
        return [("sum.p", change(float(row.p) * 100, 2) + "%", _signed(row, _growth(row, row.current_level)))]
    if method in ("benchmark", "rank") and _has(row, "base_level") and _has(row, "gap"):
        way = 1 if method == "rank" or row.direction == "up" else -1
        return [("sum.gap.base", change(way * float(row.base_level), decimals(row)), "")]
    if method == "hold" and _has(row, "line_at_due") and not _due_in(row):
        return [("sum.line", figures.value(row, row.line_at_due, lang), "")]
    return []


def decimals(row: Row) -> int:
    """The decimals of the row's indicator."""
    return int(row.decimals) if figures.known(row.decimals) else 1


def plain(row: Row, value: float) -> str:
    """A value without its unit, with the indicator's decimals; a negative one in brackets."""
    if not figures.known(value):
        return say("value.dash")
    shown = number(float(value), decimals(row), lang="en")
    return shown if value >= 0 else f"({shown})"


def gap(row: Row, method: str) -> str:
    """The difference a gap is, its figures put in; of places, that between the cut-off and the region's own."""
    if method == "rank":
        if not _has(row, "value") or not _has(row, "current_level"):
            return ""
        return f"{number(row.value)} {MINUS} {number(row.value - row.current_level)}"
    x, t = plain(row, row.current), plain(row, row.target)
    return f"{x} {MINUS} {t}" if row.direction == "up" else f"{t} {MINUS} {x}"


def _has(row: Row, name: str) -> bool:
    """Whether the row has a column and something in it."""
    return figures.known(getattr(row, name, None))


def _due_in(row: Row) -> bool:
    """Whether the figure of the due period is there: then the line says nothing more."""
    return figures.known(row.target_date) and bool(row.current_date >= row.target_date)


def _ratio(row: Row) -> str:
    observed = _growth(row, row.current_level)
    required = _growth(row, row.target, row.target_date)
    return f"{_signed(row, observed)} ÷ |{required}|"


def _growth(row: Row, later: float, day: pd.Timestamp | None = None) -> str:
    """The growth a year from the base to a figure."""
    span = _year(row.current_date if day is None else day) - _year(row.base_date)
    return f"({plain(row, later)} ÷ {plain(row, row.base_level)})^(1 ÷ {number(span)}) {MINUS} 1"


def _year(day: pd.Timestamp) -> float:
    """A day as years, as the growth counts them."""
    return float(day.year + day.day_of_year / (366 if day.is_leap_year else 365))


def _signed(row: Row, growth: str) -> str:
    """Growth in the good direction: turned round where lower is better, or the base is negative."""
    turned = (row.direction == "down") != (row.base_level < 0)
    return f"{MINUS}[{growth}]" if turned else growth
