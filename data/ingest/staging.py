"""Give every text of a file its meaning, once for each distinct text, and lay the figures out for the checks.

Leaves temporary tables on the cursor: ``laid`` (texts by value cell), ``staged`` (what they mean), ``found`` (what is
not understood) and ``axis`` (where each role stands). The meaning of texts is found in Python, all else set-wise.
"""

from collections.abc import Sequence

import duckdb
import pandas as pd

from config.text import say
from data.assessing import query
from data.catalogue.reading import Catalogue
from data.ingest.book import Sheet
from data.ingest.bulk import bulky, lay_bulk
from data.ingest.cells import Unclear, is_missing, number
from data.ingest.converting import factor, unit_word
from data.ingest.laying import laid
from data.ingest.lexicon import Hit, Lexicon, split_unit
from data.ingest.mapping import LEFT_OUT, ROLES, Mapping
from data.ingest.states import done, yes
from data.ingest.table import Table
from metrics.model.vocabulary import Kind
from metrics.periods import UnreadablePeriod, parse_day, reported


def lay_out(cursor: duckdb.DuckDBPyConnection, sheet: Sheet, table: Table) -> None:
    """The value cells of a table with the texts that belong to each, as the table ``laid``."""
    if bulky(sheet, table):
        lay_bulk(cursor, sheet, table)
    else:
        cursor.register("laying", laid(sheet, table))
        cursor.execute('CREATE OR REPLACE TEMP TABLE laid AS SELECT row_number() OVER () AS "at", * FROM laying')
        cursor.unregister("laying")
    cursor.execute(query("staging/meanings"))
    places: list[tuple[object, ...]] = [(role, table.axis(role).kind, *table.place(role, 0, 0)) for role in ROLES]
    if "unit" in table.extras:
        places.append(("unit", "column", 0, table.extras["unit"] + 1))
    _fill(cursor, "axis", places)


def understand(
    cursor: duckdb.DuckDBPyConnection,
    catalogue: Catalogue,
    lexicon: Lexicon,
    mapping: Mapping,
    department: str | None,
) -> int:
    """Turn ``laid`` into ``staged`` and ``found``; returns how many value cells a person chose to leave out."""
    left = _leave_out(cursor, mapping)
    _regions(cursor, lexicon, mapping)
    _indicators(cursor, catalogue, lexicon, mapping)
    _periods(cursor)
    _values(cursor)
    _flags(cursor)
    _units(cursor, catalogue)
    body = catalogue.departments.get(department or "")
    cursor.execute("SET VARIABLE usual_source = ?", [say("load.usual_source", department=body.name_zh) if body else ""])
    cursor.execute(query("staging/staged"))
    cursor.execute(query("staging/found"))
    cursor.execute(query("staging/assumed"), {"assumed": "region" not in mapping.fixed})
    return left


