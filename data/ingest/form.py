"""The look of the form a department fills in: a sheet to fill, a sheet that explains, and what drop-downs offer."""

import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from config.text import say
from config.tokens import tokens
from data.ingest import workbook as look
from metrics.model.catalogue import Indicator
from metrics.model.vocabulary import Kind

COLUMNS = ("region", "indicator", "unit", "period", "value", "last", "source", "evidence", "note")
WIDTHS = (16, 36, 11, 19, 13, 28, 26, 26, 26)  # the second grows with the names it holds
FILLED_IN = ("value", "source", "evidence", "note")
CENTRED = ("region", "unit", "period", "last")
HEAD = 3  # the row of the heads
SPARE = 200  # rows below the last that have drop-downs too
LISTS = "lists"  # the sheet of what drop-downs offer; nobody sees it
LARGEST = 1e15
POINTS = ("fill", "unit", "event", "period", "more", "last", "upload")
GLOSSARY = ("indicator", "way", "definition", "origin")
GLOSSARY_WIDTHS = (40, 46, 64, 36)


@dataclass(frozen=True)
class Line:
    """One row: region, indicator, unit and period in words, the newest figure known, and the indicator itself."""

    region: str
    name: str
    unit: str
    period: str
    last: str
    indicator: Indicator


@dataclass(frozen=True)
class Form:
    """All that a form holds, in one language: whose it is, its rows, and the regions that may be chosen."""

    department: str
    lines: tuple[Line, ...]
    regions: tuple[str, ...]
    today: date
    lang: str

    def say(self, key: str, **values: object) -> str:
        """A text of the form."""
        return say(key, self.lang, **values)

    @property
    def title(self) -> str:
        """What stands above it."""
        return self.say("files.form.title", department=self.department)

    @property
    def of_indicator(self) -> dict[str, Line]:
        """The first row of every indicator."""
        found: dict[str, Line] = {}
        for line in self.lines:
            found.setdefault(line.name, line)
        return found


def written(form: Form) -> bytes:
    """The form as a workbook."""
    book: Any = Workbook()
    book.active.title = form.say("files.form")
    _fill(book.active, form)
    _explain(book.create_sheet(form.say("files.guide")), form)
    _lists(book.create_sheet(LISTS), form)
    book.properties.title, book.properties.creator = form.title, say("board.name", form.lang)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _fill(sheet: Any, form: Form) -> None:
    """The sheet to fill in."""
    colour = tokens().colour["light"]
    look.title(sheet, 1, form.title, len(COLUMNS), size=16, height=32)
    hint = "files.form.hint" if form.lines else "files.form.nothing"
    look.title(sheet, 2, form.say(hint, today=form.today.isoformat()), len(COLUMNS), height=22)
    for column, name in enumerate(COLUMNS, start=1):
        look.put_text(sheet.cell(HEAD, column), form.say(f"files.column.{name}"))
        look.head(sheet.cell(HEAD, column), colour.grey_tint, colour.axis)
    sheet.row_dimensions[HEAD].height = 26
    for row, line in enumerate(form.lines, start=HEAD + 1):
        texts = {"region": line.region, "indicator": line.name, "unit": line.unit, "period": line.period}
        for column, name in enumerate(COLUMNS, start=1):
            cell = sheet.cell(row, column)
            across = "center" if name in CENTRED else "right" if name == "value" else "left"
            look.body(cell, colour.axis, ground="" if name in FILLED_IN else colour.sunk, across=across)
            if text := (texts | {"last": line.last}).get(name):
                look.put_text(cell, text)
            if name in ("period", "source", "evidence", "note"):
                cell.number_format = "@"
        sheet.cell(row, 2).comment = look.comment(_definition(line, form), say("board.name", form.lang))
    longest = max((look.breadth(line.name) + 2 for line in form.lines), default=0)
    look.set_widths(sheet, (WIDTHS[0], max(WIDTHS[1], longest), *WIDTHS[2:]))
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = look.ROW_HEIGHT, True
    sheet.freeze_panes = sheet.cell(HEAD + 1, 3)
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(COLUMNS))}{HEAD + max(len(form.lines), 1)}"
    look.printed(sheet, head_row=HEAD, footer=f"{form.title} {form.today.isoformat()}")
    _offer(sheet, form)
    _bound(sheet, form)


def _definition(line: Line, form: Form) -> str:
    """What an indicator means, in which unit and range."""
    one = line.indicator
    words = {
        "definition": one.definition_zh if form.lang == "zh" else one.definition_en,
        "unit": line.unit,
        "range": _range(one, form),
        "frequency": form.say(f"files.frequency.{one.frequency.value}"),
    }
    return "\n".join(form.say(f"files.comment.{name}", text=text) for name, text in words.items() if text)


