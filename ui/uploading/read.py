"""Step 2: how the file was read, before anything is made of it; encoding, delimiter and sheet can be set right."""

from pathlib import PurePath
from typing import Literal

import streamlit as st

from config.text import say
from config.tokens import Bucket
from ui import clock, html, intake
from ui.html import Markup, el
from ui.panels.base import board, panel, quiet
from ui.uploading import answers, asking, base, steps
from ui.uploading.base import Case
from ui.uploading.sample import sample
from ui.uploading.words import size, told
from ui.width import bucket

SIDES: dict[Bucket, list[int]] = {"w1920": [68, 32], "w1366": [66, 34], "w1024": [60, 40]}
ROWS: dict[Bucket, int] = {"w1920": 15, "w1366": 10, "w1024": 10}
TEXT = (".csv", ".tsv", ".txt")
MENDED = ("encoding", "nul", "quotes")  # refusals that another encoding or delimiter may mend
ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
DELIMITERS = (",", "\t", ";", "|")
NAMED = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}


def draw(case: Case) -> None:
    """The second step."""
    lang, found = case.lang, case.found
    base.head(case, *_sentence(case))
    left, right = st.columns(SIDES[bucket()], gap="medium")
    with left:
        title = told("upload.sample.first", lang, n=min(len(found.head), ROWS[bucket()]))
        rows = sample(found, lang, ROWS[bucket()], marked=False) if found.head else _nothing(lang)
        html.show(board(panel(title if found.head else say("upload.sample.none", lang), rows)))
    with right:
        html.show(board(panel(say("upload.read.how", lang), _facts(case))))
        _form(case)
    with base.buttons():
        if found.book is None:
            base.again(case)
        else:
            base.back(case, 1)
            base.onward(case, 3, say("upload.read.onward", lang))
        base.give_up(case)
    base.foot(case)


def _sentence(case: Case) -> tuple[str, str]:
    lang, found = case.lang, case.found
    if found.book is None:
        first = found.findings[0] if found.findings else None
        if first is None:
            return told("upload.read.unread", lang), ""
        place = first.place(lang)
        message = first.message(lang)
        key = "upload.read.refused.at" if place else "upload.read.refused"
        sentence = told(key, lang, what=message, place=place)
        return sentence, first.cure(lang)
    sheets = len(found.sheets)
    rows = max((sheet.height for sheet in found.book.sheets if not sheet.hidden), default=0)
    if found.book.kind == "text":
        name = steps.encoding(found.encoding)
        return told("upload.read.text", lang, encoding=name, n=rows), told("upload.read.text.rest", lang)
    kind = found.book.kind.upper()
    key = "upload.read.book" if sheets > 1 else "upload.read.book.one"
    return told(key, lang, kind=kind, sheets=sheets, n=rows), told("upload.read.book.rest", lang)


def _nothing(lang: str) -> Markup:
    return quiet(told("upload.sample.none.why", lang))


def _facts(case: Case) -> Markup:
    """Name, size and extent of the file."""
    lang, book = case.lang, case.found.book
    facts = [
        ("file", case.entry.file),
        ("size", size(case.entry.size)),
        ("received", clock.local(case.entry.received_at)),
    ]
    if book is not None:
        shown = [sheet for sheet in book.sheets if not sheet.hidden]
        hidden = len(book.sheets) - len(shown)
        extent = say("list", lang).join(
            told("upload.read.extent", lang, name=sheet.name, rows=sheet.height, columns=sheet.width)
            if book.kind != "text"
            else told("upload.read.extent.text", lang, rows=sheet.height, columns=sheet.width)
            for sheet in shown[:4]
        )
        facts.append(("extent", extent))
        if hidden:
            facts.append(("hidden", told("upload.read.hidden", lang, n=hidden)))
    return el(
        "dl",
        *(el("div", el("dt", say(f"upload.fact.{name}", lang)), el("dd", said)) for name, said in facts),
        cls="facts",
    )


def _form(case: Case) -> None:
    """Encoding and delimiter of a text file; the sheet of a workbook."""
    found, told_before = case.found, case.entry.mapping
    mended = any(one.code in MENDED for one in found.findings) or told_before.encoding or told_before.delimiter
    if found.book is None and not mended:
        return
    if PurePath(case.entry.file).suffix.lower() in TEXT:
        _choice(case, "encoding", ENCODINGS, steps.encoding)
        _choice(case, "delimiter", DELIMITERS, lambda one: say(f"upload.delimiter.{NAMED[one]}", case.lang))
    elif len(found.sheets) > 1:
        asking.sheet(case)


def _choice(case: Case, field: Literal["encoding", "delimiter"], options: tuple[str, ...], name: asking.Namer) -> None:
    lang, told_now = case.lang, getattr(case.entry.mapping, field)
    key = f"upload-{field}-{case.entry.id}"
    st.session_state[key] = told_now if told_now in options else answers.AUTO
    found = case.found.book
    auto = say("upload.auto", lang)
    if found is not None and told_now is None:
        read = getattr(found, field)
        auto = told("upload.auto.found", lang, found=name(read) if field == "encoding" or read in options else read)

    def kept() -> None:
        intake.answer(case.entry.id, answers.with_form(case.entry.mapping, field, st.session_state[key]))

    st.selectbox(
        say(f"upload.{field}", lang),
        [answers.AUTO, *options],
        key=key,
        format_func=lambda one: name(one) if one else auto,
        on_change=kept,
    )
