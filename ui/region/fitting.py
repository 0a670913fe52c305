"""What of the grid fits a screen of the meeting view: the targets that press most, in the regions that stand worst."""

from dataclasses import dataclass
from typing import NamedTuple

from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.meeting import measure, room
from ui.order import ATTENTION, LIGHTS
from ui.region.cells import figure, unit, worded
from ui.region.grid import Column, Grid, Line
from ui.region.room import head_width, wide

CELL, AIR = 14, 14  # px beside a cell's text, and beside a target's name
LINE, ROW_AIR, HEAD_AIR = 1.25, 11, 8  # line height of the table; px over and under a row, a head
LONGEST = {"zh": 12.0, "en": 16.0}  # em a name may take before it wraps
COUNTS = 2.7  # em of two glyphs with their air, over a column
MOST_AIR = 16  # px a row may be higher than it needs
STRETCH = 0.6  # of its need a column may be wider
FEWEST = 2  # columns
SHORTEST = {"zh": 3, "en": 6}  # signs that still name a region


class Fit(NamedTuple):
    """The columns and lines of a screen; the shares of its width that names, goals and each column take; px that every
    row may be higher than it needs.
    """

    columns: list[Column]
    lines: list[Line]
    name: float
    goal: float
    shares: list[float]
    air: int


def pressing(grid: Grid) -> list[Line]:
    """What needs attention in any region below: the chosen region's own first, red before yellow; then by in how many
    regions it is red, and yellow.
    """
    codes = [column.code for column in grid.below]

    def place(line: Line) -> tuple[int, int, int]:
        found = [line.cells[code].light for code in codes if code in line.cells]
        here = None if grid.own.whole else line.cells.get(grid.own.code)
        own = ATTENTION.index(here.light) if here is not None and here.light in ATTENTION else len(ATTENTION)
        return own, -found.count("red"), -found.count("yellow")

    return sorted((line for line in grid.lines if line.presses(codes)), key=place)


def short(column: Column, grid: Grid, lang: str) -> str:
    """A region's name without that of the plan's own in front, as zones carry it."""
    whole = next((one.name for one in grid.columns if one.whole), column.name)
    rest = column.name.removeprefix(whole).strip()
    return rest if len(rest) >= SHORTEST[lang] else column.name


@dataclass(frozen=True)
class Wanted:
    """What a screen would show if it held everything: ``lines`` in their order, every column with anything to say.

    Without lines it shows the counts of each light.
    """

    grid: Grid
    lines: list[Line]
    bucket: Bucket
    lang: str

    @property
    def columns(self) -> list[Column]:
        """In the grid's order."""
        return [column for column in self.grid.columns if column.told]

    def fit(self, height: float) -> Fit:
        """As many columns as the width holds, then as many lines as the height does, at least one."""
        width, font = room.WINDOWS[self.bucket].width, self._font
        goal = max((self._wide(_goal(line, self.lang)) + AIR for line in self.lines), default=0.0)
        widest = max(self._names()) + AIR
        name = min(widest, LONGEST[self.lang] * font + AIR)
        needs = [self._need(column) * font + CELL for column in self.columns]
        free = width - name - goal
        most = max(sum(sum(needs[: n + 1]) <= free for n in range(len(needs))), FEWEST)
        needs = needs[:most]
        over = max(free - sum(needs), 0.0)
        over -= min(over / 2, widest - name)
        cells = [one + min(over / len(needs), one * STRETCH) for one in needs]
        name = width - goal - sum(cells)
        shown, left = self._fitting(height - self._head(cells), name - AIR)
        air = min(max(left, 0.0) / max(len(shown), 1), MOST_AIR)
        return Fit(self.columns[:most], shown, name / width, goal / width, [one / width for one in cells], int(air))

    @property
    def _font(self) -> int:
        return room.sizes(self.bucket).small

    def _wide(self, text: str) -> float:
        return measure.em(text) * self._font

    def _names(self) -> list[float]:
        """What stands at the left, in px: the targets, or the lights with their glyphs."""
        if self.lines:
            return [self._wide(_name(line, self.lang)) for line in self.lines]
        large = room.sizes(self.bucket).section / self._font
        return [(self._wide(say(f"light.{light}", self.lang)) + 2 * self._font) * large for light in LIGHTS]

    def _need(self, column: Column) -> float:
        """What a column takes in em: its widest figure, the longest word of its name, or its counts."""
        name = short(column, self.grid, self.lang)
        cells = [line.cells[column.code] for line in self.lines if column.code in line.cells]
        said = [wide(figure(cell, self.lang), worded(cell)) for cell in cells]
        said += [COUNTS + measure.em(f"{column.lights.red}{column.lights.yellow}")] if self.lines else []
        if self.lang == "zh":
            return max([*said, head_width(name, self.lang)])
        return max([*said, *(measure.em(word) for word in name.split())])

    def _head(self, cells: list[float]) -> float:
        """The names over the columns, and under them their counts."""
        heads = [short(column, self.grid, self.lang) for column in self.columns]
        names = (measure.folded(name, wide, self._font) for name, wide in zip(heads, cells, strict=False))
        return (max(names, default=1) + 1) * self._font * LINE + HEAD_AIR + ROW_AIR

    def _fitting(self, height: float, width: float) -> tuple[list[Line], float]:
        """The lines that fit, and the height that is left."""
        shown: list[Line] = []
        for line in self.lines:
            lines = measure.folded(_name(line, self.lang), width, self._font)
            more = lines * self._font * LINE + ROW_AIR
            if more > height and shown:
                break
            height -= more
            shown.append(line)
        return shown, height


def _name(line: Line, lang: str) -> str:
    """A target's name, with its unit where the goal does not say it."""
    counted = unit(line.row, lang)
    return figures.name(line.row, lang) + ("" if _goal(line, lang).endswith(counted) else f" {counted}")


def _goal(line: Line, lang: str) -> str:
    return figures.target(line.row, lang, bare=True) or say("value.dash", lang)
