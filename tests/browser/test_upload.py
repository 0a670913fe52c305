"""A clerk's way in a real browser: upload, see what is wrong, mend the file, load it, see the status turn, undo."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from playwright.sync_api import Locator

from tests.browser.conftest import Server, Visit, Visitor, served
from tests.ui.shipped import copied

pytestmark = pytest.mark.browser

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TARGET = "主要食品信息追溯覆盖率"
SPARE = "(main => main.scrollWidth - main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
PRODUCT = "/product?plan=turpan&as_of=2019-12-31"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A board of this file's own: its tests load and undo."""
    with served(copied(tmp_path_factory.mktemp("desk"))) as server:
        yield server
    assert "Traceback" not in server.log.read_text(encoding="utf-8", errors="replace")


def book(newest: str) -> bytes:
    """A department's workbook with a title, a header in row 3 and the newest figure in E5."""
    made = Workbook()
    sheet = made.active
    sheet.title = "汇总"
    for row in (
        ["吐鲁番市食品药品监管情况"],
        ["单位：%"],
        ["序号", "地区", "指标", "期次", "数值", "来源"],
        [1, "吐鲁番市", "主要食品信息追溯覆盖率", "2018年下半年", "70%", "监测台账"],
        [2, "吐鲁番市", "主要食品信息追溯覆盖率", "2019年下半年", newest, "监测台账"],
    ):
        sheet.append(row)
    sink = BytesIO()
    made.save(sink)
    return sink.getvalue()


def introduce(visit: Visit, name: str) -> None:
    """Give department and name."""
    visit.page.get_by_role("combobox", name="单位").click()
    visit.page.keyboard.type("食药监")  # the list is long: only what is in view exists
    visit.page.get_by_role("option", name="市食药监局").click()
    visit.settle()
    visit.page.get_by_role("textbox", name="姓名").fill(name)
    visit.page.wait_for_selector('[data-testid="stFileUploaderDropzone"] button:not([disabled])', state="attached")
    visit.settle()


def drop(visit: Visit, file: str, content: bytes) -> None:
    field = visit.page.locator('[data-testid="stFileUploader"] input[type="file"]')
    field.set_input_files({"name": file, "mimeType": XLSX, "buffer": content})
    visit.page.wait_for_url("**upload=*", timeout=60_000)
    visit.settle()


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name).click()
    visit.settle()


def statuses(visit: Visit) -> list[str]:
    """The rows of the target on the product page."""
    visit.open(PRODUCT)
    return [row.inner_text() for row in target_rows(visit).all()]


def target_rows(visit: Visit) -> Locator:
    return visit.page.locator("table.long tr", has_text=TARGET)


def test_upload_mend_load_and_undo(desk: Server, visitor: Visitor, tmp_path: Path):
    visit = visitor(desk)
    before = statuses(visit)
    assert len(before) == 1
    assert "进度滞后" in before[0]

    visit.open("/upload?plan=turpan")
    introduce(visit, "王小明")
    drop(visit, "食药监局.xlsx", book("９９%%"))
    assert visit.params["step"] == "3"
    assert "看懂了" in visit.said
    press(visit, "对，下一步：看预览")

    wrong = visit.page.locator("table.problems tbody tr")
    assert wrong.count() == 1
    for words in ("拒收", "汇总 第 5 行 E 列", "９９%%", "99%"):
        assert words in wrong.inner_text().replace("\u00a0", " ")
    with visit.page.expect_download() as download:
        press(visit, "下载标注好的原件（1 处标红）")
    download.value.save_as(tmp_path / "marked.xlsx")
    cell = load_workbook(tmp_path / "marked.xlsx")["汇总"]["E5"]
    assert cell.value == "９９%%"
    assert cell.comment is not None
    assert "99%" in cell.comment.text
    assert cell.fill.fill_type == "solid"

    visit.page.locator(".steps a", has_text="选文件").click()
    visit.settle()
    drop(visit, "食药监局 改好.xlsx", book("99%"))
    press(visit, "对，下一步：看预览")
    assert "2 行全部读懂，都可以提交" in visit.said.replace("\u00a0", " ")
    assert "已达标" in visit.page.locator("table.changes").inner_text()
    press(visit, "下一步：确认提交")
    visit.page.locator(".st-key-upload-send button").click()
    visit.page.wait_for_url("**step=6*", timeout=60_000)
    visit.settle()
    assert "已完成：新增 2 行" in visit.said.replace("\u00a0", " ")
    receipt = visit.page.url
    assert "已达标" in statuses(visit)[0]

    visit.page.goto(receipt)
    visit.settle()
    visit.page.get_by_placeholder("撤回的理由（必填）").fill("演示")
    visit.page.wait_for_selector(".st-key-upload-undo button:not([disabled])")
    visit.page.locator(".st-key-upload-undo button").click()
    visit.page.get_by_text("撤回，看板回到载入以前").wait_for(timeout=60_000)
    assert statuses(visit) == before


def test_back_reload_and_a_pasted_link_keep_file_and_step(desk: Server, visitor: Visitor):
    visit = visitor(desk)
    visit.open("/upload?plan=turpan")
    introduce(visit, "王小明")
    drop(visit, "待办.xlsx", book("９８%%"))
    press(visit, "对，下一步：看预览")
    link, upload = visit.page.url, visit.params["upload"]
    visit.page.go_back()
    visit.settle()
    assert (visit.params["upload"], visit.params["step"]) == (upload, "3")
    visit.page.go_forward()
    visit.settle()
    visit.page.reload()
    visit.settle()
    assert "1 处须改正" in visit.said.replace("\u00a0", " ")
    other = visitor(desk)
    other.open(link.removeprefix(desk.base))
    assert "1 处须改正" in other.said.replace("\u00a0", " ")
    press(other, "EN")
    assert (other.params["upload"], other.params["step"], other.params["lang"]) == (upload, "4", "en")
    assert "1 cell must be fixed" in other.said.replace("\u00a0", " ")


def test_nothing_runs_out_of_the_smallest_screen(desk: Server, visitor: Visitor):
    visit = visitor(desk, 1024, 768)
    visit.open("/upload?plan=turpan")
    introduce(visit, "王小明")
    drop(visit, "窄屏.xlsx", book("120%"))
    upload = visit.params["upload"]
    for lang in ("zh", "en"):
        for step in ("1", "2", "3", "4", "5"):
            visit.turn(f"/upload?plan=turpan&lang={lang}&upload={upload}&step={step}")
            assert (lang, step, visit.page.evaluate(SPARE)) == (lang, step, 0)
            assert visit.page.locator(".state-error").count() == 0
