"""Texts of the product in Chinese and English, from the gettext catalogues beside this file.

Every text has a key ("overview.headline"); ``config/locale/<lang>/*.po`` gives its words, so code holds none.
"""

import logging
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("zh", "en")
LOG = logging.getLogger("board.text")


class UnknownText(KeyError):
    """A key that no catalogue of the language holds: a fault of the program, found by the tests."""


@cache
def catalogue(lang: str) -> dict[str, Message]:
    """All messages of a language, by key."""
    found: dict[str, Message] = {}
    for path in sorted((LOCALE / lang).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=lang):
                if message.id:
                    found[message.id if isinstance(message.id, str) else message.id[0]] = message
    return found


def say(key: str, lang: str = "zh", **values: object) -> str:
    """The words of a key, filled in; with the plural form for the value ``n`` where the language has one.

    A key without words breaks no screen: see `instead`.
    """
    words = _forms(key, lang) or instead(UnknownText(key, lang))
    if not isinstance(words, str):
        words = words[0] if values.get("n") == 1 or len(words) == 1 else words[-1]
    return words.format(**values) if values else words


def instead(unknown: UnknownText) -> str | Sequence[str]:
    """What stands where words are missing: those of another language, else the key; the log is told. The tests put a
    function here that raises, so that no key without words gets past them.
    """
    key, lang = unknown.args
    LOG.error("text %s has no words in %s", key, lang)
    return next((found for other in LANGUAGES if (found := _forms(key, other))), str(key))


def _forms(key: str, lang: str) -> str | Sequence[str]:
    """The words of a key, in one form or several; nothing where the language has none."""
    message = catalogue(lang).get(key)
    return (message.string if message else None) or ""
