"""The verbs of the records: loads, undo, redo, coverage. Each takes the parsed words and the store."""

import argparse
from dataclasses import asdict
from datetime import UTC, date, datetime

import pandas as pd

from config.text import say
from data import history
from data.coverage import counted, coverage
from data.shell.answer import Answer
from data.shell.parser import day, user
from data.shell.printing import dumped, rendered
from data.store import Store
from metrics.periods import label

LONGEST = 18  # digits of a load's number, as the database counts
COUNTS = ("read", "new", "changed", "unchanged", "refused", "missing")
TOLD = (  # noqa: SIM905 - read as a sentence
    "file department user_name demo shipped state sheet shape encoding redo_of redone_by undone_by undone_why sha256"
).split()
OWED = (  # noqa: SIM905 - read as a sentence
    "department department_zh department_en indicator_id indicator_zh indicator_en region region_zh region_en plan"
    " event period period_start period_end deadline state received_at load_id demo_only"
).split()


def loads(words: argparse.Namespace, store: Store) -> Answer:
    """Every load, newest first."""
    frame = history.loads(store, limit=words.limit, department=words.department)
    if words.json:
        return Answer(dumped([_load(row) for _, row in frame.iterrows()]))
    if frame.empty:
        return Answer(say("records.loads.none", words.lang) + "\n")
    first = say("records.loads.count", words.lang, n=len(frame), withdrawn=int((frame["state"] == "withdrawn").sum()))
    shown = pd.DataFrame({"load": frame["id"], "loaded_at": frame["loaded_at"].map(_here)})
    shown["user"] = frame["user_name"]
    shown["department"] = frame[f"department_{words.lang}"]
    shown["file"] = frame["file"]
    for name in COUNTS:
        shown[name] = frame[f"rows_{name}"]
    shown["state"] = [say(f"records.load.{state}", words.lang) for state in frame["state"]]
    return Answer(f"{first}\n{rendered(shown, 'table')}")


def undo(words: argparse.Namespace, store: Store) -> Answer:
    """Take a load back."""
    done = asdict(history.undo(store, _number(words.load), user(words), words.reason))
    if words.json:
        return Answer(dumped({"state": "undone", "load_id": done.pop("load_id"), "figures": done}))
    return Answer(say("records.undone", words.lang, **done) + "\n")


def redo(words: argparse.Namespace, store: Store) -> Answer:
    """Bring a load back."""
    told = asdict(history.redo(store, _number(words.load), user(words)))
    if words.json:
        return Answer(
            dumped({"state": told["state"], "load_id": told["load_id"], "rows": {name: told[name] for name in COUNTS}})
        )
    return Answer(say(f"records.redo.{told['state']}", words.lang, old=words.load, **told) + "\n")


def owed(words: argparse.Namespace, store: Store) -> Answer:
    """Who owes what for which period, and whether it came."""
    as_of = day(words.as_of, words.lang) if words.as_of else datetime.now().astimezone().date()
    frame = coverage(store, as_of, plan=words.plan, department=words.department)
    spans = zip(frame["event"], frame["period_start"], frame["period_end"], strict=True)
    frame["period"] = [_period(start.date(), end.date(), event=event) for event, start, end in spans]
    if words.format != "table":
        frame["received_at"] = frame["received_at"].map(_utc)
        return Answer(rendered(frame[OWED], words.format))
    first = say("records.coverage.count", words.lang, as_of=as_of.isoformat(), **counted(frame))
    return Answer(f"{first}\n{rendered(_listed(frame, words.lang), 'table') if len(frame) else ''}")


def _listed(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The columns a person reads."""
    shown = frame[[f"department_{lang}", f"indicator_{lang}", f"region_{lang}"]].copy()
    shown["period"], shown["deadline"] = frame["period"], frame["deadline"]
    shown["state"] = [say(f"records.coverage.{state}", lang) for state in frame["state"]]
    shown["received"] = frame["received_at"].map(_here)
    shown["load"] = frame["load_id"].astype(object).where(frame["load_id"].notna(), "")
    shown["demo"] = frame["demo_only"].map({True: say("demo.label", lang), False: ""})
    return shown


def _period(start: date, end: date, *, event: bool) -> str:
    """The period of a figure, the due day of a milestone."""
    return end.isoformat() if event else label(start, end)


def _load(row: pd.Series) -> dict[str, object]:
    """A load as programs read it."""
    known = {name: None if pd.isna(row[name]) else row[name] for name in TOLD}
    return {
        "load_id": row["id"],
        "loaded_at": _utc(row["loaded_at"]),
        "undone_at": _utc(row["undone_at"]),
        "rows": {name: row[f"rows_{name}"] for name in COUNTS},
        "confirmations": history.confirmed(row),
        **known,
    }


def _number(text: str) -> int:
    """The number of a load. Raises UnknownLoad."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        raise history.UnknownLoad(code=text)
    return int(text)


def _utc(moment: pd.Timestamp) -> str | None:
    """A moment of the database as programs read it."""
    return None if pd.isna(moment) else f"{moment.isoformat(timespec='seconds')}Z"


def _here(moment: pd.Timestamp) -> str:
    """A moment of the database as the clock here shows it."""
    if pd.isna(moment):
        return ""
    return moment.to_pydatetime().replace(tzinfo=UTC).astimezone().strftime("%Y-%m-%d %H:%M")
