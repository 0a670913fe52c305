"""Staged tables made by hand: rows of a file as understood, stored series beside them, and what the rules find."""

from collections.abc import Iterable
from datetime import date

import duckdb
import pandas as pd

from data.ingest.checking import check
from data.store import Store
from metrics.periods import parse

TODAY = date(2026, 1, 15)
CITY, COUNTY, OTHER_COUNTY, FOREIGN = "350500", "350502", "350503", "650400"
RATE = "producer_supervision_pass_rate"  # percent, 0 to 100, every year
COUNT = "provincial_education_bases"  # a count, the sum of its parts
MONEY = "quality_work_funding"  # 100 million yuan
EVENT = "brand_value_evaluation_system"
BENCHMARK = "100000"  # the country: several targets are held against it
Line = tuple[str, str, str, float | None]
COLUMNS = """
    "at" BIGINT, file_row INTEGER, file_column INTEGER, region VARCHAR, indicator_id VARCHAR, period_start DATE,
    period_end DATE, value DOUBLE, value_text VARCHAR, mark VARCHAR, missing BOOLEAN, event BOOLEAN, done BOOLEAN,
    provisional BOOLEAN, series_break BOOLEAN, source VARCHAR, note VARCHAR, sound BOOLEAN, repeated BOOLEAN
"""


def row(region: str | None, indicator: str, period: str, value: float | None, **changes: object) -> dict[str, object]:
    """One figure of a file; None is a missing one."""
    span = parse(period)
    text = "" if value is None else f"{value:.15g}"
    told = {
        "region": region,
        "indicator_id": indicator,
        "period_start": span.start,
        "period_end": span.end,
        "value": value,
        "value_text": text,
        "missing": value is None,
    }
    marks = dict.fromkeys(("event", "provisional", "series_break", "repeated"), False)
    words = {"mark": "", "source": "s", "note": "", "sound": True, "done": None}
    return {**marks, **words, **told, **changes}


def event(region: str, indicator: str, day: date, done: bool) -> dict[str, object]:
    """One report of an event in a file."""
    days = {"period_start": day, "period_end": day}
    return row(region, indicator, "2019", None, event=True, done=done, missing=False, value_text="✓", **days)


def series(region: str, indicator: str, first: int, *values: float) -> list[Line]:
    """Yearly figures from a year on."""
    return [(region, indicator, str(first + place), value) for place, value in enumerate(values)]


def stage(cursor: duckdb.DuckDBPyConnection, rows: Iterable[dict[str, object] | Line]) -> None:
    """Lay rows out as the tables ``staged`` and ``found``; the file has its figures in column D from row 2 on."""
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE staged ({COLUMNS})")
    cursor.execute(
        'CREATE OR REPLACE TEMP TABLE found (level VARCHAR, code VARCHAR, "at" BIGINT, role VARCHAR, value VARCHAR,'
        " other VARCHAR)"
    )
    made = [one if isinstance(one, dict) else row(*one) for one in rows]
    if made:
        places = [{"at": place, "file_row": place + 2, "file_column": 4, **one} for place, one in enumerate(made)]
        frame = pd.DataFrame(places).astype({"done": "boolean", "value": "float64"})
        cursor.register("rows", frame)
        cursor.execute("INSERT INTO staged BY NAME SELECT * FROM rows")
        cursor.unregister("rows")


def store_figures(store: Store, lines: Iterable[Line], *, demo: bool = False) -> None:
    """Figures that stand in a board already."""
    with store.write() as cursor:
        load = cursor.execute(
            "INSERT INTO load (sha256, file, user_name, loaded_at, demo, rows_read, rows_new, rows_changed,"
            " rows_unchanged, rows_missing) VALUES ('', 'f', 'u', TIMESTAMP '2020-01-01', ?, 0, 0, 0, 0, 0)"
            " RETURNING id",
            [demo],
        ).fetchall()[0][0]
        kept = (
            "region",
            "indicator_id",
            "period_start",
            "period_end",
            "value",
            "provisional",
            "series_break",
            "source",
        )
        frame = pd.DataFrame([row(*line) for line in lines])[[*kept, "note"]].assign(load_id=load)
        cursor.register("rows", frame)
        cursor.execute("INSERT INTO observation BY NAME SELECT * FROM rows")
        cursor.execute("INSERT INTO current_observation BY NAME SELECT *, ?::BOOLEAN AS demo FROM rows", [demo])


def report(store: Store, region: str, indicator: str, day: date, done: bool) -> None:
    """An event reported to a board already."""
    store_figures(store, [(region, RATE, "1999", 1.0)])
    with store.write() as cursor:
        cursor.execute(
            "INSERT INTO milestone_report BY NAME SELECT ? AS region, ? AS indicator_id, ? AS reported, ? AS done,"
            " '' AS evidence, max(id) AS load_id FROM load",
            [region, indicator, day, done],
        )


def findings(
    store: Store, rows: Iterable[dict[str, object] | Line], department: str | None = None, *, level: str = ""
) -> list[tuple[int, str, str]]:
    """What the rules find: place from 0, code and what fills the sentence, in order; of one level where it is given."""
    with store.cursor() as cursor:
        stage(cursor, rows)
        check(cursor, department=department, today=TODAY)
        return cursor.execute(
            'SELECT "at", code, other FROM found WHERE ? IN (level, \'\') ORDER BY "at", code', [level]
        ).fetchall()
