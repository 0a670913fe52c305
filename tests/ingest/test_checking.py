"""Rules that refuse a row, and rows that say the same: what is found, where, and what is left alone."""

import re
from datetime import date

import pytest

from data.ingest.checking import RULES, check, compare
from data.ingest.finding import Finding, letters
from data.store import Store
from tests.data.figures import is_one_sentence
from tests.ingest.staged import (
    BENCHMARK,
    CITY,
    COUNT,
    COUNTY,
    EVENT,
    FOREIGN,
    MONEY,
    RATE,
    TODAY,
    event,
    findings,
    report,
    row,
    series,
    stage,
    store_figures,
)

OWNER, STRANGER = "350500-quality", "350500-finance"
A5_OF_LINXIA = "a5_scenic_spots"  # other regions have no target for it


def test_sound_rows_are_left_alone(store: Store) -> None:
    assert findings(store, series(CITY, RATE, 2015, 91.0, 92.5, 93.1)) == []


def test_an_empty_file_is_no_fault_of_the_rules(store: Store) -> None:
    assert findings(store, [], OWNER) == []


@pytest.mark.parametrize(("value", "bound"), [(100.0001, "≤ 100%"), (-0.5, "≥ 0%"), (float("inf"), "≤ 100%")])
def test_a_value_outside_the_possible_range_is_refused(store: Store, value: float, bound: str) -> None:
    assert findings(store, [(CITY, RATE, "2015", value)], level="error") == [(0, "out_of_range", bound)]


def test_the_bounds_themselves_are_possible(store: Store) -> None:
    assert findings(store, [(CITY, RATE, "2015", 100.0), (CITY, RATE, "2016", 0.0)], level="error") == []


def test_no_figure_is_beyond_all_measure(store: Store) -> None:
    found = findings(store, [(CITY, MONEY, "2015", 2e15)], level="error")
    assert found == [(0, "out_of_range", f"≤ {10**15}")]


def test_a_period_must_be_over(store: Store) -> None:
    rows = [(CITY, RATE, "2025", 90.0), (CITY, RATE, "2026", 90.0), (CITY, RATE, "1066", 90.0)]
    assert findings(store, rows, level="error") == [(1, "future", "2026-12-31"), (2, "long_ago", "1900")]


def test_an_event_to_come_has_not_happened(store: Store) -> None:
    rows = [event(FOREIGN, EVENT, date(2026, 1, 15), True), event(FOREIGN, EVENT, date(2026, 1, 16), True)]
    assert findings(store, rows, level="error") == [(1, "future", "2026-01-16")]


def test_missing_values_are_not_held_to_anything(store: Store) -> None:
    rows = [(FOREIGN, RATE, "2030", None), (CITY, RATE, "2015", None), (CITY, RATE, "2015", 90.0)]
    assert findings(store, rows, OWNER) == []


def test_every_fault_of_a_row_is_named_though_its_region_is_unknown(store: Store) -> None:
    rows = [row(None, RATE, "2026", 150.0, sound=False)]
    assert findings(store, rows) == [(0, "future", "2026-12-31"), (0, "out_of_range", "≤ 100%")]


def test_a_department_reports_its_own_region_and_those_below(store: Store) -> None:
    rows = [(region, RATE, "2015", 90.0) for region in (CITY, COUNTY, BENCHMARK, FOREIGN)]
    found = findings(store, rows, OWNER, level="error")
    assert found == [(3, "foreign_region", "泉州市")]
    assert findings(store, rows, "350000-quality", level="error") == [(3, "foreign_region", "福建省")]


def test_a_department_reports_where_its_own_targets_stand(store: Store) -> None:
    rows = [(region, RATE, "2015", 90.0) for region in ("350583", CITY, FOREIGN)]
    assert findings(store, rows, "350583-government", level="error") == [(2, "foreign_region", "南安市")]


@pytest.mark.parametrize("department", [None, "unheard_of"])
def test_nothing_is_held_against_an_unknown_sender(store: Store, department: str | None) -> None:
    assert findings(store, [(FOREIGN, RATE, "2015", 90.0)], department) == []


def test_an_indicator_of_others_is_asked_about_once(store: Store) -> None:
    rows = [*series(CITY, "import_export_food_demo_zones", 2014, 3, 4), *series(CITY, RATE, 2014, 91, 92)]
    assert findings(store, rows, OWNER) == [(0, "not_owned", "泉州出入境检验检疫局")]


def test_successors_answer_for_what_their_predecessors_did(store: Store) -> None:
    rows = series(CITY, RATE, 2014, 91, 92)
    assert findings(store, rows, "350500-market") == []
    assert [code for _, code, _ in findings(store, rows, STRANGER)] == ["not_owned"]


def test_an_indicator_of_nobody_is_asked_about_in_other_words(store: Store) -> None:
    rows = [(CITY, "entry_exit_inspection_batches", "2015", 5000.0), (CITY, A5_OF_LINXIA, "2015", 1.0)]
    assert findings(store, rows, OWNER) == [(0, "unowned", ""), (1, "unowned", "")]


def test_a_contradiction_refuses_both_rows(store: Store) -> None:
    rows = [(CITY, RATE, "2015", 90.0), (COUNTY, RATE, "2015", 90.0), (CITY, RATE, "2015", 91.0)]
    assert findings(store, rows) == [(0, "contradiction", "D4"), (2, "contradiction", "D2")]


