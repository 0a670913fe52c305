"""The forecast: how well its probabilities did on the shipped series, and its speed and memory.

    python -m bench.forecast [--series 600000] [--points 10]

First the backtest on a board of the shipped series, beside a straight line, the last value and the base rate. Then
forecasts of made-up series, all at once beside a plain Python loop with scipy.stats.t (``bench.forecast_loop``). Each
side runs in a process of its own; the loop gets a share of the series and leaves out the value needed next.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from pandas import DataFrame

from bench.forecast_loop import Ask, foretell
from config.rules import thresholds

LOOP_SHARE = 0.02
PEERS = 20  # regions of a level with the same dates
AHEAD = 3.0
SCORES = ("brier", "brier_line", "brier_last", "brier_base", "skill_line", "skill_last", "skill_base", "coverage")
CANNOT_TELL = "cannot tell: fewer than 30 outcomes"


def skill() -> str:
    """The backtest on the shipped series as a table of plain text."""
    from data.backtesting import backtest
    from data.boarding import init
    from data.store import Store

    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "board.duckdb", create=True)
        init(store)
        found = backtest(store)
        store.close()
    lines = [f"{'group':<9}{'outcomes':>9}{'series':>7}" + "".join(f"{name:>11}" for name in SCORES)]
    for row in found.groups.to_dict("records"):
        told = "".join(f"{row[name]:>11.3f}" for name in SCORES) if row["tells"] else f"  {CANNOT_TELL}"
        lines.append(f"{row['kind']:<9}{row['outcomes']:>9}{row['series']:>7}{told}")
    lines.append("said -> came (90 %), all outcomes")
    for row in found.bins.to_dict("records"):
        came = f"{row['came']:.2f} ({row['came_low']:.2f}-{row['came_high']:.2f})"
        lines.append(f"{row['said']:.2f} -> {came}  {row['outcomes']} outcomes")
    return "\n".join(lines)


def made(series: int, points: int) -> tuple[DataFrame, DataFrame, DataFrame]:
    """Made-up series in the shape ``metrics.forecast`` reads: shares and amounts by turns, in groups of peers."""
    chance = np.random.default_rng(42)
    share = np.arange(series) // PEERS % 2 == 0
    walk = np.cumsum(chance.normal(0.02, 0.08, (series, points)), axis=1) + chance.normal(2.0, 0.5, (series, 1))
    value = np.where(share[:, None], 100 / (1 + np.exp(-walk)), np.exp(walk)).round(2)
    laid = DataFrame(
        {
            "series": np.repeat(np.arange(series), points),
            "t": np.tile(2020.0 - points + np.arange(points), series),
            "value": value.ravel(),
        }
    )
    group = (np.arange(series) // PEERS).astype(str)
    of = DataFrame({"share": share, "d": np.ones(series), "peer_group": group, "refusal": ""})
    last = laid["t"].iloc[-1]
    goal = np.where(share, np.minimum(value[:, -1] + 0.5, 99.5), value[:, -1] * 1.05)
    asks = DataFrame(
        {"series": np.arange(series), "due": last + AHEAD, "goal": goal, "next": last + 1.0, "refusal": ""}
    )
    return laid, of, asks


def by_arrays(series: int, points: int, *, needed: bool = True) -> float:
    """Seconds for all forecasts at once, with or without the value that the next period needs."""
    from metrics.forecast.outlook import forecast

    laid, of, asks = made(series, points)
    if not needed:
        asks["next"] = np.nan
    begin = time.perf_counter()
    told = forecast(laid, of, asks, thresholds().forecast)
    seconds = time.perf_counter() - begin
    assert told["probability"].notna().all()
    return seconds


def by_loop(series: int, points: int) -> float:
    """Seconds for the same model, one series after another."""
    laid, of, asked = made(series, points)
    values = laid["value"].to_numpy().reshape(series, points).tolist()
    t = laid["t"].to_numpy()[:points].tolist()
    asks = [
        Ask(list(zip(t, found, strict=True)), due, goal, 1, share, group)
        for found, due, goal, share, group in zip(
            values, asked["due"], asked["goal"], of["share"], of["peer_group"], strict=True
        )
    ]
    begin = time.perf_counter()
    foretell(asks, thresholds().forecast)
    return time.perf_counter() - begin


def by_arrays_alone(series: int, points: int) -> float:
    """Seconds for what the loop does, all at once."""
    return by_arrays(series, points, needed=False)


SIDES = {"arrays": by_arrays, "alone": by_arrays_alone, "loop": by_loop}


def measured(side: str, series: int, points: int) -> dict[str, float]:
    """One side in a process of its own."""
    command = [sys.executable, "-m", "bench.forecast", "--side", side]
    command += ["--series", str(series), "--points", str(points)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def main() -> None:
    """Run one side; or print the skill, then all sides and compare them."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--series", type=int, default=600_000)
    words.add_argument("--points", type=int, default=10)
    words.add_argument("--side", choices=SIDES)
    given = words.parse_args()
    if given.side:
        seconds = SIDES[given.side](given.series, given.points)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"rate": given.series / seconds, "seconds": seconds, "peak_mb": peak}))
        return
    print(skill())
    whole = measured("arrays", given.series, given.points)
    alone = measured("alone", given.series, given.points)
    loop = measured("loop", max(int(given.series * LOOP_SHARE), PEERS), given.points)
    print(f"{given.series} series x {given.points} figures; the loop gets {LOOP_SHARE:.0%} of the series")
    for name, found in (("all at once", whole), ("without needed", alone), ("plain Python loop", loop)):
        print(f"{name:<18} {found['rate']:>9.0f} series/s {found['seconds']:7.2f} s  peak {found['peak_mb']:6.0f} MB")
    print(f"ratio              {whole['rate'] / loop['rate']:>9.0f}, without needed {alone['rate'] / loop['rate']:.0f}")


if __name__ == "__main__":
    main()
