"""Made-up series for the benches: seeded, in the shape the rules read."""

from pathlib import Path

import duckdb

from config.rules import thresholds
from metrics.assessment import step


def fill(connection: duckdb.DuckDBPyConnection, pairs: int, periods: int) -> None:
    """Lay out ``pairs`` targets of every kind with ``periods`` yearly figures each, up to the end of 2018."""
    cuts = thresholds()
    values = {f"pace_{name}": cut for name, cut in cuts.pace.model_dump().items()}
    values |= {f"trend_{name}": cut for name, cut in cuts.trend.model_dump().items()}
    values |= {"early": cuts.early, "stale": cuts.stale, "linear_beside": cuts.linear_beside}
    values |= {"pairs": pairs, "periods": periods}
    connection.execute(step("inputs"))
    for name, value in values.items():
        connection.execute(f"SET VARIABLE {name} = ?", [value])
    connection.execute(Path(__file__).with_name("made.sql").read_text(encoding="utf-8"))
