"""The words of the command line."""

import argparse
from typing import NoReturn

from config.text import say
from metrics.model.vocabulary import Method

LOCAL = ("check", "targets", "judge")


class UsageError(Exception):
    """A command line that cannot be understood; the message says how it is written."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the process: it also runs inside the app."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.format_usage()}{message}")


def _everywhere(words: Parser, default: object) -> None:
    """The words that may stand before or after the verb."""
    words.add_argument("--db", help="BOARD_DB", default=default)
    words.add_argument("--lang", choices=("zh", "en"), default=default or "zh")


def parser() -> Parser:
    """All verbs; their names are stable."""
    top = Parser(prog="cli.py", description=say("cli.about"))
    _everywhere(top, None)
    verbs = top.add_subparsers(dest="verb", required=True, parser_class=Parser)
    made = {name: verbs.add_parser(name, help=say(f"cli.{name}")) for name in ("init", "demo", "check", "targets", "assess", "judge")}
    for verb in made.values():
        _everywhere(verb, argparse.SUPPRESS)
    made["demo"].add_argument("--remove", action="store_true")
    for name in ("targets", "assess"):
        made[name].add_argument("--plan")
        made[name].add_argument("--format", choices=("table", "csv", "json"), default="table")
    made["assess"].add_argument("--region")
    made["assess"].add_argument("--as-of", dest="as_of")
    made["judge"].add_argument("file")
    made["judge"].add_argument("--rule", required=True, choices=[method.value for method in Method])
    made["judge"].add_argument("--format", choices=("table", "csv", "json"), default="csv")
    return top
