"""Rules that ask: figures that stand out from their own series, from what is stored, or from their whole."""

import math
from statistics import median

import numpy as np
import pytest

from config.rules import thresholds
from data.ingest.checking import check
from data.store import Store
from tests.ingest.staged import (
    CITY,
    COUNT,
    COUNTY,
    MONEY,
    OTHER_COUNTY,
    RATE,
    TODAY,
    findings,
    row,
    series,
    stage,
    store_figures,
)

LINXIA, A5, A4_UP = "622900", "a5_scenic_spots", "a4_and_above_scenic_spots"
MONTHLY = "pm10_monthly_concentration"
PAST = series(CITY, RATE, 2008, 93.0, 94.5, 93.8, 95.1, 94.2, 94.9)
CUTS = thresholds().load


def codes(store: Store, rows: list, **told: str) -> list[tuple[int, str]]:
    return [(at, code) for at, code, _ in findings(store, rows, level="warning", **told)]


def test_a_figure_far_from_its_stored_history_is_asked_about(store: Store) -> None:
    store_figures(store, PAST)
    rows = [(CITY, RATE, "2014", 65.0), (CITY, RATE, "2015", 94.0)]
    assert findings(store, rows) == [(0, "far_from_history", "94.1")]


def test_made_up_figures_are_no_history(store: Store) -> None:
    store_figures(store, PAST, demo=True)
    assert findings(store, [(CITY, RATE, "2014", 65.0)]) == []


def test_a_file_is_its_own_history(store: Store) -> None:
    assert codes(store, series(CITY, RATE, 2010, 93.0, 94.5, 56.8, 95.1, 94.2)) == [(2, "far_from_history")]
    assert codes(store, series(CITY, RATE, 2010, 93.0, 94.5, 56.8, 95.1)) == []


@pytest.mark.parametrize("growth", [1.02, 1.1, 1.25, 0.85])
def test_steady_growth_is_not_far(store: Store, growth: float) -> None:
    assert codes(store, series(CITY, MONEY, 2000, *(0.8 * growth**year for year in range(20)))) == []


def test_a_first_success_after_years_of_none_is_not_far(store: Store) -> None:
    assert codes(store, series(CITY, COUNT, 2010, 0, 0, 0, 0, 0, 2)) == []


def test_history_is_of_periods_of_the_same_length(store: Store) -> None:
    store_figures(store, [(CITY, COUNT, str(year), 100.0 + year % 3) for year in range(2008, 2016)])
    assert codes(store, [(CITY, COUNT, "2016H1", 40.0)]) == []
    assert codes(store, [(CITY, COUNT, "2016", 40.0)]) == [(0, "far_from_history")]


def test_what_stands_already_is_not_asked_about_again(store: Store) -> None:
    store_figures(store, [*PAST, (CITY, RATE, "2014", 65.0)])
    assert findings(store, [(CITY, RATE, "2014", 65.0)]) == []


def test_a_revision_is_asked_about_with_the_old_value(store: Store) -> None:
    store_figures(store, PAST)
    assert findings(store, [(CITY, RATE, "2008", 93.4), (CITY, RATE, "2009", 94.5)]) == [(0, "revision", "93")]


@pytest.mark.parametrize("times", [100, 0.01, 1000, 1e4, 1e-4, 1e8])
def test_a_suspected_change_of_unit_is_asked_about(store: Store, times: float) -> None:
    store_figures(store, series(CITY, MONEY, 2012, 1.1, 1.3))
    assert findings(store, [(CITY, MONEY, "2014", 1.4 * times)]) == [(0, "unit_suspect", "1.2")]


@pytest.mark.parametrize("times", [1.9, 10, 0.1, 30])
def test_a_large_change_is_no_change_of_unit(store: Store, times: float) -> None:
    store_figures(store, series(CITY, MONEY, 2012, 1.1, 1.3))
    assert codes(store, [(CITY, MONEY, "2014", 1.2 * times)]) == []


def test_a_whole_file_in_another_unit_is_held_against_what_is_stored(store: Store) -> None:
    store_figures(store, series(CITY, MONEY, 2010, 1.1, 1.3, 1.2))
    rows = series(CITY, MONEY, 2010, 11000, 13000, 12000, 12500, 13500)
    assert [at for at, code in codes(store, rows) if code == "unit_suspect"] == [0, 1, 2, 3, 4]


def test_mending_a_wrong_unit_is_a_revision_only(store: Store) -> None:
    store_figures(store, series(CITY, MONEY, 2010, 1.1, 1.3, 12000.0, 1.2))
    assert codes(store, [(CITY, MONEY, "2012", 1.2)]) == [(0, "revision")]


def test_figures_of_any_size_are_compared(store: Store) -> None:
    store_figures(store, series(CITY, MONEY, 2012, 5e-324, 5e-324))
    assert codes(store, [(CITY, MONEY, "2014", 1e15), (CITY, MONEY, "2015", 0.0)]) == []


def percentages(store: Store, rows: list) -> list[float]:
    """The values as they stand after the rules."""
    with store.cursor() as cursor:
        stage(cursor, rows)
        check(cursor, department=None, today=TODAY)
        return [value for (value,) in cursor.execute('SELECT value FROM staged ORDER BY "at"').fetchall()]


