"""What the parts of the method page are drawn from: the place, its forecasts, and how past ones turned out."""

from dataclasses import dataclass

from pandas import DataFrame

from data.backtesting import Backtest
from ui.place import Place

SCOPES = ("all", "plan")


@dataclass(frozen=True, eq=False)
class Known:
    """frame: every assessment of the plan at its date; here: one row a target at the chosen region; series: the
    figures behind them; scope: whether ``tested`` stands on all series of the board or on the plan's.
    """

    place: Place
    frame: DataFrame
    here: DataFrame
    series: DataFrame
    tested: Backtest
    scope: str

    @property
    def lang(self) -> str:
        """The language of the screen."""
        return self.place.lang
