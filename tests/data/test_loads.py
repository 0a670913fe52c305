"""A load is whole, counted, answerable for any earlier moment, and can be taken back."""

import hashlib
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest

from data.boarding import load_file
from data.catalogue.reading import Catalogue
from data.ingest.commit import Receipt, Sender, commit, withdraw
from data.ingest.tidy import COLUMNS
from data.reading import assessments
from data.store import Store
from tests.data.conftest import Send
from tests.data.figures import CITY, RATE, everything, standing, tidy

OLD, NEW = f"{CITY},{RATE},2016,91", f"{CITY},{RATE},2016,96"
BASE = f"{CITY},{RATE},2015,90"


def counts(receipt: Receipt) -> tuple[str, int, int, int]:
    return receipt.state, receipt.new, receipt.changed, receipt.unchanged


def moment() -> datetime:
    """Now, apart from what is done before and after."""
    time.sleep(0.002)
    now = datetime.now(UTC)
    time.sleep(0.002)
    return now


def judged(store: Store, **words: object) -> pd.Series:
    """The verdict on 监督抽查合格率达到 94% at the end of 2016."""
    frame = assessments(store, "quanzhou", date(2016, 12, 31), region=CITY, **words)  # type: ignore[arg-type]
    return frame.set_index("indicator_id").loc[RATE]


def test_the_same_file_again_changes_nothing(send: Send, store: Store) -> None:
    first = send(BASE, OLD)
    before = everything(store)
    again = send(BASE, OLD)
    assert counts(first) == ("accepted", 2, 0, 0)
    assert counts(again) == ("unchanged", 0, 0, 2)
    assert again.load_id == first.load_id
    assert everything(store) == before


def test_a_corrected_value_is_counted_and_stands(send: Send, store: Store) -> None:
    send(BASE, OLD)
    receipt = send(BASE, NEW, f"{CITY},{RATE},2017,97")
    assert counts(receipt) == ("accepted", 1, 1, 1)
    assert standing(store) == {2015: 90, 2016: 96, 2017: 97}


def test_a_final_figure_replaces_a_provisional_one(store: Store, send: Send, catalogue: Catalogue) -> None:
    rows = pd.DataFrame(
        [(CITY, RATE, pd.Timestamp("2016-01-01"), pd.Timestamp("2016-12-31"), 91.0, True, False, "s", "")],
        columns=COLUMNS,
    )
    commit(store, b"provisional", rows, 0, Sender("a.csv", "test"))
    final = commit(store, b"final", rows.assign(provisional=False), 0, Sender("b.csv", "test"))
    assert counts(final) == ("accepted", 0, 1, 0)
    with store.cursor() as cursor:
        assert cursor.execute("SELECT provisional FROM current_observation").fetchall() == [(False,)]


def test_the_raw_bytes_are_kept_under_their_sha256(send: Send, store: Store) -> None:
    send(BASE)
    content = tidy(BASE).encode()
    mark = hashlib.sha256(content).hexdigest()
    archive = store.path.parent / "archive"
    assert [path.name for path in archive.iterdir()] == [mark]
    assert (archive / mark).read_bytes() == content
    with store.cursor() as cursor:
        assert cursor.execute("SELECT sha256, file, user_name FROM load").fetchall() == [(mark, "figures.csv", "init")]


def test_an_earlier_moment_answers_as_it_was_known(send: Send, store: Store) -> None:
    empty = moment()
    send(BASE, OLD)
    then = moment()
    send(BASE, NEW)
    assert (judged(store)["current"], judged(store)["status"]) == (96, "achieved")
    earlier = judged(store, known_at=then)
    assert (earlier["current"], earlier["status"]) == (91, "far_behind")
    assert judged(store, known_at=empty)["reason"] == "no_data"
    with store.cursor() as cursor:
        old = cursor.execute("SELECT value FROM known_at(?) ORDER BY 1", [then.replace(tzinfo=None)]).fetchall()
    assert old == [(90,), (91,)]


