"""Statuses that would change: the same as after a true load, and nothing written."""

from datetime import date

import pandas as pd
import pytest

from data.assessing import assessed, keep
from data.ingest.checking import check, compare
from data.ingest.foreseeing import COLUMNS, moves
from data.reading import default_as_of
from data.store import Store
from tests.data.figures import everything
from tests.ingest.staged import CITY, COUNTY, RATE, TODAY, Line, event, report, series, stage, store_figures

PLAN, TARGET, GOAL = "quanzhou", "quanzhou-069", 94.0
EVENT = "brand_value_evaluation_system"  # of Turpan's plan


def incoming(store: Store, rows: list[dict[str, object] | Line]) -> pd.DataFrame:
    """What a file would bring."""
    with store.cursor() as cursor:
        stage(cursor, rows)
        check(cursor, department=None, today=TODAY)
        compare(cursor)
        return cursor.execute('SELECT s.* FROM staged AS s JOIN change AS c ON c."at" = s."at" ORDER BY s."at"').df()


def statuses(store: Store, as_of: date, *, demo: bool) -> dict[tuple[str, object, str], str]:
    """Target, due date and region to status."""
    frame = assessed(store, PLAN, as_of, demo=demo)
    keys = zip(frame["target_id"], frame["due"], frame["region"], strict=True)
    return dict(zip(keys, frame["status"], strict=True))


def test_a_figure_that_reaches_its_target_is_foreseen(store: Store) -> None:
    store_figures(store, series(CITY, RATE, 2014, 91.0, 91.2))
    before = everything(store)
    told = moves(store, incoming(store, [(CITY, RATE, "2016", 95.0)]))
    assert everything(store) == before
    assert list(told.columns) == COLUMNS
    assert told[["plan", "target_id", "region", "indicator_id"]].values.tolist() == [[PLAN, TARGET, CITY, RATE]]
    assert told["as_of"].dt.date.tolist() == [date(2016, 12, 31)]
    assert (told["was"] != told["now"]).all()
    assert told["own"].all()


def test_figures_no_plan_looks_at_move_nothing(store: Store) -> None:
    assert moves(store, incoming(store, [])).empty
    assert moves(store, incoming(store, [("440100", RATE, "2016", 95.0)])).empty
    assert moves(store, incoming(store, [(CITY, RATE, "2016", None)])).columns.tolist() == COLUMNS


def test_an_unchanged_file_moves_nothing(store: Store) -> None:
    figures = series(CITY, RATE, 2014, 91.0, 91.2, 95.0)
    store_figures(store, figures)
    assert moves(store, incoming(store, figures)).empty


@pytest.mark.parametrize("demo", [True, False])
def test_what_is_foreseen_is_what_a_load_brings(store: Store, demo: bool) -> None:
    made_up = [*series(CITY, RATE, 2012, 80, 85, 90, 92, 99), *series(COUNTY, RATE, 2012, 80, 85, 90, 92, 99)]
    store_figures(store, made_up, demo=True)
    figures = [*series(CITY, RATE, 2013, 90.0, 90.5, 91.0, 90.0), *series(COUNTY, RATE, 2013, 91.0, 92.0, 93.0, 90.0)]
    told = moves(store, incoming(store, figures), demo=demo)
    day = date(2016, 12, 31)
    before = statuses(store, day, demo=demo)
    store_figures(store, figures)
    with store.write() as cursor:
        cursor.execute("DELETE FROM current_observation WHERE demo")
    assert set(told["as_of"].dt.date) == {day} == {default_as_of(store, PLAN, demo=demo)}
    after = statuses(store, day, demo=demo)
    wanted = {(*key, before[key], after[key]) for key in after if after[key] != before[key]}
    assert wanted
    assert set(told[["target_id", "due", "region", "was", "now"]].itertuples(index=False, name=None)) == wanted


def test_verdicts_that_are_kept_tell_the_same(store: Store) -> None:
    store_figures(store, series(CITY, RATE, 2014, 91.0, 91.2, 91.3))
    rows = incoming(store, [(CITY, RATE, "2016", 96.0)])
    fresh = moves(store, rows)
    keep(store, [(PLAN, date(2016, 12, 31), True)])
    pd.testing.assert_frame_equal(moves(store, rows), fresh)
    assert len(fresh) == 1


def test_an_event_that_is_done_is_foreseen(store: Store) -> None:
    report(store, "650400", EVENT, date(2018, 6, 30), False)
    told = moves(store, incoming(store, [event("650400", EVENT, date(2018, 7, 1), True)]))
    assert told[["target_id", "now"]].values.tolist() == [["turpan-024", "achieved"]]


def test_a_benchmarks_figure_moves_who_is_held_against_it(store: Store) -> None:
    mine, theirs = ("park_national_spot_check_pass_rate", "national_spot_check_pass_rate")
    store_figures(store, [*series("350000", mine, 2010, 92, 93, 94), *series("100000", theirs, 2010, 91, 91.5, 92)])
    told = moves(store, incoming(store, [("100000", theirs, "2012", 99.0)]))
    assert told.loc[told["target_id"] == "fujian-011", "region"].tolist() == ["350000"]
