"""What the library of plans and targets asks, beside the verdicts: words to search by, phases, due dates, reports."""

import pandas as pd

from data.assessing import query
from data.store import Store


def words(store: Store) -> pd.DataFrame:
    """One row a target, in the order of the plans: ``target_id, plan, synonyms, owners`` (all names, as text)."""
    return _asked(store, "library_words")


def phases(store: Store) -> pd.DataFrame:
    """One row a phase, as they begin: ``plan, id, name_zh, name_en, start, end, gate_zh, gate_en``."""
    return _asked(store, "library_phases")


def dues(store: Store) -> pd.DataFrame:
    """One row a plan and due date: ``plan, due, targets`` (how many have a figure for it)."""
    return _asked(store, "library_dues")


def reports(store: Store) -> pd.DataFrame:
    """What was written beside each milestone report: ``region, indicator_id, reported, load_id, state, said``."""
    return _asked(store, "library_reports")


def _asked(store: Store, name: str) -> pd.DataFrame:
    with store.cursor() as cursor:
        return cursor.execute(query(name)).df()
