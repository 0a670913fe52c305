import pandas as pd
import pytest

from charts.reliability import reliability
from charts.theme import alt_of, palette

SIZE = (520.0, 420.0, 16)


def bins(*rows: tuple[float, float, float, float, int]) -> pd.DataFrame:
    columns = ["said", "came", "came_low", "came_high", "outcomes"]
    return pd.DataFrame(list(rows), columns=columns).assign(low=0.0, high=1.0)


BINS = bins((0.05, 0.1, 0.02, 0.2, 25), (0.5, 0.4, 0.3, 0.5, 100), (0.95, 0.95, 0.9, 0.98, 400))


def traces(figure) -> dict[str, object]:
    return {trace.name: trace for trace in figure.data}


def test_points_stand_where_said_and_came_put_them() -> None:
    found = traces(reliability(BINS, size=SIZE))
    (left, right), (bottom, top) = found["diagonal"].x, found["diagonal"].y
    for row, x, y in zip(BINS.itertuples(), found["came"].x, found["came"].y, strict=True):
        assert (x - left) / (right - left) == pytest.approx(row.said)
        assert (bottom - y) / (bottom - top) == pytest.approx(row.came)


def test_intervals_stand_upright_through_their_points() -> None:
    found = traces(reliability(BINS, size=SIZE))
    bottom, top = found["diagonal"].y
    assert list(found["interval"].x[:2]) == [found["came"].x[0]] * 2
    assert [(bottom - y) / (bottom - top) for y in found["interval"].y[3:5]] == pytest.approx([0.3, 0.5])


def test_the_area_of_a_point_grows_with_its_outcomes() -> None:
    small, middle, large = traces(reliability(BINS, size=SIZE))["came"].marker.size
    assert (large / middle) ** 2 == pytest.approx(4)
    assert small < middle


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "words"), [("zh", ("说的可能", "100 次")), ("en", ("Probability stated", "n = 100"))])
def test_axes_and_numbers_are_labelled(theme, lang: str, words: tuple[str, str]) -> None:
    figure = reliability(BINS, size=SIZE, lang=lang, theme=theme)
    said = [note.text for note in figure.layout.annotations]
    for part in (*words, "0%", "100%"):
        assert part in said
    assert figure.layout.paper_bgcolor == palette(theme).page
    assert all(0 <= note.y <= SIZE[1] and note.x <= SIZE[0] for note in figure.layout.annotations)


def test_numbers_of_outcomes_do_not_touch_each_other() -> None:
    crowd = bins(*((0.05 + step / 10, 0.05 + step / 10, step / 10, 0.1 + step / 10, 100) for step in range(10)))
    for width in (420.0, 520.0, 760.0):
        notes = [note for note in reliability(crowd, size=(width, 400.0, 16)).layout.annotations if "次" in note.text]
        assert len(notes) == 10
        for one, other in ((one, other) for one in notes for other in notes if one is not other):
            assert abs(one.y - other.y) > 12 or abs(one.x - other.x) > 45


def test_alt_says_the_figures() -> None:
    said = alt_of(reliability(BINS, size=SIZE))
    for part in ("525", "50%", "100 次", "40%", "30%—50%"):
        assert part in said
    assert "met in 40% of 100" in alt_of(reliability(BINS, size=SIZE, lang="en"))


def test_ranges_without_outcomes_are_left_out() -> None:
    figure = reliability(bins((0.2, float("nan"), float("nan"), float("nan"), 0), (0.5, 0.5, 0.4, 0.6, 40)), size=SIZE)
    assert len(traces(figure)["came"].x) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_to_check_is_said(lang: str) -> None:
    figure = reliability(BINS.head(0), size=SIZE, lang=lang)
    assert [note.text for note in figure.layout.annotations] == [alt_of(figure)]