def _fill(cursor: duckdb.DuckDBPyConnection, name: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Rows into a temporary table, in the order of its columns."""
    if rows:
        cursor.append(name, pd.DataFrame(rows, dtype=object))


def _distinct(cursor: duckdb.DuckDBPyConnection, column: str) -> list[str]:
    """The different texts of a column of ``laid``."""
    relation = cursor.table("laid").project(duckdb.ColumnExpression(column)).distinct()
    return [row[0] for row in relation.fetchall()]


def _leave_out(cursor: duckdb.DuckDBPyConnection, mapping: Mapping) -> int:
    """Drop the cells whose region or indicator a person said is none of the board's."""
    gone = 0
    for role, names in mapping.names.items():
        texts = [text for text, code in names.items() if code == LEFT_OUT]
        if texts:
            rows = cursor.execute(_LEAVE[role], [texts]).fetchall()
            gone += rows[0][0]
    return gone


_LEAVE = {
    "region": "DELETE FROM laid WHERE list_contains(?, region_text)",
    "indicator": "DELETE FROM laid WHERE list_contains(?, indicator_text)",
}


def _named(text: str, hit: Hit, role: str) -> tuple[str | None, str, str]:
    """What a name means: its code, or the finding's code and what it may be."""
    if len(hit.codes) == 1:
        return hit.codes[0], "", ""
    if hit.codes:
        return None, f"ambiguous_{role}", ", ".join(hit.codes)
    if not text:
        return None, f"blank_{role}", ""
    return None, f"unknown_{role}_near" if hit.near else f"unknown_{role}", ", ".join(hit.near)


def _regions(cursor: duckdb.DuckDBPyConnection, lexicon: Lexicon, mapping: Mapping) -> None:
    """``meant_region``: text, code or what is wrong with it."""
    told = mapping.names.get("region", {})
    texts = _distinct(cursor, "region_text")
    rows = [(text, *_named(text, lexicon.region(told.get(text, text)), "region")) for text in texts]
    _fill(cursor, "meant_region", rows)


def _indicators(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, lexicon: Lexicon, mapping: Mapping) -> None:
    """``meant_indicator``: text, indicator, its reporting interval, whether it is an event, and the unit told."""
    told = mapping.names.get("indicator", {})
    rows = []
    for text in _distinct(cursor, "indicator_text"):
        identity, wrong, other = _named(text, lexicon.indicator(told.get(text, text)), "indicator")
        known = catalogue.indicators.get(identity or "")
        months = known.frequency.months if known else 12
        event = known is not None and known.kind is Kind.EVENT
        unit, own = mapping.units.get(identity or ""), split_unit(text)[1] or None
        rows.append((text, identity, wrong, other, months, event, unit, own))
    _fill(cursor, "meant_indicator", rows)


def _periods(cursor: duckdb.DuckDBPyConnection) -> None:
    """``meant_period``: text, interval and event, with first and last day."""
    asked = cursor.execute(
        "SELECT DISTINCT l.period_text, i.months, i.event FROM laid AS l"
        " JOIN meant_indicator AS i ON i.text = l.indicator_text"
    ).fetchall()
    _fill(cursor, "meant_period", [_period(*one) for one in asked])


def _period(text: str, months: int, event: bool) -> tuple[object, ...]:
    """What a period text means for figures of an interval; an event has the day it was reported."""
    if not text:
        return text, months, event, None, None, "blank_period", ""
    try:
        if event:
            try:
                day = parse_day(text)
            except UnreadablePeriod:
                day = reported(text, months).end
            return text, months, event, day, day, "", ""
        period = reported(text, months)
    except UnreadablePeriod:
        return text, months, event, None, None, "unreadable_period", ""
    return text, months, event, period.start, period.end, "", ""


def _values(cursor: duckdb.DuckDBPyConnection) -> None:
    """``meant_value``: what every text means that is no plain number, and those of events."""
    texts = cursor.execute(query("staging/odd")).fetchall()
    _fill(cursor, "meant_value", [(text, *_value(text)) for (text,) in texts])


def _value(text: str) -> tuple[float | None, str, bool, bool | None, str, str]:
    """A number with its mark, a missing value, or what is wrong; and what the text says of an event."""
    if is_missing(text):
        return None, "", True, None, "", ""
    found = number(text)
    if found is None or isinstance(found, Unclear):
        wrong = (found.code, found.other) if found else ("not_number", "")
        return None, "", False, done(text), *wrong
    return found.value, found.mark, False, done(text), "", ""


def _flags(cursor: duckdb.DuckDBPyConnection) -> None:
    """``meant_flag``: yes, no, or nothing for a text that says neither."""
    texts = {"", *_distinct(cursor, "provisional"), *_distinct(cursor, "series_break")}
    _fill(cursor, "meant_flag", [(text, yes(text)) for text in sorted(texts)])


def _units(cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """``meant_unit``: by how much a figure in a unit is multiplied to be in the indicator's own."""
    rows = []
    for identity, unit, mark in cursor.execute(query("staging/asked")).fetchall():
        indicator = catalogue.indicators[identity]
        found = factor(indicator, unit, mark)
        known = (None, found, unit_word(indicator)) if isinstance(found, str) else (found, "", "")
        rows.append((identity, unit, mark, *known))
    _fill(cursor, "meant_unit", rows)
