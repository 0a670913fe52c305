"""Ask the command line in this process."""

import csv
import io

import cli
from tests.data.figures import is_one_sentence


def asked(*argv: str) -> str:
    """What a command answers that succeeds."""
    text, code, _ = cli.run(list(argv))
    assert code == 0, text
    return text


def refused(*argv: str) -> str:
    """What a command answers that is refused: one sentence in the language asked for."""
    text, code, _ = cli.run(list(argv))
    assert code == 2, text
    assert is_one_sentence(text.rstrip("\n")), text
    assert ("。" in text) is ("en" not in argv)
    return text


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
