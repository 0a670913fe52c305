"""Tables made by chance come back as they were made, or are asked about or refused: never different."""

from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

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


@settings(max_examples=SAMPLE, derandomize=True, deadline=None, phases=[Phase.generate])
@given(st.integers(0, 1 << 32))
def test_a_table_is_read_as_it_was_made_or_not_at_all(seed: int) -> None:
    one = made(Random(seed))
    with TemporaryDirectory() as folder:
        found = read(one, Path(folder))
    expected = Counter((*key, value) for key, value in one.figures.items())
    assert found is None or found == expected, one.rows


def test_few_tables_are_asked_about_or_refused(tmp_path: Path) -> None:
    found = [read(made(Random(seed)), tmp_path) for seed in range(SAMPLE)]
    assert found.count(None) <= SAMPLE // 50
