"""One target in the regions of a plan: which tile stands where, and in which order the gaps stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd
from pandas import DataFrame

from charts.each import each
from charts.names import ems
from config.tokens import tokens
from ui import figures
from ui.figures import Row
from ui.order import ATTENTION
from ui.tilemap.measure import away

COLUMNS = (  # noqa: SIM905 - read as a sentence; what the page says of a row, since walking wide frames is slow
    "target_id due region region_zh region_en dimension indicator_id indicator_zh indicator_en short_zh short_en unit"
    " measure_zh measure_en decimals direction rule value value_high current target gap judged_by status light reason"
    " p as_of"
).split()
LONG_EM = 5
UNJUDGED = ("pending", "grey")
Spot = tuple[int, int]


@dataclass(frozen=True)
class Tile:
    """One region below the plan's own: ``row`` is its verdict, None where the target is not set on it; ``spot`` its
    column and row, None without a place. One not ``judged`` has no part in the plan's assessment.
    """

    code: str
    name: str
    level: str
    judged: bool
    own: bool
    spot: Spot | None
    row: Row


@dataclass(frozen=True)
class Sheet:
    """All regions in the register's order, and the verdict on the whole, where there is one."""

    tiles: list[Tile]
    whole: Row

    @cached_property
    def counted(self) -> list[Tile]:
        """The regions the target is judged in, worst first: by the gap, then without one by status; grey last."""
        return sorted((tile for tile in self.tiles if tile.row is not None), key=_place)

    @cached_property
    def measured(self) -> list[Tile]:
        """Those of them that stand on the line of gaps."""
        return [tile for tile in self.counted if away(tile.row) is not None]

    @property
    def outside(self) -> list[Tile]:
        """The regions that take no part in the plan's assessment."""
        return [tile for tile in self.tiles if not tile.judged]

    @property
    def row(self) -> Row:
        """A row that stands for the target."""
        return self.counted[0].row

    def of_light(self, *lights: str) -> list[Tile]:
        """The regions under some lights, worst first."""
        return [tile for tile in self.counted if tile.row.light in lights]

    @property
    def pressing(self) -> list[Tile]:
        """The regions that need attention."""
        return self.of_light(*ATTENTION)

    @cached_property
    def laid(self) -> list[Tile]:
        """The tiles as they are laid out, row by row; none where a region that takes part has no place of its own."""
        placed = [tile for tile in self.tiles if tile.spot is not None]
        spots = {tile.spot for tile in placed}
        if len(spots) < len(placed) or any(tile.spot is None for tile in self.tiles if tile.judged):
            return []
        return _moved(placed)

    def without_outside(self) -> "Sheet":
        """The regions that take part alone, where there is no room for the others."""
        return replace(self, tiles=[tile for tile in self.tiles if tile.judged])


def build(rows: DataFrame, regions: DataFrame, own: str, lang: str) -> Sheet:
    """The sheet of one target: ``rows`` its verdicts that count, ``regions`` the register, the plan's own first."""
    found = {row.region: row for row in each(rows.reindex(columns=COLUMNS))}
    top = next(each(regions))
    tiles = [_tile(region, found, own, str(top.name_en), lang) for region in each(regions.iloc[1:])]
    return Sheet(tiles, found.get(top.code))


def _tile(region: Row, found: dict[str, Row], own: str, top: str, lang: str) -> Tile:
    judged = bool(region.judged)
    placed = pd.notna(region.tile_col) and pd.notna(region.tile_row)
    return Tile(
        code=region.code,
        name=_name(region, top, lang),
        level=str(region.level),
        judged=judged,
        own=region.code == own,
        spot=(int(region.tile_col), int(region.tile_row)) if placed else None,
        row=found.get(region.code) if judged else None,
    )


def _name(region: Row, top: str, lang: str) -> str:
    """The full name where it is short; in English without the name of the plan's region in front."""
    if lang == "en":
        return figures.bare(str(region.name_en)).removeprefix(top + " ")
    full = str(region.name_zh)
    return full if ems(full) <= LONG_EM else str(region.short_zh or full)


def _place(tile: Tile) -> tuple[int, float, int]:
    """What orders the list; sorting keeps equals as the register has them."""
    row, rank = tile.row, tokens().rank(tile.row.status)
    far = away(row)
    if far is not None:
        return 0, far, rank
    return 1 + (UNJUDGED.index(row.light) + 1 if row.light in UNJUDGED else 0), 0.0, rank


def _moved(tiles: list[Tile]) -> list[Tile]:
    """The tiles moved to the top left corner, in reading order."""
    spots = [tile.spot for tile in tiles if tile.spot]
    if not spots:
        return []
    left, top = min(column for column, _ in spots), min(row for _, row in spots)
    moved = (replace(tile, spot=(tile.spot[0] - left, tile.spot[1] - top)) for tile in tiles if tile.spot)
    return sorted(moved, key=lambda tile: tile.spot[::-1] if tile.spot else (0, 0))


def size(tiles: list[Tile]) -> Spot:
    """How many columns and rows laid tiles take."""
    spots = [tile.spot for tile in tiles if tile.spot]
    return 1 + max(column for column, _ in spots), 1 + max(row for _, row in spots)


def by_row(tiles: list[Tile]) -> Iterator[list[Tile]]:
    """Laid tiles row by row."""
    for number in range(size(tiles)[1]):
        yield [tile for tile in tiles if tile.spot and tile.spot[1] == number]
