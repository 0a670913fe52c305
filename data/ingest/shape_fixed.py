"""What the lines above a table and the sheet's name say of all its figures.

地区：上海, 泉州市2019年上半年地区生产总值统计表, 单位：亿元.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.ingest.mapping import Role
from data.ingest.shape_grid import Grid
from data.ingest.shape_names import Names
from data.ingest.shape_words import (
    BODY,
    COUNTRY,
    ROLES,
    bare,
    heading,
    is_footnote,
    is_unit,
    is_whole_period,
    keyed,
    period_inside,
    period_key,
    periods_inside,
    title_cores,
    unit_inside,
    year_of,
)

LONGEST = 60  # characters of a title in which names are looked for
REGION = 14  # characters of a region's name
Cell = tuple[int, int]


@dataclass
class Facts:
    """Texts by role with the cell each stood in, and the unit. ``keyed`` roles stood behind their own word.

    ``bodies``: regions in the names of those who filled the table in; they count where no other line names a region.
    """

    texts: dict[Role, dict[str, Cell | None]] = field(default_factory=lambda: {role: {} for role in ROLES})
    keyed: set[Role] = field(default_factory=set)
    bodies: dict[str, Cell | None] = field(default_factory=dict)
    unit: str = ""

    def add(self, role: Role, text: str, cell: Cell | None) -> None:
        """Note what a line says of a role."""
        self.texts[role].setdefault(text, cell)

    def one(self, role: Role, names: Names) -> tuple[str, Cell | None] | None:
        """The text of a role, if all lines that name it agree."""
        meant = {_meaning(role, text, names): (text, cell) for text, cell in reversed(self.texts[role].items())}
        return next(iter(meant.values())) if len(meant) == 1 else None

    def year(self) -> tuple[str, Cell | None] | None:
        """The year in which all periods lie that the lines name."""
        years = {year_of(text): cell for text, cell in reversed(self.texts["period"].items())}
        return next(iter(years.items())) if len(years) == 1 else None


def _meaning(role: Role, text: str, names: Names) -> object:
    if role == "region":
        return names.codes("region", text) or text
    return (names.codes("indicator", text) or text) if role == "indicator" else period_key(text)


def facts_of(grid: Grid, rows: Sequence[int], sheet: str, names: Names) -> Facts:
    """What the rows above a table and the sheet's name say."""
    facts = Facts()
    for row in rows:
        cells = grid.filled(row)
        for at, (column, text) in enumerate(cells):
            follower = cells[at + 1] if at + 1 < len(cells) else None
            pair = keyed(text)
            if pair and pair[1]:
                _pair(facts, *pair, (row, column), names)
            elif follower and heading(text) in ("region", "indicator", "period", "unit"):
                _pair(facts, text, follower[1], (row, follower[0]), names)
            elif pair and follower:
                _pair(facts, pair[0], follower[1], (row, follower[0]), names)
            elif not is_footnote(text):
                _title(facts, text, (row, column), names)
    _title(facts, sheet, None, names)
    if not facts.texts["region"]:
        facts.texts["region"] = facts.bodies
    return facts


def _pair(facts: Facts, word: str, text: str, cell: Cell, names: Names) -> None:
    """A line of word and content. Words of who filled it in and when say nothing of the figures, but for the region."""
    role = heading(word)
    if role == "unit" and is_unit(text):
        facts.unit = facts.unit or text
    elif role == "period" and is_whole_period(text):
        facts.add("period", text, cell)
    elif role == "region" or (role == "indicator" and text):
        facts.add(role, text, cell)
        facts.keyed.add(role)
    elif bare(word) in BODY or role == "unit":
        for name in regions_inside(text, names):
            facts.bodies.setdefault(name, cell)


def _title(facts: Facts, text: str, cell: Cell | None, names: Names) -> None:
    """A free line or a sheet's name."""
    for period in periods_inside(text):
        facts.add("period", period, cell)
    if is_whole_period(text) or len(text) > LONGEST:
        return
    facts.unit = facts.unit or unit_inside(text)
    undated = text.replace(period_inside(text), "", 1)
    named = _indicator_in(undated, names)
    regions = regions_inside(undated.replace(named, " ", 1) if named else undated, names)
    for name in regions:
        facts.add("region", name, cell)
        undated = undated.replace(name, "", 1)
    named = named or _indicator_in(undated, names)
    if named:
        facts.add("indicator", named, cell)


def _indicator_in(title: str, names: Names) -> str:
    """The indicator that is all a title says, apart from the words for a table; empty for none."""
    return next((name for name in title_cores(title) if names.kind(name) == "indicator"), "")


def regions_inside(text: str, names: Names) -> list[str]:
    """The regions that a text names, the longest name at each place, each once.

    The country's name is left out: it stands in the names of awards and bodies.
    """
    found: list[str] = []
    start = 0
    while start < len(text) - 1:
        ends = range(min(len(text), start + REGION), start + 1, -1)
        end = next((end for end in ends if names.is_region(text[start:end])), 0)
        name = text[start:end]
        if end and not name.isascii() and name not in (*found, COUNTRY):
            found.append(name)
        start = end or start + 1
    return found
