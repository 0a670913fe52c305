"""What each column is by itself: its heading, and what stands beneath it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from data.ingest.mapping import Role
from data.ingest.shape_grid import Grid
from data.ingest.shape_names import Names
from data.ingest.shape_words import (
    EXTRAS,
    ROLES,
    Heading,
    heading,
    is_decimal,
    is_figure,
    is_generic,
    is_part_period,
    is_provisional,
    is_total,
    is_unit,
    is_whole_period,
    period_inside,
    unnumbered,
    without_period,
)

Content = Literal["figure", "text", "empty"]
Name = Literal["", "unit", "region", "indicator", "unknown"]
HALF = 0.5


@dataclass(frozen=True)
class Column:
    """A column: the header's texts over it, the word that they say, and what the cells beneath are.

    ``known`` is the share of the different texts beneath that are regions, indicators or periods; ``named``: the
    header gives a region, an indicator or a period.
    """

    index: int
    path: tuple[str, ...]
    word: Heading
    content: Content
    known: dict[Role, float]
    different: int
    serial: bool = False
    named: bool = False

    @property
    def said(self) -> Role | None:
        """The role that the heading names and the cells do not gainsay."""
        if self.word == "part":
            return "period"
        if self.word in ROLES and (self.content != "figure" or self.looks in (self.word, "period")):
            return self.word
        return None

    @property
    def looks(self) -> Role | None:
        """The role that the cells are of, whatever the heading says."""
        role = max(ROLES, key=lambda one: self.known[one])
        return role if self.known[role] >= HALF else None


def columns_of(grid: Grid, header: Sequence[int], first: int, names: Names) -> list[Column]:
    """The columns that have a heading or content."""
    found = [_column(grid, header, first, index, names) for index in range(grid.width)]
    return [column for column in found if column.path or column.content != "empty"]


def _column(grid: Grid, header: Sequence[int], first: int, index: int, names: Names) -> Column:
    path = path_of(grid, header, index)
    texts = [text for _, text in grid.below(index, first - 1) if not is_total(text)]
    figures = sum(is_figure(text) for text in texts)
    word = word_of(path, names)
    known = shares(texts, names, named=word in ("region", "period", "part"))
    serial = grid.counts_up(index, first - 1) and word not in ("part", "value") and not (path and index)
    content: Content = "empty" if not texts else "figure" if figures >= len(texts) * HALF else "text"
    named = any(period_inside(text) or is_named(text, names) for text in path)
    return Column(index, path, word, content, known, len(set(texts)), serial or word == "serial", named)


def path_of(grid: Grid, header: Sequence[int], column: int) -> tuple[str, ...]:
    """The header's texts over a column from the top, each once."""
    texts = [grid.head(row, column) for row in header]
    return tuple(text for at, text in enumerate(texts) if text and text not in texts[:at])


def word_of(path: Sequence[str], names: Names) -> Heading:
    """What the header's own words say of a column; nothing where they name an indicator, a region or a period."""
    if not path:
        return ""
    rests = [without_period(text) for text in path]
    if any(is_named(rest, names) for rest in (rests[-1], "".join(rests))):
        return ""
    words = [heading(name) for name in reversed([*path[:-1], rests[-1]]) if name]
    dated = bool(period_inside(path[-1]))
    return next((word for word in words if word and not (dated and word in ROLES)), "")


def is_named(name: str, names: Names) -> bool:
    """Whether a heading is the name of an indicator or a region, and not just a word such as 指标."""
    return bool(name) and heading(name) not in (*ROLES, *EXTRAS) and names.kind(name) in ("indicator", "region")


def shares(texts: Sequence[str], names: Names, *, named: bool) -> dict[Role, float]:
    """The share of different texts that are of a role. Bare digits count as regions or periods only throughout."""
    different = set(texts)
    counts = Counter(names.kind(unnumbered(text)) for text in different if not is_decimal(text))
    if not counts:
        return dict.fromkeys(ROLES, 0.0)
    found: dict[Role, float] = {role: counts[role] / len(different) for role in ROLES}
    digits = sum(text.isdecimal() for text in different)
    if digits * 2 > len(different) and not named and max(found.values()) < 1:
        return dict.fromkeys(ROLES, 0.0)
    return found


def name_of(text: str, names: Names) -> Name:
    """What a heading names beside its period."""
    rest = without_period(text) if period_inside(text) else text
    if not rest or is_whole_period(rest) or is_generic(rest) or is_provisional(rest):
        return ""
    if is_unit(rest):
        return "unit"
    kind = names.kind(unnumbered(rest))
    return kind if kind in ("region", "indicator") else "unknown"


def is_part(column: Column, grid: Grid, first: int) -> bool:
    """Whether a column holds months, quarters or halves without their year."""
    texts = {text for _, text in grid.below(column.index, first - 1)}
    digits = all(text.isdecimal() and 0 < int(text) < 13 for text in texts)
    return bool(texts) and ((column.word == "part" and digits) or all(is_part_period(text) for text in texts))
