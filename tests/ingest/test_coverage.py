"""Who owes which figure for which period, and whether it came: a city with one bureau, told by rows."""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest

from data.catalogue.reading import read
from data.catalogue.storing import store_catalogue
from data.coverage import STATES, by_department, counted, coverage
from data.errors import UnknownCode
from data.store import Store

OLD, BUREAU = "c-quality", "c-market"  # the second took over the first's work in 2019
START, END = "2016-01-01", "2020-12-31"
MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
GONE = {"successor": BUREAU, "successor_from": "2019-01-01"}
TABLES = [
    ("region", {"code": "c", "name_zh": "某市", "name_en": "City", "position": 0}),
    ("department", {"department_id": OLD, "short_zh": "质监局", "name_en": "Old bureau", **GONE}),
    ("department", {"department_id": BUREAU, "short_zh": "市场监管局", "name_en": "Bureau"}),
    ("department", {"department_id": "c-water", "short_zh": "水利局", "name_en": "Water"}),
    ("plan", {"id": "p", "region": "c", "start": START, "end": END}),
]
Promise = Callable[..., None]
Send = Callable[..., int]


def put(store: Store, table: str, **row: object) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    with store.write() as cursor:
        cursor.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "board.duckdb", create=True)
    for table, row in TABLES:
        put(opened, table, **row)
    yield opened
    opened.close()


@pytest.fixture
def promise(store: Store) -> Promise:
    """A target of the plan on an indicator of its own."""

    def one(
        name: str,
        dues: Sequence[str] = (END,),
        frequency: str = "year",
        kind: str = "rate",
        owners: Sequence[str] = (BUREAU,),
        **more: object,
    ) -> None:
        months = MONTHS[frequency]
        put(store, "indicator", indicator_id=name, kind=kind, frequency=frequency, interval_months=months, **more)
        put(store, "target", plan="p", target_id=name, indicator_id=name, region="c", start=START, position=0)
        for due in dues:
            put(store, "target_point", target_id=name, due=due, due_end=due)
        for place, owner in enumerate(owners):
            put(store, "target_owner", target_id=name, position=place, department_id=owner, basis="named")

    return one


@pytest.fixture
def send(store: Store) -> Send:
    """A load of one figure, or of one milestone report, at a moment in UTC; returns its number."""

    def load(
        name: str,
        start: str = "2019-01-01",
        end: str = "2019-12-31",
        *,
        at: str = "2020-01-15 02:00",
        department: str | None = BUREAU,
        demo: bool = False,
        done: bool | None = None,
        **more: object,
    ) -> int:
        counts = dict.fromkeys(("rows_read", "rows_new", "rows_changed", "rows_unchanged", "rows_missing"), 1)
        who = {"sha256": f"{name}{at}", "file": "a.csv", "user_name": "Li", "department": department, "demo": demo}
        put(store, "load", **who, **counts, loaded_at=at, **more)
        with store.cursor() as cursor:
            number = cursor.execute("SELECT max(id) FROM load").fetchall()[0][0]
        place = {"region": "c", "indicator_id": name, "load_id": number}
        if done is None:
            rest = {"value": 1.0, "provisional": False, "series_break": False, "source": "s", "note": ""}
            put(store, "observation", **place, period_start=start, period_end=end, **rest)
        else:
            put(store, "milestone_report", **place, reported=end, done=done, evidence="e")
        return int(number)

    return load


def owed(store: Store, day: str = "2020-03-01", **words: object) -> pd.DataFrame:
    return coverage(store, date.fromisoformat(day), **words)  # type: ignore[arg-type]


def state(store: Store, day: str = "2020-03-01", **words: object) -> str:
    """The state of the one figure owed."""
    return str(owed(store, day, **words)["state"].item())


def noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").astimezone()


# What is owed


