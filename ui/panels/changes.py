"""What changed since the comparison date: worse at the left, better at the right, each with both statuses."""

from datetime import date

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket, tokens
from ui import figures, own
from ui.html import Markup, el
from ui.panels.base import glyph, panel, quiet, room
from ui.place import Place
from ui.rows import explained
from ui.sentences import Moves, changes_head
from ui.typography import spaced

ROWS: dict[Bucket, int] = {"w1920": 4, "w1366": 3, "w1024": 3}
GRADED = ("worse", "better")
PART, ALL = "part", "changes"  # what the address says while all changes are listed
GREY = ("into_grey", "out_of_grey")  # listed where no target became better or worse


def changed(frame: DataFrame, moved: Moves | None, as_of: date, place: Place, bucket: Bucket) -> Markup:
    """The panel; without a comparison date it says how to choose one, and where nothing became better or worse
    it lists what moved into or out of grey.
    """
    lang = place.lang
    title = changes_head(moved, as_of, lang)
    if moved is None:
        return panel(title, quiet(say("changes.how", lang)))
    shown = GRADED if moved.better or moved.worse else [move for move in GREY if frame["move"].eq(move).any()]
    if not shown:
        return panel(title, quiet(say("changes.quiet", lang)))
    sides = (_side(frame[frame["move"] == move], move, place, room(ROWS, bucket, lang)) for move in shown)
    return panel(title, el("div", *sides, cls="sides"))


def everything(frame: DataFrame, place: Place) -> Markup:
    """All that moved, side by side, none left out."""
    shown = [move for move in (*GRADED, *GREY) if frame["move"].eq(move).any()]
    sides = (_side(frame[frame["move"] == move], move, place, len(frame)) for move in shown)
    return el("div", *sides, cls="sides")


def _side(frame: DataFrame, move: str, place: Place, most: int) -> Markup:
    lang = place.lang
    mark = el("span", tokens().trend[move], cls="arrow", aria_hidden="true") if move in GRADED else ""
    head = el("h3", mark, spaced(say(f"changes.{move}", lang, n=len(frame))), cls="side-title")
    if move == "better":
        frame = frame.sort_values("was", key=lambda codes: codes.map(tokens().rank), kind="stable")
    rows = [_row(row, place) for row in each(frame.head(most))]
    if len(frame) > most:
        rest = spaced(say("changes.rest", lang, n=len(frame) - most))
        rows.append(el("li", own.link(place, rest, own=own.kept() | {PART: ALL}, cls="under"), cls="more"))
    return el("div", head, el("ul", *rows, cls="moves"), cls="side")


def _row(row: figures.Row, place: Place) -> Markup:
    lang = place.lang
    pair = el(
        "span",
        glyph(row.was, lang),
        el("span", tokens().trend["flat"], cls="to", aria_hidden="true"),
        glyph(row.status, lang),
        cls="pair",
    )
    name = explained(place, figures.key(row), spaced(figures.name(row, lang)))
    word = el("span", say(f"status.{row.status}", lang), cls="now wide")
    return el("li", pair, el("span", name, cls="what"), word)
