"""The questions the screens and the shell ask, one function each. Frames have the columns named in each docstring."""

from datetime import date, datetime

import pandas as pd

from config.rules import thresholds
from data.assessing import assessed, prepare, query
from data.errors import UnknownCode
from data.store import Store


def plans(store: Store) -> pd.DataFrame:
    """``id, title_zh, title_en, number, issuer_zh, issuer_en, status, region, start, end, source``."""
    with store.cursor() as cursor:
        return cursor.execute(
            'SELECT id, title_zh, title_en, number, issuer_zh, issuer_en, status, region, "start", "end", source'
            ' FROM plan ORDER BY "start" DESC, position'
        ).df()


def plan_row(store: Store, plan: str) -> pd.Series:
    """One plan. Raises UnknownCode, naming those that exist."""
    frame = plans(store).set_index("id", drop=False)
    if plan not in frame.index:
        raise UnknownCode(code=plan, known=", ".join(frame.index))
    return frame.iloc[list(frame.index).index(plan)]


def regions(store: Store, plan: str) -> pd.DataFrame:
    """The plan's region, then those below it: ``code, name_zh, short_zh, name_en, level, parent, tile_col, tile_row,
    judged``.
    """
    with store.cursor() as cursor:
        return cursor.execute(
            "SELECT code, name_zh, short_zh, name_en, level, parent, tile_col, tile_row, judged FROM region"
            " WHERE code = $code OR parent = $code ORDER BY code <> $code, position",
            {"code": plan_row(store, plan)["region"]},
        ).df()


def units(store: Store) -> pd.DataFrame:
    """``unit, zh, en, suffix_zh, suffix_en, difference_zh, difference_en, family, scale``."""
    with store.cursor() as cursor:
        return cursor.execute("SELECT * FROM unit").df()


def as_of_choices(store: Store, plan: str, *, demo: bool) -> list[date]:
    """Period ends with figures of the plan inside its term, newest first; the plan's start where there are none.

    Those after the last due date, up to the end of its reporting period, tell whether it was met.
    """
    with store.cursor() as cursor:
        found = [row[0] for row in cursor.execute(query("as_of_choices"), {"plan": plan, "demo": demo}).fetchall()]
    return found or [plan_row(store, plan)["start"].date()]


def default_as_of(store: Store, plan: str, *, demo: bool) -> date:
    """The newest figure inside the plan's term, at most its last due date (METHODS section 1); the plan's start where
    there is none.
    """
    row = plan_row(store, plan)
    with store.cursor() as cursor:
        due = cursor.execute(
            "SELECT max(tp.due) FROM target_point AS tp JOIN target AS t USING (target_id) WHERE t.plan = ?", [plan]
        ).fetchone()
    end = row["end"].date()
    last = min(due[0], end) if due and due[0] else end
    start: date = row["start"].date()
    return next((day for day in as_of_choices(store, plan, demo=demo) if start <= day <= last), start)


def comparison_date(as_of: date) -> date:
    """The half-year end before a date: what a meeting compares with."""
    ends = (date(as_of.year, 6, 30), date(as_of.year - 1, 12, 31), date(as_of.year - 1, 6, 30))
    return next(day for day in ends if day < as_of)


def assessments(
    store: Store,
    plan: str,
    as_of: date,
    *,
    demo: bool = True,
    region: str | None = None,
    known_at: datetime | None = None,
) -> pd.DataFrame:
    """One row a target, due date and region; columns of ``assessment``, names, owners, sources and ``light``."""
    plan_row(store, plan)
    frame = assessed(store, plan, as_of, demo=demo, known_at=known_at)
    frame["light"] = frame["status"].map(dict(thresholds().lights))
    return frame if region is None else frame[frame["region"] == region].reset_index(drop=True)


def series(
    store: Store, plan: str, as_of: date, *, demo: bool = True, known_at: datetime | None = None
) -> pd.DataFrame:
    """The figures that count of a plan's indicators and benchmarks, in its regions, up to a date.

    ``region, indicator_id, period_start, period_end, value, provisional, series_break, demo, origin, source, note,
    load_id``.
    """
    with store.snapshot() as cursor:
        prepare(cursor, demo=demo, known_at=known_at)
        return cursor.execute(query("series"), {"plan": plan, "as_of": as_of}).df()


def require_department(store: Store, department: str) -> None:
    """Raise UnknownCode, naming those that exist, for a department the board does not have."""
    with store.cursor() as cursor:
        known = [row[0] for row in cursor.execute("SELECT department_id FROM department").fetchall()]
    if department not in known:
        raise UnknownCode(code=department, known=", ".join(known))
