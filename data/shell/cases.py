"""Read bare cases from a CSV file: every cell as text, then checked; nothing that is not understood is passed over."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from config.text import say
from data.ingest.tidy import NUMBER
from data.shell.answer import CommandError

REQUIRED = ("case_id", "years", "values", "direction")
FIGURES = ("target", "limit", "thr_high", "thr_med", "thr_low")
YEARS = ("base_year", "target_year")
YEAR = re.compile(r"(1[0-9]|2[0-9])[0-9]{2}(\.0+)?")
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
