import pandas as pd
import pytest

from charts.cell import Sheet
from charts.names import clean, fold
from charts.path import required
from charts.theme import alt_of
from charts.trend import multiples
from config.tokens import tokens
from tests.made import AS_OF, DUE, START, assessed, observed
from ui import multiples as prepared

SHEET = Sheet(4, 2, 878, 246, 16)
VALUES = {"2017-12-31": 52.0, "2018-12-31": 60.0, "2019-12-31": 64.5}


def drawn(*rows: dict[str, object], series: pd.DataFrame | None = None, lang: str = "zh"):
    frame = assessed(*rows)
    found = observed(VALUES) if series is None else series
    cells = prepared.cells(frame, lang, "w1366")
    return multiples(cells, prepared.points(frame, found, lang), prepared.dues(frame, frame), sheet=SHEET, lang=lang)


def traces(figure) -> dict[str, object]:
    return {trace.name: trace for trace in figure.data}


@pytest.mark.parametrize("status", [mark.code for mark in tokens().status])
def test_every_status_ends_in_its_own_glyph(status: str) -> None:
    found = traces(drawn({"status": status}))
    mark = tokens().mark(status)
    assert found[status].marker.symbol == mark.symbol
    assert (f"{status}.inner" in found) == bool(mark.inner_symbol)


def test_target_line_and_required_path_are_there() -> None:
    found = traces(drawn({}))
    assert found["target"].x
    assert found["required"].line.dash == tokens().chart.required_dash
    assert found["series"].line.color == tokens().colour["light"].series


def test_a_new_definition_cuts_the_line() -> None:
    series = observed(VALUES)
    series["series_break"] = [False, True, False]
    found = traces(drawn({}, series=series))
    assert found["breaks"].x
    assert found["earlier"].line.color == tokens().colour["light"].compare


def test_provisional_points_are_open() -> None:
    series = observed(VALUES)
    series["provisional"] = [False, True, False]
    assert traces(drawn({}, series=series))["provisional"].marker.symbol == "circle-open"


def test_the_last_value_and_the_target_are_labelled_with_their_units() -> None:
    said = [note.text for note in drawn({}).layout.annotations]
    assert "<b>64.5%</b>" in said
    assert "90%" in said
    assert "2020" in said


def test_alt_is_made_from_the_frame() -> None:
    said = alt_of(drawn({}, {"status": "behind", "short_zh": "另一项"}))
    for part in ("食品追溯", "严重滞后", "64.5%", "90%", "另一项", "进度滞后"):
        assert part in said


def test_names_carry_no_markup() -> None:
    figure = drawn({"short_zh": '甲<a href="http://x">乙</a><b>'})
    assert not any("<a" in note.text or "http" in note.text for note in figure.layout.annotations)
    assert clean('<img src=x onerror="1">甲 & 乙\u202e') == "甲 &amp; 乙"
    assert clean(None) == clean(float("nan")) == ""


def test_nothing_to_draw_is_said() -> None:
    for lang in ("zh", "en"):
        figure = drawn(lang=lang)
        assert figure.layout.annotations[0].text == alt_of(figure)


def test_no_series_and_no_target_still_draw() -> None:
    drawn({"target": None, "value": None, "rule": "trend", "gap": None}, series=observed({}))
    drawn({"current": None, "current_date": pd.NaT, "base": None, "base_date": pd.NaT}, series=observed({}))
    drawn({"target_date": pd.NaT, "due": pd.NaT})


def test_a_benchmark_takes_the_place_of_the_target_line() -> None:
    series = pd.concat([observed(VALUES), observed({"2017-12-31": 60, "2019-12-31": 70}, region="100000")])
    bench = {
        "rule": "benchmark",
        "method": "benchmark",
        "benchmark": "food_trace@100000",
        "value": None,
        "target": 70.0,
    }
    found = traces(drawn(bench, series=series))
    assert "benchmark" in found
    assert "target" not in found


def test_every_cell_has_room() -> None:
    rows = [{"target_id": f"t{n}"} for n in range(20)]
    figure = drawn(*rows)
    assert figure.layout.height == SHEET.rows * SHEET.height
    assert max(traces(figure)["far_behind"].x) < SHEET.width


def test_the_path_bends_for_growth_and_passes_all_dated_figures() -> None:
    dues = pd.DataFrame({"date": [AS_OF, DUE], "target": [80.0, 20.0]})
    straight = required((START, 50.0), dues, "linear_pace")
    assert [value for _, value in straight] == [50.0, 80.0, 20.0]
    bent = required((START, 50.0), dues, "growth_ratio")
    assert len(bent) > 3
    assert any(value == pytest.approx(80.0) for _, value in bent)
    assert required(None, dues, "linear_pace") == []


def test_long_names_fold_at_a_word() -> None:
    assert fold("Local farm product pass rate", 11.0) == ["Local farm product", "pass rate"]
    assert fold("食品追溯", 11.0) == ["食品追溯"]
    assert all(len(part) <= 11 for part in fold("一二三四五六七八九十一二三四五六七八九十一二三", 11.0))
