"""The upload wizard, run in this process: what each step says, keeps and refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import history
from data.ingest import inbox
from data.ingest.commit import Sender
from data.store import Store, opened
from tests.ui.conftest import Run, address_of, html_of
from tests.ui.shipped import copied

HEAD = "地区,指标,期次,数值\n"
SOUND = HEAD + "吐鲁番市,主要食品信息追溯覆盖率,2018年下半年,70%\n吐鲁番市,主要食品信息追溯覆盖率,2019年下半年,99%\n"
WRONG = SOUND + "高昌区,主要食品信息追溯覆盖率,2019年下半年,98.3%%\n"
NAMELESS = SOUND + "托克逊镇,主要食品信息追溯覆盖率,2019年下半年,90%\n"
BARE = "吐鲁番市,2018年,70\n高昌区,2018年,71\n鄯善县,2018年,72\n"
FRACTION = SOUND + "高昌区,主要食品信息追溯覆盖率,2019年下半年,0.92\n鄯善县,主要食品信息追溯覆盖率,2019年下半年,93%\n"
SENDER = Sender("figures.csv", "王", "650400-food_drug")

Step = Callable[..., AppTest]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.fixture
def store(database: Path, run: Run) -> Store:
    return opened(database)


@pytest.fixture
def step(run: Run, database: Path, store: Store) -> Step:
    """Receive a text as a file and open it at a step."""

    def at(text: str, number: int, lang: str = "en") -> AppTest:
        upload = inbox.receive(store, text.encode("gb18030"), SENDER.file, SENDER)
        return run(database, "upload", plan="turpan", lang=lang, upload=str(upload), step=str(number))

    return at


def button(test: AppTest, key: str):  # type: ignore[no-untyped-def]
    return test.button(key=f"upload-{key}")


def test_files_are_taken_only_from_somebody(run: Run, database: Path):
    test = run(database, "upload", plan="turpan", lang="en")
    assert test.file_uploader[0].disabled
    test.selectbox(key="upload-department").set_value("650400-food_drug")
    test.text_input(key="upload-user").set_value("王").run()
    assert not test.file_uploader[0].disabled
    assert address_of(test)["department"] == "650400-food_drug"
    assert not test.exception


def sent(run: Run, database: Path, *files: tuple[str, bytes]) -> AppTest:
    """Give name and department, then drop files."""
    test = run(database, "upload", plan="turpan", lang="en", department="650400-food_drug")
    test.text_input(key="upload-user").set_value("王").run()
    test.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    return test


def test_a_dropped_file_is_archived_read_and_shown_at_once(run: Run, database: Path, store: Store):
    test = sent(run, database, ("figures.csv", SOUND.encode("gb18030")))
    one = inbox.open_uploads(store)[0]
    assert (one.file, one.department, one.user) == ("figures.csv", "650400-food_drug", "王")
    assert address_of(test).items() >= {"upload": str(one.id), "step": "3"}.items()
    assert "Understood: one figure a row" in html_of(test)
    assert not test.exception


def test_several_files_wait_side_by_side_and_bad_ones_are_refused_in_a_sentence(run: Run, database: Path, store: Store):
    files = [("a.csv", SOUND.encode()), ("b.csv", WRONG.encode()), ("<i>.exe", b"MZ"), ("c.csv", b"")]
    shown = html_of(sent(run, database, *files))
    assert {one.file for one in inbox.open_uploads(store)} == {"a.csv", "b.csv"}
    assert "&lt;i&gt;.exe" in shown
    assert "is not a table and was not taken" in shown
    assert "is empty (0 bytes)" in shown
    assert "2 files are waiting" in shown


@pytest.mark.parametrize(
    ("text", "lang"), [(WRONG, "zh"), (FRACTION, "en"), (BARE, "zh"), (HEAD, "en"), ("", "zh"), ("\x00\x01", "en")]
)
def test_no_step_breaks_on_any_file(run: Run, database: Path, store: Store, text: str, lang: str):
    upload = inbox.receive(store, text.encode("gb18030"), SENDER.file, SENDER)
    test = run(database, "upload", plan="turpan", lang=lang, upload=str(upload))
    for number in "2345":
        test.query_params["step"] = number
        test.run()
        assert not test.exception
        assert "state-error" not in html_of(test)
        assert "headline" in html_of(test)


def test_the_preview_counts_names_the_cell_and_holds_back(step: Step):
    test = step(WRONG, 4)
    shown = html_of(test)
    assert "2 of 3 rows understood: 2 rows ready to load, none to confirm, 1 row to fix" in shown
    assert "98.3%%" in shown
    assert "row 4" in shown
    assert "column D" in shown
    assert not button(test, "partial").disabled
    with pytest.raises(KeyError):
        button(test, "onward")  # whole by default: the sound rows alone are a choice of their own


def test_the_sound_rows_alone_can_be_loaded(step: Step, store: Store):
    test = button(step(WRONG, 4), "partial").click().run()
    assert address_of(test)["step"] == "5"
    assert test.checkbox[0].value is True
    test = button(test, "send").click().run()
    assert address_of(test)["step"] == "6"
    row = history.loads(store).iloc[0]
    assert (row["rows_new"], row["rows_refused"]) == (2, 1)


def test_a_warning_asks_for_a_tick_and_a_reason_and_keeps_both(step: Step, store: Store):
    test = step(FRACTION, 4)
    assert button(test, "onward").disabled
    tick, word = test.checkbox[0], test.text_input[0]
    tick.check().run()
    assert button(test, "onward").disabled
    word.set_value("台账如此").run()
    assert not button(test, "onward").disabled
    assert list(inbox.open_uploads(store)[0].confirmations.values()) == ["台账如此"]
    test.checkbox[0].uncheck().run()
    assert inbox.open_uploads(store)[0].confirmations == {}


def test_a_name_not_understood_is_answered_and_kept_at_once(step: Step, store: Store):
    test = step(NAMELESS, 3)
    box = next(one for one in test.selectbox if "托克逊镇" in one.label)
    assert box.options[1].endswith("650422")  # the nearest first
    box.set_value("650422").run()
    assert inbox.open_uploads(store)[0].mapping.names == {"region": {"托克逊镇": "650422"}}
    assert "every column has its meaning" in html_of(test)


def test_a_question_bars_the_way_until_it_is_answered(step: Step):
    test = step(BARE, 4)
    assert "things could not be worked out" in html_of(test)  # step 4 is not there yet: step 3 stands in its place
    assert button(test, "onward").disabled


def test_load_receipt_and_undo(step: Step, store: Store, database: Path, run: Run):
    test = button(step(SOUND, 5), "send").click().run()
    load = int(history.loads(store)["id"].max())
    shown = html_of(test)
    assert f"Load {load} is done: 2 rows new" in shown
    assert f"load={load}" in shown
    assert button(test, "undo").disabled
    test.text_input(key=f"upload-undo-{address_of(test)['upload']}").set_value("发错了").run()
    test = button(test, "undo").click().run()
    assert "was undone by 王" in html_of(test)
    assert history.loads(store).iloc[0]["undone_why"] == "发错了"


def test_the_same_file_again_changes_nothing(step: Step, store: Store):
    button(step(SOUND, 5), "send").click().run()
    assert "This file was loaded on" in html_of(step(SOUND, 4))
    assert len(inbox.open_uploads(store)) == 1


def test_a_file_put_aside_and_one_that_never_was(step: Step, run: Run, database: Path, store: Store):
    test = button(step(SOUND, 3), "drop-yes").click().run()
    assert "upload" not in address_of(test)
    assert inbox.open_uploads(store) == []
    assert "was discarded" in html_of(step_again(run, database, "1"))
    assert "There is no upload 999" in html_of(step_again(run, database, "999"))


def step_again(run: Run, database: Path, upload: str) -> AppTest:
    return run(database, "upload", plan="turpan", lang="en", upload=upload, step="4")


def test_a_step_that_is_no_number_is_left_out(run: Run, database: Path):
    test = run(database, "upload", plan="turpan", lang="en", upload="x", step="9")
    assert not test.exception
    assert "No file is open" in html_of(test)
