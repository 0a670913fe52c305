from itertools import pairwise

import pandas as pd

from charts.dots import dots
from charts.lines import Sheet, lines, spread
from charts.theme import alt_of
from config.text import say

SHEET = Sheet(540, 16, 200)


def line_of(values: list[float], *, name: str = "甲县", own: bool = True, breaks: tuple[int, ...] = (), **more: object):
    days = pd.to_datetime([f"{2015 + n}-12-31" for n in range(len(values))])
    frame = pd.DataFrame({"date": days, "value": values, "value_label": [f"{x:.1f}" for x in values]})
    told = {"panel": "p", "title": "合格率", "unit": "%", "line": name, "own": own, "provisional": False}
    frame = frame.assign(**(told | more), series_break=[n in breaks for n in range(len(values))])
    return frame.assign(label=[f"{name} {x:.1f}" for x in values])


def said(figure) -> dict[str, float]:
    return {note.text.removeprefix("<b>").removesuffix("</b>"): note.y for note in figure.layout.annotations}


def traces(figure) -> dict[str, list]:
    found: dict[str, list] = {}
    for trace in figure.data:
        found.setdefault(trace.name, []).append(trace)
    return found


def strokes(trace) -> int:
    points = list(zip(trace.x, trace.y, strict=True))
    return sum(a[0] is not None and b[0] is not None for a, b in pairwise(points))


def test_every_line_is_named_at_its_end_and_the_higher_one_stands_higher() -> None:
    figure = lines(pd.concat([line_of([1.0, 2.0]), line_of([1.0, 5.0], name="乙县", own=False)]), sheet=SHEET)
    words = said(figure)
    assert words["乙县 5.0"] < words["甲县 2.0"]
    assert {"合格率", "%", "2015", "2016"} <= set(words)


def test_no_line_leads_over_a_new_definition() -> None:
    whole, cut = lines(line_of([1.0, 2.0, 3.0]), sheet=SHEET), lines(line_of([1.0, 2.0, 3.0], breaks=(1,)), sheet=SHEET)
    assert strokes(traces(whole)["own"][0]) == 2
    assert strokes(traces(cut)["own"][0]) == 1
    assert "cut" in traces(cut)
    assert "cut" not in traces(whole)


def test_provisional_figures_are_open_circles() -> None:
    frame = line_of([1.0, 2.0])
    frame["provisional"] = [False, True]
    figure = lines(frame, sheet=SHEET)
    assert [trace.marker.symbol for trace in traces(figure)["provisional"]] == ["circle-open"]
    assert len(traces(figure)["provisional"][0].x) == 1


def test_zero_is_drawn_where_figures_lie_on_both_sides_only() -> None:
    assert "zero" in traces(lines(line_of([-1.0, 2.0]), sheet=SHEET))
    assert "zero" not in traces(lines(line_of([1.0, 2.0]), sheet=SHEET))


def test_panels_of_different_units_do_not_share_an_axis() -> None:
    figure = lines(
        pd.concat([line_of([1.0, 2.0]), line_of([1e6, 2e6], panel="q", title="件数", unit="件")]), sheet=SHEET
    )
    heights = [y for y in traces(figure)["own"][0].y if y is not None]
    assert max(heights[:2]) < min(heights[2:])
    assert abs((heights[0] - heights[1]) - (heights[2] - heights[3])) < 1


def test_panels_share_their_dates_and_a_single_one_stands_at_the_right() -> None:
    late = line_of([1.0, 2.0, 3.0], panel="q").tail(1)
    figure = lines(pd.concat([line_of([1.0, 2.0, 3.0]), late]), sheet=SHEET)
    dots_of = traces(figure)["figures"][0].x
    assert dots_of[3] == dots_of[2] > dots_of[1]
    alone = traces(lines(late, sheet=SHEET))["figures"][0].x
    assert alone[0] > SHEET.width / 2


def test_twelve_labels_do_not_touch_and_stay_inside() -> None:
    many = pd.concat([line_of([1.0, 2.0 + n / 1000], name=f"第{n}县", own=n == 0) for n in range(12)])
    figure = lines(many, sheet=SHEET)
    heights = sorted(y for text, y in said(figure).items() if text.startswith("第"))
    assert min(b - a for a, b in pairwise(heights)) >= SHEET.font * 1.25
    assert heights[-1] < figure.layout.height
    assert heights[0] > 0


def test_spread_moves_nothing_that_has_room() -> None:
    assert spread([10, 100, 190], 20, (0, 200)) == [10, 100, 190]
    assert spread([100, 100, 195], 20, (0, 200)) == [100, 120, 195]
    assert spread([195, 196], 20, (0, 200)) == [180, 200]


def test_an_empty_chart_says_so() -> None:
    for draw, frame in ((lines, line_of([1.0])), (dots, dotted({"甲县": 1.0}))):
        figure = draw(frame.iloc[:0], sheet=SHEET)
        assert alt_of(figure) == say("chart.empty")
        assert list(said(figure)) == [say("chart.empty")]


def dotted(values: dict[str, float | None], own: str = "甲县") -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"panel": "p", "title": "合格率，2019 年", "unit": "%", "label": name, "own": name == own, "value": value,
             "value_label": "无数据" if value is None else f"{value:.1f}", "provisional": name == "丙县"}
            for name, value in values.items()
        ]
    ).astype({"value": float})  # fmt: skip


def test_a_region_without_a_figure_is_named_and_has_no_dot() -> None:
    figure = dots(dotted({"甲县": 90.0, "丙县": 80.0, "乙县": None}), sheet=SHEET)
    marks = [trace for trace in figure.data if trace.mode == "markers"]
    assert sum(len(trace.x) for trace in marks) == 2
    words = said(figure)
    assert words["甲县"] < words["丙县"] < words["乙县"]
    assert words["无数据"] == words["乙县"]


def test_dots_lie_further_right_the_larger_the_figure() -> None:
    figure = dots(dotted({"甲县": 90.0, "丁县": 85.0, "戊县": 80.0}), sheet=SHEET)
    others = next(trace for trace in figure.data if trace.name == "others")
    own = next(trace for trace in figure.data if trace.name == "own")
    assert own.x[0] > others.x[0] > others.x[1]


def test_names_in_a_chart_carry_no_markup() -> None:
    figure = lines(line_of([1.0, 2.0], name="<a href='x'>坏</a>"), sheet=SHEET)
    assert not any("<a" in note.text for note in figure.layout.annotations)
