"""Step 1: who uploads, which files, and what is still open."""

from functools import partial
from pathlib import PurePath

import streamlit as st

from config.text import say
from config.tokens import Bucket
from ui import address, cache, clock, html, intake, own
from ui.html import Markup, el
from ui.intake import Entry
from ui.panels.base import board, panel, quiet, table
from ui.place import Place
from ui.records import acts
from ui.states import part, state
from ui.uploading import steps
from ui.uploading.base import lead
from ui.uploading.route import Stage, link
from ui.uploading.words import department, size, told
from ui.width import bucket

SIDES: dict[Bucket, list[int]] = {"w1920": [44, 56], "w1366": [44, 56], "w1024": [46, 54]}
KINDS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods")
ROOM = 100  # MB the widget lets through, so that a file too large is refused in the board's own words
LONGEST = 40  # characters of a name
LISTED = 8
NAMES = "upload-department", "upload-user"
TURN, REFUSED, LANDING = "upload-turn", "upload-refused", "upload-landing"


def who() -> tuple[str, str]:
    """Department and name as given in this session; empty where they were not."""
    return tuple(str(st.session_state.get(f"{name}-given") or "").strip() for name in NAMES)  # type: ignore[return-value]


def draw(place: Place, at: Stage) -> None:
    """The first step."""
    lang = place.lang
    waiting = intake.open_uploads()
    at = Stage(None, 1, at.department)
    html.show(board(steps.bar(place, at, 1), lead(*_sentence(waiting, lang), lang)))
    _refusals(lang)
    left, right = st.columns(SIDES[bucket()], gap="medium")
    with left, part("sender", lang):
        _sender(place, at)
        _files(lang)
    with right, part("waiting", lang):
        html.show(board(_waiting(waiting, place, at)))
        _form(lang)


def _sentence(waiting: list[Entry], lang: str) -> tuple[str, str]:
    if not waiting:
        return told("upload.choose.none", lang), told("upload.choose.rest", lang)
    return told("upload.choose.some", lang, n=len(waiting)), told("upload.choose.rest", lang)


def _sender(place: Place, at: Stage) -> None:
    """Department and name, asked once a session; the department stays in the address."""
    lang = place.lang
    html.show(board(panel(say("upload.who", lang), el("p", told("upload.who.unverified", lang), cls="rest"))))
    codes = _departments(place)
    given = who()[0] or at.department
    st.session_state[NAMES[0]] = given if given in codes else None
    st.session_state[NAMES[1]] = who()[1]
    left, right = st.columns([3, 2], gap="small")
    left.selectbox(
        say("upload.department", lang),
        codes,
        key=NAMES[0],
        format_func=lambda code: department(code, lang),
        placeholder=say("upload.department.choose", lang),
        on_change=_named,
    )
    right.text_input(say("upload.user", lang), key=NAMES[1], on_change=_named, live=True)
    if given in codes and not who()[0]:
        st.session_state[f"{NAMES[0]}-given"] = given


def _departments(place: Place) -> list[str]:
    """The departments of the plan's region and those below it."""
    tree = set(cache.regions(place.plan)["code"])
    return [code for code, one in intake.catalogue().departments.items() if one.region in tree]


def _named() -> None:
    for name in NAMES:
        st.session_state[f"{name}-given"] = (st.session_state[name] or "")[:LONGEST]
    if st.session_state[NAMES[0]]:
        own.set_own(address.here(), department=st.session_state[NAMES[0]])


def _files(lang: str) -> None:
    """The field files are dropped on; its own English words are covered by the board's."""
    turn = st.session_state.setdefault(TURN, 0)
    ready = all(who())
    html.show(board(panel(say("upload.files", lang), el("p", told("upload.files.kinds", lang), cls="rest"))))
    with st.container(key="upload-drop-zone"):
        st.file_uploader(
            say("upload.files", lang),
            key=f"upload-files-{turn}",
            accept_multiple_files=True,
            max_upload_size=ROOM,
            on_change=_received,
            disabled=not ready,
            label_visibility="collapsed",
        )
        words = "upload.files.drop" if ready else "upload.files.who_first"
        html.show(board(el("p", told(words, lang), cls="drop-words", aria_hidden="true")))


def _received() -> None:
    """Archive what was dropped; what cannot be taken is said on the next run."""
    turn = st.session_state[TURN]
    sender, refused, taken = who(), [], []
    for file in st.session_state[f"upload-files-{turn}"] or []:
        wrong = _wrong(file.name, file.size)
        if wrong:
            refused.append((wrong, file.name))
            continue
        taken.append(intake.receive(file.getvalue(), file.name, *sender))
    st.session_state[REFUSED] = refused
    st.session_state[TURN] = turn + 1  # a fresh field
    if len(taken) == 1:
        st.session_state[LANDING] = taken[0]


def _wrong(file: str, length: int) -> str:
    """Why a file is refused before anything is read; empty for one that is taken."""
    if length == 0:
        return "empty"
    if length > intake.LARGEST:
        return "large"
    return "" if PurePath(file).suffix.lower() in KINDS else "kind"


def _refusals(lang: str) -> None:
    for code, file in st.session_state.get(REFUSED) or []:
        state("notice", told(f"upload.refused.{code}", lang, file=file))


def _waiting(waiting: list[Entry], place: Place, at: Stage) -> Markup:
    """The files received and not yet loaded."""
    lang = place.lang
    if not waiting:
        return panel(say("upload.waiting.none", lang), quiet(told("upload.waiting.quiet", lang)))
    heads = [(say(f"upload.column.{name}", lang), style) for name, style in HEADS]
    rows = [_one(entry, place, at) for entry in waiting[:LISTED]]
    more = len(waiting) - LISTED
    rest = el("p", told("upload.waiting.rest", lang, n=more), cls="rest") if more > 0 else ""
    return panel(told("upload.waiting", lang, n=len(waiting)), table(heads, rows, cls="waiting"), rest)


HEADS = (("file", "c-name"), ("department", "c-unit"), ("user", ""), ("received", ""), ("size", "num wide"))


def _one(entry: Entry, place: Place, at: Stage) -> Markup:
    lang = place.lang
    name = link(place, Stage(entry.id, None, at.department), entry.file)
    return el(
        "tr",
        el("th", el("span", name, cls="clamp"), cls="c-name", scope="row"),
        el("td", department(entry.department, lang), cls="c-unit"),
        el("td", entry.user),
        el("td", clock.local(entry.received_at), cls="c-when"),
        el("td", size(entry.size), cls="num wide"),
    )


def _form(lang: str) -> None:
    """The department's own form, for those who have no file of a system."""
    chosen = who()[0]
    html.show(
        board(
            panel(
                say("upload.form", lang),
                el("p", told("upload.form.why" if chosen else "upload.form.who_first", lang), cls="rest"),
            )
        )
    )
    st.download_button(
        say("upload.form.get", lang),
        data=partial(acts.form, chosen, clock.today(), lang) if chosen else b"",
        file_name=say("upload.form.file", lang, department=department(chosen, lang)),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        disabled=not chosen,
        key="upload-form",
    )