def test_a_moment_may_be_given_in_any_time_zone(send: Send, store: Store) -> None:
    send(BASE, OLD)
    then = moment()
    send(BASE, NEW)
    east = then.astimezone(timezone(timedelta(hours=8)))
    assert [judged(store, known_at=one)["current"] for one in (then, then.replace(tzinfo=None), east)] == [91] * 3


def test_withdrawing_a_load_restores_what_stood_before(send: Send, store: Store) -> None:
    send(BASE, OLD)
    before = standing(store)
    wrong = send(BASE, NEW)
    with_it = moment()
    assert withdraw(store, [wrong.load_id], "clerk", "typing error") == 1
    assert standing(store) == before
    assert judged(store)["current"] == 91
    assert judged(store, known_at=with_it)["current"] == 96
    assert withdraw(store, [wrong.load_id], "clerk", "again") == 0


def test_a_withdrawn_file_can_be_loaded_again(send: Send, store: Store) -> None:
    first = send(BASE)
    withdraw(store, [first.load_id], "clerk", "too early")
    assert standing(store) == {}
    again = send(BASE)
    assert (again.state, again.load_id > first.load_id) == ("accepted", True)
    assert standing(store) == {2015: 90}


def test_a_figure_two_files_agree_on_outlives_the_undoing_of_either(send: Send, store: Store) -> None:
    first = send(BASE, name="a.csv")
    send(BASE, OLD, name="b.csv")
    withdraw(store, [first.load_id], "clerk", "wrong file")
    assert standing(store) == {2015: 90, 2016: 91}


def test_made_up_figures_never_stand_before_measured_ones(send: Send, store: Store) -> None:
    made_up = send(BASE, OLD, f"{CITY},{RATE},2017,99", demo=True, name="demo.csv")
    assert standing(store) == {2015: 90, 2016: 91, 2017: 99}
    real = send(f"{CITY},{RATE},2016,93.5")
    assert counts(real) == ("accepted", 1, 0, 0)
    assert standing(store) == {2016: 93.5}, "a measured series is not filled up with made-up figures"
    send(f"{CITY},{RATE},2016,99.9", demo=True, name="later.csv")
    assert standing(store) == {2016: 93.5}
    assert judged(store, known_at=moment())["current"] == 93.5
    withdraw(store, [real.load_id], "clerk", "test")
    assert standing(store)[2015] == 90
    withdraw(store, [made_up.load_id], "clerk", "test")
    assert standing(store) == {2016: 99.9}


def test_sources_are_those_of_the_figures_that_count(send: Send, store: Store) -> None:
    send(f"{BASE},yearbook 2015", f"{OLD},first bulletin")
    send(f"{NEW},corrected bulletin", name="b.csv")
    row = judged(store)
    assert (row["base_source"], row["current_source"]) == ("yearbook 2015", "corrected bulletin")


def test_a_hidden_made_up_figure_lends_no_source(send: Send, store: Store) -> None:
    send(BASE, OLD, demo=True)
    row = judged(store, demo=False)
    assert row["reason"] == "no_data"
    assert pd.isna(row["base_source"])
    assert pd.isna(row["current_source"])


def test_two_people_sending_the_same_file_load_it_once(store: Store, catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text(tidy(BASE, OLD), encoding="utf-8")
    receipts: list[Receipt] = []
    both = [threading.Thread(target=lambda: receipts.append(load_file(store, path, catalogue))) for _ in range(4)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(receipt.state for receipt in receipts) == ["accepted", "unchanged", "unchanged", "unchanged"]
    assert [path.suffix for path in (store.path.parent / "archive").iterdir()] == [""]


@pytest.mark.parametrize("ask", [lambda store: judged(store)["current"], lambda store: standing(store)[2016]])
def test_readers_meanwhile_see_before_or_after(ask: Callable[[Store], float], send: Send, store: Store) -> None:
    send(BASE, OLD)
    seen: set[float] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            seen.add(ask(store))

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(6):
        send(BASE, (NEW, OLD)[turn % 2], f"{CITY},{RATE},2010,{80 + turn}")
    done.set()
    for reader in readers:
        reader.join()
    assert seen <= {91.0, 96.0}
