"""Find the rows that head a table.

The header is the first row that has a text above every column of figures and no figure of its own (years are texts
there). Rows above it that group its columns, and rows beneath it that go on without a label, belong to it.
"""

from collections import Counter

from data.ingest.cells import is_missing
from data.ingest.shape_grid import Grid
from data.ingest.shape_names import Names
from data.ingest.shape_words import (
    heading,
    is_counter,
    is_figure,
    is_footnote,
    is_unit,
    is_whole_period,
    keyed,
    period_inside,
)

DEEP = 60  # rows among which a header is looked for
MOST = 3  # rows of a header that are not blank
HEADS = ("region", "indicator", "period", "part", "value")


def find_header(grid: Grid, names: Names) -> tuple[int, ...] | None:
    """The header's rows; nothing where none can be told from data."""
    deep = min(grid.sampled, DEEP)
    for row in range(deep):
        if _covers(grid, row, names):
            return _grown(grid, row, names)
    for row in range(deep):
        if _spoken(grid, row, names):
            return _grown(grid, row, names)
    return None


def counts_columns(grid: Grid, row: int) -> bool:
    """Whether a row numbers the columns of the header above it: 甲 乙 1 2 3."""
    texts = [text for _, text in grid.filled(row)] if row < len(grid.rows) else []
    beside = [text for text in texts if is_counter(text)]
    numbers = [text for text in texts if not is_counter(text)]
    counted = numbers == [str(number + 1) for number in range(len(numbers))]
    return counted and len(numbers) > 0 and len(texts) > 2 and (bool(beside) or len(texts) == grid.width)


def _covers(grid: Grid, row: int, names: Names) -> bool:
    """Whether a row has a text, and no figure, above every column of figures."""
    found = grid.figure_columns(row)
    columns = [column for column in found if not _serial(grid, row, column)] or found
    if not columns or len(grid.filled(row)) < 2 or is_footnote(grid.filled(row)[0][1]):
        return False
    return all(_heads(grid, row, column) for column in columns) and not _is_data(grid, row, set(columns), names)


def _serial(grid: Grid, row: int, column: int) -> bool:
    """Whether a column is headed as the number of its rows."""
    return any(heading(grid.head(at, column)) == "serial" for at in range(max(0, row - MOST + 1), row + 1))


def _heads(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell may head a column of figures."""
    text = grid.head(row, column)
    if is_missing(text) or (keyed(text) and not period_inside(text)):
        return False
    return not is_figure(text) or (is_whole_period(text) and not grid.only_periods(column, row))


def _is_data(grid: Grid, row: int, columns: set[int], names: Names) -> bool:
    """Whether a row beside its figures has the same kind of label as the rows beneath it."""
    for column, text in grid.filled(row):
        beside = column not in columns and not grid.has_figures(column, row)
        kind = names.kind(text) if beside and not heading(text) else None
        if kind:
            kinds = Counter(names.kind(below) for _, below in grid.below(column, row))
            if kinds[kind] * 2 > sum(kinds.values()):
                return True
    return False


def _spoken(grid: Grid, row: int, names: Names) -> bool:
    """Whether a row holds no figure and names, in so many words, one of region, indicator, period and value, and
    another of them so or by example.
    """
    texts = [text for _, text in grid.filled(row)]
    said = {heading(text) for text in texts} & set(HEADS)
    shown = [text for text in texts if not heading(text) and names.kind(text)]
    told = bool(said) and len(said) + len(shown) > 1
    return told and not any(is_figure(text) and not is_whole_period(text) for text in texts)


def _grown(grid: Grid, row: int, names: Names) -> tuple[int, ...]:
    """The row with those above and beneath that belong to the header."""
    rows = [row]
    while rows[0] > 0 and len(rows) < MOST and _groups(grid, rows[0] - 1, row, names):
        rows.insert(0, rows[0] - 1)
    last = max(grid.foot_of(at) for at in rows)
    at = row + 1
    while at < grid.sampled and (at <= last or len(rows) < MOST):
        if at > last and not _goes_on(grid, at):
            break
        if not grid.blank(at):
            rows.append(at)
            last = max(last, grid.foot_of(at))
        at += 1
    return tuple(rows)


def _groups(grid: Grid, row: int, header: int, names: Names) -> bool:
    """Whether a row groups the columns of the header beneath it: labels above figures, no title and no 单位：亿元."""
    cells = grid.filled(row)
    over = [text for column, text in cells if not grid.has_labels(column, header)]
    titles = any(keyed(text) or is_footnote(text) for _, text in cells)
    if not over or titles or any(is_figure(text) and not is_whole_period(text) for _, text in cells):
        return False
    spans = [right - left + 1 for top, left, bottom, right in grid.merged if top == row == bottom]
    if any(span >= grid.width > 1 for span in spans):
        return False
    return len(cells) > 1 or bool(names.kind(over[0]) or heading(over[0]))


def _goes_on(grid: Grid, row: int) -> bool:
    """Whether a row beneath the header belongs to it: texts over the figures, no label beside them."""
    cells = grid.filled(row)
    over = [column for column, _ in cells if not grid.has_labels(column, row)]
    beside = [text for column, text in cells if grid.has_labels(column, row)]
    said = all(heading(text) in (*HEADS, "unit", "serial") or is_unit(text) for text in beside)
    above = any(grid.has_figures(column, row) for column in over)
    return above and said and (_dates_apart(cells) or all(_heads(grid, row, column) for column in over))


def _dates_apart(cells: list[tuple[int, str]]) -> bool:
    """Whether a row holds nothing but whole periods, two or more and each once: they head the columns beneath, also one
    whose few figures look like years.
    """
    texts = [text for _, text in cells]
    return len(texts) > 1 and len(set(texts)) == len(texts) and all(map(is_whole_period, texts))
