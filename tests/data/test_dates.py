"""The date a screen stands for, the one it is compared with, and which dated figure stands for a target."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from data.catalogue.reading import Catalogue
from data.catalogue.storing import store_catalogue
from data.errors import UnknownCode
from data.reading import as_of_choices, assessments, comparison_date, default_as_of
from data.store import Store
from tests.data.conftest import Send
from tests.data.figures import CITY, COUNTY, RATE

START, END = date(2016, 1, 1), date(2017, 11, 30)


def test_without_figures_it_is_the_plans_start(store: Store) -> None:
    assert default_as_of(store, "quanzhou", demo=True) == START


def test_it_is_the_newest_figure_inside_the_term(send: Send, store: Store) -> None:
    send(f"{CITY},{RATE},2015,90", f"{CITY},{RATE},2016,91", f"{COUNTY},{RATE},2017H1,92", f"{CITY},{RATE},2019,93")
    assert default_as_of(store, "quanzhou", demo=True) == date(2017, 6, 30)


def test_figures_before_or_after_the_term_do_not_count(send: Send, store: Store) -> None:
    send(f"{CITY},{RATE},2015,90", f"{CITY},{RATE},2018,93")
    assert default_as_of(store, "quanzhou", demo=True) == START


def test_the_due_periods_figure_is_a_choice_after_the_last_due_date(send: Send, store: Store) -> None:
    """Promised for November 2017: the year's figure says whether it was kept, and is no figure of the term."""
    send(f"{CITY},{RATE},2017,93")
    assert as_of_choices(store, "quanzhou", demo=True) == [date(2017, 12, 31)]
    assert default_as_of(store, "quanzhou", demo=True) == START


def test_figures_of_other_indicators_and_places_do_not_count(send: Send, store: Store) -> None:
    send(f"110000,{RATE},2016,91", f"{CITY},aqi_monthly_mean,2016-05,50")
    assert default_as_of(store, "quanzhou", demo=True) == START


def test_hidden_made_up_figures_do_not_count(send: Send, store: Store) -> None:
    send(f"{CITY},{RATE},2016,91", demo=True)
    assert default_as_of(store, "quanzhou", demo=True) == date(2016, 12, 31)
    assert default_as_of(store, "quanzhou", demo=False) == START


@pytest.mark.parametrize("ask", [default_as_of, as_of_choices])
def test_an_unknown_plan_is_refused_with_those_there_are(store: Store, ask: Callable[..., object]) -> None:
    with pytest.raises(UnknownCode, match="quanzhou"):
        ask(store, "nowhere", demo=True)


@pytest.mark.parametrize(
    ("as_of", "before"),
    [
        (date(2017, 6, 30), date(2016, 12, 31)),
        (date(2017, 7, 1), date(2017, 6, 30)),
        (date(2017, 12, 31), date(2017, 6, 30)),
        (date(2018, 1, 1), date(2017, 12, 31)),
    ],
)
def test_the_comparison_is_with_the_half_year_end_before(as_of: date, before: date) -> None:
    assert comparison_date(as_of) == before


@pytest.fixture
def dated(store: Store, catalogue: Catalogue) -> Store:
    """The target 监督抽查合格率 with two dated figures: 94 by 2016, 96 by 2017."""
    targets = []
    for placed in catalogue.targets:
        if placed.plan == "quanzhou" and placed.target.indicator_id == RATE:
            early = {"due": date(2016, 12, 31), "value": 94.0}
            late = {"due": date(2017, 11, 30), "value": 96.0}
            targets += [placed._replace(target=placed.target.model_copy(update=one)) for one in (early, late)]
        else:
            targets.append(placed)
    store_catalogue(store, replace(catalogue, targets=targets))
    return store


def flagged(store: Store, as_of: date) -> list[tuple[date, float, bool]]:
    frame = assessments(store, "quanzhou", as_of, region=CITY)
    rows = frame[frame["indicator_id"] == RATE]
    return list(zip(rows["due"].dt.date, rows["value"], rows["headline"], strict=True))


@pytest.mark.parametrize(
    ("as_of", "counted"),
    [
        (START - timedelta(days=400), 94),
        (date(2016, 12, 31), 94),
        (date(2017, 1, 1), 96),
        (END, 96),
        (date(2030, 1, 1), 96),
    ],
)
def test_a_headline_counts_the_next_due_figure_else_the_last(dated: Store, as_of: date, counted: float) -> None:
    assert flagged(dated, as_of) == [(date(2016, 12, 31), 94, counted == 94), (END, 96, counted == 96)]


def test_every_target_counts_once_at_every_region(dated: Store) -> None:
    for as_of in (date(2016, 6, 30), date(2017, 6, 30), date(2030, 1, 1)):
        frame = assessments(dated, "quanzhou", as_of)
        assert frame[frame["headline"]].groupby(["target_id", "region"]).size().eq(1).all()
        assert not frame.duplicated(["target_id", "due", "region"]).any()
        assert set(frame["target_id"]) == set(frame[frame["headline"]]["target_id"])


def test_every_dated_figure_is_judged_on_its_own(dated: Store, send: Send) -> None:
    send(f"{CITY},{RATE},2015,90", f"{CITY},{RATE},2016,95")
    frame = assessments(dated, "quanzhou", date(2017, 6, 30), region=CITY)
    rows = frame[frame["indicator_id"] == RATE]
    assert list(rows["status"]) == ["achieved", "on_track"]
    assert list(rows["target"]) == [94, 96]