@pytest.mark.parametrize(
    ("frequency", "day", "start", "end"),
    [
        ("year", "2019-12-30", "2018-01-01", "2018-12-31"),
        ("year", "2019-12-31", "2019-01-01", "2019-12-31"),
        ("half", "2019-06-30", "2019-01-01", "2019-06-30"),
        ("half", "2020-01-01", "2019-07-01", "2019-12-31"),
        ("month", "2020-02-29", "2020-02-01", "2020-02-29"),
        ("month", "2020-03-30", "2020-02-01", "2020-02-29"),
    ],
)
def test_the_last_period_that_ended_is_owed(
    store: Store, promise: Promise, frequency: str, day: str, start: str, end: str
) -> None:
    promise("rate", frequency=frequency)
    row = owed(store, day).iloc[0]
    assert (row["period_start"], row["period_end"]) == (pd.Timestamp(start), pd.Timestamp(end))
    assert row["deadline"] == pd.Timestamp(end) + pd.Timedelta(days=30)
    assert (row["department"], row["region"], row["plan"]) == (BUREAU, "c", "p")


@pytest.mark.parametrize(
    ("day", "count"), [("2015-12-31", 0), ("2016-12-30", 0), ("2016-12-31", 1), ("2021-12-30", 1), ("2021-12-31", 0)]
)
def test_nothing_is_owed_before_the_plan_or_after_its_last_period(
    store: Store, promise: Promise, day: str, count: int
) -> None:
    promise("rate")
    assert len(owed(store, day)) == count


@pytest.mark.parametrize("more", [{"dues": ["2017-12-31"]}, {"scheme_ended": date(2018, 6, 1)}])
def test_a_promise_that_is_over_or_no_longer_published_asks_for_no_more(
    store: Store, promise: Promise, more: dict[str, object]
) -> None:
    promise("rate", **more)
    assert len(owed(store, "2018-06-30")) == 1
    assert owed(store, "2018-12-31").empty


def test_a_milestone_is_owed_once_from_its_due_day(store: Store, promise: Promise) -> None:
    promise("event", ["2018-03-31"], kind="event")
    assert owed(store, "2018-03-30").empty
    row = owed(store, "2018-03-31", now=noon("2018-04-01")).iloc[0]
    assert (row["event"], row["period_end"], row["state"]) == (True, pd.Timestamp("2018-03-31"), "open")
    assert state(store, "2019-03-31") == "missing"
    assert owed(store, "2021-12-31").empty


def test_the_body_that_took_over_owes_for_the_one_that_is_gone(store: Store, promise: Promise) -> None:
    promise("rate", owners=(OLD, BUREAU))
    assert list(owed(store)["department"]) == [BUREAU]
    assert list(owed(store, department=OLD)["department"]) == [BUREAU]


def test_each_of_several_owners_owes(store: Store, promise: Promise) -> None:
    promise("rate", owners=(BUREAU, "c-water"))
    promise("level", owners=("c-water",))
    assert list(owed(store)["department"]) == [BUREAU, "c-water", "c-water"]
    assert list(owed(store, department="c-water")["indicator_id"]) == ["level", "rate"]
    assert by_department(owed(store)).set_index("department")["owed"].to_dict() == {BUREAU: 1, "c-water": 2}


def test_a_target_without_owner_asks_nobody(store: Store, promise: Promise) -> None:
    promise("rate", owners=())
    assert owed(store).empty
    assert counted(owed(store)) == dict.fromkeys(("owed", *STATES), 0)
    assert by_department(owed(store)).empty


def test_unknown_plans_and_departments_are_named(store: Store) -> None:
    for words in ({"plan": "q"}, {"department": "c-nobody"}):
        with pytest.raises(UnknownCode):
            owed(store, **words)


# What came


def test_a_figure_is_open_then_missing_until_it_comes(store: Store, promise: Promise, send: Send) -> None:
    promise("rate")
    assert state(store, "2019-12-31", now=noon("2020-01-30")) == "open"
    assert state(store, "2019-12-31", now=noon("2020-01-31")) == "missing"
    load = send("rate")
    row = owed(store).iloc[0]
    assert (row["state"], row["load_id"], row["received_at"]) == ("received", load, pd.Timestamp("2020-01-15 02:00"))


