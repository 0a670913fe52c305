"""Write the catalogue into the database, whole, when it differs from what stands there."""

import hashlib
from collections.abc import Iterable

import duckdb
import pandas as pd
from pydantic import BaseModel

from config.rules import thresholds
from data.catalogue.reading import Catalogue
from data.store import Store
from metrics.defaults import method_of
from metrics.model.vocabulary import Kind
from metrics.periods import containing


def fingerprint(catalogue: Catalogue) -> str:
    """A hash of everything the catalogue says."""
    digest = hashlib.sha256()
    for name in ("units", "regions", "departments", "peers", "indicators", "plans"):
        for one in getattr(catalogue, name).values():
            digest.update(one.model_dump_json().encode())
    for placed in catalogue.targets:
        digest.update(placed.plan.encode() + placed.target.model_dump_json().encode())
    return digest.hexdigest()


def store_catalogue(store: Store, catalogue: Catalogue) -> bool:
    """Replace the stored catalogue if it differs. Returns whether it did."""
    mark = fingerprint(catalogue)
    with store.turn():
        with store.cursor() as cursor:
            if cursor.execute("SELECT value FROM meta WHERE key = 'catalogue'").fetchone() == (mark,):
                return False
        with store.write() as cursor:
            for table, frame in _tables(catalogue).items():
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own tables
                _insert(cursor, table, frame)
            cursor.execute("DELETE FROM assessment")
            cursor.execute("INSERT OR REPLACE INTO meta VALUES ('catalogue', ?)", [mark])
    return True


def _insert(cursor: duckdb.DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Put a frame into a table by column names; columns the table lacks are left out."""
    if frame.empty:
        return
    columns = [row[0] for row in cursor.execute(f"DESCRIBE {table}").fetchall() if row[0] in frame.columns]
    cursor.register("incoming", frame[columns].astype(object).where(frame[columns].notna(), None))
    names = ", ".join(f'"{name}"' for name in columns)
    cursor.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM incoming")  # noqa: S608 - our own columns
    cursor.unregister("incoming")


def _frame(rows: Iterable[BaseModel]) -> pd.DataFrame:
    """Models as a frame in their order, with a position."""
    dumped = (row.model_dump() for row in rows)
    frame = pd.DataFrame([{k: list(v) if isinstance(v, tuple) else v for k, v in one.items()} for one in dumped])
    return frame.assign(position=range(len(frame)))


def _tables(catalogue: Catalogue) -> dict[str, pd.DataFrame]:
    """Every table of the catalogue as a frame."""
    indicators = _frame(catalogue.indicators.values())
    indicators["interval_months"] = [one.frequency.months for one in catalogue.indicators.values()]
    phases = [{"plan": plan.id, **phase.model_dump()} for plan in catalogue.plans.values() for phase in plan.phases]
    return {
        "unit": _frame(catalogue.units.values()),
        "region": _frame(catalogue.regions.values()),
        "region_alias": _aliases(catalogue),
        "department": _frame(catalogue.departments.values()),
        "peer_group": _frame(catalogue.peers.values()),
        "indicator": indicators,
        "plan": _frame(catalogue.plans.values()),
        "phase": pd.DataFrame(phases),
        **_targets(catalogue),
    }


def _aliases(catalogue: Catalogue) -> pd.DataFrame:
    """Old names and codes of regions: ``name|code|from|to`` entries as rows."""
    rows = [
        (region.code, *(part or None for part in (*alias.split("|"), "", "", "")[:4]))
        for region in catalogue.regions.values()
        for alias in region.aliases
    ]
    return pd.DataFrame(rows, columns=["code", "name_zh", "old_code", "valid_from", "valid_to"])


def _targets(catalogue: Catalogue) -> dict[str, pd.DataFrame]:
    """Targets, their dated figures and their owners."""
    heads: dict[str, dict[str, object]] = {}
    points, owners = [], []
    for position, placed in enumerate(catalogue.targets):
        target, indicator = placed.target, catalogue.indicators[placed.target.indicator_id]
        grouped = target.rule.value == "rank" and target.benchmark
        name, _, region = (target.benchmark or "").partition("@")
        heads.setdefault(
            target.target_id,
            target.model_dump(exclude={"method", "section", "start"})
            | {
                "plan": placed.plan,
                "section": ";".join(target.section),
                "start": target.start or catalogue.plans[placed.plan].start,
                "method": method_of(target, indicator, thresholds().milestone_count).value,
                "benchmark_indicator": None if grouped else name or None,
                "benchmark_region": None if grouped else region or None,
                "peer_group": name.removeprefix("peers:") if grouped else None,
                "position": position,
            },
        )
        points.append(
            {
                "target_id": target.target_id,
                "due": target.due,
                "due_end": target.due
                if indicator.kind is Kind.EVENT
                else containing(target.due, indicator.frequency.months).end,
                "due_inferred": target.due_inferred,
                "value": target.value,
                "value_high": target.value_high,
            }
        )
        if target.due == catalogue.targets[heads[target.target_id]["position"]].target.due:  # type: ignore[call-overload]
            owners += [
                {"target_id": target.target_id, "position": place, "department_id": body, "basis": target.owner_basis}
                for place, body in enumerate(target.departments)
            ]
    return {
        "target": pd.DataFrame(heads.values()),
        "target_point": pd.DataFrame(points),
        "target_owner": pd.DataFrame(owners),
    }
