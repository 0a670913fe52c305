from itertools import pairwise

import pandas as pd
import pytest

from charts.cell import Sheet
from charts.theme import alt_of, palette
from charts.trend import multiples
from config.tokens import tokens

CELL = Sheet(1, 1, 304, 248, 18)
DRAWER = Sheet(1, 1, 836, 190, 16)
YEARS = {"2015-12-31": 89.5, "2016-12-31": 90.8, "2017-12-31": 92.1, "2018-12-31": 92.9}
DUE = pd.Timestamp("2020-12-31")
LAST = pd.Timestamp("2018-12-31")


def cells(keys: tuple[str, ...] = ("t",), target: float | None = 94.0) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "key": list(keys),
            "title": "合格率",
            "subtitle": "",
            "status": "behind",
            "method": "linear_pace",
            "value_label": "92.9%",
            "target_label": "" if target is None else f"{target:g}%",
            "target": target,
            "current": 92.9,
            "base": 89.5,
            "base_date": pd.Timestamp("2015-12-31"),
            "start": pd.Timestamp("2015-12-31"),
            "end": DUE,
            "first_label": "2015",
            "last_label": "2020",
        }
    )


def fan(key: str = "t", low: float = 93.4, high: float = 94.5, expected: float = 94.0, steps: int = 4) -> pd.DataFrame:
    shares = [step / steps for step in range(steps + 1)]
    return pd.DataFrame(
        {
            "key": key,
            "date": [LAST + (DUE - LAST) * share for share in shares],
            "expected": [92.9 + (expected - 92.9) * share for share in shares],
            "low": [92.9 + (low - 92.9) * share for share in shares],
            "high": [92.9 + (high - 92.9) * share for share in shares],
            "low_label": [None] * steps + [f"{low:g}%"],
            "high_label": [None] * steps + [f"{high:g}%"],
        }
    )


def drawn(fans: pd.DataFrame | None, *, keys: tuple[str, ...] = ("t",), target: float | None = 94.0, **more):
    days = pd.to_datetime(list(YEARS))
    points = pd.concat(
        pd.DataFrame({"key": key, "date": days, "value": list(YEARS.values()), "role": "value", "hover": ""})
        for key in keys
    ).assign(provisional=False, series_break=False)
    dues = pd.DataFrame({"key": list(keys), "date": DUE, "target": target})
    more = {"sheet": CELL._replace(columns=len(keys), width=304 * len(keys))} | more
    return multiples(cells(keys, target), points, dues, fans=fans, **more)


def traces(figure) -> dict[str, object]:
    return {trace.name: trace for trace in figure.data}


def known(values) -> list[float]:
    return [value for value in values if value is not None]


def point(figure) -> tuple[float, float]:
    """The last point of the first cell."""
    drawn = [value for value in zip(traces(figure)["series"].x, traces(figure)["series"].y, strict=True) if value[0]]
    return drawn[-1]


def texts(figure) -> dict[str, object]:
    return {note.text: note for note in figure.layout.annotations}


def test_the_band_spans_from_the_last_point_to_the_due_date() -> None:
    figure = drawn(fan())
    found = traces(figure)
    last, end = point(figure), max(known(found["target"].x))
    assert min(known(found["band"].x)) == pytest.approx(last[0])
    assert max(known(found["band"].x)) == pytest.approx(end)
    assert (found["expected"].x[0], found["expected"].y[0]) == pytest.approx(last)
    assert found["band"].fill == "toself"


def test_without_a_forecast_nothing_of_it_is_drawn() -> None:
    for fans in (None, fan().head(0), fan("another"), fan().head(1), fan().assign(low=float("nan"))):
        figure = drawn(fans)
        assert not {"band", "band.edge", "expected", "interval"} & set(traces(figure))
        assert "八成" not in alt_of(figure)


def test_a_forecast_stays_in_its_own_cell() -> None:
    found = traces(drawn(fan("b"), keys=("a", "b")))
    assert min(known(found["band"].x)) > 304


def test_the_scale_takes_the_band_in() -> None:
    found = traces(drawn(fan(high=98.0)))
    assert min(known(found["band"].y)) < min(known(found["target"].y)) - 5
    assert min(known(found["band"].y)) > CELL.font * 3


def test_a_very_wide_band_is_cut_and_shows_that_it_goes_on() -> None:
    narrow, wide = traces(drawn(fan())), traces(drawn(fan(low=40.0, high=160.0)))
    flat = max(known(wide["series"].y)) - min(known(wide["series"].y))
    assert flat > (max(known(narrow["series"].y)) - min(known(narrow["series"].y))) / 4
    top, bottom = min(known(wide["band"].y)), max(known(wide["band"].y))
    assert top > CELL.font * 3
    assert bottom < CELL.height - CELL.font * 2
    ends = known(wide["interval"].y)
    assert min(ends) == pytest.approx(top)
    assert min(known(narrow["interval"].y)) in narrow["band"].y
    assert sorted(ends)[2] > top + 3  # the arrow's barbs: a tick would lie level
    assert max(known(wide["band.edge"].x)) < max(known(wide["band"].x))


def test_a_band_without_end_is_drawn() -> None:
    fans = fan()
    fans.loc[fans.index[-1], "high"] = float("inf")
    found = traces(drawn(fans))
    assert all(0 < y < CELL.height for y in known(found["band"].y))


