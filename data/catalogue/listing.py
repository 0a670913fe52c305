"""The catalogue's targets as a table, one row a target and due date, with everything a reader needs."""

import pandas as pd

from config.rules import thresholds
from data.catalogue.reading import Catalogue, PlacedTarget
from metrics.defaults import known_reason, method_of

COLUMNS = (  # noqa: SIM905 - read as a sentence
    "plan target_id section dimension indicator_id indicator_zh indicator_en unit direction rule method value"
    " value_high benchmark base_value base_date start due due_inferred region level departments owner_basis binding"
    " implied aspirational increment parent conflict reason tier figures note"
).split()
WRITTEN = set(COLUMNS) - {"plan", "section", "rule", "method", "start", "level", "departments", "reason"}


def targets_table(catalogue: Catalogue, plan: str | None = None) -> pd.DataFrame:
    """All targets, or those of one plan. Columns stable: ``cli.py targets`` prints them as they are."""
    rows = [_row(catalogue, one) for one in catalogue.targets if plan in (None, one.plan)]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    for column in ("due_inferred", "implied", "aspirational", "increment"):
        frame[column] = frame[column].map({True: "yes", False: "no"})
    return frame


def _row(catalogue: Catalogue, placed: PlacedTarget) -> dict[str, object]:
    """One target with the words of its indicator, its plan's dates and its resolved method."""
    target = placed.target
    indicator = catalogue.indicators[target.indicator_id]
    own = target.model_dump(include=WRITTEN)
    found = {
        "plan": placed.plan,
        "section": ";".join(target.section),
        "dimension": indicator.dimension.value,
        "indicator_zh": indicator.name_zh,
        "indicator_en": indicator.name_en,
        "unit": indicator.unit,
        "direction": indicator.direction.value,
        "rule": target.rule.value,
        "method": method_of(target, indicator, thresholds().milestone_count).value,
        "start": target.start or catalogue.plans[placed.plan].start,
        "level": target.level or catalogue.regions[target.region].level,
        "departments": ";".join(target.departments),
        "reason": known_reason(target),
    }
    return {name: (own | found)[name] for name in COLUMNS}
