"""Step 5: what is about to be loaded, once more in one place, and the button that does it."""

import streamlit as st

from config.text import say
from ui import html, intake
from ui.html import Markup, el
from ui.panels.base import board, panel
from ui.states import state
from ui.uploading import base, route
from ui.uploading.base import Case
from ui.uploading.changes import changed
from ui.uploading.check import loadable
from ui.uploading.standing import stands_already
from ui.uploading.words import brought, counted, indicator, senders_name, told, turns
from ui.width import bucket

SEEN = "upload-seen"  # the last preview of a file, for its receipt


def draw(case: Case) -> None:
    """The fifth step."""
    lang, found = case.lang, case.found
    if found.state == "unchanged":
        stands_already(case)
        return
    base.head(case, *_sentence(case))
    left, right = (st.container(), st.container()) if bucket() == "w1024" else st.columns([42, 58], gap="medium")
    with left:
        html.show(board(panel(say("upload.send.what", lang), _facts(case))))
        partial = _partial(case)
    with right:
        html.show(board(changed(case)))
    left_open = len(found.unconfirmed)
    ready = not left_open and loadable(case) and (partial or not found.rows.refused)
    spot = st.container()
    with base.buttons():
        base.back(case, 4)
        rows = counted(loadable(case), found.shape, lang)
        pressed = st.button(told("upload.send", lang, rows=rows), type="primary", disabled=not ready, key="upload-send")
        base.give_up(case)
    words = "upload.send.confirm_first" if left_open else "upload.send.undo"
    html.show(board(el("p", told(words, lang, n=left_open), cls="rest")))
    base.foot(case)
    if pressed:
        _send(case, spot, partial=partial)


def _sentence(case: Case) -> tuple[str, str]:
    lang, rows, shape = case.lang, case.found.rows, case.found.shape
    parts = brought({"new": rows.new, "changed": rows.changed, "unchanged": rows.unchanged}, shape, lang)
    said = told(
        "upload.send.head",
        lang,
        rows=counted(loadable(case), shape, lang),
        parts=parts,
        turns=turns(case.found.moves, lang),
    )
    return said, told("upload.send.rest", lang)


def _facts(case: Case) -> Markup:
    """File, sender, what was confirmed and what goes back."""
    lang, found = case.lang, case.found
    facts = [("file", case.entry.file), ("sender", senders_name(case.entry, lang))]
    said = case.entry.confirmations
    for one in found.to_confirm:
        word = said.get(one.key) or said.get(intake.ALL, "")
        if word:
            what = one.finding.message(lang)
            facts.append(
                (
                    "confirmed",
                    told("upload.send.word", lang, name=indicator(one.indicator_id, lang), what=what, word=word),
                )
            )
    if found.rows.refused:
        facts.append(
            ("refused", told("upload.send.refused", lang, rows=counted(found.rows.refused, found.shape, lang)))
        )
    if found.rows.missing:
        facts.append(
            ("missing", told("upload.check.missing", lang, rows=counted(found.rows.missing, found.shape, lang)))
        )
    return el(
        "dl",
        *(el("div", el("dt", say(f"upload.fact.{name}", lang)), el("dd", words)) for name, words in facts),
        cls="facts",
    )


def _partial(case: Case) -> bool:
    """Whether the sound rows alone are to be loaded: asked where there are errors."""
    lang, refused = case.lang, case.found.rows.refused
    if not refused:
        return False
    key = f"upload-partly-{case.entry.id}"
    st.session_state[key] = bool(st.session_state.get(key))
    shape = case.found.shape
    words = told(
        "upload.send.partial",
        lang,
        rows=counted(loadable(case), shape, lang),
        refused=counted(refused, shape, lang),
    )
    return st.checkbox(words, key=key)


def _send(case: Case, spot: "st.delta_generator.DeltaGenerator", *, partial: bool) -> None:
    """Load the file, with a bar; then the receipt, or why not."""
    with spot, base.watched(case.lang) as tell:
        outcome = intake.submit(case.entry, partial=partial, told=tell)
    if outcome.load_id is not None:
        st.session_state[f"{SEEN}-{case.entry.id}"] = case.found
        route.go(case.entry.id, 6)
        st.rerun()
    with spot:
        state("notice", told("upload.send.not", case.lang))
