"""Check a staged file against the catalogue and what is stored, rule by rule over columns, and tell what would change.

Every rule is one statement under ``queries/load``: it reads the tables ``staged`` and ``found`` of the cursor and those
of the board, and adds to ``found`` (level, code, "at", role, value, other). Made-up figures are no evidence.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

import duckdb

from config.rules import thresholds

RULES = Path(__file__).parents[1] / "queries" / "load"
# Fractions are read first, so that every other rule sees percentages; errors come before what rests on the sound rows.
READING = ("words", "fraction", "fraction_read")
ERRORS = ("future", "long_ago", "family", "foreign_region", "out_of_range", "incoming_series", "twice", "contradiction")
SETTLING = ("repeated", "repeated_left", "stands", "views", "gauge")
WARNINGS = ("unit_suspect", "far_from_history", "revision", "not_owned", "part_over_whole", "sum_over_whole")
NOTES = ("break_marked", "other_interval")


def check(cursor: duckdb.DuckDBPyConnection, *, department: str | None, today: date) -> None:
    """Run every rule. Shares written as fractions become percentages in ``staged`` and ask to be confirmed; of rows
    that say the same the later ones are marked ``repeated``.

    Nothing is held against a ``department`` that is None or unknown to the board. A period must be over on ``today``.
    """
    known = {"department": department, "today": today, **thresholds().load.model_dump()}
    for rule in (*READING, *ERRORS, *SETTLING, *WARNINGS, *NOTES):
        text, names = _rule(rule)
        cursor.execute(text, {name: known[name] for name in names} or None)


def compare(cursor: duckdb.DuckDBPyConnection) -> None:
    """Lay out the temporary table ``change``: ``"at", action`` (new, changed, unchanged), ``old, old_load``.

    After ``check`` on the same cursor. One row a figure or event to be loaded: sound, not missing, not repeated and
    without an error. Only measured figures are compared; ``old`` of an event is 1 for done, 0 for not done.
    """
    text, _names = _rule("change")
    cursor.execute(text)


@cache
def _rule(name: str) -> tuple[str, frozenset[str]]:
    """The statement of a rule and the names of the parameters it binds."""
    text = (RULES / f"{name}.sql").read_text(encoding="utf-8")
    return text, frozenset(re.findall(r"\$([a-z_]+)", text))
