"""The check finds every problem of a catalogue at once, each with file, row, field and cure."""

import re
from collections import Counter
from pathlib import Path

import pytest

import cli
from data.boarding import checked
from data.catalogue.checking import check
from data.catalogue.problems import Problem
from data.catalogue.reading import read
from data.errors import CatalogueBroken
from tests.catalogue.conftest import Change

TARGETS = "plans/quanzhou/targets.csv"
TOML = "plans/quanzhou/plan.toml"
LEVEL = "overall_quality_level"
RATE, TREND, COUNT, MILESTONE = "quanzhou-069", "quanzhou-001", "quanzhou-025", "turpan-095"

# What is changed in a row of a table, and the field and code of what must be found there.
CELLS: list[tuple[str, str, dict[str, str], str, str]] = [
    (TARGETS, RATE, {"region": "999999"}, "region", "unknown_region"),
    (TARGETS, RATE, {"departments": "350500-quality;350500-nobody"}, "departments", "unknown_department"),
    (TARGETS, RATE, {"indicator_id": "happiness"}, "indicator_id", "unknown_indicator"),
    (TARGETS, RATE, {"parent": "quanzhou-999"}, "parent", "unknown_parent"),
    (TARGETS, RATE, {"parent": RATE}, "parent", "unknown_parent"),
    (TARGETS, RATE, {"parent": "fujian-001"}, "parent", "unknown_parent"),
    (TARGETS, RATE, {"conflict": "quanzhou-999"}, "conflict", "unknown_parent"),
    (TARGETS, RATE, {"level": "province"}, "level", "unknown_level"),
    (TARGETS, RATE, {"value": "9400"}, "value", "unit_mismatch"),
    (TARGETS, RATE, {"base_value": "-3"}, "base_value", "unit_mismatch"),
    (TARGETS, RATE, {"value": "inf"}, "value", "number"),
    (TARGETS, RATE, {"value": "nan"}, "value", "number"),
    (TARGETS, RATE, {"value": "94%"}, "value", "number"),
    (TARGETS, RATE, {"due": "2015-06-30"}, "due", "due_before_base"),
    (TARGETS, RATE, {"base_value": "90", "base_date": "2017-11-30"}, "due", "due_before_base"),
    (TARGETS, RATE, {"due": "2017-11-31"}, "due", "day"),
    (TARGETS, RATE, {"due": ""}, "due", "day"),
    (TARGETS, RATE, {"rule": "more_or_less"}, "rule", "choice"),
    (TARGETS, RATE, {"rule": "at_most"}, "rule", "against_direction"),
    (TARGETS, RATE, {"rule": "milestone", "value": ""}, "rule", "milestone_kind"),
    (TARGETS, RATE, {"rule": "frequency"}, "rule", "unit_mismatch"),
    (TARGETS, COUNT, {"rule": "growth"}, "rule", "unit_mismatch"),
    (TARGETS, RATE, {"rule": "range", "value_high": "94"}, "value_high", "range_without_end"),
    (TARGETS, RATE, {"rule": "rank", "value": "", "benchmark": "peers:moon"}, "benchmark", "unknown_peers"),
    (TARGETS, RATE, {"rule": "benchmark", "value": "", "benchmark": f"{RATE}@999"}, "benchmark", "unknown_region"),
    (TARGETS, RATE, {"method": "growth_ratio", "value": ""}, "method", "growth_to_zero"),
    (TARGETS, RATE, {"binding": "perhaps"}, "binding", "choice"),
    (TARGETS, RATE, {"implied": "perhaps"}, "implied", "yes"),
    (TARGETS, RATE, {"tier": "4"}, "tier", "whole"),
    (TARGETS, RATE, {"target_id": TREND}, "target_id", "duplicate_row"),
    ("plans/turpan/targets.csv", MILESTONE, {"rule": "trend"}, "rule", "milestone_kind"),
    ("indicators.csv", LEVEL, {"direction": ""}, "direction", "missing_direction"),
    ("indicators.csv", LEVEL, {"direction": "sideways"}, "direction", "choice"),
    ("indicators.csv", LEVEL, {"unit": "furlong"}, "unit", "unknown_unit"),
    ("indicators.csv", LEVEL, {"weight": "happiness"}, "weight", "unknown_indicator"),
    ("indicators.csv", LEVEL, {"lower": "5", "upper": "5"}, "upper", "empty_range"),
    ("indicators.csv", LEVEL, {"name_zh": ""}, "name_zh", "blank"),
    ("indicators.csv", "quality_awareness_index", {"indicator_id": "Overall Level"}, "indicator_id", "code"),
    ("indicators.csv", "quality_awareness_index", {"indicator_id": LEVEL}, "indicator_id", "duplicate"),
    ("regions.csv", "350502", {"parent": "999999"}, "parent", "unknown_region"),
    ("regions.csv", "350500", {"parent": "350502"}, "parent", "circular"),
    ("regions.csv", "350503", {"code": "350502"}, "code", "duplicate"),
    ("departments.csv", "350500-quality", {"successor": "350500-nobody"}, "successor", "unknown_department"),
    ("departments.csv", "350500-quality", {"region": "999999"}, "region", "unknown_region"),
    ("peers.csv", "pilot_cities", {"members": "350500;999999"}, "members", "unknown_region"),
]  # fmt: skip


