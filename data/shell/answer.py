"""What the command line answers, and how it refuses."""

from typing import NamedTuple

from config.text import say
from data.errors import BoardError

# Exit codes beside 0. ``check`` also leaves with 1 where the catalogue has errors, as its findings are its answer.
FAULT, REFUSED = 1, 2


class Answer(NamedTuple):
    """What a verb says, the exit code of the process, and whether it is told on the error stream."""

    text: str
    code: int = 0
    error: bool = False


class CommandError(Exception):
    """A refusal in one sentence, which is the message."""


class UsageError(Exception):
    """A command line that cannot be understood; the message says what of it."""

    def words(self, lang: str) -> str:
        """The sentence, with the way to the list of all words."""
        return say("cli.usage", lang, what=" ".join(str(self).split()))


def refusal(error: Exception, lang: str) -> Answer | None:
    """The answer to an error that a person can act on; nothing for a fault of the program."""
    if isinstance(error, BoardError | UsageError):
        return Answer(error.words(lang) + "\n", REFUSED, error=True)
    if isinstance(error, CommandError):
        return Answer(str(error) + "\n", REFUSED, error=True)
    return None


def fault(lang: str, number: str) -> Answer:
    """The answer to a fault of the program, under the id that the log knows."""
    return Answer(say("cli.fault", lang, number=number) + "\n", FAULT, error=True)
