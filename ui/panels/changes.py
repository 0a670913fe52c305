"""What changed since the comparison date: worse at the left, better at the right, each with both statuses."""

from datetime import date

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket, tokens
from ui import figures
from ui.html import Markup, el
from ui.panels.base import glyph, panel, quiet, room
from ui.place import Place
from ui.rows import explained
from ui.sentences import Moves, changes_head
from ui.typography import spaced

ROWS: dict[Bucket, int] = {"w1920": 4, "w1366": 3, "w1024": 3}


def changed(frame: DataFrame, moved: Moves | None, as_of: date, place: Place, bucket: Bucket) -> Markup:
    """The panel; without a comparison date it says how to choose one."""
    lang = place.lang
    title = changes_head(moved, as_of, lang)
    if moved is None:
        return panel(title, quiet(say("changes.how", lang)))
    if not moved.better and not moved.worse:
        return panel(title, quiet(say("changes.quiet", lang)))
    sides = (_side(frame[frame["move"] == move], move, place, room(ROWS, bucket, lang)) for move in ("worse", "better"))
    return panel(title, el("div", *sides, cls="sides"))


def _side(frame: DataFrame, move: str, place: Place, most: int) -> Markup:
    lang = place.lang
    mark = el("span", tokens().trend[move], cls="arrow", aria_hidden="true")
    head = el("h3", mark, spaced(say(f"changes.{move}", lang, n=len(frame))), cls="side-title")
    if move == "better":
        frame = frame.sort_values("was", key=lambda codes: codes.map(tokens().rank), kind="stable")
    rows = [_row(row, place) for row in each(frame.head(most))]
    if len(frame) > most:
        rows.append(el("li", spaced(say("changes.rest", lang, n=len(frame) - most)), cls="more"))
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
