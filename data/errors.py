"""What can go wrong between the board and its database: named errors whose words a person can act on."""

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
    """The database holds no catalogue or no such plan."""

    key = "error.empty"


class BoardDamaged(BoardError):
    """The file is no database of the board, or of a newer version of it."""

    key = "error.damaged"


class UnknownCode(BoardError):
    """A plan, region or load that does not exist; lists what does."""

    key = "error.unknown"


class Refused(BoardError):
    """A file that cannot be loaded as it is; ``problems`` names every cell."""

    key = "error.refused"
