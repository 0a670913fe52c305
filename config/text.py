"""Texts of the product in Chinese and English, from the gettext catalogues beside this file.

Every text has a key ("overview.headline"); ``config/locale/<lang>/*.po`` gives its words, so code holds none.
"""

from functools import cache
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("zh", "en")


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

    Raises UnknownText for a key without words.
    """
    message = catalogue(lang).get(key)
    if message is None or not message.string:
        raise UnknownText(f"{lang}: {key}")
    words = message.string
    if not isinstance(words, str):
        words = words[0] if values.get("n") == 1 or len(words) == 1 else words[-1]
    return words.format(**values) if values else words
