"""Bare cases of the forecast from a JSON file: worked cases come out the same, refusals are named, bad files refused.

``tests/cases/forecast.json`` holds worked cases of the forecast model, computed outside this program, one a line:
what is asked, then status, expected value (mean), 80 % interval (lo80, hi80), probability (p_met), and drift, variance
and stay of the model.
"""

import json
from pathlib import Path

import pytest

from config.rules import thresholds
from data.shell.cases import read_forecast_cases
from metrics.forecast_cases import foreseen
from metrics.model.vocabulary import Forecast
from tests.data.shell import asked, refused, table
from tests.ui.shipped import ROOT

CASES = ROOT / "tests" / "cases" / "forecast.json"
COLUMNS = ["name", "status", "mean", "lo80", "hi80", "p_met"]
FIVE = [[2020, 90], [2021, 91], [2022, 91.5], [2023, 92], [2024, 93]]
MONTHS = [[2023 + month / 12, 90 + month / 10] for month in range(12)]
CASE = {"name": "a", "points": FIVE, "due": 2026, "target": 95, "direction": 1, "scale": "pct"}


def close(said: str, worked: float | None) -> bool:
    return said == "" if worked is None else float(said) == pytest.approx(worked, rel=1e-6, abs=1e-6)


def words(folder: Path, *cases: object, form: str = "csv") -> list[str]:
    """The command that judges these cases."""
    (folder / "cases.json").write_text(json.dumps(cases), encoding="utf-8")
    return ["judge", str(folder / "cases.json"), "--rule", "forecast", "--format", form]


def one(folder: Path, **changes: object) -> dict[str, str]:
    """The answer to one case, given by what differs."""
    return table(asked(*words(folder, CASE | changes)))[0]


# Worked cases


def test_worked_cases_come_out_the_same() -> None:
    worked = json.loads(CASES.read_text(encoding="utf-8"))
    rows = table(asked("judge", str(CASES), "--rule", "forecast", "--format", "csv"))
    assert list(rows[0]) == COLUMNS
    assert [(row["name"], row["status"]) for row in rows] == [(case["name"], case["status"]) for case in worked]
    for row, case in zip(rows, worked, strict=True):
        for name in COLUMNS[2:]:
            assert close(row[name], case[name]), (row, case)


def test_the_model_of_worked_cases_comes_out_the_same() -> None:
    worked = json.loads(CASES.read_text(encoding="utf-8"))
    made = foreseen(read_forecast_cases(CASES, "en"), thresholds().forecast)
    for case, row in zip(worked, made.to_dict("records"), strict=True):
        for name in ("drift", "variance", "stay"):
            assert case[name] is None or row[name] == pytest.approx(case[name], rel=1e-9, abs=1e-12), case


def test_all_forms_say_the_same() -> None:
    rows = table(asked("judge", str(CASES), "--rule", "forecast"))
    told = json.loads(asked("judge", str(CASES), "--rule", "forecast", "--format", "json"))
    assert [list(row) for row in told] == [COLUMNS] * len(rows)
    for row, other in zip(rows, told, strict=True):
        assert (row["name"], row["status"]) == (other["name"], other["status"])
        assert all(close(row[name], other[name]) for name in COLUMNS[2:])
    shown = asked("judge", str(CASES), "--rule", "forecast", "--format", "table")
    assert "due_date_passed" in shown
    assert "nan" not in shown.lower()


