"""The words of the command line."""

import argparse
import getpass
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NoReturn

from config.text import LANGUAGES, say
from data.shell.answer import CommandError, UsageError
from metrics.model.vocabulary import Method

LOCAL = ("check", "targets", "judge")
VERBS = (
    "init",
    "demo",
    "check",
    "targets",
    "assess",
    "judge",
    "forecast",
    "backtest",
    "import",
    "loads",
    "undo",
    "redo",
    "template",
    "coverage",
)
FORMATS = ("table", "csv", "json")
FORECAST = "forecast"  # a rule of ``judge`` beside the methods


def day(text: str, lang: str) -> date:
    """A day written as ISO. Raises CommandError."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(say("cli.nodate", lang, text=text)) from error


def user(words: argparse.Namespace) -> str:
    """Who is at work: the name given, else the account's."""
    return str(words.user or getpass.getuser())


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of leaving the process: it also runs inside the app."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def language(argv: Sequence[str]) -> str:
    """The language a command line asks for, also where the rest of it cannot be understood."""
    said = [after for word, after in pairwise(argv) if word == "--lang"]
    said += [word.partition("=")[2] for word in argv if word.startswith("--lang=")]
    return next((lang for lang in said if lang in LANGUAGES), LANGUAGES[0])


def _everywhere(words: Parser, lang: str, default: object) -> None:
    """The words that may stand before or after the verb."""
    words.add_argument("--db", help=say("cli.help.db", lang), default=default)
    words.add_argument("--lang", choices=LANGUAGES, default=default or LANGUAGES[0], help=say("cli.help.lang", lang))


def parser(lang: str = LANGUAGES[0]) -> Parser:
    """All verbs; their names are stable."""
    top = Parser(prog="cli.py", description=say("cli.about", lang), allow_abbrev=False)
    _everywhere(top, lang, None)
    verbs = top.add_subparsers(dest="verb", required=True, parser_class=Parser)
    made: dict[str, Parser] = {}
    for name in VERBS:
        about = say(f"cli.{name}", lang)
        made[name] = verbs.add_parser(name, help=about, description=about, allow_abbrev=False)
        _everywhere(made[name], lang, argparse.SUPPRESS)
    made["demo"].add_argument("--remove", action="store_true", help=say("cli.help.remove", lang))
    made["check"].add_argument("--config", help=say("cli.help.config", lang))
    for name in ("targets", "assess", "forecast", "backtest"):
        made[name].add_argument("--plan", help=say("cli.help.plan", lang))
        made[name].add_argument("--format", choices=FORMATS, default="table")
    for name in ("assess", "forecast"):
        made[name].add_argument("--region", help=say("cli.help.region", lang))
        made[name].add_argument("--as-of", dest="as_of", help=say("cli.help.as_of", lang))
        made[name].add_argument("--no-demo", dest="demo", action="store_false", help=say("cli.help.no_demo", lang))
    rules = [*(method.value for method in Method), FORECAST]
    made["judge"].epilog = say("cli.judge.cases", lang)
    made["judge"].add_argument("file", help=say("cli.help.cases", lang))
    made["judge"].add_argument("--rule", required=True, choices=rules, help=say("cli.help.rule", lang))
    made["judge"].add_argument("--format", choices=FORMATS, default="csv")
    _loading(made, lang)
    return top


def _loading(made: dict[str, Parser], lang: str) -> None:
    """The words of the verbs about files and loads."""
    made["import"].add_argument("file", help=say("cli.help.upload", lang))
    for name in ("sheet", "mapping", "user", "note"):
        made["import"].add_argument(f"--{name}", help=say(f"cli.help.{name}", lang))
    for name in ("dry_run", "partial", "yes", "json"):
        flag = f"--{name.replace('_', '-')}"
        made["import"].add_argument(flag, dest=name, action="store_true", help=say(f"cli.help.{name}", lang))
    for name in ("import", "template"):
        made[name].add_argument("--department", required=True, help=say("cli.help.department", lang))
    made["template"].add_argument("--out", required=True, help=say("cli.help.out", lang))
    made["loads"].add_argument("--limit", type=int, help=say("cli.help.limit", lang))
    made["loads"].add_argument("--department", help=say("cli.help.department", lang))
    for name in ("loads", "undo", "redo"):
        made[name].add_argument("--json", action="store_true", help=say("cli.help.json", lang))
    for name in ("undo", "redo"):
        made[name].add_argument("load", help=say("cli.help.load", lang))
        made[name].add_argument("--user", help=say("cli.help.user", lang))
    made["undo"].add_argument("--reason", required=True, help=say("cli.help.reason", lang))
    made["coverage"].add_argument("--as-of", dest="as_of", help=say("cli.help.as_of", lang))
    for name in ("plan", "department"):
        made["coverage"].add_argument(f"--{name}", help=say(f"cli.help.{name}", lang))
    made["coverage"].add_argument("--format", choices=FORMATS, default="table")
