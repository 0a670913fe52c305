"""Frames as text: a table for people, CSV and JSON for programs."""

import json

import pandas as pd

RISKY = ("=", "+", "-", "@")


def _safe(value: object) -> object:
    """Text that a spreadsheet would run is marked as text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Dates as ISO days, lists joined, nothing as nothing."""
    made = frame.copy()
    for name in made.columns:
        if pd.api.types.is_datetime64_any_dtype(made[name]):
            made[name] = made[name].dt.strftime("%Y-%m-%d")
        elif made[name].map(lambda one: isinstance(one, (list, tuple)) or hasattr(one, "tolist")).any():
            made[name] = made[name].map(lambda one: ";".join(map(str, one)) if one is not None else "")
    return made


def rendered(frame: pd.DataFrame, form: str) -> str:
    """The frame in one of the forms table, csv, json."""
    plain = _plain(frame)
    if form == "csv":
        text = plain.select_dtypes(exclude="number").columns
        plain[text] = plain[text].map(_safe)
        return plain.to_csv(index=False)
    if form == "json":
        return json.dumps(json.loads(plain.to_json(orient="records", double_precision=15)), ensure_ascii=False, indent=1) + "\n"
    with pd.option_context("display.unicode.east_asian_width", True, "display.max_colwidth", 28):
        return plain.to_string(index=False, na_rep="") + "\n"
