"""What the indicator page asks: figures in all regions, every change of what counted, every load that touched it."""

from datetime import date

import pandas as pd

from data.asking import indicator as asking
from data.history import redo, undo
from data.ingest.commit import Sender, commit
from data.ingest.tidy import COLUMNS
from data.store import Store
from tests.data.conftest import Send
from tests.data.figures import CITY, COUNTY, RATE

OLD, NEW = f"{CITY},{RATE},2016,91", f"{CITY},{RATE},2016,96"
WHO = "who"


def turns(store: Store, *, demo: bool = True) -> list[tuple[str, object, object, int]]:
    """Every change as kind, before, after (None for nothing), and the load that did it; the latest first."""
    frame = asking.revisions(store, RATE, demo=demo)
    after = [None if pd.isna(value) else value for value in frame["after"]]
    return list(zip(frame["kind"], frame["before"], after, frame["load_id"], strict=True))


def row(value: float, *, provisional: bool = False) -> pd.DataFrame:
    days = (pd.Timestamp("2016-01-01"), pd.Timestamp("2016-12-31"))
    return pd.DataFrame([(CITY, RATE, *days, value, provisional, False, "s", "")], columns=COLUMNS)


def test_every_indicator_is_listed_once_with_the_plans_that_set_targets_on_it(store: Store) -> None:
    frame = asking.listed(store).set_index("indicator_id")
    with store.cursor() as cursor:
        known = {code for (code,) in cursor.execute("SELECT indicator_id FROM indicator").fetchall()}
        said = cursor.execute("SELECT DISTINCT plan FROM target WHERE indicator_id = ?", [RATE]).fetchall()
        targets = cursor.execute("SELECT count(*) FROM target").fetchone()
    assert frame.index.is_unique
    assert set(frame.index) == known
    assert sorted(frame.loc[RATE, "plans"]) == sorted(plan for (plan,) in said)
    assert (int(frame["targets"].sum()),) == targets
    assert not frame["has_figures"].any()


def test_figures_come_from_all_regions_up_to_the_day(send: Send, store: Store) -> None:
    send(OLD, f"{COUNTY},{RATE},2015,88", f"{COUNTY},{RATE},2016,90")
    found = asking.figures(store, RATE, date(2015, 12, 31), demo=True)
    own = found[found["origin"].eq("own")]
    assert list(own["region"]) == [COUNTY]
    later = asking.figures(store, RATE, date(2016, 12, 31), demo=True)
    shown = {(one.region, one.period_end.year): one.value for one in later.itertuples() if one.origin == "own"}
    assert shown == {(CITY, 2016): 91, (COUNTY, 2015): 88, (COUNTY, 2016): 90}
    assert bool(asking.listed(store).set_index("indicator_id").loc[RATE, "has_figures"])


def test_a_figure_said_once_was_never_changed(send: Send, store: Store) -> None:
    send(OLD)
    send(OLD, f"{CITY},{RATE},2015,90")
    assert turns(store) == []


def test_a_correction_and_its_undoing_and_redoing_are_all_told(send: Send, store: Store) -> None:
    first, second = send(OLD, user=WHO).load_id, send(NEW, user=WHO).load_id
    assert turns(store) == [("loaded", 91, 96, second)]
    undo(store, second, WHO, "wrong")
    assert turns(store) == [("withdrawn", 96, 91, second), ("loaded", 91, 96, second)]
    third = redo(store, second, WHO).load_id
    assert turns(store)[0] == ("loaded", 91, 96, third)
    undo(store, first, WHO, "wrong as well")
    assert len(turns(store)) == 3


def test_a_figure_withdrawn_without_another_leaves_nothing(send: Send, store: Store) -> None:
    load = send(OLD, user=WHO).load_id
    undo(store, load, WHO, "wrong")
    assert turns(store) == [("withdrawn", 91, None, load)]


def test_a_final_figure_of_the_same_value_is_a_change(store: Store) -> None:
    commit(store, b"first", row(91, provisional=True), 0, Sender("a.csv", "test"))
    second = commit(store, b"second", row(91), 0, Sender("b.csv", "test")).load_id
    found = asking.revisions(store, RATE, demo=True).iloc[0]
    assert (found["load_id"], found["before_provisional"], found["after_provisional"]) == (second, True, False)


def test_a_measured_figure_takes_the_place_of_a_made_up_one_where_those_are_shown(store: Store) -> None:
    measured = commit(store, b"real", row(91), 0, Sender("a.csv", "test")).load_id
    commit(store, b"made up", row(80), 0, Sender("demo.csv", "test", demo=True))
    assert turns(store) == []
    undo(store, measured, WHO, "wrong")
    assert turns(store) == [("withdrawn", 91, 80, measured)]
    assert turns(store, demo=False) == [("withdrawn", 91, None, measured)]


def test_every_load_that_brought_figures_is_counted(send: Send, store: Store) -> None:
    first = send(OLD, f"{COUNTY},{RATE},2015,88", user=WHO).load_id
    send(f"{CITY},provincial_education_bases,2016,4")
    frame = asking.loads(store, RATE, demo=True)
    assert list(frame["load_id"]) == [first]
    assert tuple(frame.iloc[0][["brought", "regions"]]) == (2, 2)
    assert (frame["first"].iloc[0].year, frame["last"].iloc[0].year) == (2015, 2016)
    undo(store, first, WHO, "wrong")
    assert list(asking.loads(store, RATE, demo=True)["load_id"]) == [first]
