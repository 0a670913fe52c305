"""Find the table in a file: its header, where region, indicator and period stand, which cells are figures.

One method for all layouts. The header is the row of texts over the columns of figures. Each role is looked for in
the columns of labels, in the header, and in the lines above the table; what the file does not tell is asked.
"""

from dataclasses import replace

from data.ingest.book import Book, Sheet
from data.ingest.finding import Finding, Unreadable
from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Mapping
from data.ingest.shape_columns import columns_of
from data.ingest.shape_fixed import facts_of
from data.ingest.shape_grid import SAMPLE, Grid
from data.ingest.shape_header import counts_columns, find_header
from data.ingest.shape_names import Names
from data.ingest.shape_roles import Roles, Scene, holds_units, settle
from data.ingest.shape_rows import Frame, Sorted, sort_rows
from data.ingest.shape_tail import tail_rows
from data.ingest.shape_words import EXTRAS, ROLES, unit_inside
from data.ingest.table import Axis, Extra, Question, Shape, Skipped, Table

LONG = 20_000  # rows, and ...
LARGE = 2_000_000  # ... cells above which only the first and last rows are looked at
OFFERED = 10  # rows offered as header

Result = Table | tuple[Question, ...]


def understand(book: Book, lexicon: Lexicon, mapping: Mapping) -> Result:
    """The table of a book, or what has to be asked. Raises Unreadable for a file without a table that can be read."""
    if mapping.sheet is not None:
        named = [sheet for sheet in book.sheets if sheet.name == mapping.sheet]
        if not named:
            if book.kind == "text":
                raise Unreadable(Finding("error", "no_sheets", value=mapping.sheet))
            others = ", ".join(sheet.name for sheet in book.sheets)
            raise Unreadable(Finding("error", "no_such_sheet", value=mapping.sheet, other=others))
        return _understood(book, named[0], Names(lexicon), mapping)
    sheets = [sheet for sheet in book.sheets if not sheet.hidden and sheet.height] or list(book.sheets[:1])
    names = Names(lexicon)
    found: dict[str, Result] = {}
    refused: list[Unreadable] = []
    for sheet in sheets:
        try:
            found[sheet.name] = _understood(book, sheet, names, mapping)
        except Unreadable as error:
            refused.append(error)
            if error.finding.code not in ABSENT:
                found[sheet.name] = ()
    if len(found) > 1:
        return _only(found) or (Question("sheet", choices=tuple(found)),)
    if not found or not next(iter(found.values())):
        raise _worst(refused)
    return next(iter(found.values()))


def _only(found: dict[str, Result]) -> Table | None:
    """The one table among sheets of which every other lacks two roles or more; nothing where another may be meant.

    Sheets passed over are listed with what was skipped.
    """
    tables = [one for one in found.values() if isinstance(one, Table)]
    others = {name: one for name, one in found.items() if not isinstance(one, Table)}
    strange = all(len({question.about for question in one} & set(ROLES)) > 1 for one in others.values())
    if len(tables) != 1 or not strange:
        return None
    passed = tuple(Skipped("reference", text=name) for name in others)
    return replace(tables[0], skipped=(*tables[0].skipped, *passed))


ABSENT = ("nothing", "no_figures", "no_values", "header_only")  # codes of a sheet that holds no table


def _worst(refused: list[Unreadable]) -> Unreadable:
    """Of several refusals the one that tells most."""
    return max(refused, key=lambda one: (*ABSENT, one.finding.code).index(one.finding.code))


def _understood(book: Book, sheet: Sheet, names: Names, mapping: Mapping) -> Result:
    """The table of a sheet, or what has to be asked."""
    large = sheet.height > LONG or sheet.height * sheet.width > LARGE
    rows = sheet.head(SAMPLE) if large else sheet.rows
    grid = Grid(rows, max((len(row) for row in rows), default=0), sheet.merged)
    if not any(any(row) for row in rows):
        raise Unreadable(Finding("error", "nothing", sheet.name))
    header = _header(grid, sheet, names, mapping)
    grid.spread(header or ())
    first = header[-1] + 1 if header else _first(grid)
    first += bool(header) and counts_columns(grid, first)
    columns = columns_of(grid, header or (), first, names)
    _check_content(grid, sheet, header, first)
    above = range(header[0] if header else first)
    facts = facts_of(grid, above, sheet.name, names)
    scene = Scene(sheet.name, grid, header or (), first, columns, facts, names, mapping)
    roles = settle(scene)
    asked = [*([_which_header(grid)] if header is None else []), *roles.questions]
    if asked:
        return tuple(asked)
    found = _sorted(book, sheet, scene, roles, large=large)
    if not found.rows:
        raise Unreadable(Finding("error", "header_only", sheet.name, scene.row))
    if found.loose and _by_default(scene, roles):
        return (Question("region", text="; ".join(found.loose[:3]), row=scene.row),)
    return _table(scene, roles, found)


