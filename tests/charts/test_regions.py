import re
from datetime import date

import pandas as pd
import pytest

from charts.regions import Frame, strips
from charts.theme import alt_of
from tests.made import assessed
from ui import strips as prepared
from ui.overlay import over_strips
from ui.place import Place

FRAME = Frame(412, 30, 16)
PLACE = Place(plan="turpan", region="650400", as_of=date(2019, 12, 31))


def frames(values: dict[str, float | None]) -> tuple[pd.DataFrame, pd.DataFrame]:
    below = assessed(
        *(
            {
                "target_id": "t",
                "region": f"6504{n:02d}",
                "region_zh": name,
                "region_en": name,
                "current": value,
                "gap": None if value is None else value - 90,
                "status": "not_assessable" if value is None else "behind",
            }
            for n, (name, value) in enumerate(values.items(), start=2)
        )
    )
    here = assessed({"target_id": "t"})
    return here, pd.concat([here, below], ignore_index=True)


def drawn(values: dict[str, float | None], own: str = "650400"):
    here, frame = frames(values)
    groups = prepared.compared(here, frame, "650400", 2)
    return strips(prepared.marks(groups, here, prepared.LINES["w1366"], own=own, lang="zh"), frame=FRAME)


def said(figure) -> list[str]:
    return [note.text for note in figure.layout.annotations]


def test_regions_stand_worst_first_and_those_without_data_last() -> None:
    words = said(drawn({"甲县": 80.0, "乙县": None, "丙县": 60.0}))
    assert words.index("丙县") < words.index("甲县") < words.index("乙县")
    assert "无数据" in words


def test_gap_target_and_the_whole_are_labelled() -> None:
    words = [word.replace("\u00a0", " ") for word in said(drawn({"甲县": 80.0, "丙县": 60.0}))]
    assert "差 30.0 个百分点" in words
    assert "目标 90%" in words
    assert "吐鲁番市 64.5%" in words


def test_a_region_without_data_has_no_mark_among_the_values() -> None:
    figure = drawn({"甲县": 80.0, "乙县": None, "丙县": 60.0})
    grey = next(trace for trace in figure.data if trace.name == "not_assessable")
    behind = next(trace for trace in figure.data if trace.name == "behind")
    assert max(behind.x) < min(grey.x)


def test_the_chosen_region_is_never_left_out() -> None:
    values = {f"{n}县": 50.0 + n for n in range(12)}
    assert "<b>11县</b>" in said(drawn(values, own="650413"))


def test_alt_and_empty() -> None:
    assert "丙县" in alt_of(drawn({"甲县": 80.0, "丙县": 60.0}))
    figure = drawn({"甲县": 80.0})
    assert said(figure) == [alt_of(figure)]


def test_a_long_title_takes_a_second_line_and_the_links_move_with_it() -> None:
    here, frame = frames({"甲县": 80.0, "乙县": 85.0})
    marks = prepared.marks(prepared.compared(here, frame, "650400", 1), here, 10, own="650400", lang="zh")
    short, long = (
        marks.assign(title=words) for words in ("Pass rate", "Banned animal drug detection rate: Gaochang last")
    )
    assert said(strips(short, frame=FRAME))[0] == "<b>Pass rate</b>"
    assert said(strips(long, frame=FRAME))[:2] == ["<b>Banned animal drug detection rate: Gaochang</b>", "<b>last</b>"]
    grown = strips(long, frame=FRAME).layout.height - strips(short, frame=FRAME).layout.height
    moved = [top(over_strips(one, FRAME, PLACE)) for one in (short, long)]
    assert grown == pytest.approx(moved[1] - moved[0], abs=1)


def top(links: object) -> float:
    """Where the first link lies."""
    return float(re.findall(r"top:(\d+)px", str(links))[0])
