"""Counts by light and by dimension: all that the tiles, unit rows and sentences say comes from here."""

from dataclasses import dataclass

import pandas as pd
from pandas import DataFrame

from charts.each import each
from metrics.model.vocabulary import Dimension
from ui.figures import bare
from ui.order import LIGHTS, READ, ordered

MAIN = ("product", "engineering", "service", "environment")
TOGETHER = ("brand", "foundation")


@dataclass(frozen=True)
class Lights:
    """How many targets stand under each light."""

    red: int = 0
    yellow: int = 0
    green: int = 0
    pending: int = 0
    grey: int = 0

    @property
    def total(self) -> int:
        """All targets."""
        return self.red + self.yellow + self.green + self.pending + self.grey

    @property
    def attention(self) -> int:
        """Red and yellow together."""
        return self.red + self.yellow

    def of(self, light: str) -> int:
        """The count of one light."""
        return int(getattr(self, light))


@dataclass(frozen=True)
class DimensionRow:
    """One row of the unit chart: its dimensions (several where small ones are folded) and their
    statuses, worst first.
    """

    dimensions: tuple[str, ...]
    statuses: tuple[str, ...]
    lights: Lights


def lights(frame: DataFrame) -> Lights:
    """Counts of a frame."""
    found = frame["light"].value_counts()
    return Lights(**{light: int(found.get(light, 0)) for light in LIGHTS})


def headlines(frame: DataFrame, region: str) -> DataFrame:
    """The rows that count at a region: each target once, in the plan's order."""
    return frame[(frame["region"] == region) & frame["headline"].astype(bool)]


def each_dimension(frame: DataFrame) -> list[DimensionRow]:
    """One row a dimension that has targets, none folded: what a sentence counts."""
    codes = [*MAIN, *(one.value for one in Dimension if one.value not in MAIN)]
    return [row for row in (_row(frame, (code,)) for code in codes) if row.lights.total]


def by_dimension(frame: DataFrame, most: int) -> list[DimensionRow]:
    """The rows of the unit chart: the four main dimensions first, then the rest; small ones folded
    into the last row.
    """
    groups = [(code,) for code in MAIN] + [TOGETHER]
    groups += [(one.value,) for one in Dimension if one.value not in (*MAIN, *TOGETHER)]
    rows = [_row(frame, group) for group in groups]
    rows = [row for row in rows if row.lights.total]
    if len(rows) <= most:
        return rows
    fixed = [row for row in rows if row.dimensions[0] in MAIN]
    others = sorted((row for row in rows if row not in fixed), key=lambda row: -row.lights.total)
    kept = others[: max(most - len(fixed) - 1, 0)]
    folded = tuple(code for row in rows if row not in fixed and row not in kept for code in row.dimensions)
    return [*fixed, *(row for row in rows if row in kept), _row(frame, folded)]


def _row(frame: DataFrame, dimensions: tuple[str, ...]) -> DimensionRow:
    own = ordered(frame.loc[frame["dimension"].isin(dimensions), [*READ, "dimension"]])
    present = tuple(code for code in dimensions if code in set(own["dimension"]))
    return DimensionRow(present, tuple(own["status"]), lights(own))


def by_region(frame: DataFrame, regions: DataFrame, own: str) -> DataFrame:
    """One row a region below the plan's: lights, and the index of its weakest target (or NA).

    The chosen region first, then by red and yellow; a region without any row is counted as having none.
    """
    rows = []
    frame = frame[[*READ, "region", "headline"]]
    for region in each(regions.iloc[1:]):
        here = headlines(frame, region.code)
        count = lights(here)
        worst = ordered(here[here["light"].isin(["red", "yellow"])])
        rows.append(
            {
                "code": region.code,
                "name_zh": region.short_zh or region.name_zh,
                "name_en": bare(str(region.name_en)),
            }
            | {light: count.of(light) for light in LIGHTS}
            | {
                "own": region.code == own,
                "judged": bool(region.judged),
                "worst": worst.index[0] if len(worst) else pd.NA,
            }
        )
    table = pd.DataFrame(rows, columns=["code", "name_zh", "name_en", *LIGHTS, "own", "judged", "worst"])
    table = table[table["judged"].astype(bool)]
    return table.sort_values(["own", "red", "yellow", "grey"], ascending=[False, False, False, False], kind="stable")
