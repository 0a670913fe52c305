"""Every load can be looked into, figure by figure, taken back with a reason, and brought back."""

import hashlib
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data import history
from data.assessing import kept
from data.catalogue.reading import read
from data.catalogue.storing import store_catalogue
from data.errors import BoardError, UnknownCode
from data.ingest.archive import place
from data.ingest.commit import Receipt, Sender, commit, withdraw
from data.ingest.tidy import COLUMNS
from data.reading import assessments
from data.store import Store
from tests.data.figures import CITY, RATE, everything, is_one_sentence, standing

CLERK = Sender("report.csv", "Li", "350500-market")
EVENT = "air_purification_project"
Put = Callable[..., Receipt]


def figures(*told: tuple[int, float], provisional: bool = False) -> pd.DataFrame:
    """Yearly figures of the pass rate of the city."""
    rows = [
        (CITY, RATE, pd.Timestamp(year, 1, 1), pd.Timestamp(year, 12, 31), value, provisional, False, "bulletin", "")
        for year, value in told
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def reported(day: str, *, done: bool) -> pd.DataFrame:
    return pd.DataFrame(
        [(CITY, EVENT, pd.Timestamp(day), done, "minutes")],
        columns=["region", "indicator_id", "reported", "done", "evidence"],
    )


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with the catalogue, one plan of it, and no figures."""
    path = tmp_path_factory.mktemp("laid-out") / "board.duckdb"
    store = Store(path, create=True)
    store_catalogue(store, read())
    with store.write() as cursor:
        cursor.execute("DELETE FROM plan WHERE id <> 'quanzhou'")
    store.close()
    return path


@pytest.fixture
def store(laid_out: Path, tmp_path: Path) -> Iterator[Store]:
    opened = Store(Path(shutil.copy(laid_out, tmp_path / "board.duckdb")))
    yield opened
    opened.close()


@pytest.fixture
def put(store: Store) -> Put:
    """Load figures, each set as a file of its own."""
    number = iter(range(100))

    def load(*told: tuple[int, float], sender: Sender = CLERK, **more: object) -> Receipt:
        rows = figures(*told, provisional=bool(more.pop("provisional", False)))
        return commit(store, f"file {next(number)}".encode(), rows, 0, sender, **more)  # type: ignore[arg-type]

    return load


def brought(store: Store, load: Receipt) -> pd.DataFrame:
    """What a load brought, by year."""
    frame = history.changed_by(store, load.load_id)
    return frame.set_index(frame["period_end"].dt.year)


def refused(store: Store, error: type[BoardError], do: Callable[[], object]) -> None:
    """An act is refused in one sentence of each language, and nothing moves."""
    before = everything(store)
    with pytest.raises(error) as caught:
        do()
    assert all(is_one_sentence(caught.value.words(lang)) for lang in ("zh", "en"))
    assert everything(store) == before


# The list


def test_loads_are_listed_newest_first_with_who_sent_them(store: Store, put: Put) -> None:
    put((2015, 90))
    put((2016, 91), sender=Sender("other.csv", "Wang", "350500-agriculture"))
    frame = history.loads(store)
    assert list(frame["file"]) == ["other.csv", "report.csv"]
    assert list(frame["user_name"]) == ["Wang", "Li"]
    assert list(frame["department_zh"]) == ["市农业局", "市市场监管局"]
    assert set(frame["state"]) == {"standing"}
    assert list(history.loads(store, limit=1)["file"]) == ["other.csv"]
    assert list(history.loads(store, department="350500-market")["file"]) == ["report.csv"]
    refused(store, UnknownCode, lambda: history.loads(store, department="350500-nobody"))


def test_a_load_that_does_not_exist_is_named(store: Store) -> None:
    refused(store, history.UnknownLoad, lambda: history.load_row(store, 7))
    refused(store, history.UnknownLoad, lambda: history.changed_by(store, 7))
    refused(store, history.UnknownLoad, lambda: history.undo(store, 7, "Li", "wrong file"))
    refused(store, history.UnknownLoad, lambda: history.redo(store, 7, "Li"))


def test_confirmations_are_told_as_they_were_given(store: Store, put: Put) -> None:
    load = put((2015, 90)).load_id
    assert history.confirmed(history.load_row(store, load)) == []
    with store.write() as cursor:
        cursor.execute('UPDATE load SET confirmations = \'[{"code": "revision:x", "count": 2, "word": "核对过"}]\'')
    assert history.confirmed(history.load_row(store, load)) == [{"code": "revision:x", "count": 2, "word": "核对过"}]


# What a load changed


def test_every_figure_is_told_beside_what_was_known_before(store: Store, put: Put) -> None:
    first = put((2015, 90), (2016, 91))
    second = put((2015, 90), (2016, 96), (2017, 97))
    told = brought(store, second)
    assert dict(told["action"]) == {2015: "unchanged", 2016: "changed", 2017: "new"}
    assert told["before"].fillna(0).to_dict() == {2015: 90, 2016: 91, 2017: 0}
    assert told["before_load"].dropna().tolist() == [first.load_id] * 2
    assert set(told["outcome"]) == {"stands"}
    assert dict(brought(store, first)["outcome"]) == {2015: "repeated", 2016: "replaced"}
    assert brought(store, first)["now"].to_dict() == {2015: 90, 2016: 96}
    assert (told["indicator_zh"].iloc[0], told["region_zh"].iloc[0]) == ("生产企业产品质量监督合格率", "泉州市")
    assert len(history.changed_by(store, second.load_id, limit=2)) == 2


def test_what_was_known_before_stays_so_after_it_was_withdrawn(store: Store, put: Put) -> None:
    first, second = put((2016, 91)), put((2016, 96))
    withdraw(store, [first.load_id], "Li", "wrong file")
    assert brought(store, second).loc[2016, "before"] == 91
    third = put((2016, 97))
    assert brought(store, third).loc[2016, "before"] == 96
    withdraw(store, [second.load_id], "Li", "wrong file")
    fourth = put((2016, 91))
    assert brought(store, fourth).loc[2016, "before"] == 97


def test_a_final_figure_changes_a_provisional_one_of_the_same_value(store: Store, put: Put) -> None:
    put((2016, 91), provisional=True)
    assert brought(store, put((2016, 91))).loc[2016, "action"] == "changed"


def test_measured_figures_are_new_where_only_made_up_ones_stood(store: Store, put: Put) -> None:
    made_up = put((2015, 88), (2016, 89), sender=Sender("demo.csv", "demo", demo=True))
    real = put((2016, 91))
    assert brought(store, real).loc[2016, "action"] == "new"
    told = brought(store, made_up)
    assert dict(told["outcome"]) == {2015: "hidden", 2016: "replaced"}
    assert pd.isna(told.loc[2015, "now"])


def test_milestone_reports_are_told_as_figures_of_their_day(store: Store, put: Put) -> None:
    put(reports=reported("2016-06-30", done=False))
    second = put(reports=reported("2016-06-30", done=True))
    row = history.changed_by(store, second.load_id).iloc[0]
    assert (row["event"], row["value"], row["before"], row["action"]) == (True, 1, 0, "changed")
    assert row["period_end"].date() == date(2016, 6, 30)


# Undo and redo


def test_an_undo_restores_figures_and_verdicts(store: Store, put: Put) -> None:
    put((2015, 90), (2016, 91))
    wrong = put((2015, 90), (2016, 96), (2017, 97))
    done = history.undo(store, wrong.load_id, "Li", " wrong file ")
    assert (done.gone, done.back, done.kept) == (1, 1, 1)
    assert standing(store) == {2015: 90, 2016: 91}
    assert kept(store), "verdicts are worked out anew"
    row = history.load_row(store, wrong.load_id)
    assert (row["state"], row["undone_by"], row["undone_why"]) == ("withdrawn", "Li", "wrong file")
    assert set(brought(store, wrong)["outcome"]) == {"withdrawn"}


def test_a_made_up_figure_that_returns_is_no_value_restored(store: Store, put: Put) -> None:
    put((2016, 89), sender=Sender("demo.csv", "demo", demo=True))
    real = put((2016, 91))
    done = history.undo(store, real.load_id, "Li", "wrong file")
    assert (done.gone, done.back, done.kept) == (1, 0, 0)
    assert standing(store) == {2016: 89}


def test_undo_refuses_what_is_undone_shipped_or_without_reason(store: Store, put: Put) -> None:
    shipped = put((2014, 90), sender=Sender("series.csv", "init")).load_id
    refused(store, history.ShippedLoad, lambda: history.undo(store, shipped, "Li", "wrong"))
    load = put((2015, 90)).load_id
    refused(store, history.ReasonMissing, lambda: history.undo(store, load, "Li", "  "))
    refused(store, history.NotUndone, lambda: history.redo(store, load, "Li"))
    withdraw(store, [load], "Li", "wrong file")
    refused(store, history.AlreadyUndone, lambda: history.undo(store, load, "Li", "again"))


def test_a_redo_is_a_new_load_of_the_same_rows(store: Store, put: Put) -> None:
    put((2015, 90), (2016, 91))
    load = put((2015, 90), (2016, 96), reports=reported("2016-06-30", done=True))
    before = everything(store)["current_observation"]
    history.undo(store, load.load_id, "Li", "wrong file")
    again = history.redo(store, load.load_id, "Wang")
    assert (again.state, again.new, again.changed, again.unchanged) == ("accepted", 1, 1, 1)
    row, old = history.load_row(store, again.load_id), history.load_row(store, load.load_id)
    assert (row["redo_of"], old["redone_by"], row["user_name"]) == (load.load_id, again.load_id, "Wang")
    same = ["sha256", "file", "department", "mapping", "rows_read", "demo"]
    assert list(row[same]) == list(old[same])
    assert standing(store) == {2015: 90, 2016: 96}
    assert len(everything(store)["current_observation"]) == len(before)
    assert len(everything(store)["milestone_report"]) == 2
    assert kept(store)


def test_a_redo_changes_nothing_where_the_same_file_counts_already(store: Store) -> None:
    first = commit(store, b"same", figures((2015, 90)), 0, CLERK)
    withdraw(store, [first.load_id], "Li", "too early")
    second = commit(store, b"same", figures((2015, 90)), 0, CLERK)
    before = everything(store)
    again = history.redo(store, first.load_id, "Li")
    assert (again.state, again.load_id, again.unchanged) == ("unchanged", second.load_id, 1)
    assert everything(store) == before


def test_undo_and_redo_may_follow_each_other_for_ever(store: Store, put: Put) -> None:
    load = put((2015, 90)).load_id
    for _ in range(2):
        history.undo(store, load, "Li", "wrong file")
        assert standing(store) == {}
        load = history.redo(store, load, "Li").load_id
        assert standing(store) == {2015: 90}


# The board before, and the file


def test_the_board_before_a_load_is_judged_as_it_was_known(store: Store, put: Put) -> None:
    put((2015, 90), (2016, 91))
    second = put((2016, 96))
    moment = history.before(history.load_row(store, second.load_id))
    assert moment.utcoffset() == timedelta(0)

    def current(**words: object) -> float:
        frame = assessments(store, "quanzhou", date(2016, 12, 31), region=CITY, **words)  # type: ignore[arg-type]
        return float(frame.set_index("indicator_id").loc[RATE, "current"])

    assert (current(known_at=moment), current()) == (91, 96)


def test_the_original_comes_back_byte_for_byte(store: Store, put: Put) -> None:
    load = put((2015, 90)).load_id
    path = history.original(store, load)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == history.load_row(store, load)["sha256"]
    assert path == place(store.path.parent, history.load_row(store, load)["sha256"])
    path.write_bytes(b"something else")
    refused(store, history.OriginalDamaged, lambda: history.original(store, load))
    path.unlink()
    refused(store, history.OriginalLost, lambda: history.original(store, load))
