"""What is shown as CSV and as a workbook: one row a dated figure, the as-of date in every row, and the sources."""

import io
from collections.abc import Callable
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import tokens
from config.units import unit_words
from data.ingest.workbook import fitting, head, printed, put_text, set_widths, sheet_title, title
from data.shell.printing import rendered
from ui import cache, figures
from ui.figures import Row
from ui.library.names import every_owner, marks, plan_short, why_open
from ui.typography import spaced

GROUND, LINE = "#F4F6F8", "#8A95A0"
Said = dict[tuple[object, ...], str]
Cell = Callable[[Row, str], object]


def _text(cell: object) -> str:
    return "" if pd.isna(cell) else str(cell)  # type: ignore[call-overload]


def _day(cell: Any) -> str:
    return "" if pd.isna(cell) else str(cell.date().isoformat())


def _number(cell: Any) -> object:
    return None if pd.isna(cell) else float(cell)


def _status(row: Row, lang: str) -> str:
    return f"{tokens().mark(row.status).char} {say(f'status.{row.status}', lang)}"


def _reading(row: Row, lang: str) -> str:
    binding = [say(f"binding.{row.binding}", lang)] if row.binding in ("yes", "no") else []
    return say("list", lang).join(binding + marks(row, lang))


def _yes(cell: object, lang: str) -> str:
    return say("library.yes" if cell else "library.no", lang)


TARGETS: dict[str, Cell] = {
    "plan": lambda row, _: row.plan,
    "id": lambda row, _: row.target_id,
    "section": lambda row, _: _text(row.section),
    "dimension": lambda row, lang: say(f"dimension.{row.dimension}", lang),
    "name": lambda row, lang: figures.name(row, lang, short=False),
    "region": lambda row, lang: figures.region_name(row, lang),
    "rule": lambda row, lang: say(f"rule.{row.rule}", lang),
    "tier": lambda row, _: int(row.tier),
    "target": lambda row, lang: figures.target(row, lang),
    "value": lambda row, _: _number(row.value),
    "value_high": lambda row, _: _number(row.value_high),
    "unit": lambda row, lang: unit_words(row.unit, lang).suffix or _text(getattr(row, f"measure_{lang}")),
    "due": lambda row, _: _day(row.due),
    "inferred": lambda row, lang: _yes(row.due_inferred, lang),
    "reading": _reading,
    "owner": every_owner,
    "status": _status,
    "reason": lambda row, lang: say(f"reason.{row.reason}", lang) if _text(row.reason) else "",
    "current": lambda row, _: _number(row.current),
    "current_date": lambda row, _: _day(row.current_date),
    "demo": lambda row, lang: _yes(row.demo, lang),
    "as_of": lambda row, _: _day(row.as_of),
}


def _milestones(said: Said) -> dict[str, Cell]:
    def evidence(row: Row, lang: str) -> str:
        return _text(row.current_source) if row.status == "achieved" else why_open(row, said, lang)

    names = ("plan", "id", "section", "dimension", "name", "region", "status", "due", "inferred")
    return {
        **{name: TARGETS[name] for name in names},
        "done": lambda row, _: _day(row.current_date) if row.status == "achieved" else "",
        "evidence": evidence,
        "load": lambda row, _: None if pd.isna(row.current_load) else int(row.current_load),
        **{name: TARGETS[name] for name in ("owner", "demo", "as_of")},
    }


def sheet_of(frame: DataFrame, view: str, said: Said, lang: str) -> DataFrame:
    """The rows as they are handed out, under the words of their columns."""
    columns = _milestones(said) if view == "milestones" else TARGETS
    plans = {plan: plan_short(plan, lang) for plan in frame["plan"].unique()}
    rows = list(each(frame.assign(plan=frame["plan"].map(plans))))
    made = {say(f"library.export.{name}", lang): [cell(row, lang) for row in rows] for name, cell in columns.items()}
    return DataFrame(made)


def sources(frame: DataFrame, lang: str) -> str:
    """Which documents the rows are from, at which date each of them stands, and whether any figure is made up."""
    known = cache.plans().set_index("id")
    parts = []
    for plan, rows in frame.groupby("plan", sort=False):
        row = known.loc[plan]
        number = _text(row["number"]) if lang == "zh" else ""
        document = str(row[f"title_{lang}"]) + (say("paren", lang, inside=number) if number else "")
        parts.append(say("library.source.one", lang, document=document, day=_day(rows["as_of"].iloc[0])))
    demo = say("library.source.demo", lang) if frame["demo"].astype(bool).any() else ""
    said = say("library.sources", lang, documents=say("list.long", lang).join(parts))
    return spaced(said + demo + say("library.version", lang, version=cache.version()))


def csv(frame: DataFrame, view: str, said: Said, lang: str) -> bytes:
    """The rows as CSV that a spreadsheet opens, the sources as its last line."""
    last = DataFrame({sources(frame, lang): []})
    table = rendered(sheet_of(frame, view, said, lang), "csv")
    return (table + rendered(last, "csv")).encode("utf-8-sig")


def excel(frame: DataFrame, view: str, said: Said, words: str, lang: str) -> bytes:
    """The rows as a workbook: what is shown and the sources over the heads, text always as text."""
    made = sheet_of(frame, view, said, lang)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = sheet_title(say(f"library.file.{view}", lang), [])
    title(sheet, 1, words, len(made.columns), size=14, height=26)
    title(sheet, 2, sources(frame, lang), len(made.columns), height=40)
    for at, name in enumerate(made.columns, start=1):
        put_text(sheet.cell(3, at), str(name))
        head(sheet.cell(3, at), GROUND, LINE)
    for down, row in enumerate(made.itertuples(index=False), start=4):
        for at, value in enumerate(row, start=1):
            _put(sheet.cell(down, at), value)
    texts = [[_shown(value) for value in row] for row in made.itertuples(index=False)]
    set_widths(sheet, fitting([list(map(str, made.columns)), *texts]))
    sheet.freeze_panes = "A4"
    sheet.auto_filter.ref = f"A3:{get_column_letter(len(made.columns))}{3 + len(made)}"
    printed(sheet, head_row=3, footer=say("board.name", lang))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _shown(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _put(cell: Any, value: Any) -> None:
    """A number as a number, nothing as nothing, all else as text."""
    if isinstance(value, str):
        put_text(cell, value)
    elif not pd.isna(value):
        cell.value = float(value) if isinstance(value, float) and not value.is_integer() else int(value)
