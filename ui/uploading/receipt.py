"""Step 6: what was loaded, under which number, what turned, and the way to take it back at once."""

from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from config.text import say
from config.tokens import Bucket
from ui import clock, html, intake
from ui.cache import BoardError
from ui.html import Markup, el
from ui.intake import Entry, Preview
from ui.panels.base import board, panel
from ui.place import Place
from ui.records import acts
from ui.states import state
from ui.uploading import route, steps
from ui.uploading.base import Case, lead
from ui.uploading.changes import changed
from ui.uploading.check import XLSX
from ui.uploading.confirming import LONGEST
from ui.uploading.route import Stage
from ui.uploading.send import SEEN
from ui.uploading.standing import overview, records
from ui.uploading.words import brought, counted, sender, senders_name, told, turns
from ui.width import bucket

SIDES: dict[Bucket, list[int]] = {"w1920": [60, 40], "w1366": [60, 40], "w1024": [58, 42]}
COUNTS = ("new", "changed", "unchanged", "missing", "refused")


def draw(place: Place, at: Stage, entry: Entry) -> None:
    """The last step; it can be opened again at any time."""
    lang = place.lang
    assert entry.load_id is not None
    row = intake.load_row(entry.load_id)
    seen: Preview | None = st.session_state.get(f"{SEEN}-{entry.id}")
    gone = row["state"] == "withdrawn"
    bar = steps.bar(place, Stage(at.upload, 6, at.department), 6, entry.file)
    html.show(board(bar, lead(*_sentence(row, seen, gone=gone, lang=lang), lang), _tiles(row, lang)))
    case = Case(place, at, entry, seen) if seen else None
    left, right = st.columns(SIDES[bucket()], gap="medium")
    with left:
        if case is not None and not gone:
            html.show(board(changed(case, done=True)))
        html.show(board(panel(say("upload.receipt.facts", lang), _facts(entry, row, lang))))
    with right:
        links = Case(place, at, entry, seen or _none(entry))
        html.show(board(panel(say("upload.receipt.next", lang), _links(links, entry.load_id))))
        if case is not None and int(_number(row["rows_refused"])):
            _refused(case)
        if not gone:
            _undo(entry, entry.load_id, lang)
    with st.container(horizontal=True, key="upload-buttons"):
        st.button(
            say("upload.receipt.again", lang),
            on_click=route.go,
            type="primary" if not gone else "secondary",
            key="upload-again",
        )
    html.show(board(el("footer", el("span", sender(entry, lang), cls="told"), cls="foot")))


def _none(entry: Entry) -> Preview:
    return Preview("unchanged", entry)


def _number(value: object) -> int:
    return 0 if value is None or value != value else int(value)  # type: ignore[call-overload]


def _sentence(row: dict[str, Any], seen: Preview | None, *, gone: bool, lang: str) -> tuple[str, str]:
    load, shape = row["id"], str(row["shape"] or "")
    if gone:
        said = told(
            "upload.receipt.undone", lang, load=load, when=clock.local(_when(row["undone_at"])), user=row["undone_by"]
        )
        return said, told("upload.receipt.undone.rest", lang, why=row["undone_why"])
    parts = brought({name: _number(row[f"rows_{name}"]) for name in ("new", "changed", "unchanged")}, shape, lang)
    said = told("upload.receipt", lang, load=load, parts=parts)
    if seen is not None:
        said = told("upload.receipt.turns", lang, load=load, parts=parts, turns=turns(seen.moves, lang, done=True))
    return said, told("upload.receipt.rest", lang)


def _when(value: object) -> datetime:
    return value.to_pydatetime() if hasattr(value, "to_pydatetime") else value  # type: ignore[return-value]


def _tiles(row: dict[str, Any], lang: str) -> Markup:
    shape = str(row["shape"] or "")
    unit = "upload.tile.unit.tidy" if shape == "tidy" else "upload.tile.unit"
    tiles = (
        el(
            "div",
            el("div", el("span", say(f"upload.receipt.{name}", lang)), cls="tile-name"),
            el(
                "div",
                el("strong", _number(row[f"rows_{name}"]), cls="figure"),
                el("span", say(unit, lang, n=_number(row[f"rows_{name}"])), cls="unit"),
                cls="tile-figure",
            ),
            cls="tile" if _number(row[f"rows_{name}"]) else "tile none",
            role="listitem",
        )
        for name in COUNTS
    )
    return el("div", *tiles, cls="tiles", role="list")


def _facts(entry: Entry, row: dict[str, Any], lang: str) -> Markup:
    read = [str(row["sheet"] or ""), steps.encoding(str(row["encoding"] or ""))]
    facts = [
        ("file", entry.file),
        ("when", clock.local(_when(row["loaded_at"]))),
        ("sender", senders_name(entry, lang)),
        ("read", say("dot", lang).join(part for part in read if part)),
        ("mark", entry.sha256[:16]),
    ]
    return el(
        "dl",
        *(el("div", el("dt", say(f"upload.fact.{name}", lang)), el("dd", words)) for name, words in facts),
        cls="facts",
    )


def _links(case: Case, load: int) -> Markup:
    return el("ul", el("li", overview(case)), el("li", records(case, load)), cls="links")


def _refused(case: Case) -> None:
    """The rows that were not loaded, as a file."""
    lang = case.lang
    st.download_button(
        told("upload.refused.get", lang, rows=counted(case.found.rows.refused, case.found.shape, lang)),
        data=partial(intake.refused, case.found, lang),
        file_name=told("upload.refused.file", lang, file=case.entry.file.rsplit(".", 1)[0]) + ".xlsx",
        mime=XLSX,
        on_click="ignore",
        key="upload-refused-file",
    )


def _undo(entry: Entry, load: int, lang: str) -> None:
    """Take the load back, with a reason."""
    html.show(board(panel(say("upload.undo", lang), el("p", told("upload.undo.why", lang), cls="rest"))))
    key = f"upload-undo-{entry.id}"
    with st.container(key="upload-undo-box"):
        word = st.text_input(
            say("upload.undo.reason", lang), key=key, live=True,
            placeholder=say("upload.undo.reason", lang), label_visibility="collapsed",
        )  # fmt: skip
        pressed = st.button(
            told("upload.undo.do", lang, load=load), disabled=not (word or "").strip(), key="upload-undo"
        )
    if pressed:
        try:
            acts.undo(load, entry.user, str(word).strip()[:LONGEST])
        except BoardError as trouble:
            state("notice", trouble.words(lang))
        else:
            st.rerun()
