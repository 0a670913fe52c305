"""The time line of a plan: bars where the phases lie, lanes where they overlap, counts at the due dates."""

from datetime import date

import pandas as pd
import pytest
from pandas import DataFrame

from charts.phases import timeline
from charts.theme import alt_of

TERM = (date(2016, 1, 1), date(2017, 11, 30))
PHASES = DataFrame(
    {
        "name": ["动员部署", "全面实施", "自查<b>整改", "申报验收"],
        "start": pd.to_datetime(["2016-01-01", "2016-03-01", "2017-04-01", "2017-09-01"]),
        "end": pd.to_datetime(["2016-03-31", "2017-03-31", "2017-08-31", "2017-11-30"]),
    }
)
DUES = DataFrame({"due": pd.to_datetime(["2016-03-31", "2017-11-29", "2017-11-30"]), "targets": [2, 3, 120]})


def drawn(as_of: date, phases: DataFrame = PHASES, dues: DataFrame = DUES, width: float = 900):
    return timeline(phases, dues, term=TERM, as_of=as_of, size=(width, 16), lang="zh")


def bars(figure):
    return [shape for shape in figure.layout.shapes if shape.type == "rect"]


def texts(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_phases_lie_in_their_order_and_those_that_overlap_in_lanes():
    first, second, third, last = bars(drawn(date(2016, 12, 31)))
    assert first.y0 < second.y0
    assert third.y0 == last.y0 == first.y0
    assert second.x0 < first.x1 < second.x1 < third.x0 < last.x0


def test_the_running_phase_is_framed_and_what_is_ahead_is_empty():
    figure = drawn(date(2016, 12, 31))
    widths = [bar.line.width for bar in bars(figure)]
    assert widths == [1, 2, 1, 1]
    past, _, ahead, last = (bar.fillcolor for bar in bars(figure))
    assert ahead == last == figure.layout.paper_bgcolor != past


def test_the_as_of_line_stands_between_the_phases_it_lies_between():
    figure = drawn(date(2017, 9, 1))
    line = next(trace for trace in figure.data if trace.name == "as_of")
    third, last = bars(figure)[2:]
    assert third.x0 < line.x[0] <= last.x0 + 1
    assert line.x[0] == line.x[1]


@pytest.mark.parametrize(("day", "said"), [(date(2014, 1, 1), "还没有开始"), (date(2021, 1, 1), "已过")])
def test_an_as_of_date_outside_the_term_is_said_and_not_drawn(day: date, said: str):
    figure = drawn(day)
    assert "as_of" not in {trace.name for trace in figure.data}
    assert any(said in text and day.isoformat() in text for text in texts(figure))


def test_the_larger_count_keeps_its_place_where_two_would_meet():
    shown = texts(drawn(date(2016, 12, 31)))
    assert "<b>120</b>" in shown
    assert "<b>2</b>" in shown
    assert "<b>3</b>" not in shown


def test_a_short_bar_has_its_number_a_long_one_its_name_and_no_markup_comes_through():
    shown = texts(drawn(date(2016, 12, 31)))
    assert any("全面实施" in text for text in shown)
    assert "4" in texts(drawn(date(2016, 12, 31), width=420))
    assert not any("<b>整改" in text for text in shown)


def test_the_words_name_every_phase_and_due_date():
    said = alt_of(drawn(date(2016, 12, 31)))
    assert all(name in said for name in ("动员部署", "全面实施", "申报验收", "2017-11-29", "120", "2016-12-31"))


def test_a_plan_without_phases_or_due_dates_has_a_line_of_years():
    figure = drawn(date(2016, 12, 31), PHASES.head(0), DUES.head(0))
    assert not bars(figure)
    assert "2017" in texts(figure)
