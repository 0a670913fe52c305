"""Frames as text: a table for people, CSV and JSON for programs."""

import json
import re
from datetime import date

import numpy as np
import pandas as pd

RISKY = ("=", "+", "-", "@", "\t", "\r")
FIGURE = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def _safe(value: object) -> object:
    """Text that a spreadsheet would run is marked as text."""
    risky = isinstance(value, str) and value.startswith(RISKY) and not FIGURE.fullmatch(value)
    return f"'{value}" if risky else value


def _said(value: object) -> object:
    """A cell as programs read it: lists joined, days as ISO, nothing as nothing."""
    if isinstance(value, list | tuple | np.ndarray):
        return ";".join(map(str, value))
    return value.isoformat() if isinstance(value, date) and not pd.isna(value) else value


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Only texts, numbers and yes or no."""
    made = frame.copy()
    for name in made.columns:
        if pd.api.types.is_datetime64_any_dtype(made[name]):
            made[name] = made[name].dt.strftime("%Y-%m-%d")
        elif made[name].dtype == object:
            made[name] = made[name].map(_said)
    return made


def dumped(told: object) -> str:
    """An answer for programs; numbers and truths of numpy become those of JSON."""
    return json.dumps(told, ensure_ascii=False, indent=1, default=lambda value: value.item()) + "\n"


def rendered(frame: pd.DataFrame, form: str) -> str:
    """The frame in one of the forms table, csv, json."""
    plain = _plain(frame)
    if form == "csv":
        text = plain.select_dtypes(exclude="number").columns
        plain[text] = plain[text].map(_safe)
        return plain.to_csv(index=False)
    if form == "json":
        return dumped(plain.astype(object).where(plain.notna(), None).to_dict("records"))
    blank = plain.select_dtypes(exclude="number").columns
    plain[blank] = plain[blank].fillna("")
    with pd.option_context("display.unicode.east_asian_width", True, "display.max_colwidth", 28):
        return plain.to_string(index=False, na_rep="") + "\n"
