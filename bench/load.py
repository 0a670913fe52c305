"""Rows a second and peak memory: a tidy CSV read, checked and committed, beside what else could do it.

    python -m bench.load [--rows 1000000 10000000] [--few 100000]

Rivals on the same file: DuckDB's bare ``read_csv`` (the floor), the same checks as plain SQL, pandera, frictionless and
row-by-row pydantic. Each side runs in a process of its own; slow rivals get ``--few`` rows, their rate is compared.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from bench.tables import write_tidy

SQL = Path(__file__).with_name("load.sql")


def by_board(file: Path) -> float:
    """The board's own way, on an empty board: archive, read, understand, check, compare, commit; not the judging."""
    from data.catalogue.reading import shipped
    from data.catalogue.storing import store_catalogue
    from data.ingest.archive import archive
    from data.ingest.importing import submit
    from data.ingest.inbox import Request
    from data.ingest.preview import ALL
    from data.store import Store

    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "board.duckdb", create=True)
        store_catalogue(store, shipped())
        steps: dict[str, float] = {}
        begin = time.perf_counter()
        with file.open("rb") as content:
            mark = archive(store.path.parent, content)
        request = Request(sha256=mark, file=file.name, department=None, user="bench", confirmations={ALL: "bench"})
        outcome = submit(
            store, request, patient=True, told=lambda step, _share: steps.setdefault(step, time.perf_counter())
        )
        seconds = steps["assess"] - begin
        assert outcome.state == "accepted", [one.words() for one in outcome.preview.findings[:3]]
        store.close()
    return seconds


def by_read_csv(file: Path) -> float:
    """DuckDB's reader alone, into a table of texts: the floor."""
    with duckdb.connect() as connection:
        begin = time.perf_counter()
        connection.execute("CREATE TABLE read AS SELECT * FROM read_csv(?, all_varchar = true)", [str(file)])
        return time.perf_counter() - begin


def by_sql(file: Path) -> float:
    """The same checks as plain SQL, into a file database."""
    from data.catalogue.reading import shipped
    from data.catalogue.storing import store_catalogue
    from data.store import Store

    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "board.duckdb", create=True)
        store_catalogue(store, shipped())
        store.close()
        with duckdb.connect(str(store.path)) as connection:
            connection.execute("CREATE TABLE period (text VARCHAR, period_start DATE, period_end DATE)")
            connection.executemany("INSERT INTO period VALUES (?, ?, ?)", list(_periods()))
            connection.execute(
                "CREATE OR REPLACE TABLE observation"
                " (region VARCHAR, indicator_id VARCHAR, period_start DATE, period_end DATE, value DOUBLE)"
            )
            begin = time.perf_counter()
            for statement in SQL.read_text(encoding="utf-8").split(";\n"):
                if statement.strip():
                    connection.execute(statement, {"file": str(file)} if "$file" in statement else None)
            return time.perf_counter() - begin


def _periods() -> list[tuple[str, object, object]]:
    """Every period a made table may hold."""
    from bench.tables import PERIODS
    from metrics.periods import parse

    return [(text, *parse(text)) for text in PERIODS]


def by_pandera(file: Path) -> float:
    """Pandera over a frame of texts, lazily, so that every error is collected."""
    import pandas as pd
    import pandera.pandas as pa

    from data.catalogue.reading import shipped

    known = shipped()
    schema = pa.DataFrameSchema(
        {
            "region": pa.Column(str, pa.Check.isin(list(known.regions))),
            "indicator": pa.Column(str, pa.Check.isin(list(known.indicators))),
            "period": pa.Column(str, pa.Check.str_matches(r"^[0-9]{4}(-[0-9]{2}|H[12]|Q[1-4])?$")),
            "value": pa.Column(float, pa.Check.in_range(-1e15, 1e15), coerce=True),
        },
        unique=["region", "indicator", "period"],
    )
    begin = time.perf_counter()
    schema.validate(pd.read_csv(file, dtype=str), lazy=True)
    return time.perf_counter() - begin


