"""Build and refresh a board: catalogue, shipped series, stored verdicts."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from config.settings import CONFIG, SHIPPED
from data.assessing import keep, kept, touched_by
from data.catalogue.checking import errors_of
from data.catalogue.reading import Catalogue, read
from data.catalogue.storing import store_catalogue
from data.demonstration import benchmarks, observations, reports
from data.errors import CatalogueBroken, Refused
from data.ingest.commit import Receipt, Sender, commit, withdraw
from data.ingest.tidy import CellProblem, decoded, read_tidy
from data.reading import comparison_date, default_as_of, plans
from data.store import Store


@dataclass(frozen=True)
class Built:
    """What an init did: whether the catalogue changed, one receipt a shipped file, how many verdicts are kept."""

    catalogue_changed: bool
    receipts: dict[str, Receipt]
    verdicts: int

    @property
    def changed(self) -> bool:
        """Whether anything came in."""
        return self.catalogue_changed or any(receipt.state == "accepted" for receipt in self.receipts.values())


def checked(root: Path = CONFIG) -> Catalogue:
    """The catalogue as its files stand now. Raises CatalogueBroken."""
    catalogue = read(root)
    wrong = errors_of(catalogue, root)
    if wrong:
        raise CatalogueBroken(count=len(wrong))
    return catalogue


def init(store: Store, catalogue: Catalogue | None = None, folder: Path = SHIPPED) -> Built:
    """Bring a board to the catalogue and the shipped series; run again, it changes nothing.

    Raises CatalogueBroken or Refused.
    """
    known = catalogue or checked()
    with store.turn():
        changed = store_catalogue(store, known)
        receipts = {path.name: load_file(store, path, known) for path in sorted(folder.glob("*.csv"))}
        return Built(changed, receipts, 0 if kept(store) else refresh(store))


def load_file(store: Store, path: Path, catalogue: Catalogue, *, user: str = "init", demo: bool = False) -> Receipt:
    """Load one tidy file, whole or not at all. Raises Refused with the problems of every cell."""
    content = path.read_bytes()
    text = decoded(content)
    if isinstance(text, CellProblem):
        raise Refused(file=path.name, problems=[text])
    reading = read_tidy(text, catalogue, today=datetime.now(UTC).date())
    if reading.problems:
        raise Refused(file=path.name, problems=reading.problems)
    return commit(store, content, reading.rows, reading.missing, Sender(path.name, user, demo=demo))


def refresh(store: Store, loads: list[int] | None = None) -> int:
    """Store the verdicts of every plan's default and comparison dates, with and without demonstration figures.

    With ``loads``, right after loading or withdrawing them: only of the plans they touch.
    """
    asked: list[tuple[str, date, bool]] = []
    with store.turn():
        touched = touched_by(store, loads) if loads else None
        for plan in plans(store)["id"]:
            for demo in (True, False):
                if touched is None or plan in touched:
                    as_of = default_as_of(store, plan, demo=demo)
                    asked += [(plan, as_of, demo), (plan, comparison_date(as_of), demo)]
        return keep(store, list(dict.fromkeys(asked)), touched)


def load_demonstration(store: Store, catalogue: Catalogue | None = None) -> Receipt:
    """Load the demonstration series for what has no measured one; run again, it changes nothing."""
    known = catalogue or checked()
    with store.turn():
        with store.cursor() as cursor:
            measured = {
                (region, indicator)
                for region, indicator in cursor.execute(
                    "SELECT region, indicator_id FROM current_observation WHERE NOT demo UNION"
                    " SELECT m.region, m.indicator_id FROM milestone_report AS m"
                    " JOIN load AS l ON l.id = m.load_id AND l.undone_at IS NULL AND NOT l.demo"
                ).fetchall()
            }
        own = observations(known, measured)
        rows = pd.concat([own, benchmarks(known, measured, own)], ignore_index=True)
        rows = rows.drop_duplicates(["region", "indicator_id", "period_start", "period_end"])
        done = reports(known, measured)
        content = (rows.to_csv(index=False) + done.to_csv(index=False)).encode()
        receipt = commit(store, content, rows, 0, Sender("demo.csv", "demo", demo=True), done)
        if _withdraw_demo(store, all_but=receipt.load_id) or not kept(store):
            refresh(store)
    return receipt


def remove_demonstration(store: Store) -> int:
    """Withdraw every demonstration load; returns how many there were."""
    with store.turn():
        taken = _withdraw_demo(store)
        if taken:
            refresh(store)
    return taken


def _withdraw_demo(store: Store, all_but: int = 0) -> int:
    """Take back the standing demonstration loads but one."""
    with store.cursor() as cursor:
        found = cursor.execute("SELECT id FROM load WHERE demo AND undone_at IS NULL AND id <> ?", [all_but]).fetchall()
    return withdraw(store, [row[0] for row in found], "demo", "demo --remove") if found else 0
