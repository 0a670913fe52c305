"""Targets by regions: which targets the plan judges below its own region, in which columns and order they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pandas import DataFrame

from charts.each import each
from metrics.model.vocabulary import Dimension
from ui import counts, figures
from ui.counts import Lights
from ui.figures import Row
from ui.order import ATTENTION, LIGHTS, with_children

DIMENSIONS = [*counts.MAIN, *(one.value for one in Dimension if one.value not in counts.MAIN)]

COLUMNS = (  # noqa: SIM905 - read as a sentence; what the sheet says of a row, since walking wide frames is slow
    "target_id due region region_zh region_en dimension indicator_id indicator_zh indicator_en short_zh short_en unit"
    " measure_zh measure_en decimals direction rule value value_high current target gap judged_by status light reason"
    " parent"
).split()


@dataclass(frozen=True)
class Column:
    """One region: ``name`` as a column says it, ``full`` as a sentence does; ``whole`` is the plan's own region.

    ``lights`` count its targets of the grid; a region without any is drawn empty. One not ``judged`` has no part in
    the plan's assessment.
    """

    code: str
    name: str
    full: str
    judged: bool
    whole: bool
    own: bool
    lights: Lights

    @property
    def kind(self) -> str:
        """The style of its cells: the chosen region is framed, the whole parted from the rest."""
        return "own" if self.own else "whole" if self.whole else ""

    @property
    def told(self) -> bool:
        """Whether the region has any target of the grid."""
        return self.judged and self.lights.total > 0


@dataclass(frozen=True)
class Line:
    """One target: ``row`` stands for it (the chosen region's where it has one), ``cells`` are its regions' by code."""

    row: Row
    cells: dict[str, Row]

    def presses(self, codes: Iterable[str]) -> bool:
        """Whether any of some regions needs attention."""
        return any(self.cells[code].light in ATTENTION for code in codes if code in self.cells)


@dataclass(frozen=True)
class Grid:
    """All columns, the chosen region first, then the whole, then by red and yellow lights; lines by dimension."""

    columns: list[Column]
    lines: list[Line]
    level: str

    @property
    def own(self) -> Column:
        """The chosen region."""
        return next(column for column in self.columns if column.own)

    @property
    def below(self) -> list[Column]:
        """The regions under the plan's own that take part."""
        return [column for column in self.columns if not column.whole and column.told]

    def pressing(self) -> list[Line]:
        """The lines that need attention: at the chosen region, or anywhere below where it is the whole."""
        codes = [column.code for column in self.below] if self.own.whole else [self.own.code]
        return [line for line in self.lines if line.presses(codes)]

    def only(self, lines: list[Line]) -> "Grid":
        """The same columns with some of the lines."""
        return replace(self, lines=lines)


def build(frame: DataFrame, regions: DataFrame, chosen: str, lang: str) -> Grid:
    """The grid of all targets that are judged in at least one region below the plan's."""
    top = str(regions["code"].iloc[0])
    here = frame.loc[frame["headline"].astype(bool) & frame["region"].isin(regions["code"]), COLUMNS]
    below = here[here["region"].ne(top)]
    shown = here[here["target_id"].isin(below["target_id"])]
    columns = [_column(region, shown, chosen, top, lang) for region in each(regions)]
    return Grid(sorted(columns, key=_place), _lines(shown, chosen, top), str(regions["level"].iloc[0]))


def _column(region: Row, shown: DataFrame, chosen: str, top: str, lang: str) -> Column:
    full = str(region.name_zh) if lang == "zh" else figures.bare(str(region.name_en))
    short = str(region.short_zh or region.name_zh) if lang == "zh" else full
    return Column(
        code=region.code,
        name=short,
        full=full,
        judged=bool(region.judged),
        whole=region.code == top,
        own=region.code == chosen,
        lights=counts.lights(shown[shown["region"].eq(region.code)]),
    )


def _place(column: Column) -> tuple[bool, bool, bool, int, int]:
    """What orders the columns; sorting keeps equals as the register has them."""
    return not column.own, not column.whole, not column.told, -column.lights.red, -column.lights.yellow


def _lines(shown: DataFrame, chosen: str, top: str) -> list[Line]:
    """One line a target: dimensions in their order, in each the plan's order with 其中 rows under their parents."""
    if shown.empty:
        return []
    cells: dict[str, dict[str, Row]] = {}
    for cell in each(shown):
        cells.setdefault(cell.target_id, {})[cell.region] = cell
    nearest = shown["region"].map({top: 1} | {chosen: 0}).fillna(2)
    first = shown.loc[nearest.sort_values(kind="stable").index].drop_duplicates("target_id")
    order = {target: place for place, target in enumerate(cells)}
    first = first.sort_values("target_id", key=lambda column: column.map(order))
    groups = (first[first["dimension"].eq(code)] for code in DIMENSIONS)
    return [Line(row, cells[row.target_id]) for group in groups if len(group) for row in each(with_children(group))]


def tally(lines: list[Line], code: str) -> Lights:
    """The lights of one region in some lines."""
    found = [line.cells[code].light for line in lines if code in line.cells]
    return Lights(**{light: found.count(light) for light in LIGHTS})
