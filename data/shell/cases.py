"""Read bare cases from a CSV file: every cell as text, then checked; nothing that is not understood is passed over."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from config.text import say
from data.ingest.tidy import NUMBER
from data.shell.parser import CommandError

REQUIRED = ("case_id", "years", "values", "direction")
FIGURES = ("target", "limit", "thr_high", "thr_med", "thr_low")
YEARS = ("base_year", "target_year")
YEAR = re.compile(r"(1[0-9]|2[0-9])[0-9]{2}(\.0+)?")
DIRECTIONS = ("", "positive", "negative", "up", "down")


def read_cases(path: Path, lang: str) -> pd.DataFrame:
    """The cases of a file as text, with the columns given. Raises CommandError."""
    try:
        cases = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig", index_col=False)
    except (OSError, ValueError) as error:  # pandas' own errors are ValueErrors, UnicodeDecodeError too
        raise CommandError(say("error.file", lang, path=path.name)) from error
    cases.columns = cases.columns.str.strip()
    lacking = [name for name in REQUIRED if name not in cases.columns]
    if lacking:
        raise CommandError(say("error.columns", lang, path=path.name, columns=", ".join(lacking)))
    cases = pd.DataFrame({name: cases[name].fillna("").str.strip() for name in cases.columns})
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
