"""Forecasts on a board: which figures count, what is refused, and what is stored beside a verdict."""

from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from config.rules import thresholds
from data.boarding import load_file, refresh
from data.catalogue.reading import Catalogue
from data.reading import assessments
from data.store import Store
from metrics.forecast.fan import fan
from tests.data.conftest import Opens, Send
from tests.data.figures import CITY, COUNTY, RATE, tidy

DUE_2017 = date(2016, 12, 31)
YEARS = range(2012, 2017)
AMOUNT = "quality_professionals_per_10k_employed"


def outlook(
    store: Store, indicator: str = RATE, *, region: str = CITY, as_of: date = DUE_2017, **how: object
) -> pd.Series:
    frame = assessments(store, "quanzhou", as_of, region=region, **how)  # type: ignore[arg-type]
    return frame[frame["indicator_id"].eq(indicator)].iloc[0]


def rising(region: str = CITY, indicator: str = RATE, *, first: float = 92.0, step: float = 0.5) -> list[str]:
    return [f"{region},{indicator},{year},{first + step * (year - 2012)}" for year in YEARS]


def test_a_forecast_stands_beside_the_verdict(send: Send, store: Store) -> None:
    send(*rising())
    row = outlook(store)
    assert (row["forecast"], row["forecast_model"], row["forecast_scale"], row["forecast_points"]) == (
        "ok",
        "core",
        "logit",
        5,
    )
    assert (row["forecast_from"], row["forecast_last"]) == (pd.Timestamp("2012-12-31"), pd.Timestamp("2016-12-31"))
    assert (row["forecast_value"], row["horizon"], row["span"]) == (94.0, 1.0, 4.0)
    assert 0 < row["probability"] < 1
    assert row["expected_low"] < row["expected"] < row["expected_high"]
    assert (row["needed"], row["needed_date"]) == (row["target"], pd.Timestamp("2017-12-31"))


def test_a_status_is_the_same_with_and_without(send: Send, store: Store) -> None:
    """Two figures make a verdict and no forecast; the third changes what is foreseen, not how the pace is judged."""
    send(f"{CITY},{RATE},2015,92", f"{CITY},{RATE},2016,94")
    before = outlook(store)
    send(f"{CITY},{RATE},2013,91", name="older.csv")
    after = outlook(store)
    assert (before["forecast"], before["forecast_points"]) == ("too_few_points", 2)
    assert (after["forecast"], after["forecast_points"]) == ("ok", 3)
    assert (before["status"], before["R"]) == (after["status"], after["R"])


def test_figures_after_the_as_of_date_do_not_count(send: Send, store: Store) -> None:
    send(*rising())
    row = outlook(store, as_of=date(2015, 12, 31))
    assert (row["forecast_last"], row["forecast_points"], row["horizon"]) == (pd.Timestamp("2015-12-31"), 4, 2.0)
    assert row["needed_date"] == pd.Timestamp("2016-12-31")


def test_past_the_due_date_nothing_is_foreseen(send: Send, store: Store) -> None:
    send(*rising())
    assert outlook(store, as_of=date(2017, 12, 31))["forecast"] == "due_date_passed"


def test_a_change_of_definition_starts_anew(store: Store, catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "changed.csv"
    rows = [f"{CITY},{RATE},{year},{year - 1920},{'yes' if year == 2015 else ''},bulletin" for year in YEARS]
    path.write_text(tidy(*rows, header="region,indicator,period,value,series_break,source"), encoding="utf-8")
    load_file(store, path, catalogue)
    row = outlook(store)
    assert (row["forecast"], row["forecast_points"]) == ("definition_break", 2)


def test_peers_are_the_counties_of_the_board(send: Send, store: Store) -> None:
    counties = [f"3505{number:02}" for number in (2, 3, 4, 5, 21, 24)]
    send(*(line for place, code in enumerate(counties) for line in rising(code, first=90.0 + place)), *rising())
    assert outlook(store, region=COUNTY)["forecast_model"] == "peers"
    assert outlook(store)["forecast_model"] == "core"  # the city has no five others of its level


def test_made_up_figures_are_marked_and_are_nobodys_peers(send: Send, store: Store) -> None:
    counties = [f"3505{number:02}" for number in (3, 4, 5, 21, 24, 25)]
    send(*rising(COUNTY))
    send(*(line for code in counties for line in rising(code)), name="demo.csv", demo=True)
    measured, made_up = outlook(store, region=COUNTY), outlook(store, region=counties[0])
    assert (measured["forecast_model"], bool(measured["forecast_demo"])) == ("core", False)
    assert (made_up["forecast_model"], bool(made_up["forecast_demo"])) == ("peers", True)
    assert outlook(store, region=counties[0], demo=False)["forecast"] == "too_few_points"


def test_an_amount_is_forecast_on_the_scale_of_amounts(send: Send, store: Store) -> None:
    send(*rising(indicator=AMOUNT, first=1.0, step=0.1))
    row = outlook(store, AMOUNT)
    assert (row["forecast_scale"], row["forecast"]) == ("log", "ok")
    send(f"{CITY},{AMOUNT},2011,0", name="zero.csv")
    assert outlook(store, AMOUNT)["forecast"] == "zero_or_negative"


def test_what_was_known_earlier_was_foreseen_from_less(send: Send, store: Store) -> None:
    send(*rising()[:4])
    moment = datetime.now(UTC)
    send(*rising()[4:], name="newest.csv")
    assert outlook(store)["forecast_points"] == 5
    assert outlook(store, known_at=moment)["forecast_points"] == 4


def test_stored_and_worked_out_on_reading_are_the_same(send: Send, store: Store) -> None:
    send(*rising())
    fresh = outlook(store)
    refresh(store)
    stored = outlook(store)
    pd.testing.assert_series_equal(stored, fresh)


def test_the_fan_opens_from_the_last_figure_to_the_stored_interval(send: Send, store: Store) -> None:
    send(*rising())
    row = outlook(store, as_of=date(2015, 12, 31))
    way = fan(pd.DataFrame([row]), thresholds().forecast, 8)
    first, last = way.iloc[0], way.iloc[-1]
    assert (first["low"], first["high"]) == pytest.approx((93.5, 93.5))
    assert (last["low"], last["expected"], last["high"]) == pytest.approx(
        (row["expected_low"], row["expected"], row["expected_high"])
    )
    assert ((way["high"] - way["low"]).diff().dropna() > 0).all()


def test_every_rule_without_a_forecast_says_so(opens: Opens, demo_board: Path) -> None:
    demo_frame = assessments(opens(demo_board), "quanzhou", DUE_2017)
    other = demo_frame["method"].isin(["rank", "benchmark", "trend", "frequency", "milestone"])
    assert set(demo_frame.loc[other, "forecast"]) <= {"other_rule", "growth_rate"}
    assert demo_frame.loc[other, "probability"].isna().all()
    given = demo_frame["probability"].notna()
    assert given.any()
    assert demo_frame.loc[given, "probability"].between(0, 1).all()
    assert (demo_frame.loc[given, "forecast_last"] < demo_frame.loc[given, "target_date"]).all()
