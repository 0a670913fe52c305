"""Which columns of labels hold the region, the indicator and the period of each row."""

from collections.abc import Sequence
from dataclasses import dataclass

from data.ingest.mapping import Role
from data.ingest.shape_columns import HALF, Column, is_part
from data.ingest.shape_grid import Grid
from data.ingest.shape_names import Names
from data.ingest.shape_words import FIRST, bare, is_whole_period, is_year, year_of

LOOSE = ("", "region", "indicator", "period", "unit", "aside")  # headings beside which the cells may say something else


@dataclass(frozen=True)
class Stub:
    """The columns of a role, one, or two that are read together; ``rivals`` are the columns one has to be chosen of.

    ``said``: the heading names the role; ``parts``: a period that lacks its year.
    """

    columns: tuple[int, ...] = ()
    rivals: tuple[int, ...] = ()
    said: bool = False
    parts: bool = False

    @property
    def any(self) -> tuple[int, ...]:
        return self.columns or self.rivals


def stub_of(role: Role, grid: Grid, columns: Sequence[Column], first: int, names: Names) -> Stub:
    """The columns of a role: those whose heading names it, else those whose cells are of it."""
    said = [column for column in columns if column.said == role and not column.serial]
    found = said or [column for column in columns if _looks(column, role)]
    if role == "period":
        return _periods(grid, found, first, bool(said))
    chosen = tuple(column.index for column in found)
    if len(found) > 1:
        chosen = _chosen(role, grid, found, first, names)
    if not chosen:
        return Stub(rivals=tuple(column.index for column in found), said=bool(said))
    return Stub(chosen, said=bool(said))


def _looks(column: Column, role: Role) -> bool:
    """Whether a column without a telling heading holds labels of a role."""
    return column.looks == role and column.word in LOOSE and not column.named and not column.serial


def _periods(grid: Grid, found: list[Column], first: int, said: bool) -> Stub:
    """A column of periods; or one of years and one of their parts."""
    parts = [column.index for column in found if is_part(column, grid, first)]
    whole = [column.index for column in found if column.index not in parts]
    if len(whole) == 2 and not parts:
        finer = [column for column in whole if not _years(grid, column, first)]
        whole = finer if len(finer) == 1 and _agree(grid, whole, finer[0], first) else whole
    if len(whole) > 1 or len(parts) > 1:
        return Stub(rivals=(*whole, *parts), said=said)
    return Stub((*whole, *parts), said=said, parts=bool(parts) and not whole)


def _years(grid: Grid, column: int, first: int) -> bool:
    return all(is_year(text) for _, text in grid.below(column, first - 1))


def _agree(grid: Grid, both: Sequence[int], finer: int, first: int) -> bool:
    """Whether every text of the finer column lies in the year beside it."""
    other = next(column for column in both if column != finer)
    rows = [row for row, text in grid.below(finer, first - 1) if is_whole_period(text) and grid.label(row, other)]
    return bool(rows) and all(year_of(grid.label(row, finer)) == year_of(grid.label(row, other)) for row in rows)


def _chosen(role: Role, grid: Grid, found: list[Column], first: int, names: Names) -> tuple[int, ...]:
    """Of several columns of a role the one that stands for all, or two that are one name; nothing where it is open."""
    ranked = sorted(found, key=lambda column: -column.known[role])
    best = ranked[0]
    same = [column for column in ranked[1:] if _mean_the_same(role, grid, best.index, column.index, first, names)]
    if best.known[role] >= HALF and len(same) == len(found) - 1:
        return (best.index,)
    if role == "region" and len(found) == 2 and _nested(grid, found, first, names):
        return tuple(column.index for column in found)
    if role == "indicator":
        exact = [column.index for column in found if any(bare(text) in FIRST for text in column.path[-1:])]
        if best.known[role] >= HALF and all(column.known[role] < HALF for column in ranked[1:]):
            return (best.index,)
        return tuple(exact) if len(exact) == 1 and best.known[role] < HALF else ()
    return ()


def _pairs(grid: Grid, one: int, other: int, first: int) -> set[tuple[str, str]]:
    return {(text, grid.label(row, other)) for row, text in grid.below(one, first - 1) if grid.label(row, other)}


def _mean_the_same(role: Role, grid: Grid, one: int, other: int, first: int, names: Names) -> bool:
    """Whether two columns name the same thing in every row that both name."""
    pairs = _pairs(grid, one, other, first)
    return bool(pairs) and all(set(names.codes(role, a)) & set(names.codes(role, b)) for a, b in pairs)


def _nested(grid: Grid, found: Sequence[Column], first: int, names: Names) -> bool:
    """Whether the second column's regions lie in those of the first: 泉州市 and 鲤城区."""
    pairs = _pairs(grid, found[0].index, found[1].index, first)
    return bool(pairs) and 2 * sum(names.is_region(a + b) for a, b in pairs) > len(pairs)
