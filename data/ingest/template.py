"""The form a department fills in: its indicators, regions and the period due, ready to be uploaded as it is."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from config.text import say
from config.units import unit_words
from data.assessing import query
from data.catalogue.reading import shipped
from data.errors import UnknownCode
from data.ingest.converting import unit_word
from data.ingest.form import Form, Line, written
from data.store import Store
from metrics.model.catalogue import Department, Indicator, Region
from metrics.model.vocabulary import Kind
from metrics.periods import Period, label, of_months


def template(store: Store, department: str, *, period: Period | None = None, today: date, lang: str = "zh") -> bytes:
    """The form of a department as xlsx: one row an indicator and region.

    Asked for is the last period of each indicator that ended by ``today``, at most the last its plan has a due
    date in, and the state of milestones at the end of the last month; with ``period``, what ends with that.
    Raises UnknownCode.
    """
    known = shipped()
    if department not in known.departments:
        raise UnknownCode(code=department, known=", ".join(known.departments))
    body = known.departments[department]
    lines = tuple(_lines(store, department, period, today, lang))
    regions = [line.region for line in lines] + [_name(one, lang) for one in known.region_tree(body.region)]
    return written(Form(_name(body, lang), lines, tuple(dict.fromkeys(regions)), today, lang))


def _name(one: Department | Indicator | Region, lang: str) -> str:
    """A name in a language."""
    return one.name_zh if lang == "zh" else one.name_en


def _lines(store: Store, department: str, period: Period | None, today: date, lang: str) -> Iterator[Line]:
    """What a department is asked for, in the order of its plan."""
    asked = {
        "department": department,
        "today": today,
        "whole": period is not None,
        "upto": period.end if period else today,
    }
    with store.cursor() as cursor:
        rows = cursor.execute(query("template_rows"), asked).fetchall()
        names = [column[0] for column in cursor.description or ()]
    for row in rows:
        told = dict(zip(names, row, strict=True))
        indicator = shipped().indicators[told["indicator_id"]]
        start = told["period_end"] if told["event"] else told["period_start"]
        yield Line(
            told[f"region_{lang}"],
            _name(indicator, lang),
            _unit(indicator, lang),
            period_words(start, told["period_end"], lang),
            _last(told, indicator, lang),
            indicator,
        )


def period_words(start: date, end: date, lang: str) -> str:
    """A period as people write it: 2019年, 2019年上半年, 2019年6月; a day where it begins and ends on one."""
    if start == end:
        return say("files.day", lang, year=end.year, month=end.month, day=end.day)
    months = Period(start, end).months
    if months not in (1, 3, 6, 12) or (start, end) != of_months(start.year, start.month, months):
        return label(start, end)
    number = (start.month - 1) // months + 1
    if months == 6:
        return say(f"files.half.{number}", lang, year=start.year)
    return say(f"files.period.{months}", lang, year=start.year, number=number)


def _last(told: dict[str, Any], indicator: Indicator, lang: str) -> str:
    """The newest figure with its period; nothing where none is known."""
    value = told["last_value"]
    if value is None:
        return ""
    if indicator.kind is Kind.EVENT:
        shown = say("files.done" if value else "files.open", lang)
    else:
        shown = f"{value:.4f}".rstrip("0").rstrip(".")
    return say("files.last", lang, value=shown, period=period_words(told["last_start"], told["last_end"], lang))


def _unit(indicator: Indicator, lang: str) -> str:
    """The word for an indicator's unit, one that a file may use."""
    if lang == "zh":
        return unit_word(indicator)
    return unit_words(indicator.unit, lang).suffix or indicator.measure_en or shipped().units[indicator.unit].en