def found(problems: list[Problem]) -> set[tuple[str, int, str, str]]:
    return {(one.file, one.row, one.field, one.code) for one in problems}


def test_the_shipped_catalogue_is_clean_and_complete() -> None:
    assert check() == []
    catalogue = read()
    assert sorted(catalogue.plans) == ["fujian", "fuzhou", "linxia", "quanzhou", "turpan"]
    tiers = Counter(placed.target.tier for placed in catalogue.targets)
    assert tiers[1] >= 215
    assert tiers[2] >= 155
    assert set(tiers) == {1, 2, 3}


@pytest.mark.parametrize(
    ("file", "key", "cells", "field", "code"), CELLS, ids=[f"{one[4]}-{place}" for place, one in enumerate(CELLS)]
)
def test_a_wrong_cell_is_found_with_its_place(
    root: Path, change: Change, file: str, key: str, cells: dict[str, str], field: str, code: str
) -> None:
    row = change(file, key, **cells)
    problems = check(root)
    assert (file, row, field, code.removesuffix("_row")) in found(problems)
    for problem in problems:
        for lang in ("zh", "en"):
            words = problem.words(lang)
            assert problem.file in words
            assert "{" not in words
            assert len(words) > len(problem.file) + 15


def test_only_what_is_broken_is_told(root: Path, change: Change) -> None:
    row = change(TARGETS, RATE, departments="350500-nobody")
    assert check(root) == [Problem(TARGETS, row, "departments", "unknown_department", subject="350500-nobody")]


# Targets beside each other


def appended(root: Path, key: str, **cells: str) -> int:
    """A further row like another one but for some cells; returns its number."""
    lines = (root / TARGETS).read_text(encoding="utf-8").splitlines()
    names = lines[0].split(",")
    copy = dict(zip(names, next(line for line in lines if line.startswith(key)).split(","), strict=True)) | cells
    (root / TARGETS).write_text("\n".join([*lines, ",".join(copy[name] for name in names)]) + "\n", encoding="utf-8")
    return len(lines) + 1


def test_two_figures_for_one_promise_contradict(root: Path) -> None:
    row = appended(root, RATE, target_id="quanzhou-900", value="97")
    assert found(check(root)) == {(TARGETS, row, "value", "contradiction")}


def test_a_conflict_named_in_the_text_is_none_of_ours(root: Path) -> None:
    appended(root, RATE, target_id="quanzhou-900", value="97", conflict=RATE)
    assert check(root) == []


def test_the_same_promise_twice_is_a_repeat(root: Path) -> None:
    row = appended(root, RATE, target_id="quanzhou-900")
    assert found(check(root)) == {(TARGETS, row, "value", "repeated")}


def test_a_second_date_of_a_target_is_a_further_row(root: Path) -> None:
    appended(root, RATE, due="2016-12-31", value="92")
    assert check(root) == []


def test_one_date_twice_is_a_duplicate(root: Path) -> None:
    row = appended(root, RATE, value="97")
    assert (TARGETS, row, "target_id", "duplicate") in found(check(root))


def test_rows_of_one_target_must_agree(root: Path) -> None:
    row = appended(root, RATE, due="2016-12-31", rule="hold")
    assert found(check(root)) == {(TARGETS, row, "rule", "differs")}


def test_one_number_in_two_plans_is_a_duplicate(root: Path, change: Change) -> None:
    row = change("plans/turpan/targets.csv", "turpan-001", target_id=RATE)
    assert ("plans/turpan/targets.csv", row, "target_id", "duplicate") in found(check(root))


def test_two_plans_that_differ_are_a_warning(root: Path, change: Change) -> None:
    folder = root / "plans" / "second"
    folder.mkdir()
    toml = (root / TOML).read_text(encoding="utf-8").replace('id = "quanzhou"', 'id = "second"')
    (folder / "plan.toml").write_text(toml, encoding="utf-8")
    lines = (root / TARGETS).read_text(encoding="utf-8").splitlines()
    row = next(line for line in lines if line.startswith(RATE)).replace(RATE, "second-001").replace(",94,", ",97,")
    (folder / "targets.csv").write_text(f"{lines[0]}\n{row}\n", encoding="utf-8")
    told = check(root)
    assert [(one.code, one.level) for one in told] == [("contradiction", "warning")]
    assert checked(root).plans["second"].region == "350500"