@pytest.mark.parametrize(("at", "told"), [("2020-01-30 15:59", "received"), ("2020-01-30 16:00", "late")])
def test_the_deadline_ends_with_its_day_on_the_clock_here(
    store: Store, promise: Promise, send: Send, monkeypatch: pytest.MonkeyPatch, at: str, told: str
) -> None:
    promise("rate")
    send("rate", at=at)
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Shanghai")
        time.tzset()
        found = state(store)
    time.tzset()
    assert found == told


def test_what_came_with_the_product_is_never_late(store: Store, promise: Promise, send: Send) -> None:
    promise("rate")
    send("rate", at="2026-01-01", department=None)
    assert state(store) == "received"


def test_a_correction_after_the_deadline_makes_nothing_late(store: Store, promise: Promise, send: Send) -> None:
    promise("rate")
    first = send("rate")
    send("rate", at="2020-02-20")
    assert owed(store)[["state", "load_id"]].values.tolist() == [["received", first]]


def test_made_up_figures_do_not_count_and_are_told(store: Store, promise: Promise, send: Send) -> None:
    promise("rate")
    send("rate", demo=True)
    row = owed(store).iloc[0]
    assert (row["state"], row["demo_only"]) == ("missing", True)
    assert row[["load_id", "received_at"]].isna().all()
    send("rate")
    assert owed(store)[["state", "demo_only"]].values.tolist() == [["received", False]]


def test_a_withdrawn_load_did_not_come_and_a_redone_one_came_when_it_first_did(
    store: Store, promise: Promise, send: Send
) -> None:
    promise("rate")
    first = send("rate", undone_at="2020-02-01")
    assert state(store) == "missing"
    second = send("rate", at="2020-02-02", redo_of=first, undone_at="2020-02-03")
    third = send("rate", at="2020-02-04", redo_of=second)
    row = owed(store).iloc[0]
    assert (row["state"], row["load_id"], row["received_at"]) == ("received", third, pd.Timestamp("2020-01-15 02:00"))


@pytest.mark.parametrize(
    ("start", "end", "more", "told"),
    [
        ("2019-10-01", "2019-12-31", {}, "missing"),
        ("2019-07-01", "2019-12-31", {"mixed_periods": True}, "received"),
        ("2019-01-01", "2019-06-30", {"accumulates": "yearly"}, "missing"),
        ("2019-01-01", "2019-12-31", {}, "received"),
    ],
)
def test_only_a_figure_that_the_assessment_can_use_has_come(
    store: Store, promise: Promise, send: Send, start: str, end: str, more: dict[str, object], told: str
) -> None:
    promise("rate", **more)
    send("rate", start, end)
    assert state(store) == told


@pytest.mark.parametrize(
    ("end", "done", "told"),
    [
        ("2017-05-01", True, "received"),
        ("2017-05-01", False, "missing"),
        ("2018-03-31", False, "received"),
        ("2018-04-20", True, "received"),
    ],
)
def test_a_milestone_report_says_done_or_how_it_stood_on_the_due_day(
    store: Store, promise: Promise, send: Send, end: str, done: bool, told: str
) -> None:
    promise("event", ["2018-03-31"], kind="event")
    send("event", end=end, done=done, at="2018-04-20")
    assert state(store) == told


# The shipped plans


def test_the_shipped_plans_ask_each_body_once_for_each_figure(tmp_path: Path) -> None:
    store = Store(tmp_path / "board.duckdb", create=True)
    store_catalogue(store, read())
    frame = coverage(store, date(2019, 12, 31))
    assert set(frame["plan"]) == {"linxia", "turpan"}
    assert not frame.duplicated(["department", "indicator_id", "region", "period_end"]).any()
    assert not set(frame["department"]) & {"650400-quality", "622900-quality"}
    assert "650400-market" in set(frame["department"])
    assert sum(counted(frame)[one] for one in STATES) == len(frame) == by_department(frame)["owed"].sum()
    only = coverage(store, date(2019, 12, 31), plan="turpan")
    assert set(only["region"]) == {"650400"}
    store.close()
