"""What each verb does. A verb takes the parsed words (and a store where it needs one) and returns text and exit code."""

import argparse
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from config.rules import thresholds
from config.text import say
from data.bare import judge
from data.boarding import init, load_demonstration, remove_demonstration
from data.catalogue.checking import check
from data.catalogue.listing import targets_table
from data.catalogue.reading import shipped
from data.errors import BoardError, UnknownCode
from data.reading import assessments, default_as_of, plan_row, plans
from data.shell.parser import UsageError
from data.shell.printing import rendered
from data.store import Store
from metrics.judging import UnreadableCase
from metrics.model.vocabulary import Method

ASSESSED = (
    "plan target_id section dimension indicator_id indicator_zh indicator_en region region_zh region_en due status light reason"
    " rule method judged_by unit direction base base_date base_origin current current_date current_origin target"
    " target_date k e R R_linear gap required_per_year observed_per_year trend notes breaches headline tier demo"
    " base_source current_source base_load current_load as_of"
).split()
SHORT = "plan target_id indicator_zh region_zh due status reason base current target k e R gap demo".split()
JUDGED = ("case_id", "years", "values", "direction")


class Answer(NamedTuple):
    """What a verb says, and the exit code of the process."""

    text: str
    code: int = 0


def run_local(words: argparse.Namespace) -> Answer:
    """check, targets, judge: they read files only."""
    if words.verb == "check":
        return _check(words.lang)
    if words.verb == "judge":
        return _judge(words)
    catalogue = shipped()
    if words.plan is not None and words.plan not in catalogue.plans:
        raise UnknownCode(code=words.plan, known=", ".join(catalogue.plans))
    return Answer(rendered(targets_table(catalogue, words.plan), words.format))


def run_stored(words: argparse.Namespace, store: Store) -> Answer:
    """init, demo, assess: they need the database."""
    if words.verb == "init":
        return _init(words.lang, store)
    store.require_catalogue()
    if words.verb == "demo":
        return _demo(words, store)
    return _assess(words, store)


def _check(lang: str) -> Answer:
    """All problems of the catalogue, then one line that counts them."""
    problems = check()
    levels = [problem.level for problem in problems]
    counts = {f"{level}s": levels.count(level) for level in ("error", "warning")}
    counts |= {"plans": len(shipped().plans), "targets": len(shipped().targets)}
    lines = [problem.words(lang) for problem in problems]
    return Answer("\n".join([*lines, say("cli.checked", lang, **counts)]) + "\n", int("error" in levels))


def _judge(words: argparse.Namespace) -> Answer:
    """Bare cases of a file, judged by the method named."""
    path = Path(words.file)
    try:
        cases = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise CommandError(say("error.file", words.lang, path=path.name)) from error
    lacking = [name for name in JUDGED if name not in cases.columns]
    if lacking:
        raise CommandError(say("error.columns", words.lang, path=path.name, columns=", ".join(lacking)))
    try:
        return Answer(rendered(judge(cases, Method(words.rule)), words.format))
    except UnreadableCase as error:
        raise CommandError(say("error.case", words.lang, case=str(error))) from error


class CommandError(Exception):
    """A refusal in one sentence."""


def _init(lang: str, store: Store) -> Answer:
    """Build the board, or say that nothing changed."""
    built = init(store)
    path = store.path.name
    rows = sum(receipt.new + receipt.changed for receipt in built.receipts.values())
    if not built.verdicts:
        return Answer(say("cli.unchanged", lang, path=path) + "\n")
    files = len(built.receipts)
    return Answer(say("cli.built", lang, path=path, files=files, rows=rows, verdicts=built.verdicts) + "\n")


def _demo(words: argparse.Namespace, store: Store) -> Answer:
    """Load or withdraw the demonstration series."""
    if words.remove:
        taken = remove_demonstration(store)
        return Answer(say("cli.demo.removed" if taken else "cli.demo.none", words.lang, loads=taken) + "\n")
    receipt = load_demonstration(store)
    if receipt.state == "unchanged":
        return Answer(say("cli.demo.same", words.lang) + "\n")
    return Answer(say("cli.demo.loaded", words.lang, rows=receipt.new + receipt.changed, load=receipt.load_id) + "\n")


def _assess(words: argparse.Namespace, store: Store) -> Answer:
    """Judge the targets of one plan or all, at one region or all, at a date or each plan's default date."""
    chosen = [plan_row(store, words.plan)["id"]] if words.plan else list(plans(store)["id"])
    frames = []
    for plan in chosen:
        as_of = _day(words.as_of, words.lang) if words.as_of else default_as_of(store, plan, demo=True)
        frames.append(assessments(store, plan, as_of, region=words.region))
    frame = pd.concat(frames, ignore_index=True)
    if words.region and frame.empty:
        raise UnknownCode(code=words.region, known=", ".join(sorted({str(plans(store).set_index("id").loc[p, "region"]) for p in chosen})))
    frame["demo"] = frame["demo"].map({True: say("demo.label", words.lang), False: ""})
    frame["light"] = frame["status"].map(dict(thresholds().lights))
    shown = [name.replace("_zh", f"_{words.lang}") for name in SHORT] if words.format == "table" else ASSESSED
    return Answer(rendered(frame[shown], words.format))


def _day(text: str, lang: str) -> date:
    """A day written as ISO."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(say("cli.nodate", lang, text=text)) from error


def refusal(error: Exception, lang: str) -> Answer | None:
    """The answer to an error that a person can act on; nothing for a fault of the program."""
    if isinstance(error, BoardError):
        return Answer(error.words(lang) + "\n", 2)
    if isinstance(error, (CommandError, UsageError)):
        return Answer(str(error) + "\n", 2)
    return None
