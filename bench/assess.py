"""Statuses a second and peak memory: the one SQL statement beside a plain Python loop over the same series.

    python -m bench.assess [--pairs 600000] [--periods 10]

Each side runs in a process of its own, so the peak memory is its own. The loop judges by the same rules; it gets a
share of the pairs and its rate is what is compared.
"""

import argparse
import json
import resource
import subprocess
import sys
import time

import duckdb

from bench.loop import Ask, judge
from bench.made import fill
from metrics.assessment import assessment_sql

LOOP_SHARE = 0.1
ASKED = "SELECT region, method, value, start, due_end, as_of FROM asked ORDER BY assess_id"


def by_sql(pairs: int, periods: int) -> float:
    """Seconds for all verdicts in one statement."""
    with duckdb.connect(":memory:") as connection:
        fill(connection, pairs, periods)
        begin = time.perf_counter()
        connection.execute(f"CREATE TABLE verdicts AS {assessment_sql()}")
        return time.perf_counter() - begin


def by_loop(pairs: int, periods: int) -> float:
    """Seconds for the same rules as a loop over rows."""
    with duckdb.connect(":memory:") as connection:
        fill(connection, pairs, periods)
        asked = [Ask(*row) for row in connection.execute(ASKED).fetchall()]
        rows = connection.execute("SELECT region, period_end, value FROM point").fetchall()
    begin = time.perf_counter()
    judge(asked, rows)
    return time.perf_counter() - begin


def measured(side: str, pairs: int, periods: int) -> dict[str, float]:
    """One side in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "bench.assess",
        "--side",
        side,
        "--pairs",
        str(pairs),
        "--periods",
        str(periods),
    ]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    """Run one side, or both and compare them."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--pairs", type=int, default=600_000)
    words.add_argument("--periods", type=int, default=10)
    words.add_argument("--side", choices=("sql", "loop"))
    given = words.parse_args()
    if given.side:
        seconds = (by_sql if given.side == "sql" else by_loop)(given.pairs, given.periods)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"rate": given.pairs / seconds, "seconds": seconds, "peak_mb": peak}))
        return
    sql = measured("sql", given.pairs, given.periods)
    loop = measured("loop", int(given.pairs * LOOP_SHARE), given.periods)
    print(f"{given.pairs} pairs x {given.periods} figures; the loop gets {LOOP_SHARE:.0%} of the pairs")
    for name, found in (("one SQL statement", sql), ("plain Python loop", loop)):
        print(f"{name}  {found['rate']:>10.0f} pairs/s  {found['seconds']:6.2f} s  peak {found['peak_mb']:6.0f} MB")
    print(f"ratio              {sql['rate'] / loop['rate']:>10.2f}")


if __name__ == "__main__":
    main()