def by_frictionless(file: Path) -> float:
    """Frictionless with the same constraints."""
    from frictionless import Schema, system, validate
    from frictionless.resources import TableResource

    from data.catalogue.reading import shipped

    known = shipped()
    fields = [
        {"name": "region", "type": "string", "constraints": {"enum": list(known.regions)}},
        {"name": "indicator", "type": "string", "constraints": {"enum": list(known.indicators)}},
        {"name": "period", "type": "string", "constraints": {"pattern": r"[0-9]{4}(-[0-9]{2}|H[12]|Q[1-4])?"}},
        {"name": "value", "type": "number", "constraints": {"minimum": -1e15, "maximum": 1e15}},
    ]
    schema = Schema.from_descriptor({"fields": fields, "primaryKey": ["region", "indicator", "period"]})
    begin = time.perf_counter()
    with system.use_context(trusted=True):
        report = validate(TableResource(path=str(file), schema=schema))
    assert report.valid, report.to_summary()
    return time.perf_counter() - begin


def by_pydantic(file: Path) -> float:
    """One pydantic model a row, duplicates found with a set."""
    import csv
    from typing import Annotated

    from pydantic import AfterValidator, BaseModel, Field

    from data.catalogue.reading import shipped

    known = shipped()

    def of(codes: set[str]) -> Callable[[str], str]:
        def check(text: str) -> str:
            if text not in codes:
                raise ValueError(text)
            return text

        return check

    class Row(BaseModel):
        region: Annotated[str, AfterValidator(of(set(known.regions)))]
        indicator: Annotated[str, AfterValidator(of(set(known.indicators)))]
        period: str = Field(pattern=r"^[0-9]{4}(-[0-9]{2}|H[12]|Q[1-4])?$")
        value: float = Field(ge=-1e15, le=1e15)

    begin = time.perf_counter()
    seen = set()
    with file.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            row = Row.model_validate(line)
            key = (row.region, row.indicator, row.period)
            assert key not in seen
            seen.add(key)
    return time.perf_counter() - begin


SIDES: dict[str, Callable[[Path], float]] = {
    "read_csv": by_read_csv,
    "sql": by_sql,
    "board": by_board,
    "pandera": by_pandera,
    "pydantic": by_pydantic,
    "frictionless": by_frictionless,
}
SLOW = ("pandera", "pydantic", "frictionless")


def measured(side: str, file: Path) -> dict[str, float]:
    """One side in a process of its own; the children it starts count to its memory."""
    command = [sys.executable, "-m", "bench.load", "--side", side, "--file", str(file)]
    return dict(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout))


def main() -> None:
    """Run one side, or all and compare them."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--rows", type=int, nargs="+", default=[1_000_000])
    words.add_argument("--few", type=int, default=100_000)
    words.add_argument("--side", choices=SIDES)
    words.add_argument("--file", type=Path)
    given = words.parse_args()
    if given.side:
        seconds = SIDES[given.side](given.file)
        peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
        print(json.dumps({"seconds": seconds, "peak_mb": peak}))
        return
    with tempfile.TemporaryDirectory() as folder:
        for rows in given.rows:
            rates = {}
            for side in SIDES:
                count = min(rows, given.few) if side in SLOW else rows
                file = write_tidy(Path(folder) / f"tidy-{count}.csv", count)
                found = measured(side, file)
                rates[side] = count / found["seconds"]
                print(
                    f"{side:<13}{count:>10} rows {rates[side]:>10.0f} rows/s {found['seconds']:>7.2f} s"
                    f"  peak {found['peak_mb']:>6.0f} MB"
                )
            print(f"board / sql {rates['board'] / rates['sql']:.2f}, ", end="")
            print(f"board / frictionless {rates['board'] / rates['frictionless']:.0f}")


if __name__ == "__main__":
    main()
