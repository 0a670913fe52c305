"""The dimension pages: what stands where lines can be drawn, where only milestones are, and where nothing is."""

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from pandas import DataFrame, Timestamp

from config.text import say
from tests.ui.conftest import Run, address_of, html_of
from ui import cache, counts, multiples
from ui.panels.milestones import day, evidence, head, milestones
from ui.place import OTHERS

NAT = pd.NaT


def made(**columns: object) -> DataFrame:
    """Rows of milestones: only what the panel reads."""
    frame = DataFrame(columns)
    usual: dict[str, object] = {
        "rule": "milestone", "unit": "yesno", "reason": "", "demo": False, "current": float("nan"),
        "current_source": "", "current_date": NAT, "due": Timestamp(2020, 12, 31),
    }  # fmt: skip
    return frame.assign(**{name: value for name, value in usual.items() if name not in frame})


def shown(test: object) -> list[str]:
    """The names in the list of milestones, top down."""
    table = re.search(r'<table class="rows list milestones">.*?</table>', html_of(test), re.DOTALL)  # type: ignore[arg-type]
    return re.findall(r'<td class="c-name"><a [^>]*>([^<]*)</a>', table[0]) if table else []


def test_the_worst_come_first_open_ones_by_due_date_and_the_last_done_on_top():
    frame = made(
        name=["done early", "open late", "missed", "done late", "open soon"],
        status=["achieved", "pending", "missed", "achieved", "pending"],
        due=pd.to_datetime(["2020-12-31", "2021-06-30", "2019-01-01", "2019-01-01", "2020-01-01"]),
        current_date=[Timestamp(2018, 1, 1), NAT, NAT, Timestamp(2019, 1, 1), NAT],
    )  # fmt: skip
    assert list(milestones(frame)["name"]) == ["missed", "open soon", "open late", "done late", "done early"]


def test_nothing_but_done_milestones_are_ordered_too():
    frame = made(status=["achieved", "achieved"], current_date=[Timestamp(2018, 1, 1), Timestamp(2019, 1, 1)])
    assert list(milestones(frame)["current_date"].dt.year) == [2019, 2018]


def test_what_has_a_figure_is_no_milestone():
    assert milestones(made(status=["pending"], rule=["at_least"], unit=["percent"])).empty


def test_the_head_says_what_there_is_none_of():
    frame = made(status=["achieved", "achieved", "pending", "not_assessable"])
    assert head(frame, "en") == "4 milestones: 2 done, 1 open, none overdue, 1 not assessable"
    assert "overdue" in head(made(status=["missed"]), "en")
    assert "not assessable" not in head(made(status=["missed"]), "en")


@pytest.mark.parametrize(
    ("columns", "said", "dated"),
    [
        ({"status": "achieved", "current": 1.0, "current_date": Timestamp(2019, 5, 6), "current_source": "No. 3"},
         "Evidence: No. 3", "done 2019-05-06"),
        ({"status": "achieved", "current": 1.0, "current_date": Timestamp(2019, 5, 6)},
         "Reported done, without evidence", "done 2019-05-06"),
        ({"status": "achieved", "current": 1.0, "current_date": Timestamp(2019, 5, 6), "demo": True},
         "Evidence: Demonstration data: no real evidence", "done 2019-05-06"),
        ({"status": "missed"}, "Nothing reported yet", "due 2020-12-31"),
        ({"status": "pending"}, "", "due 2020-12-31"),
        ({"status": "pending", "due": NAT}, "", "no due date"),
        ({"status": "pending", "current": 0.0, "current_date": Timestamp(2019, 5, 6)},
         "Reported 2019-05-06: not done yet", "due 2020-12-31"),
        ({"status": "not_assessable", "reason": "no_due", "due": NAT}, "There is no due date", "no due date"),
    ],
)  # fmt: skip
def test_evidence_and_date_of_a_milestone(columns: dict[str, object], said: str, dated: str):
    row = next(made(**{name: [value] for name, value in columns.items()}).itertuples())
    assert (evidence(row, "en"), day(row, "en")) == (said, dated)


def test_a_few_cells_keep_to_one_row_where_other_things_follow():
    assert multiples.sheet_for(3, "w1366", one_row=True)[:2] == (3, 1)
    assert multiples.sheet_for(3, "w1366")[:2] == (2, 2)
    assert multiples.sheet_for(9, "w1366", one_row=True)[:2] == multiples.sheet_for(9, "w1366")[:2]
    assert multiples.sheet_for(3, "w1366", wide=True).width > multiples.sheet_for(3, "w1366").width


@pytest.mark.parametrize("page", OTHERS)
def test_every_milestone_of_a_dimension_is_listed_with_its_state(run: Run, full_board: Path, page: str):
    test = run(full_board, page, plan="turpan", lang="en")
    place = address_of(test)
    as_of = date.fromisoformat(place.get("as_of") or cache.default_as_of("turpan", True).isoformat())
    frame = cache.assessments("turpan", as_of, True)
    here = counts.headlines(frame[frame["dimension"].eq(page)], str(cache.regions("turpan")["code"].iloc[0]))
    stones = milestones(here)
    assert "state-error" not in html_of(test)
    assert len(shown(test)) == len(stones)
    assert (head(stones, "en") in html_of(test)) == bool(len(stones))


def test_milestones_take_the_place_of_lines_and_the_whole_width(run: Run, full_board: Path):
    test = run(full_board, "culture", plan="linxia", lang="en")
    assert not test.get("plotly_chart")
    assert not test.columns
    assert "1 milestone: " in html_of(test)
    assert say("multiples.empty", "en") not in html_of(test)


def test_strips_stand_only_where_regions_compare(run: Run, full_board: Path):
    assert 'class="panel missing"' in html_of(run(full_board, "governance", plan="turpan"))
    assert len(run(full_board, "governance", plan="fuzhou").columns) == 0
    assert len(run(full_board, "foundation", plan="fuzhou").columns) == 2


def test_a_dimension_without_targets_says_so(run: Run, full_board: Path):
    shown = html_of(run(full_board, "talent", plan="fujian", lang="en"))
    assert "no targets here" in shown
    assert "<table" not in shown


def test_every_row_of_the_overview_leads_to_its_dimensions(run: Run, full_board: Path):
    test = run(full_board, plan="fuzhou", lang="en")
    place = address_of(test)
    frame = cache.assessments("fuzhou", date.fromisoformat(place.get("as_of") or "2024-12-31"), True)
    there = set(counts.headlines(frame, str(cache.regions("fuzhou")["code"].iloc[0]))["dimension"])
    panel = re.search(r'<div class="dims .*?</section>', html_of(test), re.DOTALL)
    assert panel
    assert set(re.findall(r'href="([a-z]+)\?', panel[0])) == there
