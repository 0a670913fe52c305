"""Where a region stands: for some targets all regions on one line, the chosen one marked; behind and in front.

For the plan's own region: where most of the regions need attention, the weakest marked.
"""

from dataclasses import dataclass

from config.tokens import tokens
from metrics.model.vocabulary import Direction
from ui import figures
from ui.figures import Row
from ui.order import ATTENTION
from ui.region.grid import Grid, Line

COMPARABLE = 3
BEHIND, AHEAD, WIDEST = 3, 2, 4
FRONT = 3  # one third of the regions counts as in front


@dataclass(frozen=True)
class Spot:
    """One target: the region marked, the figures of the others, the marked one's place (1 the best) among ``of``.

    ``pressing`` is how many of the regions need attention.
    """

    row: Row
    others: tuple[float, ...]
    place: int
    shared: bool
    of: int
    pressing: int


def spot(line: Line, code: str, codes: list[str]) -> Spot | None:
    """A target at a region among the regions; None where it cannot be compared."""
    mine = line.cells.get(code)
    rows = [line.cells[one] for one in codes if one in line.cells and figures.known(line.cells[one].current)]
    comparable = line.row.unit != "yesno" and line.row.direction in (Direction.UP, Direction.DOWN)
    if mine is None or not comparable or not figures.known(mine.current) or len(rows) < COMPARABLE:
        return None
    own = _worth(mine)
    worth = [_worth(row) for row in rows if row.region != code]
    return Spot(
        row=mine,
        others=tuple(float(row.current) for row in rows if row.region != code),
        place=1 + sum(one > own for one in worth),
        shared=own in worth,
        of=len(rows),
        pressing=sum(row.light in ATTENTION for row in rows),
    )


def _worth(row: Row) -> float:
    """A figure as it is shown, turned so that more is better."""
    shown = round(float(row.current), int(row.decimals) if figures.known(row.decimals) else 4)
    return shown if row.direction == Direction.UP else -shown


def behind(grid: Grid) -> list[Spot]:
    """What needs attention at the region and stands in the second half, worst status first, then furthest back."""
    found = [one for one in _all(grid) if one.row.light in ATTENTION and one.place * 2 > one.of]
    return sorted(found, key=lambda one: (tokens().rank(one.row.status), -one.place / one.of))[:BEHIND]


def ahead(grid: Grid) -> list[Spot]:
    """Green lights with a place in the first third, the foremost first; a place held by many comes last."""
    found = [one for one in _all(grid) if one.row.light == "green" and one.place * FRONT <= one.of]
    return sorted(found, key=lambda one: (one.place / one.of, one.shared))[:AHEAD]


def spread(grid: Grid) -> list[Spot]:
    """The targets at which most regions need attention, the weakest region of each marked."""
    codes = [column.code for column in grid.below]
    found = []
    for line in grid.lines:
        rows = [line.cells[code] for code in codes if code in line.cells]
        told = [row for row in rows if row.light in ATTENTION and figures.known(row.current)]
        if told and line.row.direction in (Direction.UP, Direction.DOWN):
            weakest = min(told, key=_worth)
            found.append(spot(line, weakest.region, codes))
    known = [one for one in found if one is not None]
    return sorted(known, key=lambda one: -one.pressing)[:WIDEST]


def _all(grid: Grid) -> list[Spot]:
    codes = [column.code for column in grid.below]
    return [one for line in grid.lines if (one := spot(line, grid.own.code, codes)) is not None]
