"""374 published results of a statistics office come out the same; every departure elsewhere is listed with its reason.

Source of ``tests/cases/growth_ratio.csv``: group ``statcan`` holds published statuses and scores of the Canadian
indicator framework; the other groups are worked with the program that published them (open-sdg/sdg-build, 139fede7).
"""

import csv
from pathlib import Path

import pandas as pd
import pytest

from data.bare import judge
from metrics.model.vocabulary import Method

CASES = Path(__file__).parent.parent / "cases"


@pytest.fixture(scope="module")
def judged() -> pd.DataFrame:
    """All cases beside our verdicts."""
    with (CASES / "growth_ratio.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    points = [[one.partition("=")[::2] for one in row["points"].split(";")] for row in rows]
    cases = pd.DataFrame(
        {
            "case_id": [row["case"] for row in rows],
            "years": [";".join(label for label, _ in found) for found in points],
            "values": [";".join(value for _, value in found) for found in points],
            "direction": [
                {"higher": "positive", "lower": "negative"}.get(row["better"], row["better"]) for row in rows
            ],
            "base_year": [row["base_year"] for row in rows],
            "target": [row["goal"] for row in rows],
            "target_year": [row["due_year"] for row in rows],
            "limit": [row["natural_limit"] for row in rows],
            "thr_high": [row["cut_high"] for row in rows],
            "thr_med": [row["cut_middle"] for row in rows],
            "thr_low": [row["cut_low"] for row in rows],
        }
    )
    published = pd.DataFrame(rows).set_index("case")[["group", "published_status", "published_score"]]
    ours = judge(cases, Method.GROWTH_RATIO).set_index("case_id").rename(columns={"published_status": "our_word"})
    return published.join(ours).assign(published_score=pd.to_numeric(published["published_score"], errors="coerce"))


def same(row: pd.Series) -> bool:
    """The same status, and the same score to 1e-9."""
    both_blank = pd.isna(row["score"]) and pd.isna(row["published_score"])
    return row["our_word"] == row["published_status"] and (
        both_blank or abs(row["score"] - row["published_score"]) < 1e-9
    )


def test_all_published_results_come_out_the_same(judged: pd.DataFrame) -> None:
    published = judged[judged["group"] == "statcan"]
    assert len(published) == 374
    assert [name for name, row in published.iterrows() if not same(row)] == []


def test_every_departure_is_listed_with_its_reason(judged: pd.DataFrame) -> None:
    listed = pd.read_csv(CASES / "growth_ratio_departures.csv", keep_default_na=False).set_index("case")
    differing = {name: row for name, row in judged.iterrows() if not same(row)}
    assert sorted(differing) == sorted(listed.index)
    for name, row in differing.items():
        assert (row["status"], row["reason"]) == (
            listed.loc[name, "our_status"],
            listed.loc[name, "our_reason"],
        ), name
    assert (listed["why"].str.len() > 20).all()
