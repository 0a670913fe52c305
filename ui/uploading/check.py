"""Step 4: what would be loaded, what is wrong, what to confirm, and which statuses would turn."""

from functools import partial

import streamlit as st

from config.text import say
from config.tokens import Bucket
from ui import html, intake
from ui.html import Markup, el
from ui.panels.base import board
from ui.uploading import base, route
from ui.uploading.base import Case
from ui.uploading.changes import changed, listed
from ui.uploading.confirming import confirming
from ui.uploading.problems import problems
from ui.uploading.standing import stands_already
from ui.uploading.words import counted, told, turns
from ui.width import bucket

SIDES: dict[Bucket, list[int] | None] = {"w1920": [68, 32], "w1366": [66, 34], "w1024": None}
TILES = ("new", "changed", "unchanged", "confirm", "refused")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(case: Case) -> None:
    """The fourth step."""
    if case.found.state == "unchanged":
        stands_already(case)
        return
    base.head(case, *sentence(case), _tiles(case))
    problems(case)
    sides = SIDES[bucket()]
    left, right = st.columns(sides, gap="medium") if sides else (st.container(), st.container())
    with left:
        html.show(board(changed(case)))
    with right:
        confirming(case)
    _buttons(case)
    base.foot(case)


def waiting(case: Case) -> int:
    """How many figures stand under a warning and would be loaded."""
    bad = {(one.row, one.column) for one in case.found.findings if one.level == "error"}
    cells = {(one.row, one.column) for one in case.found.findings if one.level == "warning"} - bad
    return max(len(cells), len(case.found.to_confirm))


def loadable(case: Case) -> int:
    """How many figures loading would bring."""
    rows = case.found.rows
    return rows.new + rows.changed + rows.unchanged


def sentence(case: Case) -> tuple[str, str]:
    """The headline and the line under it."""
    lang, rows, shape = case.lang, case.found.rows, case.found.shape
    warned = waiting(case)
    sound = max(loadable(case) - warned, 0)
    counts = {"sound": sound, "warned": warned, "refused": rows.refused}
    parts = [
        told(f"upload.check.{name}", lang, rows=counted(n, shape, lang))
        if n or name == "sound"
        else told(f"upload.check.{name}.none", lang)
        for name, n in counts.items()
    ]
    if sound == rows.read:
        what = told("upload.check.all", lang, rows=counted(rows.read, shape, lang))
        clean = told("upload.check.clean", lang, what=what, turns=turns(case.found.moves, lang))
        return clean, told("upload.check.rest", lang)
    understood = counted(rows.read - rows.refused, shape, lang) if lang == "zh" else rows.read - rows.refused
    what = told("upload.check.read", lang, rows=counted(rows.read, shape, lang), understood=understood)
    rest = [told("upload.check.missing", lang, rows=counted(rows.missing, shape, lang))] if rows.missing else []
    rest.append(told("upload.check.rest", lang))
    said = told(
        "upload.check", lang, what=what, parts=say("clause", lang).join(parts), turns=turns(case.found.moves, lang)
    )
    return said, "".join(rest) if lang == "zh" else " ".join(rest)


def _tiles(case: Case) -> Markup:
    rows = case.found.rows
    counts = {"new": rows.new, "changed": rows.changed, "unchanged": rows.unchanged,
              "confirm": waiting(case), "refused": rows.refused}  # fmt: skip
    return el("div", *(_tile(name, counts[name], case) for name in TILES), cls="tiles", role="list")


def _tile(name: str, n: int, case: Case) -> Markup:
    lang = case.lang
    unit = say("upload.tile.unit.tidy" if case.found.shape == "tidy" else "upload.tile.unit", lang, n=n)
    return el(
        "div",
        el("div", el("span", say(f"upload.tile.{name}", lang)), cls="tile-name"),
        el("div", el("strong", n, cls="figure"), el("span", unit, cls="unit"), cls="tile-figure"),
        el("div", say(f"upload.tile.{name}.why", lang), cls="tile-why"),
        cls="tile" if n else "tile none",
        role="listitem",
    )


def _buttons(case: Case) -> None:
    lang, found = case.lang, case.found
    errors, left = found.rows.refused, len(found.unconfirmed)
    with base.buttons():
        base.back(case, 3)
        if found.findings:
            _marked(case)
        if not errors:
            label = told("upload.check.onward" if not left else "upload.check.confirm_first", lang, n=left)
            base.onward(case, 5, label, disabled=bool(left) or not loadable(case))
        elif loadable(case):
            _partial(case, errors, left)
        if found.rows.new + found.rows.changed:
            st.download_button(
                say("upload.changes.get", lang),
                data=partial(listed, case),
                file_name=f"{say('upload.changes.file', lang)}.csv",
                mime="text/csv",
                on_click="ignore",
                key="upload-changes",
            )
        base.give_up(case)
    words = "upload.check.whole" if errors else "upload.check.archived"
    html.show(board(el("p", told(words, lang), cls="rest")))


def _marked(case: Case) -> None:
    """The file with its bad cells marked: the first thing to do where there are errors."""
    lang, found = case.lang, case.found
    errors = found.totals.get("error", 0)
    st.download_button(
        told("upload.marked.errors" if errors else "upload.marked", lang, n=errors),
        data=partial(intake.marked, found, lang),
        file_name=told("upload.marked.file", lang, file=case.entry.file.rsplit(".", 1)[0]) + ".xlsx",
        mime=XLSX,
        type="primary" if errors else "secondary",
        on_click="ignore",
        key="upload-marked",
    )


def _partial(case: Case, errors: int, left: int) -> None:
    """Loading the sound rows only is a choice of its own."""
    lang, shape = case.lang, case.found.shape
    rows = {"rows": counted(loadable(case), shape, lang), "refused": counted(errors, shape, lang)}
    label = told("upload.check.partial", lang, **rows)
    if left:
        label = told("upload.check.partial.confirm", lang, **rows, n=left)
    st.button(label, on_click=_partly, args=(case.entry.id,), disabled=bool(left), key="upload-partial")


def _partly(upload: int) -> None:
    st.session_state[f"upload-partly-{upload}"] = True
    route.go(upload, 5)