def _range(indicator: Indicator, form: Form) -> str:
    """The possible range in words."""
    low, high = (None if bound is None else f"{bound:g}" for bound in (indicator.lower, indicator.upper))
    if indicator.kind is Kind.EVENT:
        return form.say("files.range.event", done=form.say("files.done"), open=form.say("files.open"))
    kind = "both" if low and high else "low" if low else "high" if high else "none"
    return form.say(f"files.range.{kind}", low=low, high=high)


def _offer(sheet: Any, form: Form) -> None:
    """Drop-downs for regions and indicators, in the rows below the form too."""
    last = HEAD + len(form.lines) + SPARE
    for column, count in (("A", len(form.regions)), ("B", len(form.of_indicator))):
        if count:
            rule = DataValidation("list", formula1=f"={LISTS}!${column}$1:${column}${count}", allow_blank=True)
            _say(rule, form.say("files.choose.title"), form.say("files.choose"))
            rule.add(f"{column}{HEAD + 1}:{column}{last}")
            sheet.add_data_validation(rule)


def _bound(sheet: Any, form: Form) -> None:
    """Only what is possible goes into a value's cell: a figure in range, or a milestone's state."""
    rows: dict[tuple[object, ...], list[int]] = {}
    for row, line in enumerate(form.lines, start=HEAD + 1):
        one = line.indicator
        rows.setdefault((one.kind is Kind.EVENT, one.lower, one.upper, line.unit), []).append(row)
    for (event, low, high, unit), places in rows.items():
        if event:
            rule = DataValidation("list", formula1=f"={LISTS}!$C$1:$C$2", allow_blank=True)
            words = form.say("files.enter.event")
        else:
            rule = DataValidation("decimal", operator="between", allow_blank=True)
            rule.formula1, rule.formula2 = (f"{_edge(low, -LARGEST)}", f"{_edge(high, LARGEST)}")
            limits = _range(form.lines[places[0] - HEAD - 1].indicator, form)
            words = form.say("files.enter", range=limits, unit=unit)
        _say(rule, form.say("files.enter.title"), words)
        rule.showInputMessage, rule.promptTitle, rule.prompt = True, form.say("files.enter.prompt"), words
        for row in places:
            rule.add(f"E{row}")
        sheet.add_data_validation(rule)


def _edge(bound: object, otherwise: float) -> str:
    """A bound of a range as a workbook writes it."""
    return f"{otherwise if bound is None else bound:.15g}"


def _say(rule: DataValidation, title: str, words: str) -> None:
    """What is told of an entry that does not fit."""
    rule.showErrorMessage, rule.errorTitle, rule.error = True, title, words


def _explain(sheet: Any, form: Form) -> None:
    """The sheet that says how to fill the form in, and what each indicator means."""
    colour = tokens().colour["light"]
    look.title(sheet, 1, form.say("files.guide"), len(GLOSSARY), size=16, height=32)
    for row, point in enumerate(POINTS, start=2):
        look.title(sheet, row, form.say(f"files.point.{point}", number=row - 1), len(GLOSSARY), height=24)
    top = len(POINTS) + 3
    for column, name in enumerate(GLOSSARY, start=1):
        look.put_text(sheet.cell(top, column), form.say(f"files.glossary.{name}"))
        look.head(sheet.cell(top, column), colour.grey_tint, colour.axis)
    for row, line in enumerate(form.of_indicator.values(), start=top + 1):
        texts = _explained(line, form)
        for column, text in enumerate(texts, start=1):
            look.put_text(sheet.cell(row, column), text)
            look.body(sheet.cell(row, column), colour.axis)
        look.set_height(sheet, row, texts, GLOSSARY_WIDTHS)
    look.set_widths(sheet, GLOSSARY_WIDTHS)
    look.printed(sheet, head_row=top, footer=f"{form.title} {form.today.isoformat()}")


def _explained(line: Line, form: Form) -> tuple[str, ...]:
    """A line of the glossary: words only, so that no reader takes the glossary for a table of figures."""
    one = line.indicator
    definition = one.definition_zh if form.lang == "zh" else one.definition_en
    event = one.kind is Kind.EVENT
    key = "files.way.event" if event else "files.way" if line.unit else "files.way.bare"
    frequency = form.say(f"files.frequency.{one.frequency.value}")
    way = form.say(key, unit=line.unit, range=_range(one, form), frequency=frequency)
    return line.name, way, definition, one.source_zh


def _lists(sheet: Any, form: Form) -> None:
    """What drop-downs offer: regions, indicators, states."""
    states = (form.say("files.done"), form.say("files.open"))
    for column, texts in enumerate((form.regions, tuple(form.of_indicator), states), start=1):
        for row, text in enumerate(texts, start=1):
            look.put_text(sheet.cell(row, column), text)
    sheet.sheet_state = "veryHidden"
