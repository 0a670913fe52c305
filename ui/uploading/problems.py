"""The table of what is wrong or must be confirmed: place, content, what and cure; errors first."""

import streamlit as st

from config.text import say
from config.tokens import Bucket
from ui import html
from ui.html import Markup, el
from ui.intake import Finding
from ui.panels.base import board, panel, quiet, table
from ui.uploading.base import Case
from ui.uploading.words import told
from ui.width import bucket

ROWS: dict[Bucket, int] = {"w1920": 8, "w1366": 6, "w1024": 6}
HEADS = (("level", "c-level"), ("place", "c-place"), ("cell", "c-cell"), ("what", "c-what"), ("cure", "c-cure"))


def problems(case: Case) -> None:
    """The panel with its pages."""
    lang, found = case.lang, case.found
    every = found.findings
    if not every:
        html.show(board(panel(say("upload.problems.none", lang), quiet(told("upload.problems.quiet", lang)))))
        return
    room = ROWS[bucket()]
    pages = -(-len(every) // room)
    key = f"upload-problems-{case.entry.id}"
    page = min(int(st.session_state.get(key, 1)), pages)
    shown = every[(page - 1) * room : page * room]
    heads = [(say(f"upload.column.{name}", lang), style) for name, style in HEADS]
    listed = table(heads, [row(one, lang) for one in shown], cls="problems", caption=title(found.totals, lang))
    html.show(board(panel(title(found.totals, lang), listed)))
    if pages > 1:
        st.session_state[key] = page
        with st.container(horizontal=True, vertical_alignment="center", key="upload-pages"):
            st.pagination(pages, key=key)
            total = sum(found.totals.values())
            words = "upload.problems.page" if total <= len(every) else "upload.problems.page.most"
            html.show(board(el("span", told(words, lang, n=len(every), total=total), cls="soft")))


def title(totals: dict[str, int], lang: str) -> str:
    """How many, and which first."""
    errors, warnings, notes = (totals.get(level, 0) for level in ("error", "warning", "note"))
    if errors and warnings:
        return told("upload.problems.both", lang, n=errors + warnings, errors=errors)
    if errors:
        return told("upload.problems.errors", lang, n=errors)
    if warnings:
        return told("upload.problems.warnings", lang, n=warnings)
    return told("upload.problems.notes", lang, n=notes)


def row(one: Finding, lang: str) -> Markup:
    """One finding."""
    place = one.place(lang) or say("upload.place.file", lang)
    count = one.count
    more = el("span", told("upload.place.more", lang, n=count), cls="soft") if count > 1 else ""
    level = one.level
    badge = el("span", say(f"upload.level.{level}", lang), cls=f"level {level}")
    cell = el("span", one.shown, cls="content") if one.shown else ""
    return el(
        "tr",
        el("td", badge, cls="c-level"),
        el("th", place, more, cls="c-place", scope="row"),
        el("td", cell, cls="c-cell"),
        el("td", one.message(lang), cls="c-what"),
        el("td", one.cure(lang), cls="c-cure"),
    )
