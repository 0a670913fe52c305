"""The assessments that a command line asks for: of one plan or all, at one region or all, at a date."""

import argparse

import pandas as pd

from config.text import say
from data.errors import UnknownCode
from data.reading import assessments, default_as_of, plan_row, plans
from data.shell.parser import day
from data.store import Store


def chosen(words: argparse.Namespace, store: Store) -> pd.DataFrame:
    """The assessments of one plan or all, at one region or all, at a date or each plan's default date.

    ``demo`` is the label of made-up figures or "". Raises UnknownCode, CommandError.
    """
    asked = [plan_row(store, words.plan)["id"]] if words.plan else list(plans(store)["id"])
    given = day(words.as_of, words.lang) if words.as_of else None
    dates = {plan: given or default_as_of(store, plan, demo=words.demo) for plan in asked}
    frames = [assessments(store, plan, as_of, demo=words.demo) for plan, as_of in dates.items()]
    frame = pd.concat(frames, ignore_index=True)
    if words.region:
        known = sorted(set(frame["region"]))
        frame = frame[frame["region"] == words.region].reset_index(drop=True)
        if words.region not in known:
            raise UnknownCode(code=words.region, known=", ".join(known))
    frame["demo"] = frame["demo"].map({True: say("demo.label", words.lang), False: ""})
    return frame


def short(names: list[str], lang: str) -> list[str]:
    """The columns of a table for people, in their language."""
    return [name.replace("_zh", f"_{lang}") for name in names]
