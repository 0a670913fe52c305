"""What a region's parts make up: a sum of all, a mean of most, and never where it has a figure of its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.boarding import load_file
from data.catalogue.reading import Catalogue
from data.catalogue.storing import store_catalogue
from data.reading import assessments
from data.store import Store
from tests.data.conftest import Send
from tests.data.figures import CITY, COUNT, RATE, tidy

WEIGHT = "provincial_education_bases"


@pytest.fixture
def parts(catalogue: Catalogue) -> list[str]:
    return [one.code for one in catalogue.region_tree(CITY)[1:] if one.judged]


def verdict(store: Store, indicator: str) -> pd.Series:
    frame = assessments(store, "quanzhou", date(2016, 12, 31), region=CITY)
    return frame.set_index("indicator_id").loc[indicator]


def test_a_sum_of_every_part(send: Send, store: Store, parts: list[str]) -> None:
    send(*(f"{code},{COUNT},2016,{place}" for place, code in enumerate(parts)))
    row = verdict(store, COUNT)
    assert row["current"] == sum(range(len(parts)))
    assert row["current_origin"] == "rollup"
    assert "rollup" in row["notes"]
    assert pd.isna(row["current_source"])


def test_a_sum_lacking_one_part_is_none(send: Send, store: Store, parts: list[str]) -> None:
    send(*(f"{code},{COUNT},2016,1" for code in parts[1:]))
    assert verdict(store, COUNT)["reason"] == "no_data"


def test_a_mean_of_at_least_four_fifths(send: Send, store: Store, parts: list[str]) -> None:
    enough = -(-len(parts) * 4 // 5)
    send(*(f"{code},{RATE},2016,{90 + place}" for place, code in enumerate(parts[: enough - 1])))
    assert verdict(store, RATE)["reason"] == "no_data"
    send(f"{parts[enough - 1]},{RATE},2016,{90 + enough - 1}", name="one_more.csv")
    assert verdict(store, RATE)["current"] == pytest.approx(90 + (enough - 1) / 2)


def test_a_mean_is_weighted(store: Store, catalogue: Catalogue, parts: list[str], tmp_path: Path) -> None:
    """Nine parts of ten weigh little: without the heavy one the mean stands on too little."""
    indicators = catalogue.indicators | {RATE: catalogue.indicators[RATE].model_copy(update={"weight": WEIGHT})}
    weighted = replace(catalogue, indicators=indicators)
    store_catalogue(store, weighted)
    path = tmp_path / "figures.csv"

    def load(*lines: str) -> None:
        path.write_text(tidy(*lines), encoding="utf-8")
        load_file(store, path, weighted)

    heavy, light = parts[0], parts[1:]
    load(f"{heavy},{WEIGHT},2016,{len(light)}", *(f"{code},{WEIGHT},2016,1" for code in light))
    load(*(f"{code},{RATE},2016,90" for code in light))
    assert verdict(store, RATE)["reason"] == "no_data"
    load(f"{heavy},{RATE},2016,100")
    assert verdict(store, RATE)["current"] == 95


def test_a_figure_of_its_own_comes_first(send: Send, store: Store, parts: list[str]) -> None:
    send(*(f"{code},{RATE},2016,90" for code in parts), f"{CITY},{RATE},2016,97.5")
    row = verdict(store, RATE)
    assert (row["current"], row["current_origin"], row["current_source"]) == (97.5, "own", "bulletin")


def test_made_up_parts_make_a_made_up_whole(send: Send, store: Store, parts: list[str]) -> None:
    send(*(f"{code},{RATE},2016,90" for code in parts[1:]))
    send(f"{parts[0]},{RATE},2016,90", demo=True, name="demo.csv")
    assert bool(verdict(store, RATE)["demo"]) is True
