"""Ask the rules about a few targets in memory: series in, verdicts out."""

from datetime import date

import duckdb
import pandas as pd

from config.rules import thresholds
from metrics.assessment import assessment_sql, step
from metrics.periods import parse

Points = dict[str, float]
CUTS = thresholds()
DEFAULTS = {
    "rule": "at_least", "method": "linear_pace", "d": 1, "value": None, "start": date(2015, 12, 31),
    "due_end": date(2020, 12, 31), "plan_end": date(2020, 12, 31), "as_of": date(2018, 12, 31),
    "pace_high": CUTS.pace.high, "pace_middle": CUTS.pace.middle, "pace_low": CUTS.pace.low,
    "trend_high": CUTS.trend.high, "trend_middle": CUTS.trend.middle, "trend_low": CUTS.trend.low,
    "early": CUTS.early, "stale_after": CUTS.stale, "linear_beside": CUTS.linear_beside, "indicator_id": "x",
}  # fmt: skip


def frame_of(region: str, indicator: str, points: Points, breaks: tuple[str, ...] = ()) -> pd.DataFrame:
    """A series as the relation ``point``; labels are periods."""
    rows = [
        (region, indicator, parse(label).end, parse(label).months, value, label in breaks)
        for label, value in points.items()
    ]
    frame = pd.DataFrame(rows, columns=["region", "indicator_id", "period_end", "months", "value", "series_break"])
    return frame.assign(period_end=pd.to_datetime(frame["period_end"]))


def ask(asked: list[dict[str, object]], points: pd.DataFrame, standing: pd.DataFrame | None = None) -> pd.DataFrame:
    """Verdicts for rows of ``asked`` (defaults filled in), in order."""
    rows = [DEFAULTS | {"assess_id": place, "region": str(place)} | one for place, one in enumerate(asked)]
    with duckdb.connect(":memory:") as connection:
        connection.execute(step("inputs"))
        for table, frame in (("asked", pd.DataFrame(rows)), ("point", points), ("standing", standing)):
            if frame is not None and len(frame):
                connection.register("given", frame.astype(object).where(frame.notna(), None))
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM given")
                connection.unregister("given")
        return connection.execute(assessment_sql(scored=True)).df()


def one(points: Points, *, breaks: tuple[str, ...] = (), benchmark: Points | None = None, **asked: object) -> pd.Series:
    """The verdict on one target with one series, and a benchmark's where there is one."""
    frames = [frame_of("0", "x", points, breaks)]
    if benchmark is not None:
        frames.append(frame_of("n", "y", benchmark))
        asked |= {
            "method": "benchmark",
            "rule": "benchmark",
            "benchmark_region": "n",
            "benchmark_indicator": "y",
        }
    return ask([asked], pd.concat(frames)).iloc[0]
