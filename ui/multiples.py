"""From assessment rows and series to the frames of charts.trend: words, dates and points of each cell."""

from typing import Any

import pandas as pd
from pandas import DataFrame

from charts.cell import Sheet
from charts.each import each
from charts.names import ems
from config.text import say
from config.tokens import Bucket
from ui import chances, figures
from ui.order import ordered
from ui.typography import spaced

SHEETS: dict[Bucket, Sheet] = {
    "w1920": Sheet(4, 3, 1218, 248, 18),
    "w1366": Sheet(4, 2, 878, 246, 16),
    "w1024": Sheet(3, 2, 580, 246, 16),
}
WIDE: dict[Bucket, int] = {"w1920": 1824, "w1366": 1310, "w1024": 984}
CELLS = [
    "key",
    "title",
    "subtitle",
    "status",
    "method",
    "value_label",
    "target_label",
    "target",
    "current",
    "base",
    "base_date",
    "start",
    "end",
    "first_label",
    "last_label",
]


def sheet_for(cells: int, bucket: Bucket, *, wide: bool = False, one_row: bool = False) -> Sheet:
    """The sheet for a number of cells: a few are drawn larger, so that they fill the same ground. ``wide`` is the
    whole width of the window, ``one_row`` keeps cells that fit a row in it, as other things follow under them.
    """
    full = SHEETS[bucket]._replace(width=WIDE[bucket]) if wide else SHEETS[bucket]
    if one_row and cells <= full.columns:
        return full._replace(columns=max(cells, 2), rows=1)
    if cells > 2 * (full.columns - 1):
        return full
    columns = 2 if cells <= 4 else full.columns - 1
    rows = -(-cells // columns)
    return full._replace(columns=columns, rows=rows, height=full.height * (1.4 if rows == 1 else 1.0))


def drawable(frame: DataFrame) -> DataFrame:
    """Targets with something to draw, most pressing first, achieved ones last; milestones have no line."""
    has_line = frame["current"].notna() & frame["unit"].ne("yesno") & frame["rule"].ne("milestone")
    shown = ordered(frame[has_line])
    done = shown["status"].eq("achieved")
    return pd.concat([shown[~done], shown[done]])


def cells(frame: DataFrame, lang: str, bucket: Bucket, sheet: Sheet | None = None) -> DataFrame:
    """One row a cell, in the order of ``frame``; on the sheet for their number where none is given."""
    sheet = sheet or sheet_for(len(frame), bucket)
    made = [_cell(row, lang, bucket, sheet.cell_width / sheet.font - 0.8) for row in each(frame)]
    return pd.DataFrame(made, columns=CELLS)


def _subtitle(row: Any, lang: str, bucket: Bucket, room: float) -> str:
    """Status, chance and who answers; where not all fit, how many offices there are goes first, then the office, then
    a part of the words for the chance: a bare percentage would be read as something else, and a name cut off says
    nothing.
    """
    status = say(f"status.{row.status}", lang)
    figure = chances.figure(row, lang, said=True)
    chance = [say("chance.inline", lang, p=figure)] if figure else []
    narrow = bucket == "w1024" or (bucket == "w1366" and lang == "en")
    parts = [] if narrow else [[status, *chance, figures.owners(row, lang, short=short)] for short in (False, True)]
    said = [say("dot", lang).join(some) for some in [*parts, [status, *chance]]]
    if figure:
        said.append(say("clause", lang).join([status, say("chance.inline.short", lang, p=figure)]))
    return next((words for words in map(spaced, said) if ems(words) <= room), status)


def _cell(row: Any, lang: str, bucket: Bucket, room: float) -> dict[str, object]:
    start, end = _span(row)
    aim = row.target if figures.known(row.target) else None
    return {
        "key": figures.key(row),
        "title": spaced(figures.name(row, lang)),
        "subtitle": _subtitle(row, lang, bucket, room),
        "status": row.status,
        "method": row.method,
        "value_label": figures.value(row, row.current, lang),
        "target_label": _aim(row, aim, lang),
        "target": row.target,
        "current": row.current,
        "base": row.base if _has_path(row) else None,
        "base_date": row.base_date,
        "start": start,
        "end": end,
        "first_label": year(start),
        "last_label": year(end),
    }


def _has_path(row: Any) -> bool:
    """Whether a required path is drawn: while a target is judged by its pace and not yet reached."""
    return row.judged_by in ("linear_pace", "growth_ratio") and row.status not in ("achieved", "not_assessable")


def _aim(row: Any, aim: float | None, lang: str) -> str:
    if row.rule == "benchmark":
        return say("chart.benchmark", lang, value=figures.value(row, aim, lang)) if aim is not None else ""
    return figures.value(row, aim, lang, as_written=True)


def _span(row: Any) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The dates of the axis: from the base or the plan's start, whichever is earlier, to the due date."""
    begins = [day for day in (row.base_date, row.plan_start, row.current_date) if figures.known(day)]
    ends = [day for day in (row.target_date, row.current_date) if figures.known(day)] or [row.plan_end]
    return min(pd.Timestamp(day) for day in begins), max(pd.Timestamp(day) for day in ends)


def year(day: pd.Timestamp) -> str:
    """A date on an axis: the year for its last day, else year and month."""
    last = pd.Timestamp(day)
    return f"{last:%Y}" if (last.month, last.day) in ((12, 31), (12, 30)) else f"{last:%Y-%m}"


def points(frame: DataFrame, series: DataFrame, lang: str) -> DataFrame:
    """The figures behind each cell, within its axis, and those of its benchmark."""
    found = [part for row in each(frame) for part in _points(row, series, lang)]
    columns = ["key", "date", "value", "provisional", "series_break", "role", "hover"]
    return pd.concat(found)[columns] if found else pd.DataFrame(columns=columns)


def _points(row: Any, series: DataFrame, lang: str) -> list[DataFrame]:
    start, end = _span(row)
    parts = [(row.indicator_id, row.region, "value")]
    if row.rule == "benchmark" and figures.known(row.benchmark) and "@" in str(row.benchmark):
        indicator, region = str(row.benchmark).split("@")
        parts.append((indicator, region, "benchmark"))
    made = []
    for indicator, region, role in parts:
        own = series[series["indicator_id"].eq(indicator) & series["region"].eq(region)]
        own = own[own["period_end"].between(start, end)]
        if len(own):
            hover = [_hover(row, point, lang) for point in each(own)]
            made.append(own.rename(columns={"period_end": "date"}).assign(key=figures.key(row), role=role, hover=hover))
    return made


def _hover(row: Any, point: Any, lang: str) -> str:
    marks = [mark for mark in ("provisional", "series_break", "demo") if getattr(point, mark)]
    notes = [say(f"point.{mark}", lang) for mark in marks]
    shown = f"{point.period_end:%Y-%m-%d} {figures.value(row, point.value, lang)}"
    return shown + (say("paren", lang, inside=say("list", lang).join(notes)) if notes else "")


def dues(frame: DataFrame, everything: DataFrame) -> DataFrame:
    """Every dated figure of each target at its region up to the one shown, for target line and
    required path.
    """
    made = []
    for row in each(frame):
        own = everything[everything["target_id"].eq(row.target_id) & everything["region"].eq(row.region)]
        own = own[own["target_date"] <= row.target_date] if figures.known(row.target_date) else own
        made.append(pd.DataFrame({"key": figures.key(row), "date": own["target_date"], "target": own["target"]}))
    return pd.concat(made) if made else pd.DataFrame(columns=["key", "date", "target"])
