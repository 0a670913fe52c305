"""What stands where something is missing or failed: one sentence with what to do, never a traceback."""

import logging
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from config.text import say
from ui.cache import BoardError
from ui.html import el, show
from ui.place import Refused, language

LOG = logging.getLogger("board.ui")


def state(kind: str, sentence: str) -> None:
    """A sentence in the place of a panel; ``kind`` is its class: empty, notice, trouble or error."""
    role = "alert" if kind in ("trouble", "error") else "status"
    show(el("p", sentence, cls=f"state state-{kind}", role=role))


def empty(lang: str, key: str = "state.nothing") -> None:
    """A part that has nothing to show, and what to do."""
    state("empty", say(key, lang))


def refused(what: Sequence[Refused], lang: str) -> None:
    """One sentence for all that was not understood in the address."""
    named = say("state.between", lang).join(f"{one.name}={one.value}" for one in what)
    state("notice", say("state.refused", lang, named=named))


def trouble(found: BoardError, lang: str) -> None:
    """The board is missing, empty or held by another program: what it says itself, with the cure."""
    LOG.warning("%s: %s", type(found).__name__, found)
    state("trouble", found.words(lang))


def failed(part: str, lang: str, error: Exception) -> None:
    """A part broke: log it under an id and show the id."""
    number = secrets.token_hex(3)
    LOG.error("error %s in %s", number, part, exc_info=error)
    state("error", say("state.error", lang, number=number))


def broke(error: Exception) -> bool:
    """The last net, for what breaks outside every part (a widget's callback): True, it has been shown."""
    lang = language(st.query_params.to_dict())
    if isinstance(error, BoardError):
        trouble(error, lang)
    else:
        failed("the script", lang, error)
    return True


@contextmanager
def part(name: str, lang: str) -> Iterator[None]:
    """Run a part of a page so that its failing does not take the page with it.

    Streamlit's own stop and rerun are no Exceptions and pass through.
    """
    try:
        yield
    except BoardError as found:
        trouble(found, lang)
    except Exception as error:
        failed(name, lang, error)
