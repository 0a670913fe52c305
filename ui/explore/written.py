"""What is shown as files: a CSV with one line a cell, and a workbook with the table and those lines."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import tokens
from data.ingest.workbook import FONT, body, fitting, head, printed, put_text, set_widths, sheet_title
from data.shell.printing import rendered
from ui import cache
from ui.explore.grid import Grid
from ui.explore.words import MARKS, Names, marks
from ui.place import Place
from ui.typography import spaced
from ui.uploading.words import period

COLUMNS = (
    "region", "region_code", "indicator", "indicator_id", "period", "period_start", "period_end", "value", "value_unit",
    "measure", "figure", "unit", "of", "marks", "lacking", "source", "note", "load", "as_of",
)  # fmt: skip
NUMBERS = ("value", "figure", "of", "load")


@dataclass(frozen=True)
class Shown:
    """A view with what it is to be called."""

    grid: Grid
    named: Names
    place: Place

    @property
    def lang(self) -> str:
        """The language of the files."""
        return self.place.lang


def lines(shown: Shown) -> DataFrame:
    """Every cell of the view in the order of the table: names and codes, value, figure of the measure, unit, marks, why
    there is none, source, load, as-of date. Columns are named by their codes.
    """
    grid = shown.grid
    made = [_line(grid.cell(line, column), shown) for line in grid.lines for column in grid.columns]
    frame = DataFrame(made, columns=list(COLUMNS))
    return frame.astype({"value": float, "figure": float, "of": "Int64", "load": "Int64"})


def _line(cell: Any, shown: Shown) -> dict[str, object]:
    named, lang, measure = shown.named, shown.lang, shown.grid.view.measure
    signs = [say(f"explore.mark.{mark}.said", lang) for mark in _marks(cell)]
    if cell.tied:
        signs.append(say("explore.mark.tied", lang))
    return {
        "region": named.region(cell.region),
        "region_code": cell.region,
        "indicator": named.indicator(cell.indicator_id),
        "indicator_id": cell.indicator_id,
        "period": period(cell.period_start.date(), cell.period_end.date(), lang),
        "period_start": cell.period_start,
        "period_end": cell.period_end,
        "value": cell.value,
        "value_unit": named.unit(cell.indicator_id, "value"),
        "measure": say(f"explore.measure.{measure}", lang),
        "figure": cell.figure,
        "unit": named.unit(cell.indicator_id, measure),
        "of": cell.of,
        "marks": say("list", lang).join(signs),
        "lacking": named.figure(cell) if cell.state else "",
        "source": cell.source if pd.notna(cell.source) else "",
        "note": cell.note if pd.notna(cell.note) else "",
        "load": cell.load_id,
        "as_of": shown.place.as_of.isoformat(),
    }


def _marks(cell: Any) -> list[str]:
    """The marks of the value, also where the measure has no figure."""
    held = {"provisional": cell.provisional, "series_break": cell.series_break, "rolled": cell.origin == "rollup"}
    return [mark for mark in MARKS if held.get(mark, cell.demo)] if pd.notna(cell.value) else []


def csv(shown: Shown) -> bytes:
    """The lines as CSV that Excel opens; no cell can run as a formula."""
    titles = {name: say(f"explore.file.{name}", shown.lang) for name in COLUMNS}
    return rendered(lines(shown).rename(columns=titles), "csv").encode("utf-8-sig")


def about(shown: Shown) -> list[str]:
    """What stands over the table: title, plan, as-of date, version of the data, and that figures are demonstration."""
    lang, place, view = shown.lang, shown.place, shown.grid.view
    plan = cache.plans().set_index("id").loc[place.plan]
    told = [cell for cell in shown.grid.at.values() if pd.notna(cell.value)]
    said = [
        say("explore.file.title", lang, measure=say(f"explore.measure.{view.measure}", lang)),
        say("dot", lang).join(
            [
                str(plan[f"title_{lang}"]),
                spaced(say("foot.as_of", lang, day=place.as_of.isoformat())),
                spaced(say("foot.version", lang, version=cache.version())),
            ]
        ),
    ]
    if place.known:
        said.append(say("explore.file.known", lang, moment=place.known.isoformat()))
    if any(cell.demo for cell in told):
        every = all(cell.demo for cell in told)
        said.append(say("explore.file.demo.all" if every else "explore.file.demo", lang))
    if view.measure != "value":
        said.append(say(f"explore.note.{view.measure}", lang))
    return said


def xlsx(shown: Shown) -> bytes:
    """A workbook: the table as shown, and under a second tab every cell with source and load."""
    book, lang = Workbook(), shown.lang
    sheet = book.active
    assert sheet is not None
    sheet.title = sheet_title(say("explore.file.table", lang), [])
    _table(sheet, shown)
    second = book.create_sheet(sheet_title(say("explore.file.lines", lang), [sheet.title]))
    _lines(second, lines(shown), lang)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _table(sheet: Any, shown: Shown) -> None:
    grid, named, lang = shown.grid, shown.named, shown.lang
    view, ground, edge = grid.view, tokens().colour["light"].sunk, tokens().colour["light"].hair
    for number, words in enumerate(about(shown), start=1):
        put_text(sheet.cell(number, 1), words)
        sheet.cell(number, 1).font = Font(name=FONT, size=14 if number == 1 else 11, bold=number == 1)
    top = len(about(shown)) + 2
    titles = [say(f"explore.axis.{view.blocks}", lang), say(f"explore.axis.{view.rows}", lang)]
    titles += [say("explore.unit", lang)] if view.cols != "indicator" else []
    units = (
        {column: named.unit(str(column), view.measure) for column in grid.columns} if view.cols == "indicator" else {}
    )
    heads = [
        named.heading(view.cols, column) + (say("paren", lang, inside=units[column]) if units.get(column) else "")
        for column in grid.columns
    ]
    texts = [[*titles, *heads]]
    for line in grid.lines:
        start = [named.heading(view.blocks, line[0]), named.heading(view.rows, line[1])]
        if view.cols != "indicator":
            start.append(named.unit(grid.cell(line, grid.columns[0]).indicator_id, view.measure))
        texts.append([*start, *(_words(grid.cell(line, column), shown) for column in grid.columns)])
    for down, row in enumerate(texts):
        for across, words in enumerate(row, start=1):
            put_text(sheet.cell(top + down, across), words)
            head(sheet.cell(top, across), ground, edge) if down == 0 else body(sheet.cell(top + down, across), edge)
    for down, line in enumerate(grid.lines, start=1):
        for across, column in enumerate(grid.columns, start=len(titles) + 1):
            _number(sheet.cell(top + down, across), grid.cell(line, column), shown)
    set_widths(sheet, fitting(texts))
    sheet.freeze_panes = sheet.cell(top + 1, len(titles) + 1)
    printed(sheet, head_row=top, footer=about(shown)[1])


def _words(cell: Any, shown: Shown) -> str:
    """A cell with its marks in full."""
    said = shown.named.signed(cell, shown.grid.view.measure)
    signs = [say(f"explore.mark.{mark}", shown.lang) for mark in marks(cell, demo=shown.grid.demo)]
    return said + say("paren", shown.lang, inside=say("list", shown.lang).join(signs)) if signs else said


def _number(cell: Any, found: Any, shown: Shown) -> None:
    """A figure without marks is written as a number, with the decimals shown."""
    if found.state or marks(found, demo=shown.grid.demo) or pd.notna(found.of):
        return
    said = shown.named.indicators[found.indicator_id].decimals
    cell.value = float(found.figure)
    cell.number_format = "0." + "0" * int(said) if pd.notna(said) and said > 0 else "General"


def _lines(sheet: Any, frame: DataFrame, lang: str) -> None:
    ground, edge = tokens().colour["light"].sunk, tokens().colour["light"].hair
    titles = [say(f"explore.file.{name}", lang) for name in COLUMNS]
    for across, words in enumerate(titles, start=1):
        put_text(sheet.cell(1, across), words)
        head(sheet.cell(1, across), ground, edge)
    texts = [titles]
    for down, row in enumerate(each(frame), start=2):
        said = []
        for across, name in enumerate(COLUMNS, start=1):
            one, cell = getattr(row, name), sheet.cell(down, across)
            if name in NUMBERS and pd.notna(one):
                cell.value = float(one) if name in ("value", "figure") else int(one)
            elif name not in NUMBERS:
                put_text(cell, f"{one:%Y-%m-%d}" if name.startswith("period_") else str(one))
            said.append(str(cell.value or ""))
        texts.append(said)
    set_widths(sheet, fitting(texts))
    sheet.freeze_panes = "A2"