def _header(grid: Grid, sheet: Sheet, names: Names, mapping: Mapping) -> tuple[int, ...] | None:
    """The header's rows: answered or found; () where there is none, nothing where it has to be asked."""
    if mapping.header is None:
        return find_header(grid, names)
    if mapping.header == (0,):
        return ()
    if mapping.header[-1] > len(grid.rows):
        raise Unreadable(
            Finding("error", "no_such_row", sheet.name, value=str(mapping.header[-1]), other=str(sheet.height))
        )
    return tuple(row - 1 for row in mapping.header)


def _first(grid: Grid) -> int:
    """The first row of figures where there is no header."""
    rows = sorted({row for rows in grid.figures.values() for row in rows if len(grid.filled(row)) > 1})
    return rows[0] if rows else 0


def _check_content(grid: Grid, sheet: Sheet, header: tuple[int, ...] | None, first: int) -> None:
    """A sheet must hold figures, or at least a header with room for them."""
    if any(row >= first for rows in grid.figures.values() for row in rows):
        return
    if header and not any(not grid.blank(row) for row in range(first, len(grid.rows))):
        raise Unreadable(Finding("error", "header_only", sheet.name, header[-1] + 1))
    if not header:
        raise Unreadable(Finding("error", "no_figures", sheet.name))


def _which_header(grid: Grid) -> Question:
    rows = [row for row in range(grid.sampled) if not grid.blank(row)][:OFFERED]
    return Question("header", choices=("0", *(str(row + 1) for row in rows)), row=rows[0] + 1)


def _by_default(scene: Scene, roles: Roles) -> bool:
    """Whether the region is the department's own only because the file names none."""
    axis = roles.axes["region"]
    return (
        axis.kind == "fixed"
        and axis.cell is None
        and axis.text == scene.names.own
        and ("region" not in scene.mapping.fixed)
    )


def _sorted(book: Book, sheet: Sheet, scene: Scene, roles: Roles, *, large: bool) -> Sorted:
    """The rows of figures. Of a large sheet only the first and the last are sorted, those between are figures."""
    labels = {index: role for role in ROLES if roles.axes[role].kind == "column" for index in roles.axes[role].index}
    headed = [column.index for column in scene.columns if column.path]
    reach = max(headed) if headed and book.kind == "text" else -1
    heads = tuple(dict(scene.grid.filled(row)) for row in scene.header)
    frame = Frame(sheet.name, labels, tuple(column.index for column in roles.values), heads, reach)
    if not large:
        return sort_rows(scene.grid, scene.first, 0, frame, scene.names)
    if reach >= 0 and sheet.width > reach + 1:
        whole = Grid(sheet.rows, sheet.width, sheet.merged)
        return sort_rows(whole, scene.first, 0, frame, scene.names)
    offset, rows = tail_rows(sheet, len(scene.grid.rows))
    begun = sort_rows(scene.grid, scene.first, 0, frame, scene.names)
    ended = sort_rows(Grid(rows, sheet.width), 0, offset, frame, scene.names)
    between = range(len(scene.grid.rows), offset)
    return Sorted([*begun.rows, *between, *ended.rows], [*begun.skipped, *ended.skipped], begun.loose + ended.loose)


def _table(scene: Scene, roles: Roles, found: Sorted) -> Table:
    """What was settled, as a table."""
    extras: dict[Extra, int] = {}
    for column in scene.columns:
        if column.word in EXTRAS and (column.word != "unit" or holds_units(scene, column)):
            extras.setdefault(column.word, column.index)
    values = tuple(column.index for column in roles.values)
    rows = range(found.rows[0], found.rows[-1] + 1)
    used = {*values, *extras.values(), *(index for role in ROLES for index in _columns(roles.axes[role]))}
    unread = [
        Skipped("total" if column.word == "total" else "reference", column=column.index, text=" ".join(column.path))
        for column in scene.columns
        if column.index not in used and not column.serial and column.content != "empty"
    ]
    titles = [
        Skipped("title", row=row, text=scene.grid.filled(row)[0][1])
        for row in range(scene.header[0] if scene.header else scene.first)
        if not scene.grid.blank(row)
    ]
    return Table(
        sheet=scene.sheet,
        shape=_shape(roles),
        header=scene.header,
        rows=rows if len(rows) == len(found.rows) else tuple(found.rows),
        values=values,
        region=roles.axes["region"],
        indicator=roles.axes["indicator"],
        period=roles.axes["period"],
        extras=extras,
        skipped=(*titles, *found.skipped, *unread),
        unit=_unit(scene, roles),
    )


def _columns(axis: Axis) -> tuple[int, ...]:
    return axis.index if axis.kind == "column" else ()


def _unit(scene: Scene, roles: Roles) -> str:
    """The unit told for the whole table: over the only column of figures, or above the table."""
    over = (
        {unit_inside(text) for column in roles.values for text in column.path[-1:]} if len(roles.values) == 1 else set()
    )
    return next((unit for unit in over if unit), scene.facts.unit)


def _shape(roles: Roles) -> Shape:
    kinds = {role: roles.axes[role].kind for role in ROLES}
    if kinds["period"] == "header":
        return "periods_in_columns"
    if kinds["indicator"] == "header":
        return "indicators_in_columns"
    return "regions_in_columns" if kinds["region"] == "header" else "tidy"
