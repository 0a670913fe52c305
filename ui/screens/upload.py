"""The upload wizard: six steps, one screen each; the address holds the file and the step."""

from pathlib import Path

import streamlit as st

from config.text import say
from ui import html, intake, rows
from ui.cache import BoardError
from ui.intake import Entry, Preview
from ui.panels.base import board
from ui.place import Place
from ui.uploading import base, check, choose, match, read, receipt, route, send, steps
from ui.uploading.base import Case, lead
from ui.uploading.route import Stage
from ui.uploading.words import told

STYLE = Path(__file__).parent.parent / "static" / "upload.css"
DRAWN = {2: read.draw, 3: match.draw, 4: check.draw, 5: send.draw}


def show(place: Place) -> None:
    """Draw the step the address names; the first one that needs a person where it names none."""
    html.stylesheet(STYLE)
    landed = st.session_state.pop(choose.LANDING, None)
    at = Stage(landed, None, route.stage().department) if landed is not None else route.stage()
    if at.upload is None or at.step == 1:
        choose.draw(place, at)
    else:
        _one(place, at, landed=landed is not None)
    rows.listen()


def _one(place: Place, at: Stage, *, landed: bool) -> None:
    """One upload at one step."""
    lang = place.lang
    assert at.upload is not None
    try:
        entry = intake.entry(at.upload)
    except BoardError:
        _gone(place, at, "upload.unknown")
        return
    if entry.state == "dropped":
        _gone(place, at, "upload.dropped")
    elif entry.state == "loaded":
        receipt.draw(place, at, entry)
    else:
        found = _preview(entry, lang)
        step = min(at.step, steps.furthest(entry, found)) if at.step else first_needed(found)
        if found.state == "unchanged" and found.book is None:
            step = 4  # nothing was read: the file is on the board already
        if landed:
            route.go(entry.id, step)
            st.rerun()
        DRAWN[max(step, 2)](Case(place, Stage(entry.id, max(step, 2), at.department), entry, found))


def _preview(entry: Entry, lang: str) -> Preview:
    """What the board makes of the file, with a bar while it works."""
    if intake.known(entry):
        return intake.preview(entry)
    with base.watched(lang) as tell:
        return intake.preview(entry, tell)


def first_needed(found: Preview) -> int:
    """Where a person is needed first: a file that cannot be read, what was understood, or what is wrong."""
    if found.state == "unchanged":
        return 4
    if found.book is None:
        return 2
    return 4 if found.remembered and found.state != "needs_mapping" else 3


def _gone(place: Place, at: Stage, key: str) -> None:
    """An upload that is not there, and the way to the first step."""
    lang = place.lang
    bar = steps.bar(place, Stage(None, 1, at.department), 1)
    html.show(board(bar, lead(told(key, lang, upload=at.upload), told(f"{key}.rest", lang), lang)))
    st.button(say("upload.choose.go", lang), type="primary", on_click=route.go, key="upload-first")