def test_a_series_that_never_moved_gives_its_whole_scale_to_the_band() -> None:
    days = pd.to_datetime(list(YEARS))
    flat = pd.DataFrame({"key": "t", "date": days, "value": 92.9, "role": "value", "hover": ""})
    flat = flat.assign(provisional=False, series_break=False)
    dues = pd.DataFrame({"key": ["t"], "date": [DUE], "target": [92.9]})
    same = cells(target=92.9).assign(base=92.9)
    found = traces(multiples(same, flat, dues, sheet=CELL, fans=fan(low=92.0, high=93.5, expected=92.8)))
    assert max(known(found["band"].y)) - min(known(found["band"].y)) > 60
    assert len(known(found["band.edge"].x)) == 10


def test_the_band_lies_under_all_else_and_differs_from_the_path_in_form() -> None:
    names = [trace.name for trace in drawn(fan()).data]
    assert names.index("band") < min(
        names.index(name) for name in ("target", "required", "series", "behind", "expected")
    )
    assert names.index("expected") < names.index("series")
    found = traces(drawn(fan()))
    assert found["expected"].line.dash != found["required"].line.dash == tokens().chart.required_dash


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_band_is_no_colour_of_a_status(theme) -> None:
    colours = palette(theme)
    tint = traces(drawn(fan(), theme=theme))["band"].fillcolor
    series = tuple(int(colours.series[at : at + 2], 16) for at in (1, 3, 5))
    assert tint.startswith(f"rgba({series[0]},{series[1]},{series[2]},")


@pytest.mark.parametrize(
    ("lang", "high", "low", "target"),
    [("zh", "上端 94.5%", "下端 93.4%", "目标 94%"), ("en", "high 94.5%", "low 93.4%", "target 94%")],
)
def test_the_drawer_names_both_ends_clear_of_the_target(lang: str, high: str, low: str, target: str) -> None:
    found = texts(drawn(fan(), sheet=DRAWER, named=False, lang=lang))
    heights = [found[name].y for name in (high, target, low)]
    assert heights == sorted(heights)
    assert min(second - first for first, second in pairwise(heights)) >= DRAWER.font * 1.3
    assert min(heights) > DRAWER.font / 2
    assert found["<b>92.9%</b>"].x < found[high].x


@pytest.mark.parametrize(("low", "high"), [(93.9, 94.1), (94.2, 94.6), (93.0, 93.6), (94.0, 94.0), (99.0, 99.1)])
def test_the_names_never_touch(low: float, high: float) -> None:
    for target in (94.0, None):
        figure = drawn(fan(low=low, high=high), target=target, sheet=DRAWER, named=False)
        at_right = sorted(note.y for note in figure.layout.annotations if note.x > 700)[: 3 if target else 2]
        gaps = [second - first for first, second in pairwise(at_right)]
        assert min(gaps) >= DRAWER.font * 1.3
        assert at_right[0] > 0
        assert at_right[-1] < DRAWER.height


def test_a_small_cell_names_the_target_only() -> None:
    found = texts(drawn(fan()))
    assert "94%" in found
    assert not any("94.5%" in text for text in found)


def test_the_figure_of_the_last_point_covers_neither_point_nor_band() -> None:
    for low, high in ((93.4, 94.5), (88.0, 97.0), (60.0, 120.0)):
        figure = drawn(fan(low=low, high=high))
        note, (x, y) = texts(figure)["<b>92.9%</b>"], point(figure)
        assert abs(note.y - y) > CELL.font
        beside = note.x + CELL.font * 3 < x or note.y > max(known(traces(figure)["band"].y))
        assert note.bgcolor is None or beside


ALT = [("zh", "到期预计 93.4%—94.5%（八成把握）"), ("en", "93.4%–94.5% (80% interval)")]


@pytest.mark.parametrize(("lang", "said"), ALT)
def test_alt_says_the_interval(lang: str, said: str) -> None:
    assert said in alt_of(drawn(fan(), lang=lang))
    bare = fan().drop(columns=["low_label", "high_label"])
    assert "93.4" in alt_of(drawn(bare, lang=lang))
    assert "94.5" in alt_of(drawn(bare, lang=lang, sheet=DRAWER, named=False))


def test_a_long_target_stands_over_its_line_and_leaves_the_lines_their_room() -> None:
    days = pd.to_datetime(list(YEARS))
    points = pd.DataFrame({"key": "t", "date": days, "value": list(YEARS.values()), "role": "value", "hover": ""})
    points = points.assign(provisional=False, series_break=False)
    dues = pd.DataFrame({"key": ["t"], "date": [DUE], "target": [94.0]})
    long = cells().assign(target_label="94.00 per 10k people", value_label="92.90 per 10k people")
    for fans in (None, fan()):
        figure = multiples(long, points, dues, sheet=Sheet(1, 1, 219, 246, 16), fans=fans, lang="en")
        found, said = traces(figure), texts(figure)
        line = known(found["target"].y)[0]
        assert max(known(found["target"].x)) > 219 * 0.8
        assert said["94.00 per 10k people"].y < line
        assert abs(said["<b>92.90 per 10k people</b>"].y - said["94.00 per 10k people"].y) > 16
