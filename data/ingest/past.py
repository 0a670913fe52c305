"""The past of one series, to be drawn beside a new figure of it."""

import pandas as pd

from data.store import Store


def past(store: Store, region: str, indicator: str) -> pd.DataFrame:
    """The measured figures of a series as they stand, oldest first: ``period_start, period_end, value``."""
    with store.cursor() as cursor:
        return cursor.execute(
            "SELECT period_start, period_end, value FROM current_observation"
            " WHERE region = ? AND indicator_id = ? AND NOT demo ORDER BY period_end, period_start",
            [region, indicator],
        ).df()
