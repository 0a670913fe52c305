"""Build and refresh a board: catalogue, shipped series, stored verdicts."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from config.settings import SHIPPED
from data.assessing import keep
from data.catalogue.reading import Catalogue, shipped
from data.catalogue.storing import store_catalogue
from data.errors import Refused
from data.demonstration import benchmarks, observations, reports
from data.ingest.commit import Receipt, Sender, commit, withdraw
from data.ingest.tidy import CellProblem, read_tidy
from data.reading import comparison_date, default_as_of, plans
from data.store import Store


@dataclass(frozen=True)
class Built:
    """What an init did: whether the catalogue changed, one receipt a shipped file, how many verdicts are kept."""

    catalogue_changed: bool
    receipts: dict[str, Receipt]
    verdicts: int


def init(store: Store, catalogue: Catalogue | None = None, folder: Path = SHIPPED) -> Built:
    """Bring a board to the catalogue and the shipped series; run again, it changes nothing."""
    known = catalogue or shipped()
    changed = store_catalogue(store, known)
    receipts = {path.name: load_file(store, path, known) for path in sorted(folder.glob("*.csv"))}
    moved = changed or any(receipt.state == "accepted" for receipt in receipts.values())
    return Built(changed, receipts, refresh(store) if moved or not _kept(store) else 0)


def load_file(store: Store, path: Path, catalogue: Catalogue, *, user: str = "init", demo: bool = False) -> Receipt:
    """Load one tidy file, whole or not at all. Raises Refused with the problems of every cell."""
    content = path.read_bytes()
    reading = read_tidy(content.decode("utf-8-sig"), catalogue)
    if reading.problems:
        raise Refused(file=path.name, count=len(reading.problems), first=first_words(reading.problems[0]))
    return commit(store, content, reading.rows, reading.missing, Sender(path.name, user, demo=demo))


def first_words(problem: CellProblem) -> str:
    """Place and content of a problem, short."""
    return f"{problem.row}:{problem.column} “{problem.value}” ({problem.code})"


def _kept(store: Store) -> bool:
    """Whether verdicts of the present data are stored."""
    with store.cursor() as cursor:
        row = cursor.execute(
            "SELECT count(*) FROM assessment WHERE data_version = (SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'data_version')"
        ).fetchone()
    return bool(row and row[0])


def refresh(store: Store) -> int:
    """Store the verdicts of every plan's default and comparison dates, with and without demonstration figures."""
    asked: list[tuple[str, date, bool]] = []
    for plan in plans(store)["id"]:
        for demo in (True, False):
            as_of = default_as_of(store, plan, demo=demo)
            asked += [(plan, as_of, demo), (plan, comparison_date(as_of), demo)]
    return keep(store, list(dict.fromkeys(asked)))


def load_demonstration(store: Store, catalogue: Catalogue | None = None) -> Receipt:
    """Load the demonstration series for what has no measured one; run again, it changes nothing."""
    known = catalogue or shipped()
    with store.cursor() as cursor:
        pairs = set(cursor.execute("SELECT DISTINCT region, indicator_id FROM current_observation WHERE NOT demo").fetchall())
    own = observations(known, pairs)
    rows = pd.concat([own, benchmarks(known, pairs, own)], ignore_index=True)
    done = reports(known)
    content = (rows.to_csv(index=False) + done.to_csv(index=False)).encode()
    receipt = commit(store, content, rows, 0, Sender("demo.csv", "demo", demo=True), done)
    if receipt.state == "accepted":
        _withdraw_demo(store, all_but=receipt.load_id)
        refresh(store)
    return receipt


def remove_demonstration(store: Store) -> int:
    """Withdraw every demonstration load; returns how many there were."""
    taken = _withdraw_demo(store)
    if taken:
        refresh(store)
    return taken


def _withdraw_demo(store: Store, all_but: int = 0) -> int:
    """Take back the standing demonstration loads but one."""
    with store.cursor() as cursor:
        found = cursor.execute("SELECT id FROM load WHERE demo AND undone_at IS NULL AND id <> ?", [all_but]).fetchall()
    return withdraw(store, [row[0] for row in found], "demo", "demo --remove") if found else 0
