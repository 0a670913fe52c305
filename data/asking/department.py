"""Which body answers today for the department a plan names."""

from datetime import date

import pandas as pd

from data.assessing import query
from data.store import Store


def answering(store: Store, today: date) -> pd.DataFrame:
    """One row a department: ``named, named_zh, named_en``, and who answers for it on the day: ``department, short_zh,
    name_zh, name_en, since`` (when that body took the work over, NaT where it is the department itself).
    """
    with store.cursor() as cursor:
        return cursor.execute(query("department_answering"), {"today": today}).df()
