"""Taking a load back and bringing it back: who, why, and one button."""

import streamlit as st

from config.text import say
from ui import html, own
from ui.cache import BoardError
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import board, panel
from ui.place import Place
from ui.records import acts
from ui.records.entry import total
from ui.states import state
from ui.typography import spaced
from ui.uploading.choose import who

DONE = "records-done"


def done() -> None:
    """Say once what the last undo or redo did."""
    if said := st.session_state.pop(DONE, None):
        state("notice", said)


def undo(row: Row, place: Place) -> None:
    """Take the load back, with a name and a reason; what came with the product says why it stays."""
    lang = place.lang
    title = say("load.undo", lang)
    if row.shipped or row.demo:
        html.show(board(panel(title, _why(say(f"load.undo.{'shipped' if row.shipped else 'demo'}", lang)))))
        return
    html.show(board(panel(title, _why(say("load.undo.what", lang, n=total(row))))))
    with st.container(key="records-act"):
        user = _user(row, lang)
        reason = st.text_input(say("load.reason", lang), key=f"records-reason-{row.id}", max_chars=120, live=True)
        blank = not (user.strip() and (reason or "").strip())
        label = say("load.undo.do", lang, load=row.id)
        if st.button(label, disabled=blank, type="primary", key="records-undo"):
            _undo(int(row.id), user.strip(), str(reason).strip(), lang)


def _undo(load: int, user: str, reason: str, lang: str) -> None:
    try:
        what = acts.undo(load, user, reason)
    except BoardError as trouble:
        state("notice", trouble.words(lang))
        return
    told = {"load_id": load, "gone": what.gone, "back": what.back, "kept": what.kept}
    st.session_state[DONE] = spaced(say("records.undone", lang, **told))
    st.rerun()


def redo(row: Row, redone: int | None, place: Place) -> None:
    """Bring the load back; where that was done, the way to the new one."""
    lang = place.lang
    title = say("load.redo", lang)
    if redone is not None:
        see = own.link(place, spaced(say("load.redo.see", lang, load=redone)), own={"load": redone}, cls="under")
        html.show(board(panel(title, _why(say("load.redo.done", lang, load=redone)), el("p", see))))
        return
    html.show(board(panel(title, _why(say("load.redo.what", lang, n=total(row))))))
    with st.container(key="records-act"):
        user = _user(row, lang)
        label = say("load.redo.do", lang, load=row.id)
        if st.button(label, disabled=not user.strip(), type="primary", key="records-redo"):
            _redo(int(row.id), user.strip(), place)


def _redo(load: int, user: str, place: Place) -> None:
    lang = place.lang
    try:
        receipt = acts.redo(load, user)
    except BoardError as trouble:
        state("notice", trouble.words(lang))
        return
    told = {name: getattr(receipt, name) for name in ("load_id", "new", "changed", "unchanged")}
    st.session_state[DONE] = spaced(say(f"records.redo.{receipt.state}", lang, old=load, **told))
    own.set_own(place, load=str(receipt.load_id))
    st.rerun()


def _user(row: Row, lang: str) -> str:
    """Who is at work, to begin with as given in this session."""
    key = f"records-user-{row.id}"
    st.session_state.setdefault(key, who()[1])
    return str(st.text_input(say("load.user", lang), key=key, max_chars=30, live=True) or "")


def _why(words: str) -> Markup:
    return el("p", spaced(words), cls="rest")
