"""From assessment rows to the fans of charts.trend: the forecast from the last figure to the due date."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.rules import thresholds
from metrics.forecast.fan import fan
from ui import chances, figures
from ui.figures import Row

STEPS = 24
COLUMNS = ["key", "date", "expected", "low", "high", "low_label", "high_label"]


def fans(frame: DataFrame, lang: str) -> DataFrame:
    """The way of each forecast, in the columns of charts.band; the last row of each says the ends in words."""
    shown = frame[frame["expected"].notna()]
    if shown.empty:
        return DataFrame(columns=COLUMNS)
    made = fan(shown, thresholds().forecast, STEPS)
    by_place = shown.reset_index(drop=True)
    from_day, to_day = (made["place"].map(by_place[name]) for name in ("forecast_last", "target_date"))
    made["date"] = (from_day + (to_day - from_day) * made["share_of_way"]).dt.round("D")
    made["key"] = made["place"].map(pd.Series([figures.key(row) for row in each(shown)]))
    last = made["share_of_way"].eq(1)
    for side, name in enumerate(("low_label", "high_label")):
        words = pd.Series([_words(row, lang)[side] for row in each(shown)])
        made[name] = made["place"].map(words).where(last)
    return made[COLUMNS]


def _words(row: Row, lang: str) -> tuple[str, str]:
    low, high = (figures.with_unit(end, row, lang) for end in chances.ends(row, lang))
    return low, high
