import pandas as pd
import pytest

from tests.made import assessed
from ui.why.also import also
from ui.why.inputs import inputs
from ui.why.sums import how, to_green
from ui.why.verdict import sentence

EVENT = {
    "unit": "yesno",
    "rule": "milestone",
    "judged_by": "milestone",
    "value": None,
    "gap": None,
    "R": None,
    "k": None,
    "e": None,
    "base": None,
    "base_date": pd.NaT,
}
NO_DATA = {
    "current": None,
    "current_date": pd.NaT,
    "gap": None,
    "R": None,
    "k": None,
    "base": None,
    "base_date": pd.NaT,
}
CASES = {
    "far behind": {},
    "on track": {"status": "on_track", "R": 1.0},
    "reversing": {"status": "reversing", "R": -0.2, "k": -0.1},
    "growth": {"judged_by": "growth_ratio", "status": "behind", "R": 0.7},
    "breached": {"status": "breached", "judged_by": "hold", "R": None},
    "at risk": {"status": "at_risk", "judged_by": "hold", "direction": "down", "R": None},
    "kept": {"status": "achieved", "judged_by": "hold", "gap": 1.0},
    "missed": {"status": "missed"},
    "event pending": EVENT | {"status": "pending", "current": None},
    "event done": EVENT | {"status": "achieved", "current": 1.0},
    "event missed": EVENT | {"status": "missed", "current": 0.0},
    "few": {"status": "pending", "judged_by": "milestone", "R": None},
    "benchmark behind": {"status": "behind", "judged_by": "benchmark", "rule": "benchmark", "value": None, "R": None},
    "benchmark reversing": {
        "status": "reversing",
        "judged_by": "benchmark",
        "rule": "benchmark",
        "value": None,
        "R": None,
    },
    "benchmark met": {"status": "achieved", "judged_by": "benchmark", "rule": "benchmark", "value": None, "gap": 0.5},
    "trend": {
        "status": "behind",
        "judged_by": "trend",
        "rule": "trend",
        "value": None,
        "target": None,
        "R": None,
        "gap": None,
    },
    "trend met": {"status": "achieved", "judged_by": "trend", "rule": "trend", "value": None, "target": None},
    "frequency pending": {"status": "pending", "judged_by": "frequency", "rule": "frequency", "unit": "times_per_year"},
    "frequency behind": {"status": "behind", "judged_by": "frequency", "rule": "frequency", "unit": "times_per_year"},
    "growth rate": {"status": "behind", "rule": "growth"},
    "no data": NO_DATA | {"status": "not_assessable", "reason": "no_data"},
    "blank": {"status": "not_assessable", "reason": "target_blank", "value": None, "target": None, "gap": None},
    "rank": {
        "status": "not_assessable",
        "reason": "no_cutoff",
        "rule": "rank",
        "value": None,
        "target": None,
        "judged_by": "rank",
    },
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("case", CASES)
def test_every_verdict_can_be_explained(case: str, lang: str) -> None:
    frame = assessed(CASES[case])
    row = next(frame.itertuples())
    said = sentence(row, lang)
    shown = said + how(row, lang) + inputs(row, "doc", lang) + also(row, frame, lang)
    assert said.endswith("。" if lang == "zh" else ".")
    assert "nan" not in shown.lower().replace("finance", "")
    assert "None" not in shown
    assert "{" not in shown


def test_the_sum_stands_with_its_numbers() -> None:
    row = next(assessed({}).itertuples())
    assert "时间过了\u00a066.6%" in sentence(row, "zh")
    shown = how(row, "zh").replace("\u2212", "-")
    for part in ("(64.5 - 52.0) ÷ (90.0 - 52.0) = ", "0.329", "730 天 ÷ 1096 天", "R = 0.49", "-25.5"):
        assert part.replace(" ", "") in shown.replace(" ", "").replace("\u00a0", "")


def test_what_green_would_take() -> None:
    row = next(assessed({}).itertuples())
    assert "76.0%" in to_green(row, "zh")
    assert to_green(next(assessed({"status": "on_track"}).itertuples()), "zh") == ""