# Refusals


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "ok"),
        ({"scale": "growth"}, "growth_rate"),
        ({"scale": "growth_rate"}, "growth_rate"),
        ({"scale": "rate"}, "growth_rate"),
        ({"scale": "pos", "rule": "growth"}, "growth_rate"),
        ({"growth_rate": True}, "growth_rate"),
        ({"points": MONTHS}, "monthly"),
        ({"points": MONTHS[:2]}, "monthly"),
        ({"frequency": "month"}, "monthly"),
        ({"frequency": "Monthly"}, "monthly"),
        ({"interval_months": 1}, "monthly"),
        ({"monthly": True}, "monthly"),
        ({"frequency": "year", "interval_months": 12, "monthly": False, "growth_rate": None}, "ok"),
        ({"points": [[2023 + quarter / 4, 90 + quarter] for quarter in range(5)]}, "ok"),
        ({"due": 2024}, "due_date_passed"),
        ({"due": 2020.5}, "due_date_passed"),
        ({"breaks": [2023]}, "definition_break"),
        ({"break": 2022.5}, "definition_break"),
        ({"definition_break": True}, "definition_break"),
        ({"breaks": [2021, 2024]}, "definition_break"),
        ({"breaks": [2024, 2021]}, "definition_break"),
        ({"points": [*FIVE[:3], [2023, 92, True], FIVE[4]]}, "definition_break"),
        ({"series_break": [False, False, False, True, False]}, "definition_break"),
        ({"series_break": [True, False, True, False, False]}, "ok"),
        ({"freq": "M"}, "monthly"),
        ({"points": FIVE[:2], "breaks": [2021]}, "too_few_points"),
        ({"breaks": [2022]}, "ok"),
        ({"breaks": [], "break_at": None, "definition_break": False}, "ok"),
        ({"points": FIVE[:2]}, "too_few_points"),
        ({"points": []}, "too_few_points"),
        ({"points": [*FIVE[:2], [2022, None]]}, "too_few_points"),
        ({"points": [*FIVE[:2], [2021, 92], [2021.0, 93]]}, "too_few_points"),
        ({"points": [*FIVE[:4], [2024, 100.5]]}, "out_of_bounds"),
        ({"points": [*FIVE[:4], [2024, -0.5]]}, "out_of_bounds"),
        ({"scale": "pos", "points": [*FIVE[:4], [2024, 0]]}, "zero_or_negative"),
        ({"scale": "pos", "points": [*FIVE[:4], [2024, -1]]}, "zero_or_negative"),
        ({"scale": "pos", "target": 0, "direction": -1}, "zero_target"),
        ({"scale": "pos", "target": -5}, "zero_target"),
        ({"target": 100.5}, "impossible_target"),
        ({"target": -1}, "impossible_target"),
        ({"target": 0, "direction": "down"}, "ok"),
        ({"target": None}, "no_target"),
        ({"scale": "growth", "points": MONTHS, "due": 2020}, "growth_rate"),
        ({"points": MONTHS, "due": 2020}, "monthly"),
        ({"due": 2024, "breaks": [2023]}, "due_date_passed"),
        ({"due": 2021, "points": FIVE[:2]}, "due_date_passed"),
        ({"points": [[2020, 101], [2021, 90]]}, "too_few_points"),
    ],
)
def test_every_refusal_has_its_reason(tmp_path: Path, changes: dict[str, object], status: str) -> None:
    row = one(tmp_path, **changes)
    assert row["status"] == status
    assert status in set(Forecast)
    interval = {"ok", "impossible_target", "no_target"}
    assert all((row[name] != "") == (status in interval) for name in ("mean", "lo80", "hi80"))
    assert (row["p_met"] != "") == (status == "ok")


# Forms that say the same


@pytest.mark.parametrize(
    "changes",
    [
        {"points": FIVE[::-1]},
        {"points": [[2023, 1], *FIVE, [2025, None]]},
        {"points": [[*point, False] for point in FIVE]},
        {"points": [[*point, None] for point in FIVE]},
        {"direction": "up"},
        {"direction": "positive"},
        {"direction": 1.0},
        {"scale": "percent"},
        {"peers": None},
        {"peers": []},
        {"peers": [[0.1, 0.1]] * 4},
        {"expect": {"status": "?"}, "source": ["?"], "status": "?", "unit": None},
        {"points": [[1990, 5, True], *FIVE], "breaks": [2020]},
    ],
)
def test_one_case_has_many_forms(tmp_path: Path, changes: dict[str, object]) -> None:
    assert one(tmp_path, **changes) == one(tmp_path)


def test_only_the_present_definition_counts(tmp_path: Path) -> None:
    apart = one(tmp_path, points=[[2018, 10], [2019, 12], *FIVE], breaks=[2019.5])
    assert apart == one(tmp_path)
    assert apart != one(tmp_path, points=[[2018, 10], [2019, 12], *FIVE])


def test_down_mirrors_up(tmp_path: Path) -> None:
    mirrored = one(tmp_path, points=[[t, 100 - y] for t, y in FIVE], target=5, direction="down")
    up = one(tmp_path)
    assert float(mirrored["p_met"]) == pytest.approx(float(up["p_met"]))
    assert float(mirrored["lo80"]) == pytest.approx(100 - float(up["hi80"]))
    assert one(tmp_path, points=[[t, 100 - y] for t, y in FIVE], target=5, direction=-1) == mirrored
    assert one(tmp_path, points=[[t, 100 - y] for t, y in FIVE], target=5, direction="negative") == mirrored


def test_cases_may_stand_under_a_key_and_bear_any_name(tmp_path: Path) -> None:
    names = ['b, "c"', None, 7, "\ud800", "质量"]
    path = tmp_path / "cases.json"
    path.write_text("\ufeff" + json.dumps({"about": "", "cases": [CASE | {"name": name} for name in names]}), "utf-8")
    rows = table(asked("judge", str(path), "--rule", "forecast"))
    assert [row["name"] for row in rows] == ['b, "c"', "2", "7", "?", "质量"]
    assert len({row["p_met"] for row in rows}) == 1


