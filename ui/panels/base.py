"""What all panels are made of: glyph with its name, panel under its rule, headline, table, and the
net under a panel.
"""

import logging
import secrets
from collections.abc import Callable, Sequence

from config.text import say
from config.tokens import Bucket
from ui.cache import TROUBLE
from ui.html import Markup, el, join

LOG = logging.getLogger("board.ui")


def glyph(status: str, lang: str, *, spoken: bool = True) -> Markup:
    """The glyph of a status. ``spoken`` is off where the word stands beside it."""
    if spoken:
        return el("span", cls=f"gl {status}", role="img", aria_label=say(f"status.{status}", lang))
    return el("span", cls=f"gl {status}", aria_hidden="true")


def light_glyph(light: str) -> Markup:
    """The glyph of a light; its word always stands beside it."""
    return el("span", cls=f"gl light-{light}", aria_hidden="true")


def status(code: str, lang: str) -> Markup:
    """Glyph and word of a status."""
    return el("span", glyph(code, lang, spoken=False), el("span", say(f"status.{code}", lang)), cls="status")


def headline(sentence: str, rest: str) -> Markup:
    """The sentence that answers, and the line under it."""
    return el("header", el("h1", sentence, cls="headline"), el("p", rest, cls="rest"), cls="head")


def panel(title: str, *inside: object, cls: str = "", level: str = "h2", beside: Markup | None = None) -> Markup:
    """A part of the screen under its rule, named by its own heading; ``beside`` stands at the right of it."""
    head = el(level, title, cls="title")
    head = head if beside is None else el("div", head, beside, cls="title-row")
    return el("section", head, *inside, cls=f"panel {cls}".strip(), aria_label=title)


def table(heads: Sequence[tuple[object, str]], rows: Sequence[Markup], *, cls: str = "", caption: str = "") -> Markup:
    """A table: heads as (text, class); the caption is for screen readers."""
    head = el("thead", el("tr", *(el("th", text, cls=style, scope="col") for text, style in heads)))
    said = el("caption", caption, cls="unseen") if caption else ""
    return el("table", said, head, el("tbody", *rows), cls=f"rows {cls}".strip())


def quiet(sentence: str) -> Markup:
    """A sentence where there is nothing to list."""
    return el("p", sentence, cls="quiet")


def guarded(name: str, lang: str, build: Callable[[], Markup]) -> Markup:
    """A panel, or one sentence with an id where it broke: a part that fails does not take its screen
    with it.
    """
    try:
        return build()
    except TROUBLE:
        raise
    except Exception:
        number = secrets.token_hex(3)
        LOG.exception("error %s in %s", number, name)
        return el(
            "section",
            el("p", say("state.error", lang, number=number), cls="state state-error", role="alert"),
            cls="panel",
        )


def room(rows: dict[Bucket, int], bucket: Bucket, lang: str) -> int:
    """How many rows a list may have: English words wrap, so it gets one fewer."""
    return rows[bucket] - (lang == "en")


def board(*inside: object, cls: str = "") -> Markup:
    """The ground of a screen's markup; everything in it takes its sizes from board.css."""
    return el("div", join(inside), cls=f"board {cls}".strip())
