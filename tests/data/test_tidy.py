"""A department's table is understood whole or refused whole, with the place and what would be right."""

from datetime import date
from pathlib import Path

import pytest

from data.boarding import load_file
from data.catalogue.reading import Catalogue
from data.errors import Refused
from data.ingest.tidy import read_tidy
from data.store import Store
from tests.data.conftest import Send
from tests.data.figures import CITY, COUNT, HEADER, RATE, everything, is_one_sentence, standing, tidy

GOOD = f"{CITY},{RATE},2015,91.5"
FULL = f"{HEADER},provisional,series_break,note"

WRONG = {
    "a region nobody knows": (tidy(GOOD, f"999999,{RATE},2016,92"), 3, "region", "region"),
    "a region's name": (tidy(f"泉州市,{RATE},2016,92"), 2, "region", "region_name"),
    "no region": (tidy(f",{RATE},2016,92"), 2, "region", "region"),
    "an indicator nobody knows": (tidy(f"{CITY},happiness,2016,92"), 2, "indicator", "indicator"),
    "no period": (tidy(f"{CITY},{RATE},,92"), 2, "period", "period"),
    "a period nobody knows": (tidy(f"{CITY},{RATE},last year,92"), 2, "period", "period"),
    "the year nought": (tidy(f"{CITY},{RATE},0000,92"), 2, "period", "period"),
    "a year slipped": (tidy(f"{CITY},{RATE},0201,92"), 2, "period", "period"),
    "a thirteenth month": (tidy(f"{CITY},{RATE},2016-13,92"), 2, "period", "period"),
    "a period to come": (tidy(f"{CITY},{RATE},2109,92"), 2, "period", "future"),
    "a year that is not over": (tidy(f"{CITY},{RATE},2020,92"), 2, "period", "future"),
    "text": (tidy(f"{CITY},{RATE},2016,good"), 2, "value", "number"),
    "infinity": (tidy(f"{CITY},{RATE},2016,inf"), 2, "value", "number"),
    "no number": (tidy(f"{CITY},{RATE},2016,nan"), 2, "value", "number"),
    "a sign alone": (tidy(f"{CITY},{RATE},2016,+"), 2, "value", "number"),
    "a percent sign": (tidy(f"{CITY},{RATE},2016,92%"), 2, "value", "number"),
    "thousands in groups": (tidy(f'{CITY},{RATE},2016,"1,092",s'), 2, "value", "number"),
    "a programmer's number": (tidy(f"{CITY},{RATE},2016,9_2"), 2, "value", "number"),
    "above a hundred percent": (tidy(f"{CITY},{RATE},2016,920"), 2, "value", "range"),
    "below nothing": (tidy(f"{CITY},{RATE},2016,-1"), 2, "value", "range"),
    "beyond all figures": (tidy(f"{CITY},{COUNT},2016,1e300"), 2, "value", "range"),
    "no source": (tidy(f"{CITY},{RATE},2016,92,"), 2, "source", "source"),
    "the same figure twice": (tidy(GOOD, f"{CITY},{RATE},2015年,92"), 3, "period", "twice"),
    "a cell too few": (f"{HEADER}\n{CITY},{RATE},2016,92\n", 2, "", "cells"),
    "a cell too many": (tidy(f"{CITY},{RATE},2016,1,092,bulletin"), 2, "", "cells"),
    "a flag nobody knows": (tidy(f"{CITY},{RATE},2016,92,s,maybe,no,", header=FULL), 2, "provisional", "yes"),
    "a column missing": (tidy(header="region,indicator,value,source"), 1, "period", "column"),
    "a column twice": (tidy(header=f"{HEADER},value"), 1, "value", "column_twice"),
    "a column misspelt": (tidy(header=f"{HEADER},provisonal"), 1, "provisonal", "extra"),
    "a quote never closed": (tidy(f'{CITY},{RATE},2016,92,"bulletin'), 2, "", "quotes"),
    "no lines": (tidy(), 1, "", "nothing"),
    "only blank lines": (tidy() + "\n,,,,\n\n", 1, "", "nothing"),
    "nothing at all": ("", 1, "region", "column"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_found_with_its_place(case: str, catalogue: Catalogue) -> None:
    text, row, column, code = WRONG[case]
    problems = read_tidy(text, catalogue, today=date(2020, 6, 1)).problems
    assert (problems[0].row, problems[0].column, problems[0].code) == (row, column, code)
    for lang in ("zh", "en"):
        words = problems[0].words(lang)
        assert str(row) in words
        assert column in words
        assert "{" not in words


def test_a_name_is_answered_with_its_code(catalogue: Catalogue) -> None:
    problem = read_tidy(tidy(f"泉州市,{RATE},2016,92"), catalogue, today=date(2020, 6, 1)).problems[0]
    assert CITY in problem.words("zh")


def test_an_event_is_no_figure(catalogue: Catalogue) -> None:
    event = next(key for key, one in catalogue.indicators.items() if one.kind == "event")
    problem = read_tidy(tidy(f"{CITY},{event},2016,1"), catalogue, today=date(2020, 6, 1)).problems[0]
    assert (problem.column, problem.code) == ("indicator", "event")


def test_all_problems_are_told_at_once(catalogue: Catalogue) -> None:
    lines = (f"1,{RATE},2016,92", GOOD, f"{CITY},x,soon,many,", f"{CITY},{RATE},2017,inf")
    found = read_tidy(tidy(*lines), catalogue, today=date(2020, 6, 1)).problems
    assert [(one.row, one.column) for one in found] == [
        (2, "region"),
        (4, "indicator"),
        (4, "period"),
        (4, "value"),
        (4, "source"),
        (5, "value"),
    ]


@pytest.mark.parametrize("form", ["bom", "crlf", "cr", "blank columns", "spaces"])
def test_what_spreadsheets_write_is_understood(form: str, store: Store, catalogue: Catalogue, tmp_path: Path) -> None:
    text = tidy(GOOD, f"{CITY},{RATE},2016,92.25")
    written = {
        "bom": text.encode("utf-8-sig"),
        "crlf": text.replace("\n", "\r\n").encode("utf-8-sig"),
        "cr": text.replace("\n", "\r").encode(),
        "blank columns": text.replace("\n", ",,\n").encode() + b",,,,,,\n",
        "spaces": text.replace(",", " , ").encode(),
    }
    path = tmp_path / "figures.csv"
    path.write_bytes(written[form])
    receipt = load_file(store, path, catalogue)
    assert (receipt.read, receipt.new) == (2, 2)
    assert standing(store) == {2015: 91.5, 2016: 92.25}


def test_missing_values_are_counted_and_need_no_source(send: Send, store: Store) -> None:
    receipt = send(GOOD, f"{CITY},{RATE},2016,,", f"{CITY},{RATE},2017,-,")
    assert (receipt.read, receipt.new, receipt.missing) == (3, 1, 2)
    assert standing(store) == {2015: 91.5}


def test_a_file_of_missing_values_only_is_a_load(send: Send, store: Store) -> None:
    receipt = send(f"{CITY},{RATE},2016,NA")
    assert (receipt.state, receipt.new, receipt.missing) == ("accepted", 0, 1)
    assert standing(store) == {}


def test_one_bad_cell_refuses_the_whole_file(send: Send, store: Store) -> None:
    before = everything(store)
    with pytest.raises(Refused) as told:
        send(GOOD, f"{CITY},{RATE},2016,inf", f"{CITY},{RATE},2017,920")
    assert everything(store) == before
    assert len(told.value.problems) == 2
    for lang in ("zh", "en"):
        assert "figures.csv" in told.value.words(lang)
        assert "inf" in told.value.words(lang)
        assert is_one_sentence(told.value.words(lang))


def test_another_encoding_is_refused_with_its_line(store: Store, catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(tidy(GOOD).encode() + f"{CITY},{RATE},2016,92,统计公报\n".encode("gb18030"))
    with pytest.raises(Refused) as told:
        load_file(store, path, catalogue)
    assert "3" in told.value.words("zh")
    assert "UTF-8" in told.value.words("en")