def test_no_cases_give_a_header(tmp_path: Path) -> None:
    assert asked(*words(tmp_path)) == ",".join(COLUMNS) + "\n"
    assert json.loads(asked(*words(tmp_path, form="json"))) == []


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("scale", ["pct", "pos"])
@pytest.mark.parametrize(
    "changes",
    [
        {"points": [[0, 1e-300], [1e-9, 1e300], [2e-9, 5]], "due": 1e9},
        {"points": [[-1e300, 1], [0, 2], [1e300, 3]], "due": 1.7e308},
        {"points": [[t, 50] for t in range(2000, 2030)], "due": 1e12, "target": 50},
        {"points": [[t, 100] for t in range(2000, 2003)], "due": 2002.0000001, "target": 100},
        {"target": 1e308},
        {"peers": [[1e300, 1e300]] * 6},
        {"peers": [[-700, 0]] * 6},
    ],
)
def test_odd_but_readable_cases_raise_nothing(tmp_path: Path, changes: dict[str, object], scale: str) -> None:
    for direction in (1, -1):
        row = one(tmp_path, scale=scale, direction=direction, **changes)
        assert row["status"] in set(Forecast)
        assert not row["p_met"] or 0 <= float(row["p_met"]) <= 1
        if scale == "pct" and row["lo80"]:
            assert 0 <= float(row["lo80"]) <= float(row["hi80"]) <= 100


def test_many_cases_are_one_question(tmp_path: Path) -> None:
    rows = table(asked(*words(tmp_path, *[CASE] * 2000)))
    assert len(rows) == 2000
    assert len({row["p_met"] for row in rows}) == 1


# Bad files


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"points": None}, "points"),
        ({"points": "90;91"}, "points"),
        ({"points": [[2020, 90], [2021]]}, "points"),
        ({"points": [[2020, 90], 2021]}, "points"),
        ({"points": [[2020, 90, False, 1]]}, "points"),
        ({"points": [[2020, "90"]]}, "points"),
        ({"points": [["2020", 90]]}, "points"),
        ({"points": [[None, 90]]}, "points"),
        ({"points": [[2020, True]]}, "points"),
        ({"points": [[2020, float("nan")]]}, "points"),
        ({"points": [[2020, float("inf")]]}, "points"),
        ({"points": [[2020, 10**400]]}, "points"),
        ({"points": [[2020, 90, "new"]]}, "points"),
        ({"due": None}, "due"),
        ({"due": "2025"}, "due"),
        ({"due": True}, "due"),
        ({"due": float("inf")}, "due"),
        ({"target": "95"}, "target"),
        ({"target": False}, "target"),
        ({"target": float("nan")}, "target"),
        ({"target": [95]}, "target"),
        ({"direction": "sideways"}, "direction"),
        ({"direction": 0}, "direction"),
        ({"direction": None}, "direction"),
        ({"direction": True}, "direction"),
        ({"scale": "cubic"}, "scale"),
        ({"scale": None}, "scale"),
        ({"scale": ["pct"]}, "scale"),
        ({"peers": 5}, "peers"),
        ({"peers": [[0.1]]}, "peers"),
        ({"peers": [[0.1, -0.1]]}, "peers"),
        ({"peers": [["a", 0.1]]}, "peers"),
        ({"breaks": "2021"}, "breaks"),
        ({"break": [2021, "x"]}, "break"),
        ({"break": [2021, True]}, "break"),
        ({"break_at": float("nan")}, "break_at"),
    ],
)
def test_a_case_that_cannot_be_read_is_named(tmp_path: Path, changes: dict[str, object], key: str, lang: str) -> None:
    told = refused(*words(tmp_path, CASE, CASE | {"name": "the odd one"} | changes), "--lang", lang)
    assert "cases.json" in told
    assert "the odd one" in told
    assert f" {key} " in told or f"：{key} " in told
    assert len(told) < 300


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("key", ["points", "due", "direction", "scale"])
def test_a_key_that_is_not_there_is_named(tmp_path: Path, key: str, lang: str) -> None:
    case = {name: value for name, value in CASE.items() if name not in (key, "name")}
    assert key in refused(*words(tmp_path, case), "--lang", lang)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "text",
    [
        *("", "no JSON", "{}", '{"cases": {}}', '{"cases": null}', "5", "null", "[1]", "[null]", "[[]]"),
        *("[" * 100_000, "[" + "9" * 5000 + "]", '[{"points": [[2020, 90],]}]', "case_id,years\na,2020\n"),
    ],
)
def test_a_file_that_holds_no_cases_is_refused(tmp_path: Path, text: str, lang: str) -> None:
    path = tmp_path / "cases.json"
    path.write_text(text, encoding="utf-8")
    assert "cases.json" in refused("judge", str(path), "--rule", "forecast", "--lang", lang)


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "wide.json").write_text("[]", encoding="utf-16")
    assert "wide.json" in refused("judge", str(tmp_path / "wide.json"), "--rule", "forecast")
    assert "none.json" in refused("judge", str(tmp_path / "none.json"), "--rule", "forecast")
    refused("judge", str(tmp_path), "--rule", "forecast", "--lang", "en")


def test_the_form_of_a_case_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("zh", "en"):
        with pytest.raises(SystemExit):
            asked("judge", "--help", "--lang", lang)
        told = "".join(capsys.readouterr().out.split())
        assert all(word in told for word in ("points", "direction", "interval_months", "definition_break", "p_met"))
