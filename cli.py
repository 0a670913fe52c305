"""The functions of the board for the shell: ``python cli.py VERB``."""

import os
import sys
from pathlib import Path

from config.settings import database
from data.errors import BoardError
from data.service import answer, ask
from data.shell.parser import LOCAL, UsageError, parser
from data.shell.verbs import Answer, CommandError, refusal, run_local
from data.store import shut

REFUSED = 2


def run(argv: list[str]) -> Answer:
    """Do what a command line asks: here, or in the running app that holds the database."""
    lang = "zh"
    try:
        words = parser().parse_args(argv)
        lang = words.lang
        if words.verb in LOCAL:
            return run_local(words)
        path = Path(words.db).resolve() if words.db else database()
        reply = ask(argv, path)
        if reply is None:
            reply = answer(argv, path)
            shut(path)
        return reply
    except (BoardError, CommandError, UsageError) as error:
        return refusal(error, lang) or Answer("", 1)


if __name__ == "__main__":
    text, code = run(sys.argv[1:])
    try:
        (sys.stderr if code == REFUSED else sys.stdout).write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
