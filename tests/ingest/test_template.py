"""The form of a department: what it asks for, what it tells, and that it passes its own upload."""

import io
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from data.catalogue.reading import Catalogue
from data.errors import UnknownCode
from data.ingest.archive import archive
from data.ingest.converting import factor
from data.ingest.importing import look
from data.ingest.inbox import Request
from data.ingest.preview import Preview
from data.ingest.template import template
from data.store import Store
from metrics.periods import Period, of_months

MARKET, COUNTIES = "650400-market", "650400-counties"
SUMMER = date(2019, 7, 10)
HALF, YEAR, EVENT = "主要工业产品抽检合格率", "省级名牌产品数", "品牌培育规划出台"
FIRST = 4  # the first row to fill in
Form = Callable[..., Any]


@pytest.fixture(scope="module")
def board(real_board: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A board with the shipped series, read by every test here."""
    opened = Store(Path(shutil.copy(real_board, tmp_path_factory.mktemp("forms") / "board.duckdb")))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def form(board: Store) -> Form:
    """The workbook of a form."""

    def made(department: str = MARKET, today: date = SUMMER, lang: str = "zh", period: Period | None = None) -> Any:
        return load_workbook(io.BytesIO(template(board, department, period=period, today=today, lang=lang)))

    return made


def rows(book: Any) -> list[tuple[str, ...]]:
    return list(book.worksheets[0].iter_rows(min_row=FIRST, values_only=True))


def column(book: Any, name: str, indicator: str) -> list[str]:
    sheet = book.worksheets[0]
    at = [cell.value for cell in sheet[FIRST - 1]].index(name)
    return [row[at] for row in rows(book) if row[1] == indicator]


def send(board: Store, content: bytes, department: str) -> Preview:
    mark = archive(board.path.parent, content)
    return look(board, Request(sha256=mark, file="填报.xlsx", department=department, user="王"))


def saved(book: Any) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_every_row_asks_for_one_figure(form: Form) -> None:
    book = form()
    sheet = book["填报"]
    assert [cell.value for cell in sheet[FIRST - 1]] == [
        *("地区", "指标", "单位", "期次", "数值", "上期值（参考）", "来源", "依据", "说明")
    ]
    assert ("吐鲁番市", HALF, "%", "2019年上半年", *[None] * 5) in rows(book)
    assert ("吐鲁番市", YEAR, "个", "2018年", *[None] * 5) in rows(book)
    assert ("吐鲁番市", EVENT, "是否完成", "2019年6月30日", *[None] * 5) in rows(book)
    assert len({row[:2] for row in rows(book)}) == len(rows(book)) > 30
    assert (sheet["A1"].value, sheet.freeze_panes) == ("吐鲁番市市场监督管理局质量指标填报表", "C4")
    assert "2019-07-10" in sheet["A2"].value


def test_work_taken_over_comes_with_the_day_of_the_succession(form: Form) -> None:
    assert rows(form(today=date(2018, 12, 31))) == []
    assert len(rows(form(today=date(2019, 1, 1)))) > 30


@pytest.mark.parametrize(
    ("today", "period", "half", "year", "event"),
    [
        (date(2019, 6, 30), None, ["2019年上半年"], ["2018年"], ["2019年6月30日"]),
        (date(2019, 12, 30), None, ["2019年上半年"], ["2018年"], ["2019年11月30日"]),
        (date(2026, 3, 1), None, ["2020年下半年"], ["2020年"], ["2026年2月28日"]),  # the plan ended with 2020
        (SUMMER, of_months(2018, 7, 6), ["2018年下半年"], ["2018年"], ["2018年12月31日"]),
        (SUMMER, of_months(2018, 1, 6), ["2018年上半年"], [], ["2018年6月30日"]),
    ],
)
def test_the_period_due_is_the_last_that_ended(
    form: Form, today: date, period: Period | None, half: list[str], year: list[str], event: list[str]
) -> None:
    book = form(today=today, period=period)
    assert [column(book, "期次", name) for name in (HALF, YEAR, EVENT)] == [half, year, event]


def test_each_county_is_asked_where_the_target_binds_each(form: Form) -> None:
    regions = ["吐鲁番市", "高昌区", "鄯善县", "托克逊县", "吐鲁番示范区"]
    assert column(form(COUNTIES), "地区", "区县和示范区创建领导小组设立") == regions


def test_the_newest_measured_figure_stands_beside(form: Form) -> None:
    assert column(form("622900-ecology"), "上期值（参考）", "空气质量优良天数比例") == ["88.8（2016年）"]


def test_drop_downs_and_bounds_keep_what_is_impossible_out(form: Form) -> None:
    book = form()
    sheet = book["填报"]
    rules = {str(rule.sqref).split(":")[0].split()[0]: rule for rule in sheet.data_validations.dataValidation}
    place = {row[1].value: row[4].coordinate for row in sheet.iter_rows(min_row=FIRST)}
    bound = next(rule for rule in rules.values() if place[HALF] in rule.sqref)
    state = next(rule for rule in rules.values() if place[EVENT] in rule.sqref)
    assert (bound.type, bound.formula1, bound.formula2) == ("decimal", "0", "100")
    assert "单位 %" in bound.prompt
    assert (state.type, rules["A4"].type, rules["B4"].type) == ("list", "list", "list")
    lists = book["lists"]
    assert lists.sheet_state == "veryHidden"
    assert [cell.value for cell in lists["C"]][:2] == ["完成", "未完成"]
    assert {cell.value for cell in lists["A"]} >= {"吐鲁番市", "高昌区"}
    assert sheet["B4"].comment.text.startswith("定义：")


@pytest.mark.parametrize(
    ("department", "lang"), [(MARKET, "zh"), (COUNTIES, "zh"), ("361000-market", "zh"), ("622900-market", "en")]
)
def test_a_form_passes_its_own_upload(board: Store, form: Form, department: str, lang: str) -> None:
    book = form(department, lang=lang)
    sheet = book.worksheets[0]
    asked = sheet.max_row - FIRST + 1
    blank = send(board, saved(book), department)
    assert (blank.rows.read, blank.rows.missing, blank.questions) == (asked, asked, ())
    for row in range(FIRST, sheet.max_row + 1):
        event = sheet.cell(row, 3).value in ("是否完成", "done or not")
        sheet.cell(row, 5).value = ("完成" if lang == "zh" else "Done") if event else 12
    full = send(board, saved(book), department)
    assert (full.state, full.rows.read, full.rows.new) == ("ready", asked, asked)
    assert [one.words() for one in full.findings if one.level == "error"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_units_are_the_indicators_own(board: Store, catalogue: Catalogue, form: Form, lang: str) -> None:
    known = {getattr(one, f"name_{lang}"): one for one in catalogue.indicators.values()}
    for department in ("361000-market", "350500-quality", "622900-ecology", "350000-market"):
        for _, name, unit, *_ in rows(form(department, lang=lang)):
            assert factor(known[name], unit or "") == 1, (name, unit)


def test_a_milestone_told_is_shown(store: Store, catalogue: Catalogue, tmp_path: Path) -> None:
    with store.write() as cursor:
        cursor.execute(
            "INSERT INTO load (sha256, file, user_name, loaded_at, rows_read, rows_new, rows_changed, rows_unchanged,"
            " rows_missing) VALUES ('', 'f', 'u', now(), 1, 1, 0, 0, 0)"
        )
        identity = next(one.indicator_id for one in catalogue.indicators.values() if one.name_zh == EVENT)
        cursor.execute(
            "INSERT INTO milestone_report BY NAME SELECT '650400' AS region, ? AS indicator_id,"
            " DATE '2019-03-08' AS reported, TRUE AS done, '' AS evidence, (SELECT max(id) FROM load) AS load_id",
            [identity],
        )
    book = load_workbook(io.BytesIO(template(store, MARKET, today=SUMMER)))
    assert column(book, "上期值（参考）", EVENT) == ["完成（2019年3月8日）"]


def test_an_unknown_department_is_named(board: Store) -> None:
    with pytest.raises(UnknownCode, match="650400-marke"):
        template(board, "650400-marke", today=SUMMER)
