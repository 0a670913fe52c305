"""A file that changes nothing: loaded before, or without a figure."""

from config.text import say
from ui import clock, html, own
from ui.html import Markup, el
from ui.panels.base import board
from ui.uploading import base
from ui.uploading.base import Case
from ui.uploading.words import counted, told


def stands_already(case: Case) -> None:
    """Said instead of a preview."""
    lang, found = case.lang, case.found
    if found.standing is None:
        rows = counted(found.rows.missing, found.shape, lang)
        base.head(case, told("upload.blank", lang, rows=rows), told("upload.blank.rest", lang))
    else:
        load, when = found.standing
        sentence = told("upload.standing", lang, load=load, when=clock.local(when))
        base.head(case, sentence, told("upload.standing.rest", lang))
        html.show(board(el("p", records(case, load), cls="links")))
    with base.buttons():
        if found.table is not None:
            base.back(case, 3)
        base.again(case)
        base.give_up(case)
    base.foot(case)


def records(case: Case, load: int) -> Markup:
    """The way to a load's entry among the records."""
    words = told("upload.records", case.lang, load=load)
    return own.link(case.place, words, page="loads", own={"load": load}, cls="under")


def overview(case: Case) -> Markup:
    """The way to the overview."""
    return own.link(case.place, say("upload.overview", case.lang), page="overview", cls="under")
