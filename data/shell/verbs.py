"""What each verb does. A verb takes the parsed words, a store where it needs one, and returns text and exit code."""

import argparse
from collections.abc import Callable
from pathlib import Path

from config.rules import thresholds
from config.settings import CONFIG
from config.text import say
from data.bare import judge
from data.boarding import checked, init, load_demonstration, remove_demonstration
from data.catalogue.checking import problems_of
from data.catalogue.listing import targets_table
from data.catalogue.reading import read
from data.errors import UnknownCode
from data.shell import forecasting, records
from data.shell.answer import Answer, CommandError
from data.shell.cases import read_cases
from data.shell.choosing import chosen, short
from data.shell.loading import import_file, write_template
from data.shell.parser import FORECAST, LOCAL
from data.shell.printing import rendered
from data.store import Store
from metrics.judging import UnreadableCase
from metrics.model.vocabulary import Method

ASSESSED = (  # noqa: SIM905 - read as a sentence
    "plan target_id section dimension indicator_id indicator_zh indicator_en region region_zh region_en due status"
    " light reason rule method judged_by unit direction base base_date base_origin current current_date current_origin"
    " target target_date k e R R_linear gap required_per_year observed_per_year trend notes breaches headline tier demo"
    " base_source current_source base_load current_load as_of"
).split()
SHORT = "plan target_id indicator_zh region_zh due status reason base current target k e R gap demo".split()  # noqa: SIM905 - read as a sentence
LISTED = "plan target_id section indicator_zh rule value value_high unit due region reason".split()  # noqa: SIM905 - read as a sentence


def run_local(words: argparse.Namespace) -> Answer:
    """check, targets, judge: they read files only."""
    if words.verb == "check":
        return _check(Path(words.config) if words.config else CONFIG, words.lang)
    if words.verb == "judge":
        return _judge(words)
    catalogue = checked()
    if words.plan is not None and words.plan not in catalogue.plans:
        raise UnknownCode(code=words.plan, known=", ".join(catalogue.plans))
    frame = targets_table(catalogue, words.plan)
    return Answer(rendered(frame[short(LISTED, words.lang)] if words.format == "table" else frame, words.format))


def run_stored(words: argparse.Namespace, store: Store) -> Answer:
    """All verbs that need the database."""
    if words.verb in LOCAL:
        return run_local(words)
    if words.verb == "init":
        return _init(words.lang, store)
    store.require_catalogue()
    return STORED[words.verb](words, store)


def _check(root: Path, lang: str) -> Answer:
    """All problems of the catalogue, then one line that counts them; exit code 1 where one is an error."""
    catalogue = read(root)
    problems = problems_of(catalogue, root)
    levels = [problem.level for problem in problems]
    counts = {f"{level}s": levels.count(level) for level in ("error", "warning")}
    counts |= {"plans": len(catalogue.plans), "targets": len(catalogue.targets)}
    lines = [problem.words(lang) for problem in problems]
    return Answer("\n".join([*lines, say("cli.checked", lang, **counts)]) + "\n", int("error" in levels))


def _judge(words: argparse.Namespace) -> Answer:
    """Bare cases of a file, judged by the method named."""
    if words.rule == FORECAST:
        return forecasting.bare(words)
    cases = read_cases(Path(words.file), words.lang)
    try:
        return Answer(rendered(judge(cases, Method(words.rule)), words.format))
    except UnreadableCase as error:
        raise CommandError(say("error.case", words.lang, case=str(error))) from error


def _init(lang: str, store: Store) -> Answer:
    """Build the board, or say that nothing changed."""
    built = init(store)
    path = store.path.name
    rows = sum(receipt.new + receipt.changed for receipt in built.receipts.values())
    if not built.changed and not built.verdicts:
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
    """Judge the targets asked for."""
    frame = chosen(words, store)
    frame["light"] = frame["status"].map(dict(thresholds().lights))
    return Answer(rendered(frame[short(SHORT, words.lang) if words.format == "table" else ASSESSED], words.format))


STORED: dict[str, Callable[[argparse.Namespace, Store], Answer]] = {
    "demo": _demo,
    "assess": _assess,
    "forecast": forecasting.forecasts,
    "backtest": forecasting.tested,
    "import": import_file,
    "template": write_template,
    "loads": records.loads,
    "undo": records.undo,
    "redo": records.redo,
    "coverage": records.owed,
}
