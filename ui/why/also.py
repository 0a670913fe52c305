"""What else should be known: reason and cure, notes, who answers and on what ground, conflict, definition."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel
from ui.typography import spaced
from ui.why.sums import to_green


def also(row: Row, everything: DataFrame, lang: str) -> Markup:
    """The panel: one line a matter, only those that apply."""
    lines = [
        ("cure", _cure(row, lang)),
        ("to_green", to_green(row, lang)),
        ("notes", _notes(row, lang)),
        ("owner", _owner(row, lang)),
        ("binding", _reading(row, lang)),
        ("conflict", _other(_text(row.conflict), everything, lang)),
        ("parent", _other(_text(row.parent), everything, lang)),
        ("definition", _text(getattr(row, f"definition_{lang}", ""))),
        ("note", _text(row.note) if lang == "zh" else ""),
    ]
    shown = [el("div", el("dt", say(f"also.{name}", lang)), el("dd", spaced(words))) for name, words in lines if words]
    return panel(say("why.also", lang), el("dl", *shown, cls="facts"))


def _text(cell: object) -> str:
    return str(cell) if figures.known(cell) else ""


def _cure(row: Row, lang: str) -> str:
    if row.status != "not_assessable" or not _text(row.reason):
        return ""
    return say(f"reason.{row.reason}.cure", lang)


def _notes(row: Row, lang: str) -> str:
    found = row.notes if figures.known(row.notes) and not isinstance(row.notes, str) else []
    words = [say(f"note.{code}", lang) for code in found]
    if figures.known(row.breaches) and int(row.breaches) > 0:
        words.append(say("also.breaches", lang, n=int(row.breaches)))
    if figures.known(row.first_met):
        words.append(say("also.first_met", lang, day=row.first_met.date().isoformat()))
    return say("clause.wide", lang).join(words)


def _owner(row: Row, lang: str) -> str:
    names = figures.owners(row, lang, most=6)
    basis = _text(row.owner_basis)
    return names + (say("paren", lang, inside=say(f"owner.basis.{basis}", lang)) if basis else "")


def _reading(row: Row, lang: str) -> str:
    """How the text was read: binding or not, worded as a hope, figure implied, counted from zero."""
    words = [say(f"binding.{row.binding}", lang)] if row.binding in ("yes", "no") else []
    for mark in ("aspirational", "implied", "increment"):
        if figures.known(getattr(row, mark)) and getattr(row, mark) not in (False, "", "no"):
            words.append(say(f"mark.{mark}.said", lang))
    return say("clause.wide", lang).join(words)


def _other(target: str, everything: DataFrame, lang: str) -> str:
    """Another target by its name and figure."""
    if not target:
        return ""
    found = everything[everything["target_id"].eq(target)]
    if found.empty:
        return target
    row = next(each(found))
    name = figures.name(row, lang, short=False)
    return say("also.other", lang, name=name, target=figures.target(row, lang))
