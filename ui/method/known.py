"""What the parts of the method page are drawn from: the place, its verdicts, and how past forecasts turned out."""

from dataclasses import dataclass
from functools import cached_property

from pandas import DataFrame

from data.backtesting import Backtest
from ui import cache
from ui.place import Place

SCOPES = ("all", "plan")


@dataclass(frozen=True, eq=False)
class Known:
    """frame: every assessment of the plan at its date; here: one row a target at the chosen region; series: the
    figures behind them; region: its name; scope: whether ``tested`` stands on all series of the board or on the plan's.
    """

    place: Place
    frame: DataFrame
    here: DataFrame
    series: DataFrame
    region: str
    scope: str

    @property
    def lang(self) -> str:
        """The language of the screen."""
        return self.place.lang

    @cached_property
    def tested(self) -> Backtest:
        """What past forecasts were worth: seconds of work the first time after the data have changed."""
        return cache.backtest(self.place.plan if self.scope == "plan" else None)
