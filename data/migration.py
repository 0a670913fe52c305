"""Bring a database to the schema of this version: ``schema.sql``, then the numbered files of ``migrations/``."""

from pathlib import Path

import duckdb

from data.errors import BoardDamaged, BoardNewer

HERE = Path(__file__).parent


def steps(folder: Path = HERE / "migrations") -> list[tuple[int, Path]]:
    """The numbered migrations in order: ``0002_what.sql`` leads to version 2."""
    return sorted((int(path.name[:4]), path) for path in folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def version_of(connection: duckdb.DuckDBPyConnection, name: str) -> int:
    """The schema version of a database, 0 for an empty one. Raises BoardDamaged for a file of somebody else's."""
    tables = {row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        return 0
    row = None
    if "meta" in tables:
        row = connection.execute("SELECT TRY_CAST(value AS INTEGER) FROM meta WHERE key = 'schema_version'").fetchone()
    if row is None or row[0] is None:
        raise BoardDamaged(path=name)
    return int(row[0])


def migrate(connection: duckdb.DuckDBPyConnection, name: str, folder: Path = HERE / "migrations") -> int:
    """Run what is missing, each step in its own transaction; returns the version reached.

    Raises BoardNewer where a newer version of the program wrote the file; ``name`` is the file's, for the words.
    """
    have = version_of(connection, name)
    wanted = [(1, HERE / "schema.sql"), *steps(folder)]
    if have > wanted[-1][0]:
        raise BoardNewer(path=name)
    for number, path in wanted:
        if number <= have:
            continue
        connection.execute("BEGIN")
        try:
            connection.execute(path.read_text(encoding="utf-8"))
            connection.execute("INSERT OR REPLACE INTO meta VALUES ('schema_version', ?)", [str(number)])
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('data_version', '0')")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return wanted[-1][0]
