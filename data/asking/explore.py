"""What a plan offers for analysis: its indicators that are figures."""

import pandas as pd

from data.assessing import query
from data.store import Store


def indicators(store: Store, plan: str) -> pd.DataFrame:
    """One row an indicator the plan has a target on, in the plan's order; milestones are no figures and left out.

    ``indicator_id, dimension, indicator_zh, indicator_en, short_zh, short_en, unit, measure_zh, measure_en, decimals,
    direction, kind, interval_months, departments`` (the codes of all who answer for one of its targets).
    """
    with store.cursor() as cursor:
        return cursor.execute(query("explore_indicators"), {"plan": plan}).df()
