"""Large tidy tables: DuckDB reads the sheet's text itself, every cell as text, and refuses what is ragged."""

import duckdb

from data.ingest.book import Sheet
from data.ingest.finding import Finding, Unreadable
from data.ingest.mapping import ROLES, Role
from data.ingest.table import Extra, Table

MANY = 50_000  # rows from which a table is not laid out in Python
EXTRAS: tuple[Extra, ...] = ("unit", "provisional", "series_break", "source", "evidence", "note")


def bulky(sheet: Sheet, table: Table) -> bool:
    """Whether a table is large and one line a figure throughout, so that it need not pass through Python."""
    whole = isinstance(table.rows, range) and table.rows.step == 1
    plain = len(table.values) == 1 and all(_one_cell(table, role) for role in ROLES)
    return len(table.rows) > MANY and whole and plain and not sheet.merged


def _one_cell(table: Table, role: Role) -> bool:
    """Whether a role's text is one cell of the line as it stands, or the same throughout."""
    axis = table.axis(role)
    return axis.kind == "fixed" or (axis.kind == "column" and len(axis.index) == 1 and not axis.text)


def lay_bulk(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, table: Table) -> None:
    """The table ``laid`` of a tidy sheet. Raises Unreadable where a line has more or fewer cells than the header."""
    assert isinstance(table.rows, range)
    first = table.rows.start
    try:
        lines = cursor.read_csv(
            str(sheet.path),
            header=False,
            columns={f"c{place}": "VARCHAR" for place in range(sheet.width)},
            delimiter=",",
            quotechar='"',
            escapechar='"',
            skiprows=first,
            null_padding=False,
            auto_detect=False,
        )
        chosen = [
            duckdb.SQLExpression("row_number() OVER ()").alias("at"),
            duckdb.SQLExpression(f"CAST(row_number() OVER () + {first} AS INTEGER)").alias("file_row"),
            duckdb.ConstantExpression(table.values[0] + 1).alias("file_column"),
            *(_role(table, role).alias(f"{role}_text") for role in ROLES),
            _text(table.values[0]).alias("value_text"),
            *(_extra(table, name).alias("unit_text" if name == "unit" else name) for name in EXTRAS),
        ]
        lines.limit(len(table.rows)).select(*chosen).query("lines", "CREATE OR REPLACE TEMP TABLE laid AS FROM lines")
    except duckdb.InvalidInputException as error:
        raise Unreadable(Finding("error", "ragged_table", sheet=sheet.name, row=_line(str(error)))) from error


def _text(place: int) -> duckdb.Expression:
    """A column's text; nothing is an empty text. Blanks around it are left to whoever reads the distinct texts."""
    return duckdb.CoalesceOperator(duckdb.ColumnExpression(f"c{place}"), duckdb.ConstantExpression(""))


def _role(table: Table, role: Role) -> duckdb.Expression:
    axis = table.axis(role)
    return _text(axis.index[0]) if axis.kind == "column" else duckdb.ConstantExpression(axis.text)


def _extra(table: Table, name: Extra) -> duckdb.Expression:
    if name in table.extras:
        return duckdb.FunctionExpression("trim", _text(table.extras[name]))
    return duckdb.ConstantExpression(table.unit if name == "unit" else "")


def _line(words: str) -> int:
    """The line DuckDB names in its complaint; 0 where it names none."""
    after = words.partition("Line: ")[2]
    digits = after[: len(after) - len(after.lstrip("0123456789"))]
    return int(digits) if digits else 0
