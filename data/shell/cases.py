"""Read bare cases from a file: CSV, every cell as text, then checked; those of a forecast from JSON.

Nothing that is not understood is passed over.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from config.text import say
from data.ingest.tidy import NUMBER
from data.shell.answer import CommandError
from metrics.forecast_cases import BREAKS, ForecastCase, UnreadableForecastCase, called, read

REQUIRED = ("case_id", "years", "values", "direction")
FIGURES = ("target", "limit", "thr_high", "thr_med", "thr_low")
YEARS = ("base_year", "target_year")
YEAR = re.compile(r"(1[0-9]|2[0-9])[0-9]{2}(\.0+)?")
QUOTED = 40  # characters of a file that a sentence quotes
DIRECTIONS = ("", "positive", "negative", "up", "down")


def read_cases(path: Path, lang: str) -> pd.DataFrame:
    """The cases of a file as text, with the columns given. Raises CommandError."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header, *rows = [[cell.strip() for cell in row] for row in csv.reader(file, strict=True) if row] or [[]]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CommandError(say("error.file", lang, path=path.name)) from error
    lacking = [name for name in REQUIRED if name not in header]
    if lacking:
        raise CommandError(say("error.columns", lang, path=path.name, columns=", ".join(lacking)))
    ragged = next((place for place, row in enumerate(rows) if len(row) != len(header)), None)
    if ragged is not None:
        raise CommandError(say("error.cells", lang, path=path.name, row=ragged + 2, columns=len(header)))
    cases = pd.DataFrame(rows, columns=header, dtype=object)
    for place, name, value in _wrong(cases):
        case = cases["case_id"].iloc[place]
        raise CommandError(say("error.cell", lang, path=path.name, row=place + 2, case=case, column=name, value=value))
    return cases


def _wrong(cases: pd.DataFrame) -> Iterator[tuple[int, str, str]]:
    """Place, column and content of every cell that cannot be understood."""
    for place, case in enumerate(cases.to_dict("records")):
        for name in FIGURES:
            if case.get(name) and not NUMBER.fullmatch(case[name]):
                yield place, name, case[name]
        for name in YEARS:
            if case.get(name) and not YEAR.fullmatch(case[name]):
                yield place, name, case[name]
        if case["direction"] not in DIRECTIONS:
            yield place, "direction", case["direction"]
        for value in case["values"].split(";"):
            if value.strip() and not NUMBER.fullmatch(value.strip()):
                yield place, "values", value


def read_forecast_cases(path: Path, lang: str) -> list[ForecastCase]:
    """The forecast cases of a JSON file: a list, or an object with the key ``cases``. Raises CommandError."""
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(say("error.file", lang, path=path.name)) from error
    except (ValueError, RecursionError) as error:  # also numbers longer than Python reads
        raise CommandError(say("error.forecast.json", lang, path=path.name)) from error
    cases = told.get("cases") if isinstance(told, dict) else told
    if not isinstance(cases, list):
        raise CommandError(say("error.forecast.json", lang, path=path.name))
    try:
        return read(cases)
    except UnreadableForecastCase as error:
        raise CommandError(_fault(error, cases, path.name, lang)) from error


def _fault(error: UnreadableForecastCase, cases: list[object], path: str, lang: str) -> str:
    """What is wrong with a forecast case, and how it is written."""
    case, place = cases[error.place], error.place + 1
    value = _quoted(json.dumps(error.value, ensure_ascii=False))
    if not isinstance(case, dict):
        return say("error.forecast.case", lang, path=path, place=place, value=value)
    name = _quoted(called(case.get("name"), place))
    cure = say(f"error.forecast.cure.{'breaks' if error.key in BREAKS.choices else error.key}", lang)
    what = "error.forecast.missing" if error.missing else "error.forecast.wrong"
    return say(what, lang, path=path, place=place, case=name, field=error.key, value=value, cure=cure)


def _quoted(text: str) -> str:
    """A part of a file as a sentence quotes it: on one line, not too long."""
    plain = " ".join(called(text, 0).split())
    return plain if len(plain) <= QUOTED else f"{plain[:QUOTED]}…"
