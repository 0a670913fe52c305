"""What one load brought: every figure with what stood before it and what has become of it."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from data.ingest.finding import letters
from data.shell.printing import rendered
from ui.figures import Row, region_name
from ui.html import Markup, el
from ui.panels.base import panel, quiet, table
from ui.place import Place
from ui.records.paging import pager, part
from ui.typography import spaced
from ui.uploading.words import figure, indicator, period

MOST = 2000  # figures of a load that the page lists; the download has all
ROWS: dict[Bucket, int] = {"w1920": 13, "w1366": 10, "w1024": 10}
HEADS = (
    ("action", "c-action"), ("region", "c-where"), ("indicator", "c-what"), ("period", "c-when"),
    ("cell", "c-cell wider"),
    ("before", "num"), ("value", "num"), ("now", "c-now"),
)  # fmt: skip
WRITTEN = (
    "action", "region", "region_code", "indicator", "indicator_id", "period_start", "period_end", "cell", "before",
    "value", "unit", "source", "note", "now",
)  # fmt: skip


def brought(frame: DataFrame, n: int, place: Place, bucket: Bucket) -> Markup:
    """The panel with one page of the figures; ``n`` is how many the load brought in all."""
    lang = place.lang
    if frame.empty:
        return panel(say("load.changes.none", lang), quiet(say("load.changes.quiet", lang)))
    key = "load.changes" if n <= len(frame) else "load.changes.first"
    title = spaced(say(key, lang, n=n, most=len(frame)))
    shown = part(frame, ROWS[bucket])
    heads = [(say(f"load.column.{name}", lang), style) for name, style in HEADS]
    rows = [_row(one, lang) for one in each(shown.rows)]
    return panel(title, table(heads, rows, cls="brought", caption=title), pager(shown, place))


def _row(row: Row, lang: str) -> Markup:
    changed = row.action == "changed"
    return el(
        "tr",
        el("td", say(f"load.action.{row.action}", lang), cls="c-action"),
        el("td", region_name(row, lang), cls="c-where"),
        el("th", el("span", spaced(indicator(row.indicator_id, lang)), cls="clamp"), cls="c-what", scope="row"),
        el("td", _period(row, lang), cls="c-when"),
        el("td", _cell(row) or say("value.dash", lang), cls="c-cell wider soft"),
        el("td", figure(row.indicator_id, row.before, lang), cls="num" if changed else "num soft"),
        el("td", el("strong", figure(row.indicator_id, row.value, lang)), cls="num"),
        el("td", _outcome(row, lang), cls="c-now"),
    )


def _period(row: Row, lang: str) -> str:
    """The period of a figure, the day of a milestone report."""
    start, end = row.period_start.date(), row.period_end.date()
    return end.isoformat() if row.event else period(start, end, lang)


def _cell(row: Row) -> str:
    """The cell of the file as a spreadsheet names it; empty where the load did not keep it."""
    if pd.isna(row.file_row):
        return ""
    return f"{'' if pd.isna(row.file_column) else letters(int(row.file_column))}{row.file_row}"


def _outcome(row: Row, lang: str) -> str:
    now = figure(row.indicator_id, row.now, lang)
    back = row.outcome == "withdrawn" and not pd.isna(row.now) and not row.now_demo
    kind = "withdrawn.now" if back else row.outcome
    return spaced(say(f"load.outcome.{kind}", lang, load=row.now_load, value=now))


def written(frame: DataFrame, lang: str) -> bytes:
    """All figures of a load as CSV that Excel opens: names and codes, cell, before, value, what became of it."""
    made = DataFrame(
        {
            "action": [say(f"load.action.{action}", lang) for action in frame["action"]],
            "region": frame[f"region_{lang}"],
            "region_code": frame["region"],
            "indicator": frame[f"indicator_{lang}"],
            "indicator_id": frame["indicator_id"],
            "period_start": frame["period_start"],
            "period_end": frame["period_end"],
            "cell": [_cell(row) for row in each(frame)],
            "before": frame["before"],
            "value": frame["value"],
            "unit": frame["unit"],
            "source": frame["source"],
            "note": frame["note"],
            "now": [_outcome(row, lang) for row in each(frame)],
        }
    )
    named = made.rename(columns={name: say(f"load.column.{name}", lang) for name in WRITTEN})
    return rendered(named, "csv").encode("utf-8-sig")
