"""Who owes which figure for which period on a day, and whether it came."""

from datetime import date, datetime, timedelta

import pandas as pd

from config.rules import thresholds
from data.assessing import query
from data.reading import plan_row, require_department
from data.store import Store

STATES = ("received", "late", "missing", "open")


def coverage(
    store: Store, as_of: date, *, plan: str | None = None, department: str | None = None, now: datetime | None = None
) -> pd.DataFrame:
    """One row a department, indicator, region and period owed on a day. Raises UnknownCode.

    ``department, department_zh, department_en, indicator_id, indicator_zh, indicator_en, region, region_zh, region_en,
    plan, event, interval_months, period_start, period_end, deadline, state, received_at (UTC), load_id, demo_only``.
    Owed is what ``coverage.sql`` says: the last period that ended by the day. ``state``: received, late (after the
    deadline, ``grace_days`` after the period), missing (the deadline is over ``now``), open (it is not). What counts as
    come is what is known now; what came with the product is never late; a redone load came when it first did.
    ``demo_only``: there is a made-up figure and no measured one. A department whose work another took over stands
    for the one that answers today.
    """
    if plan is not None:
        plan_row(store, plan)
    if department is not None:
        require_department(store, department)
    here = now or datetime.now().astimezone()
    asked = {
        "as_of": as_of,
        "plan": plan,
        "department": department,
        "today": here.date(),
        "offset": here.utcoffset() or timedelta(),
        "grace_days": thresholds().reporting.grace_days,
    }
    with store.cursor() as cursor:
        return cursor.execute(query("coverage"), asked).df().astype({"load_id": "Int64"})


def counted(frame: pd.DataFrame) -> dict[str, int]:
    """How many are ``owed``, and how many of them stand in each state."""
    return {"owed": len(frame)} | {state: int((frame["state"] == state).sum()) for state in STATES}


def by_department(frame: pd.DataFrame) -> pd.DataFrame:
    """``department, department_zh, department_en, owed, received, late, missing, open``, in the order of the frame."""
    names = ["department", "department_zh", "department_en"]
    rows = [(*key, *counted(part).values()) for key, part in frame.groupby(names, sort=False)]
    return pd.DataFrame(rows, columns=[*names, "owed", *STATES])
