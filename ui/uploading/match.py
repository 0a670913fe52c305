"""Step 3: where region, indicator, period and value stand, as the board understood it or as a person says."""

import streamlit as st
from pandas import DataFrame

from config.text import say
from config.tokens import Bucket
from ui import html
from ui.html import Markup, el
from ui.intake import letters
from ui.panels.base import board, panel
from ui.uploading import asking, base
from ui.uploading.base import Case
from ui.uploading.sample import ROLES, sample
from ui.uploading.words import region, told
from ui.width import bucket

SIDES: dict[Bucket, list[int]] = {"w1920": [66, 34], "w1366": [62, 38], "w1024": [62, 38]}
ROWS: dict[Bucket, int] = {"w1920": 15, "w1366": 11, "w1024": 12}
ASKED = 6  # names asked at a time
PLACES = (*ROLES, "value")


def draw(case: Case) -> None:
    """The third step."""
    lang, found = case.lang, case.found
    unknown = _unknown(found.unknown)
    base.head(case, *_sentence(case, unknown))
    left, right = st.columns(SIDES[bucket()], gap="medium")
    with left:
        title = told("upload.match.sample", lang, n=min(len(found.head), ROWS[bucket()]))
        html.show(board(panel(title, sample(found, lang, ROWS[bucket()]))))
    with right:
        _questions(case)
        _names(case, unknown)
        if found.table is not None:
            html.show(board(panel(say("upload.match.understood", lang), _understood(case))))
        _set_right(case)
    with base.buttons():
        base.back(case, 2)
        ready = found.state != "needs_mapping"
        label = say("upload.match.onward" if ready else "upload.match.first", lang)
        base.onward(case, 4, label, disabled=not ready)
        base.give_up(case)
    base.foot(case)


def _unknown(frame: DataFrame) -> DataFrame:
    """The names not understood, blank ones left out: those are cells to fill in."""
    return frame[frame["text"].ne("")] if len(frame) else frame


def _sentence(case: Case, unknown: DataFrame) -> tuple[str, str]:
    lang, found = case.lang, case.found
    rest = told("upload.match.remembered" if found.remembered else "upload.match.rest", lang)
    open_questions = len(_asked(case)) + (len(unknown) if found.state == "needs_mapping" else 0)
    if found.state == "needs_mapping" and open_questions:
        return told("upload.match.asks", lang, n=open_questions), told("upload.match.asks.rest", lang)
    if found.table is None:
        return told("upload.match.nothing", lang), rest
    shape = told(f"upload.shape.{found.shape}", lang)
    if len(unknown):
        return told("upload.match.unknown", lang, shape=shape, n=len(unknown)), rest
    return told("upload.match.ready", lang, shape=shape), rest


def _asked(case: Case) -> list[str]:
    """What is asked beside names: sheet, header and roles, each once."""
    kinds = [one.about for one in case.found.questions if not one.about.endswith("_name")]
    return list(dict.fromkeys(kinds))


def _questions(case: Case) -> None:
    """What the file does not tell, each with a box."""
    lang, asked = case.lang, _asked(case)
    if not asked:
        return
    html.show(board(panel(told("upload.match.questions", lang, n=len(asked)))))
    choices: dict[str, tuple[str, ...]] = {one.about: one.choices for one in case.found.questions}
    for about in asked:
        _box(case, about, choices[about])


def _box(case: Case, about: str, choices: tuple[str, ...] = ()) -> None:
    if about == "sheet":
        asking.sheet(case)
    elif about == "header":
        asking.header(case)
    else:
        asking.role(case, about, choices)


def _names(case: Case, unknown: DataFrame) -> None:
    lang = case.lang
    if not len(unknown):
        return
    more = len(unknown) - ASKED
    rest = el("p", told("upload.match.names.rest", lang, n=more), cls="rest") if more > 0 else ""
    html.show(board(panel(told("upload.match.names", lang, n=len(unknown)), rest)))
    asking.names(case, unknown, ASKED)


def _set_right(case: Case) -> None:
    """The boxes for what the board found out itself, folded away."""
    asked = _asked(case)
    with st.expander(say("upload.match.change", case.lang), expanded=False, key="upload-change"):
        for about in ("sheet", "header", *PLACES):
            if about not in asked and not (about == "sheet" and len(case.found.sheets) < 2):
                _box(case, about)


def _understood(case: Case) -> Markup:
    """One line a role: where it stands and its first texts."""
    lang = case.lang
    lines = [(role, _where(case, role)) for role in PLACES]
    table = case.found.table
    if table is not None and table.unit:
        lines.append(("unit", table.unit))
    skipped = _skipped(case)
    if skipped:
        lines.append(("skipped", skipped))
    return el(
        "dl",
        *(el("div", el("dt", say(f"upload.role.{name}", lang)), el("dd", said)) for name, said in lines),
        cls="facts narrow",
    )


def _where(case: Case, role: str) -> str:
    """Where a role stands, with its first texts as evidence."""
    lang, table = case.lang, case.found.table
    assert table is not None
    if role == "value":
        first, last = letters(table.values[0] + 1), letters(table.values[-1] + 1)
        if first == last:
            return told("upload.where.column", lang, column=first, texts=_texts(case, "value"))
        return told("upload.where.columns", lang, first=first, last=last, n=len(table.values))
    axis = table.axis(role)  # type: ignore[arg-type]
    if axis.kind == "column":
        return told("upload.where.column", lang, column=letters(axis.index[0] + 1), texts=_texts(case, role))
    if axis.kind == "header":
        return told("upload.where.header", lang, row=axis.index[-1] + 1, texts=_texts(case, role))
    text = region(axis.text, lang) if role == "region" else axis.text
    if axis.cell is None:
        return told("upload.where.own" if role == "region" else "upload.where.told", lang, text=text)
    return told("upload.where.cell", lang, row=axis.cell[0] + 1, column=letters(axis.cell[1] + 1), text=text)


def _texts(case: Case, role: str) -> str:
    """The first different texts of a role."""
    table, head = case.found.table, case.found.head
    assert table is not None
    axis = None if role == "value" else table.axis(role)  # type: ignore[arg-type]
    if axis is not None and axis.kind == "header":
        row = head[axis.index[-1]] if axis.index[-1] < len(head) else []
        texts = [row[column] for column in table.values if column < len(row)]
    else:
        column = axis.index[0] if axis is not None else table.values[0]
        texts = [head[row][column] for row in table.rows[: len(head)] if row < len(head) and column < len(head[row])]
    different = [text[:16] for text in dict.fromkeys(texts) if text]
    shown = say("list", case.lang).join(different[:2])
    return shown + ("…" if len(different) > 2 else "")


def _skipped(case: Case) -> str:
    """How many rows and columns are no data, by reason."""
    lang, table = case.lang, case.found.table
    assert table is not None
    axes = (table.region, table.indicator, table.period)
    said = {axis.cell[0] for axis in axes if axis.cell}
    counts: dict[str, int] = {}
    for one in table.skipped:
        if one.reason != "blank" and one.row not in said:
            counts[one.reason] = counts.get(one.reason, 0) + 1
    return say("list", lang).join(
        told("upload.skipped", lang, name=say(f"upload.skipped.{reason}", lang), n=n) for reason, n in counts.items()
    )