def test_a_contradiction_takes_what_repeats_one_side_with_it(store: Store) -> None:
    rows = [(CITY, RATE, "2015", value) for value in (90.0, 90.0, 91.0)]
    assert findings(store, rows) == [(0, "contradiction", "D4"), (1, "contradiction", "D4"), (2, "contradiction", "D2")]


def test_columns_are_named_as_a_spreadsheet_does(store: Store) -> None:
    columns = (1, 26, 27, 52, 53, 702, 703, 16384)
    told = [row(CITY, RATE, str(2001 + at), 90.0, file_row=7, file_column=one) for at, one in enumerate(columns)]
    again = [(CITY, RATE, str(2001 + at), 91.0) for at in range(len(columns))]
    cells = [other for at, _, other in findings(store, [*told, *again], level="error") if at >= len(columns)]
    assert cells == [f"{letters(one)}7" for one in columns] == ["A7", "Z7", "AA7", "AZ7", "BA7", "ZZ7", "AAA7", "XFD7"]


def test_a_repeated_row_is_loaded_once(store: Store) -> None:
    rows = [(CITY, RATE, "2015", 0.3 * 300), (CITY, RATE, "2016", 90.0), (CITY, RATE, "2015", 90.0)]
    with store.cursor() as cursor:
        stage(cursor, rows)
        check(cursor, department=None, today=TODAY)
        compare(cursor)
        assert cursor.execute('SELECT level, code, "at", other FROM found').fetchall() == [
            ("note", "repeated", 2, "D2")
        ]
        assert cursor.execute('SELECT "at" FROM staged WHERE repeated').fetchall() == [(2,)]
        assert cursor.execute('SELECT "at", action FROM change ORDER BY 1').fetchall() == [(0, "new"), (1, "new")]


def test_periods_that_end_together_are_two(store: Store) -> None:
    rows = [(CITY, COUNT, period, 4.0) for period in ("2015", "2015H2", "2015Q4", "2015-12")]
    assert findings(store, rows, level="error") == []


def test_events_contradict_each_other_on_one_day(store: Store) -> None:
    day, other = date(2019, 3, 1), date(2019, 5, 1)
    rows = [event(FOREIGN, EVENT, day, True), event(FOREIGN, EVENT, other, False), event(FOREIGN, EVENT, day, False)]
    assert [(at, code) for at, code, _ in findings(store, rows)] == [(0, "contradiction"), (2, "contradiction")]
    assert [(at, code) for at, code, _ in findings(store, [rows[0], rows[1], rows[0]])] == [(2, "repeated")]


def test_findings_of_the_whole_file_refuse_no_row(store: Store) -> None:
    with store.cursor() as cursor:
        stage(cursor, [(CITY, RATE, "2015", 90.0)])
        cursor.execute("INSERT INTO found VALUES ('error', 'left_out', NULL, '', '', '')")
        check(cursor, department=None, today=TODAY)
        compare(cursor)
        assert cursor.execute("SELECT action FROM change").fetchall() == [("new",)]


def test_rows_are_compared_with_measured_ones(store: Store) -> None:
    store_figures(store, series(CITY, RATE, 2014, 90.0, 91.0, 92.0))
    store_figures(store, series(COUNTY, RATE, 2014, 80.0), demo=True)
    rows = [
        (CITY, RATE, "2014", 90.0),
        (CITY, RATE, "2015", 91.5),
        row(CITY, RATE, "2016", 92.0, provisional=True),
        (CITY, RATE, "2017", 92.0),
        (COUNTY, RATE, "2014", 81.0),
        (CITY, RATE, "2018", 101.0),
        (CITY, RATE, "2019", None),
    ]
    with store.cursor() as cursor:
        stage(cursor, rows)
        check(cursor, department=None, today=TODAY)
        compare(cursor)
        told = cursor.execute('SELECT "at", action, old FROM change ORDER BY 1').fetchall()
        loads = cursor.execute("SELECT count(old_load), count(DISTINCT old_load) FROM change").fetchone()
    new = [(at, "new", None) for at in (3, 4)]
    assert told == [(0, "unchanged", 90.0), (1, "changed", 91.0), (2, "changed", 92.0), *new]
    assert loads == (3, 1)


def test_events_are_compared_with_reports_of_the_day(store: Store) -> None:
    day = date(2019, 3, 1)
    report(store, FOREIGN, EVENT, day, False)
    with store.cursor() as cursor:
        stage(cursor, [event(FOREIGN, EVENT, day, True), event(FOREIGN, EVENT, date(2019, 3, 2), True)])
        check(cursor, department=None, today=TODAY)
        compare(cursor)
        assert cursor.execute('SELECT action, old FROM change ORDER BY "at"').fetchall() == [
            ("changed", 0),
            ("new", None),
        ]
        assert cursor.execute('SELECT code, "at" FROM found').fetchall() == [("revision", 0)]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_has_its_words(lang: str) -> None:
    told = {code for path in RULES.glob("*.sql") for code in re.findall(r"'(\w+)' AS code", path.read_text("utf-8"))}
    told |= {"not_owned", "unowned", "part_over_whole", "whole_under_part", "sum_over_whole", "whole_under_sum"}
    for code in told:
        found = Finding("error", code, value="VALUE", other="OTHER")
        assert is_one_sentence(found.message(lang))
        assert is_one_sentence(found.cure(lang))
        assert "OTHER" in found.words(lang) or code in ("unowned", "break_marked")
    assert len(told) == 18
