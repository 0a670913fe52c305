"""The catalogue's targets as a table, one row a target and due date, with everything a reader needs."""

import pandas as pd

from config.rules import thresholds
from data.catalogue.reading import Catalogue
from metrics.defaults import known_reason, method_of


def targets_table(catalogue: Catalogue, plan: str | None = None) -> pd.DataFrame:
    """All targets, or those of one plan. Columns stable: ``cli.py targets`` prints them as they are."""
    rows = []
    for placed in catalogue.targets:
        if plan is not None and placed.plan != plan:
            continue
        target = placed.target
        indicator = catalogue.indicators[target.indicator_id]
        region = catalogue.regions[target.region]
        rows.append(
            {
                "plan": placed.plan,
                "target_id": target.target_id,
                "section": ";".join(target.section),
                "dimension": indicator.dimension.value,
                "indicator_id": indicator.indicator_id,
                "indicator_zh": indicator.name_zh,
                "indicator_en": indicator.name_en,
                "unit": indicator.unit,
                "direction": indicator.direction.value,
                "rule": target.rule.value,
                "method": method_of(target, indicator, thresholds().milestone_count).value,
                "value": target.value,
                "value_high": target.value_high,
                "benchmark": target.benchmark,
                "base_value": target.base_value,
                "base_date": target.base_date,
                "start": target.start or catalogue.plans[placed.plan].start,
                "due": target.due,
                "due_inferred": target.due_inferred,
                "region": target.region,
                "level": target.level or region.level,
                "departments": ";".join(target.departments),
                "owner_basis": target.owner_basis,
                "binding": target.binding,
                "implied": target.implied,
                "aspirational": target.aspirational,
                "increment": target.increment,
                "parent": target.parent,
                "conflict": target.conflict,
                "reason": known_reason(target),
                "tier": target.tier,
                "figures": target.figures,
                "note": target.note,
            }
        )
    frame = pd.DataFrame(rows)
    for column in ("due_inferred", "implied", "aspirational", "increment"):
        if column in frame:
            frame[column] = frame[column].map({True: "yes", False: "no"})
    return frame