# Files


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "file", ["units.csv", "regions.csv", "peers.csv", "indicators.csv", "departments.csv", "rules.toml", TOML, TARGETS]
)
def test_a_missing_file_is_named(root: Path, file: str) -> None:
    (root / file).unlink()
    assert (file, 0, "", "missing_file") in found(check(root))


def test_no_plan_at_all_is_a_problem(root: Path) -> None:
    for path in sorted((root / "plans").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert found(check(root)) == {("plans", 0, "", "missing_file")}


@pytest.mark.parametrize("file", [TOML, "rules.toml"])
def test_broken_toml_is_named(root: Path, file: str) -> None:
    with (root / file).open("a", encoding="utf-8") as toml:
        toml.write('\nbroken = "never closed')
    assert (file, 0, "", "unreadable") in found(check(root))


@pytest.mark.parametrize(
    ("old", "new", "field", "code"),
    [
        ('region = "350500"', 'region = "999999"', "region", "unknown_region"),
        ('end = "2017-11-30"', 'end = "2015-12-31"', "end", "due_before_base"),
        ('end = "2016-03-31"', 'end = "2015-12-31"', "phases.mobilisation", "due_before_base"),
        ('start = "2016-01-01"', 'start = "2016-13-01"', "start", "day"),
        ('status = "final"', 'status = "finished"', "status", "choice"),
        ('id = "quanzhou"', 'id = "quanzou"', "id", "plan_id"),
        ('issuer_en = "', 'issuer_em = "', "issuer_en", "lacking"),
        ('issuer_en = "', 'issuer_em = "', "issuer_em", "spare"),
        ('who = "350500-quality"', 'who = "350500-nobody"', "reporting.四(一)7", "unknown_department"),
        ('department = "350500-quality"', 'department = "350500-nobody"', "hotlines.12365", "unknown_department"),
    ],
)
def test_what_is_wrong_in_a_plan_is_found(root: Path, old: str, new: str, field: str, code: str) -> None:
    rewrite(root / TOML, old, new)
    assert (TOML, 0, field, code) in found(check(root))


def test_a_light_too_few_is_found(root: Path) -> None:
    rewrite(root / "rules.toml", 'missed = "red"\n', "")
    assert found(check(root)) == {("rules.toml", 0, "lights.missed", "lacking")}


@pytest.mark.parametrize("cells", ["quanzhou-900,一", ",".join("x" * 30)])
def test_a_wrong_number_of_cells_is_found(root: Path, cells: str) -> None:
    with (root / TARGETS).open("a", encoding="utf-8") as table:
        table.write(f"{cells}\n")
    lines = (root / TARGETS).read_text(encoding="utf-8").count("\n")
    assert (TARGETS, lines, "", "cells") in found(check(root))


def test_a_wrong_header_is_told_once(root: Path) -> None:
    rewrite(root / "units.csv", "family", "familiy")
    told = [one for one in found(check(root)) if one[0] == "units.csv"]
    assert sorted(told) == [("units.csv", 1, "familiy", "spare"), ("units.csv", 1, "family", "lacking")]


def test_another_encoding_is_named(root: Path) -> None:
    path = root / "regions.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))
    assert ("regions.csv", 0, "", "unreadable") in found(check(root))


# Everything at once


def test_all_problems_are_told_at_once(root: Path, change: Change) -> None:
    expected = {
        (TARGETS, change(TARGETS, RATE, region="999999"), "region", "unknown_region"),
        (TARGETS, change(TARGETS, COUNT, departments="nobody"), "departments", "unknown_department"),
        (TARGETS, change(TARGETS, TREND, due="2015-01-01"), "due", "due_before_base"),
        ("peers.csv", change("peers.csv", "prefecture", members="1"), "members", "unknown_region"),
        ("plans/fujian/plan.toml", 0, "", "missing_file"),
    }
    (root / "plans" / "fujian" / "plan.toml").unlink()
    assert found(check(root)) == expected
    with pytest.raises(CatalogueBroken) as told:
        checked(root)
    assert "5" in told.value.words("zh")
    assert "python cli.py check" in told.value.words("en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_prints_every_problem_and_fails(root: Path, change: Change, lang: str) -> None:
    row = change(TARGETS, RATE, region="999999")
    (root / "plans" / "fujian" / "targets.csv").unlink()
    text, code, _ = cli.run(["--lang", lang, "check", "--config", str(root)])
    assert code == 1
    lines = text.splitlines()
    assert len(lines) == 3
    assert "plans/fujian/targets.csv" in lines[0]
    assert re.search(rf"{TARGETS}.*{row}.*region.*999999", lines[1])
    assert "2" in lines[2]


def test_the_command_says_that_all_is_well() -> None:
    text, code, _ = cli.run(["check"])
    assert code == 0
    assert len(text.splitlines()) == 1