def test_a_column_of_fractions_is_read_as_percentages_and_asked_about(store: Store) -> None:
    store_figures(store, PAST)
    rows = [(CITY, RATE, "2014", 0.57), (COUNTY, RATE, "2014", 0.983), (OTHER_COUNTY, RATE, "2014", 1.0)]
    rows += [(CITY, RATE, "2015", 0.0), (CITY, RATE, "2016", None)]
    assert percentages(store, rows) == [57.0, 98.3, 100.0, 0.0, None]
    assert [one for one in findings(store, rows) if one[1] == "fraction"] == [
        (0, "fraction", "57%"),
        (1, "fraction", "98.3%"),
        (2, "fraction", "100%"),
    ]


def test_without_measured_figures_the_targets_tell_a_fraction(store: Store) -> None:
    assert percentages(store, series(CITY, RATE, 2014, 0.91, 0.925)) == [91.0, 92.5]


def test_one_fraction_among_percentages_is_read_as_the_rest(store: Store) -> None:
    assert percentages(store, series(CITY, RATE, 2014, 91.0, 0.925, 93.0)) == [91.0, 92.5, 93.0]


def test_a_small_percentage_stays_what_it_is(store: Store) -> None:
    store_figures(store, series(CITY, RATE, 2010, 0.4, 0.6, 0.5))
    assert percentages(store, series(CITY, RATE, 2014, 0.7, 0.8)) == [0.7, 0.8]
    assert percentages(store, [row(CITY, RATE, "2014", 0.9, mark="%")]) == [0.9]
    assert percentages(store, series(CITY, MONEY, 2014, 0.7, 80.0)) == [0.7, 80.0]


def test_a_part_is_not_more_than_its_whole(store: Store) -> None:
    rows = [
        (LINXIA, A5, "2015", 7.0),
        (LINXIA, A4_UP, "2015", 5.0),
        (LINXIA, A5, "2016", 5.0),
        (LINXIA, A4_UP, "2016", 5.0),
    ]
    assert findings(store, rows) == [(0, "part_over_whole", "5")]
    store_figures(store, [(LINXIA, A5, "2017", 7.0)])
    assert findings(store, [(LINXIA, A4_UP, "2017", 6.0)]) == [(0, "whole_under_part", "7")]


def test_counties_are_not_more_than_their_prefecture(store: Store) -> None:
    parts = [(COUNTY, COUNT, "2015", 4.0), (OTHER_COUNTY, COUNT, "2015", 3.0)]
    assert findings(store, [*parts, (CITY, COUNT, "2015", 7.0)]) == []
    assert findings(store, [*parts, (CITY, COUNT, "2015", 6.0)]) == [(2, "whole_under_sum", "7")]
    store_figures(store, [(CITY, COUNT, "2015", 6.0), (COUNTY, COUNT, "2015", 4.0)])
    assert findings(store, parts) == [(1, "sum_over_whole", "6")]
    assert (
        findings(store, [(COUNTY, RATE, "2015", 90.0), (OTHER_COUNTY, RATE, "2015", 90.0), (CITY, RATE, "2015", 91.0)])
        == []
    )


def test_a_marked_break_is_noted(store: Store) -> None:
    assert findings(store, [row(CITY, RATE, "2015", 90.0, series_break=True)]) == [(0, "break_marked", "")]


def test_a_period_that_does_not_count_is_noted_once(store: Store) -> None:
    rows = [(CITY, RATE, "2015H1", 90.0), (CITY, RATE, "2015H2", 91.0), (CITY, COUNT, "2015H1", 3.0)]
    assert findings(store, rows) == [(0, "other_interval", "12")]


def test_a_refused_row_is_no_history_and_is_asked_nothing(store: Store) -> None:
    store_figures(store, PAST)
    assert findings(store, [(CITY, RATE, "2013", 9430.0)]) == [(0, "out_of_range", "≤ 100%")]


def far(values: list[float]) -> list[int]:
    """Hampel's rule in plain Python: places far from the median, in figures and in logarithms."""

    def beyond(numbers: list[float], at: int, floor: float) -> bool:
        centre = median(numbers)
        spread = median([abs(one - centre) for one in numbers])
        return abs(numbers[at] - centre) > CUTS.history_reach * max(1.4826 * spread, floor)

    floor = max(CUTS.history_floor * abs(median(values)), 0.01)
    plain = [at for at in range(len(values)) if beyond(values, at, floor)]
    if len(values) < CUTS.history_points or min(values) <= 0:
        return plain if len(values) >= CUTS.history_points else []
    logs = [math.log(one) for one in values]
    return [at for at in plain if beyond(logs, at, CUTS.history_floor)]


def test_the_rule_is_hampels_on_any_series(store: Store) -> None:
    dice = np.random.default_rng(7)
    many = {}
    for place in range(900):
        size, spread = int(dice.integers(1, 14)), float(dice.choice([0.01, 0.1, 0.5]))
        values = np.round(20 * np.exp(dice.standard_t(2, size) * spread), 2)
        many[place] = np.clip(values, 0 if place % 5 == 0 else 0.01, 1e6).tolist()
    rows, wanted = [], set()
    for place, values in many.items():
        rows += [row(f"r{place}", MONEY, str(1980 + year), value) for year, value in enumerate(values)]
        wanted |= {(place, at) for at in far(values)}
    found = {(at, code) for at, code, _ in findings(store, rows, level="warning")}
    places = [(place, at) for place, values in many.items() for at in range(len(values))]
    suspected = {places[at] for at, code in found if code == "unit_suspect"}
    assert {places[at] for at, code in found if code == "far_from_history"} == wanted - suspected
    assert len(wanted) > 100
