"""Bring a database to the schema of this version: ``schema.sql``, then the numbered files of ``migrations/``."""

from pathlib import Path

import duckdb

from data.errors import BoardDamaged

HERE = Path(__file__).parent


def steps(folder: Path = HERE / "migrations") -> list[tuple[int, Path]]:
    """The numbered migrations in order: ``0002_what.sql`` leads to version 2."""
    return sorted((int(path.name[:4]), path) for path in folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def version_of(connection: duckdb.DuckDBPyConnection) -> int:
    """The schema version of a database, 0 for an empty one. Raises BoardDamaged for a file of somebody else's."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return 0
    if "meta" not in tables:
        raise BoardDamaged(path="")
    row = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    return int(row[0]) if row else 0


def migrate(connection: duckdb.DuckDBPyConnection, folder: Path = HERE / "migrations") -> int:
    """Run what is missing, each step in its own transaction; returns the version reached.

    Raises BoardDamaged where the file was written by a newer version of the program.
    """
    have = version_of(connection)
    wanted = [(1, HERE / "schema.sql"), *steps(folder)]
    if have > wanted[-1][0]:
        raise BoardDamaged(path="")
    for number, path in wanted:
        if number <= have:
            continue
        connection.execute("BEGIN")
        connection.execute(path.read_text(encoding="utf-8"))
        connection.execute("INSERT OR REPLACE INTO meta VALUES ('schema_version', ?)", [str(number)])
        connection.execute("INSERT OR IGNORE INTO meta VALUES ('data_version', '0')")
        connection.execute("COMMIT")
    return wanted[-1][0]
