"""Tables made by chance come back as they were made, or are asked about or refused: never different."""

from collections import Counter
from pathlib import Path
from random import Random

from data.ingest.finding import Unreadable
from data.ingest.mapping import Mapping
from data.ingest.shape import understand
from data.ingest.table import Table
from tests.ingest.made_tables import Made, made
from tests.ingest.sheets import book, figures, lexicon, sheet

SAMPLE = 150


def read(one: Made, folder: Path) -> Counter[tuple[str, str, str, str]] | None:
    """The figures as read; nothing where the table is asked about or refused."""
    laid = sheet(folder, one.rows, merged=one.merged)
    try:
        found = understand(book(laid), lexicon(), Mapping())
    except Unreadable:
        return None
    return Counter(row[:4] for row in figures(laid, found)) if isinstance(found, Table) else None


def test_a_table_is_read_as_it_was_made_or_not_at_all(tmp_path: Path) -> None:
    for seed in range(SAMPLE, 2 * SAMPLE):
        one = made(Random(seed))
        expected = Counter((*key, value) for key, value in one.figures.items())
        found = read(one, tmp_path)
        assert found is None or found == expected, (seed, one.rows)


def test_few_tables_are_asked_about_or_refused(tmp_path: Path) -> None:
    found = [read(made(Random(seed)), tmp_path) for seed in range(SAMPLE)]
    assert found.count(None) <= SAMPLE // 50
