"""A board is built once, shown with made-up figures where none are measured, and cleared of them without a trace."""

import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd

from config.settings import SHIPPED
from data import demonstration
from data.boarding import init, load_demonstration, refresh, remove_demonstration
from data.catalogue.reading import Catalogue
from data.history import loads
from data.reading import assessments, default_as_of, plans, series
from data.store import Store
from tests.data.conftest import Opens
from tests.data.figures import everything


def judged(store: Store, plan: str, *, demo: bool) -> pd.DataFrame:
    """The verdicts of a plan at its default date, with nothing in them that tells one load from another."""
    frame = assessments(store, plan, default_as_of(store, plan, demo=demo), demo=demo)
    return frame.drop(columns=["base_load", "current_load"])


def test_init_again_changes_nothing(opens: Opens, real_board: Path, catalogue: Catalogue) -> None:
    store = opens(real_board)
    before = everything(store)
    built = init(store, catalogue)
    assert (built.catalogue_changed, built.verdicts, built.changed) == (False, 0, False)
    assert {receipt.state for receipt in built.receipts.values()} == {"unchanged"}
    assert everything(store) == before


def test_init_finishes_what_a_killed_one_began(
    opens: Opens, laid_out: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Catalogue laid out and one file loaded: the rest comes in, nothing twice."""
    store = opens(laid_out)
    some = tmp_path / "some"
    some.mkdir()
    shutil.copy(SHIPPED / "food_and_farm.csv", some)
    init(store, replace(catalogue, targets=catalogue.targets[:3]), some)
    built = init(store, replace(catalogue, targets=catalogue.targets[:3]))
    assert built.receipts["food_and_farm.csv"].state == "unchanged"
    assert set(loads(store)["file"]) == {path.name for path in SHIPPED.glob("*.csv")}
    assert built.verdicts > 0


def test_stored_verdicts_are_those_worked_out_now(opens: Opens, real_board: Path) -> None:
    store = opens(real_board)
    stored = judged(store, "quanzhou", demo=True)
    with store.write() as cursor:
        cursor.execute("DELETE FROM assessment")
    pd.testing.assert_frame_equal(judged(store, "quanzhou", demo=True), stored)


def test_changed_rules_are_not_answered_from_stored_verdicts(
    opens: Opens, real_board: Path, catalogue: Catalogue
) -> None:
    store = opens(real_board)
    with store.cursor() as cursor:
        cursor.execute("UPDATE assessment SET status = 'stored'")
    assert set(judged(store, "quanzhou", demo=True)["status"]) == {"stored"}
    with store.cursor() as cursor:
        cursor.execute("UPDATE meta SET value = 'earlier rules' WHERE key = 'rules'")
    assert "stored" not in set(judged(store, "quanzhou", demo=True)["status"])
    assert init(store, catalogue).verdicts > 0


# Demonstration figures


def test_made_up_figures_stand_only_where_nothing_is_measured(opens: Opens, demo_board: Path) -> None:
    store = opens(demo_board)
    with store.cursor() as cursor:
        mixed = cursor.execute(
            "SELECT region, indicator_id FROM current_observation GROUP BY ALL HAVING count(DISTINCT demo) > 1"
        ).fetchall()
        marked = cursor.execute(
            "SELECT count(*) FILTER (o.demo <> l.demo), count(*) FILTER (o.demo)"
            " FROM current_observation AS o JOIN load AS l ON l.id = o.load_id"
        ).fetchone()
        doubled = cursor.execute(
            "SELECT count(*) - count(DISTINCT (region, indicator_id, period_start, period_end, load_id))"
            " FROM observation"
        ).fetchone()
    assert mixed == []
    assert marked is not None
    assert marked[0] == 0
    assert marked[1] > 5000
    assert doubled == (0,)


def test_every_verdict_on_made_up_figures_says_so(opens: Opens, demo_board: Path) -> None:
    store = opens(demo_board)
    for plan in plans(store)["id"]:
        frame = judged(store, plan, demo=True)
        own = frame[frame["current_source"].fillna("").str.startswith("演示数据")]
        assert len(own) > 20
        assert own["demo"].all()
        shown = series(store, plan, default_as_of(store, plan, demo=True))
        assert shown[shown["source"].fillna("").str.startswith("演示数据")]["demo"].all()


def test_the_same_figures_come_out_every_time(catalogue: Catalogue, demo_board: Path, opens: Opens) -> None:
    first, second = (demonstration.observations(catalogue, set()) for _ in range(2))
    pd.testing.assert_frame_equal(first, second)
    pd.testing.assert_frame_equal(demonstration.reports(catalogue, set()), demonstration.reports(catalogue, set()))
    store = opens(demo_board)
    before = everything(store)
    assert load_demonstration(store, catalogue).state == "unchanged"
    assert everything(store) == before


def test_hidden_or_removed_they_leave_no_trace(opens: Opens, demo_board: Path, real_board: Path) -> None:
    shown, never = opens(demo_board), opens(real_board)
    chosen = list(plans(never)["id"])
    for plan in chosen:
        pd.testing.assert_frame_equal(judged(shown, plan, demo=False), judged(never, plan, demo=False))
    assert remove_demonstration(shown) == 1
    assert remove_demonstration(shown) == 0
    for plan in chosen:
        pd.testing.assert_frame_equal(judged(shown, plan, demo=True), judged(never, plan, demo=True))
    with shown.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM current_observation WHERE demo").fetchone() == (0,)


def test_new_made_up_figures_replace_the_old_ones_whole(opens: Opens, demo_board: Path, catalogue: Catalogue) -> None:
    """A catalogue without one plan: what stays the same still stands, what is gone is gone, one load counts."""
    store = opens(demo_board)
    fewer = replace(catalogue, targets=[one for one in catalogue.targets if one.plan != "linxia"])
    receipt = load_demonstration(store, fewer)
    standing = loads(store).query("demo and undone_at.isna()")
    assert list(standing["id"]) == [receipt.load_id]
    with store.cursor() as cursor:
        found = cursor.execute(
            "SELECT count(*) FILTER (region LIKE '6229%'), count(*) FROM current_observation WHERE demo"
        ).fetchone()
    assert found == (0, receipt.read)


def test_a_board_of_no_figures_can_still_be_refreshed(opens: Opens, laid_out: Path) -> None:
    store = opens(laid_out)
    assert refresh(store) > 0
    assert set(judged(store, "fujian", demo=True)["status"]) <= {"not_assessable", "pending"}
