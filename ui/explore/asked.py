"""What the address asks of the analysis page, checked against what there is; a start for what it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pandas import DataFrame, Series

from ui import counts, own
from ui.order import ordered
from ui.place import Place, Refused, day

AXES = ("region", "indicator", "period")
MEASURES = ("value", "change", "rank", "gap")
CHARTS = ("lines", "dots")
MOST_INDICATORS, MOST_REGIONS = 6, 12
START_INDICATORS, START_PERIODS = 3, 6
BETWEEN, UP_TO = ",", ".."


@dataclass(frozen=True)
class Offer:
    """What there is to choose from: indicators (data.asking.explore), regions (ui.cache), and figures of both with the
    period ends they lie on, oldest first.
    """

    indicators: DataFrame
    regions: DataFrame
    series: DataFrame
    ends: list[date]


@dataclass(frozen=True)
class Asked:
    """One view. ``blocks`` is the axis that is neither rows nor columns: its values stand one under another.

    ``sort`` is the key of a column, with a minus for the largest first; empty for the natural order.
    """

    indicators: tuple[str, ...]
    regions: tuple[str, ...]
    first: date | None
    last: date | None
    department: str = ""
    rows: str = "indicator"
    cols: str = "period"
    measure: str = "value"
    chart: str = ""
    sort: str = ""

    @property
    def blocks(self) -> str:
        """The axis left over."""
        return next(axis for axis in AXES if axis not in (self.rows, self.cols))


class _Reader:
    """Reads one name of the address after another and remembers what it had to refuse."""

    def __init__(self) -> None:
        self.refused: list[Refused] = []

    def _refuse(self, name: str, said: str) -> None:
        self.refused.append(Refused(name, said[:24]))

    def choice(self, name: str, allowed: Sequence[str], default: str) -> str:
        """One of the allowed words."""
        said = own.own(name)
        if not said or said in allowed:
            return said or default
        self._refuse(name, said)
        return default

    def several(self, name: str, allowed: Sequence[str], most: int) -> tuple[str, ...]:
        """Up to ``most`` of the allowed codes; what is unknown or too many is refused, the rest stands."""
        codes = list(dict.fromkeys(own.own(name).split(BETWEEN))) if own.own(name) else []
        known = [code for code in codes if code in allowed]
        wrong = [code for code in codes if code not in allowed] + known[most:]
        if wrong:
            self._refuse(name, BETWEEN.join(wrong))
        return tuple(known[:most])

    def span(self, name: str) -> tuple[date, date] | None:
        """Two days, the first not after the second; None where the address says none."""
        said = own.own(name)
        if not said:
            return None
        ends = [day(part) for part in said.split(UP_TO)]
        if len(ends) == 2 and ends[0] and ends[1] and ends[0] <= ends[1]:
            return ends[0], ends[1]
        self._refuse(name, said)
        return None


def asked(place: Place, offer: Offer, frame: DataFrame) -> tuple[Asked, list[Refused]]:
    """The view the address means at a place, and what in it is not understood; ``frame`` are the assessments."""
    read = _Reader()
    known = sorted({code for codes in offer.indicators["departments"] for code in codes})
    department = read.choice("department", known, "")
    indicators = read.several("indicators", list(offer.indicators["indicator_id"]), MOST_INDICATORS)
    regions = read.several("regions", list(offer.regions["code"]), MOST_REGIONS) or (place.region,)
    indicators = indicators or pressing(offer, frame, regions[0], department)
    rows = read.choice("rows", AXES, "region" if len(regions) > 1 else "indicator")
    default = next(axis for axis in ("period", "region", "indicator") if axis != rows)
    cols = read.choice("cols", [axis for axis in AXES if axis != rows], default)
    first, last = read.span("periods") or start_span(offer.series, indicators, regions)
    measure = read.choice("measure", MEASURES, MEASURES[0])
    chart = read.choice("chart", CHARTS, "")
    sort = own.own("sort")
    return Asked(indicators, regions, first, last, department, rows, cols, measure, chart, sort), read.refused


def offered(indicators: DataFrame, department: str, chosen: Sequence[str] = ()) -> list[str]:
    """The indicators to choose from: all, or those a department answers for, and what is chosen already."""
    return [
        str(code)
        for code, codes in zip(indicators["indicator_id"], indicators["departments"], strict=True)
        if not department or department in codes or code in chosen
    ]


def pressing(offer: Offer, frame: DataFrame, region: str, department: str) -> tuple[str, ...]:
    """The three most pressing indicators of a region that have figures there; without any, the first of the plan."""
    among = offered(offer.indicators, department)
    here = ordered(counts.headlines(frame, region))
    reported = set(offer.series["indicator_id"][offer.series["region"].eq(region)])
    found = [code for code in dict.fromkeys(here["indicator_id"]) if code in among and code in reported]
    return tuple((found or among)[:START_INDICATORS])


def start_span(series: DataFrame, indicators: Sequence[str], regions: Sequence[str]) -> tuple[date | None, date | None]:
    """The newest six period ends on which the chosen have figures, and as much before them as it takes to have two
    figures of each indicator; nothing where they have none.
    """
    own_figures = series[series["indicator_id"].isin(indicators) & series["region"].isin(regions)]
    ends = distinct(own_figures["period_end"])
    if not ends:
        return None, None
    each_own = (distinct(part["period_end"]) for _, part in own_figures.groupby("indicator_id"))
    return min([ends[-START_PERIODS:][0], *(days[-2:][0] for days in each_own)]), ends[-1]


def distinct(days: Series) -> list[date]:
    """The days of a column, oldest first, each once."""
    return [one.date() for one in sorted(days.drop_duplicates())]
