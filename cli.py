"""The functions of the board for the shell: ``python cli.py VERB``."""

import os
import secrets
import sys
import traceback
from io import TextIOWrapper
from pathlib import Path

from config.settings import database
from config.text import say
from data.errors import BoardError
from data.service import NoAnswer, answer, ask
from data.shell.answer import REFUSED, Answer, CommandError, UsageError, fault, refusal
from data.shell.parser import LOCAL, language, parser
from data.shell.verbs import run_local
from data.store import shut

INTERRUPTED = 130


def run(argv: list[str]) -> Answer:
    """Do what a command line asks: here, or in the running app that holds the database."""
    lang = language(argv)
    try:
        words = parser(lang).parse_args(argv)
        if words.verb in LOCAL:
            return run_local(words)
        path = Path(words.db).resolve() if words.db else database()
        try:
            return ask(argv, path) or answer(argv, path, Path.cwd())
        finally:
            shut(path)
    except NoAnswer:
        return Answer(say("cli.busy", lang) + "\n", REFUSED, error=True)
    except (BoardError, CommandError, UsageError) as error:
        return refusal(error, lang) or Answer("", REFUSED, error=True)
    except Exception:
        number = secrets.token_hex(3)
        traceback.print_exc()
        return fault(lang, number)


def main() -> int:
    """Print the answer; what was refused goes to the error stream."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        text, code, error = run(sys.argv[1:])
        (sys.stderr if error else sys.stdout).write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


if __name__ == "__main__":
    sys.exit(main())
