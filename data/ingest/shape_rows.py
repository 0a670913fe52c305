"""Tell the rows of figures from totals, sections, headings said again, notes and blank lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from data.ingest.cells import is_missing
from data.ingest.finding import Finding, Unreadable
from data.ingest.mapping import Role
from data.ingest.shape_grid import Grid
from data.ingest.shape_names import Names
from data.ingest.shape_words import (
    ROLES,
    flat,
    heading,
    is_figure,
    is_footnote,
    is_numbered,
    is_total,
    is_whole_period,
    unnumbered,
)
from data.ingest.table import Reason, Skipped


@dataclass(frozen=True)
class Frame:
    """What of a table is settled when its rows are sorted: label columns by role, columns of figures, the header's
    texts by column, and the last column that the header reaches (-1 where any may be filled).
    """

    sheet: str
    labels: dict[int, Role]
    values: tuple[int, ...]
    heads: tuple[dict[int, str], ...]
    reach: int


@dataclass
class Sorted:
    """Rows of figures, and the others with the reason. ``loose``: texts of sections that no number opens."""

    rows: list[int] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)


def sort_rows(grid: Grid, start: int, offset: int, frame: Frame, names: Names) -> Sorted:
    """Sort the grid's rows from ``start``; ``offset`` is the file's row of the grid's first.

    Raises Unreadable where a second table begins, where headings of a role stand between the rows, or where a row has
    more cells than the header.
    """
    kinds = [_kind(grid, row, frame, names) for row in range(start, len(grid.rows))]
    data = [at for at, kind in enumerate(kinds) if kind in ("data", "empty", "role")]
    figures = [at for at, kind in enumerate(kinds) if kind == "data"]
    last = max(figures or data, default=-1)
    found = Sorted()
    for at, kind in enumerate(kinds):
        row = start + at
        cells = grid.filled(row)
        text = cells[0][1] if cells else ""
        if kind == "empty" and at > last and not _understood(grid, row, frame, names):
            kind = "loose"
        if kind in ("data", "empty"):
            _check_reach(grid, row, offset, frame)
            found.rows.append(offset + row)
        elif kind in ("role", "second") and at < last:
            code = "stacked" if kind == "role" else "second_table"
            raise Unreadable(Finding("error", code, frame.sheet, offset + row + 1, cells[0][0] + 1, text))
        elif kind != "blank" or at < last:
            reason = _reason(kind, after=at > last)
            found.skipped.append(Skipped(reason, row=offset + row, text=text))
            found.loose += [text] if reason == "section" and not is_numbered(text) else []
    return found


def _reason(kind: str, *, after: bool) -> Reason:
    if kind in ("loose", "role", "second"):
        return "footnote" if after else "section"
    return kind  # type: ignore[return-value]


def _kind(grid: Grid, row: int, frame: Frame, names: Names) -> str:
    """One row: data, empty (no figure beside its labels), role (a heading of a role), second (another header), loose,
    or why it is skipped.
    """
    cells = grid.filled(row)
    if not cells:
        return "blank"
    text = cells[0][1]
    values = [value for column in frame.values if (value := grid.at(row, column))]
    figures = any(is_figure(value) or is_missing(value) for value in values)
    labels = {column: grid.label(row, column) for column in frame.labels}
    if is_footnote(text) and (not figures or ":" in flat(text)):
        return "footnote"
    if is_total(text) or any(map(is_total, labels.values())):
        return "total"
    again = _again(grid, row, frame, values)
    if again:
        return again
    if figures:
        return "data"
    if len(cells) == 1 and not values:
        return _alone(cells[0], frame, names)
    return "empty" if any(labels.values()) else "loose"


def _alone(cell: tuple[int, str], frame: Frame, names: Names) -> str:
    """A row of one label."""
    column, text = cell
    kind = names.kind(unnumbered(text))
    if frame.labels.get(column) == kind and kind:
        return "empty"
    return "role" if kind else "loose"


def _again(grid: Grid, row: int, frame: Frame, values: Sequence[str]) -> str:
    """Whether a row says the header again, or heads a second table."""
    cells = grid.filled(row)
    if any(cells == list(head.items()) for head in frame.heads):
        return "repeated_header"
    said = sum(heading(label) in ROLES for at in frame.labels if (label := grid.label(row, at)))
    if not said or not values or any(is_figure(value) and not is_whole_period(value) for value in values):
        return ""
    return "second" if said > 1 or len(frame.values) > 1 or heading(values[0]) == "value" else ""


def _understood(grid: Grid, row: int, frame: Frame, names: Names) -> bool:
    """Whether some label of the row is of its column's role."""
    return any(names.kind(unnumbered(grid.label(row, column))) == role for column, role in frame.labels.items())


def _check_reach(grid: Grid, row: int, offset: int, frame: Frame) -> None:
    """A row of text with more cells than the header has come apart: a comma inside a number or a text."""
    column, text = grid.filled(row)[-1] if grid.filled(row) else (-1, "")
    if column > frame.reach >= 0:
        raise Unreadable(Finding("error", "ragged", frame.sheet, offset + row + 1, column + 1, text))
