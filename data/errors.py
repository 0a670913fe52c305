"""What can go wrong between the board and its database: named errors whose words a person can act on."""

from collections.abc import Sequence
from typing import Protocol

from config.text import say


class BoardError(Exception):
    """A refusal with a text key and what fills its words; ``words(lang)`` is one sentence with the cure."""

    key = "error.board"

    def __init__(self, **values: object) -> None:
        super().__init__(self.key)
        self.values = values

    def words(self, lang: str = "zh") -> str:
        """The sentence in the language of the screen."""
        return say(self.key, lang, **self.values)

    def __str__(self) -> str:
        return self.words("zh")


class BoardMissing(BoardError):
    """There is no database file."""

    key = "error.missing"


class BoardLocked(BoardError):
    """Another process holds the database file."""

    key = "error.locked"


class BoardEmpty(BoardError):
    """The database holds no catalogue."""

    key = "error.empty"


class BoardDamaged(BoardError):
    """The file is no database of the board."""

    key = "error.damaged"


class BoardNewer(BoardDamaged):
    """The file was written by a newer version of the program."""

    key = "error.newer"


class BoardUnwritable(BoardError):
    """The file or its folder cannot be written: no right, no folder, no room."""

    key = "error.unwritable"


class UnknownCode(BoardError):
    """A plan, region or load that does not exist; lists what does."""

    key = "error.unknown"


class CatalogueBroken(BoardError):
    """The catalogue in ``config/`` has errors; the check lists them."""

    key = "error.catalogue"


class Worded(Protocol):
    """A finding that says in one line where it is and what is wrong."""

    def words(self, lang: str) -> str: ...


class Refused(BoardError):
    """A file that cannot be loaded as it is; ``problems`` holds every finding in order of place."""

    key = "error.refused"

    def __init__(self, *, file: str, problems: Sequence[Worded]) -> None:
        super().__init__(file=file, count=len(problems))
        self.problems = tuple(problems)

    def words(self, lang: str = "zh") -> str:
        """How many problems there are, and the first of them."""
        return say(self.key, lang, first=self.problems[0].words(lang), **self.values)
