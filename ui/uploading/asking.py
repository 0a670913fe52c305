"""The boxes of step 3: where region, indicator, period and value stand, and what a name means. Each is kept at once."""

from collections.abc import Callable, Sequence

import streamlit as st
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import intake
from ui.intake import LEFT_OUT, letters
from ui.uploading import answers
from ui.uploading.answers import AUTO, COLUMN, FIXED
from ui.uploading.base import Case
from ui.uploading.words import indicator, plain, region, told

Namer = Callable[[str], str]
HEADERS = [(), (0,), *((first,) for first in range(1, 9)), *((first, first + 1) for first in range(1, 8))]
HEADERS += [(first, first + 1, first + 2) for first in range(1, 7)]


def sheet(case: Case) -> None:
    """Which sheet holds the table."""
    lang, key = case.lang, f"upload-sheet-{case.entry.id}"
    st.session_state[key] = case.entry.mapping.sheet or AUTO

    def kept() -> None:
        intake.answer(case.entry.id, answers.with_sheet(case.entry.mapping, st.session_state[key]))

    auto = case.found.table.sheet if case.found.table else ""
    st.selectbox(
        say("upload.ask.sheet", lang),
        [AUTO, *case.found.sheets],
        key=key,
        format_func=lambda one: one or _auto(auto, lang),
        on_change=kept,
    )


def header(case: Case) -> None:
    """Which rows are the header."""
    lang, key = case.lang, f"upload-header-{case.entry.id}"
    st.session_state[key] = case.entry.mapping.header or ()

    def kept() -> None:
        intake.answer(case.entry.id, answers.with_header(case.entry.mapping, st.session_state[key]))

    table = case.found.table
    auto = rows_named(tuple(row + 1 for row in table.header) or (0,), lang) if table else ""
    st.selectbox(
        say("upload.ask.header", lang),
        HEADERS,
        key=key,
        format_func=lambda one: rows_named(one, lang) if one else _auto(auto, lang),
        on_change=kept,
    )


def rows_named(rows: tuple[int, ...], lang: str) -> str:
    """Header rows in words."""
    if rows == (0,):
        return say("upload.header.none", lang)
    if len(rows) == 1:
        return told("upload.header.one", lang, row=rows[0])
    return told("upload.header.some", lang, first=rows[0], last=rows[-1])


def role(case: Case, name: str, choices: Sequence[str] = ()) -> None:
    """Where a role stands: a column of the file, or one text for the whole table."""
    lang, key = case.lang, f"upload-role-{name}-{case.entry.id}"
    options = [AUTO, *(COLUMN + one for one in choices or _columns(case)), *_fixed(case, name)]
    now = answers.role_of(case.entry.mapping, name)
    st.session_state[key] = now
    if now not in options:
        options.append(now)

    def kept() -> None:
        said = st.session_state[key] or AUTO
        typed = said and not said.startswith((COLUMN, FIXED))
        intake.answer(case.entry.id, answers.with_role(case.entry.mapping, name, FIXED + said if typed else said))

    st.selectbox(
        say(f"upload.ask.{name}", lang),
        options,
        key=key,
        format_func=lambda one: _answer(case, name, one),
        on_change=kept,
        accept_new_options=name == "period",
    )


def _columns(case: Case) -> list[str]:
    width = max((len(row) for row in case.found.head), default=0)
    return [letters(number + 1) for number in range(min(width, 60))]


def _fixed(case: Case, name: str) -> list[str]:
    """What one text may be for the whole table."""
    catalogue = intake.catalogue()
    if name == "region":
        own = catalogue.departments.get(case.entry.department or "")
        codes = [one.code for one in catalogue.region_tree(own.region)] if own else list(catalogue.regions)
        return [FIXED + code for code in codes]
    return [FIXED + code for code in catalogue.indicators] if name == "indicator" else []


def _answer(case: Case, name: str, one: str) -> str:
    """An answer in words."""
    lang = case.lang
    if one.startswith(COLUMN):
        letter = one.removeprefix(COLUMN)
        title = column_title(case, letter)
        return told("upload.answer.column.named" if title else "upload.answer.column", lang, column=letter, title=title)
    if one.startswith(FIXED):
        code = one.removeprefix(FIXED)
        shown = {"region": region, "indicator": indicator}.get(name, lambda text, _: text)(code, lang)
        return told("upload.answer.fixed", lang, text=shown)
    return one or _auto(_found(case, name), lang)


def _found(case: Case, name: str) -> str:
    """Where the board found a role by itself; empty where a person said it, or it found nothing."""
    lang, table = case.lang, case.found.table
    if table is None or answers.role_of(case.entry.mapping, name):
        return ""
    if name == "value":
        return told("upload.answer.column", lang, column=letters(table.values[0] + 1)) if len(table.values) == 1 else ""
    axis = table.axis(name)  # type: ignore[arg-type]
    if axis.kind == "column":
        return told("upload.answer.column", lang, column=letters(axis.index[0] + 1))
    if axis.kind == "header":
        return told("upload.header.one", lang, row=axis.index[-1] + 1)
    return region(axis.text, lang) if name == "region" else axis.text


def column_title(case: Case, letter: str) -> str:
    """What the header says of a column; the first text in it where no header is known."""
    number = next(at for at in range(20_000) if letters(at + 1) == letter)
    table = case.found.table
    rows = [case.found.head[row] for row in table.header if row < len(case.found.head)] if table else case.found.head
    words = [row[number] for row in rows if number < len(row) and row[number]]
    return (" ".join(words) if table else words[0])[:20] if words else ""


def _auto(found: str, lang: str) -> str:
    return told("upload.auto.found", lang, found=found) if found else say("upload.auto", lang)


def names(case: Case, frame: DataFrame, most: int) -> None:
    """A box for each name that is not understood; the nearest first."""
    for one in each(frame.head(most)):
        _name(case, str(one.role), str(one.text), [str(code) for code in one.near], int(one.row), int(one.column))


def _name(case: Case, kind: str, text: str, near: list[str], row: int, column: int) -> None:
    lang, key = case.lang, f"upload-name-{kind}-{case.entry.id}-{text}"
    catalogue = intake.catalogue()
    every = catalogue.regions if kind == "region" else catalogue.indicators
    options = [AUTO, *near, LEFT_OUT, *(code for code in every if code not in near)]
    held = dict(case.entry.mapping.names.get(kind, {}))  # type: ignore[call-overload]
    st.session_state[key] = held.get(text, AUTO) if held.get(text, AUTO) in options else AUTO
    named = region if kind == "region" else indicator

    def kept() -> None:
        intake.answer(case.entry.id, answers.with_name(case.entry.mapping, kind, text, st.session_state[key] or ""))

    def shown(code: str) -> str:
        if code == AUTO:
            return say("upload.name.choose", lang)
        return say("upload.name.out", lang) if code == LEFT_OUT else f"{named(code, lang)} {code}"

    where = told("upload.name.where", lang, row=row, column=letters(column)) if row else ""
    label = told(f"upload.name.{kind}", lang, text=plain(text), where=where)
    st.selectbox(label, options, key=key, format_func=shown, on_change=kept)
