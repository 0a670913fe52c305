"""Bare cases from a file: judged by any rule, told apart, and refused where they cannot be read."""

import csv
from pathlib import Path

import pytest

from metrics.model.vocabulary import Method, Status
from tests.data.shell import asked, refused, table
from tests.ui.shipped import ROOT

CASES = ROOT / "tests" / "cases" / "growth_ratio.csv"
JUDGED = ["case_id", "status", "score", "ratio", "reason"]
COLUMNS = "case_id years values direction base_year target target_year limit thr_high thr_med thr_low"
PUBLISHED = "base_year goal due_year natural_limit cut_high cut_middle cut_low"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published cases under the columns of the trade."""
    with CASES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    path = tmp_path_factory.mktemp("cases") / "cases.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS.split())
        for row in rows:
            points = [one.partition("=")[::2] for one in row["points"].split(";")]
            years, values = (";".join(parts) for parts in zip(*points, strict=True))
            better = {"higher": "positive", "lower": "negative"}.get(row["better"], row["better"])
            rest = [row[name] for name in PUBLISHED.split()]
            writer.writerow([row["case"], years, values, better, *rest])
    return path


@pytest.mark.parametrize("rule", [method.value for method in Method])
def test_bare_cases_are_judged_by_every_rule(cases: Path, rule: str) -> None:
    rows = table(asked("judge", str(cases), "--rule", rule, "--format", "csv"))
    given = table(cases.read_text(encoding="utf-8"))
    assert [row["case_id"] for row in rows] == [row["case_id"] for row in given]
    assert list(rows[0]) == JUDGED + ["published_status"] * (rule == "growth_ratio")
    assert {row["status"] for row in rows} <= set(Status)


def test_published_words_come_out_the_same(cases: Path) -> None:
    with CASES.open(encoding="utf-8") as file:
        published = {row["case"]: row["published_status"] for row in csv.DictReader(file) if row["group"] == "statcan"}
    rows = table(asked("judge", str(cases), "--rule", "growth_ratio"))
    assert {row["case_id"]: row["published_status"] for row in rows if row["case_id"] in published} == published


def judge(folder: Path, *lines: str, header: str = "case_id,years,values,direction,target,target_year") -> list[str]:
    (folder / "cases.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
    return ["judge", str(folder / "cases.csv"), "--rule", "linear_pace"]


def test_two_cases_of_one_name_are_judged_apart(tmp_path: Path) -> None:
    words = judge(tmp_path, "a,2015;2018,10;20,positive,30,2020", "a,2015;2018,10;5,positive,30,2020")
    assert [row["status"] for row in table(asked(*words))] == ["behind", "reversing"]


def test_no_cases_give_a_header(tmp_path: Path) -> None:
    assert asked(*judge(tmp_path)) == "case_id,status,score,ratio,reason\n"


def test_odd_but_readable_cases_raise_nothing(tmp_path: Path) -> None:
    odd = [
        "a,2015;2018,1e308;-1e308,positive,1e308,2020",
        "b,,,positive,1,2020",
        "c,2015,1,up,,",
        "d,2015;2016,0;0,,0,2016",
    ]
    for rule in Method:
        words = judge(tmp_path, *odd)
        assert len(table(asked(*words[:-1], rule.value))) == len(odd)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("a,2015;2018,10;inf,positive,30,2020", "inf"),
        ("a,2015;2018,10;nan,positive,30,2020", "nan"),
        ("a,2015;2018,10;ten,positive,30,2020", "ten"),
        ("a,2015;2018,10;20,positive,many,2020", "many"),
        ("a,2015;2018,10;20,positive,30,20200", "20200"),
        ("a,2015;2018,10;20,sideways,30,2020", "sideways"),
        ("a,2015;2018,10,positive,30,2020", "a"),
        ("a,2015;soon,10;20,positive,30,2020", "a"),
        ("a,2015;2018,10;20,positive,30,2020,1,2", "cases.csv"),
    ],
)
def test_an_unreadable_case_is_refused(tmp_path: Path, line: str, place: str) -> None:
    assert place in refused(*judge(tmp_path, line))
    assert place in refused(*judge(tmp_path, line), "--lang", "en")
