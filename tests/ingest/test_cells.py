"""One cell of figures is read exactly as written, told to be missing, or refused with what would be right."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.ingest.cells import Number, Unclear, is_missing, number
from data.ingest.finding import Finding

NUMBERS = {
    "98.3": (98.3, ""),
    "0": (0, ""),
    "-0": (0, ""),
    "00012": (12, ""),
    ".5": (0.5, ""),
    "+5": (5, ""),
    "1.2E+05": (120000, ""),
    "1,234": (1234, ""),
    "-1,234,567.8": (-1234567.8, ""),
    "１，２３４．５": (1234.5, ""),
    "1\u00a0234": (1234, ""),
    "1\u202f234\u202f567.5": (1234567.5, ""),
    " 98.3 ": (98.3, ""),
    "98.3\u200b": (98.3, ""),
    "\t98.3\u3000": (98.3, ""),
    "'12.3": (12.3, ""),
    "(12.3)": (-12.3, ""),
    "（1,234）": (-1234, ""),
    "(12.3%)": (-12.3, "%"),
    "−5": (-5, ""),
    "－5": (-5, ""),
    "–5": (-5, ""),
    "- 5": (-5, ""),
    "98.3%": (98.3, "%"),
    "98.3 ％": (98.3, "%"),
    "98.3﹪": (98.3, "%"),
    "-1.5‰": (-1.5, "‰"),
    "1.2万": (1.2, "万"),
    "1.2 亿": (1.2, "亿"),
    "1.2亿元": (1.2, "亿元"),
    "1,234个": (1234, "个"),
    "98.3分": (98.3, "分"),
    "3.5件/万人": (3.5, "件/万人"),
}

UNCLEAR = {
    "98.3%%": ("double_percent", "98.3%"),
    "98.3％％": ("double_percent", "98.3%"),
    "35~150": ("range_cell", ""),
    "12-15": ("range_cell", ""),
    "12～15": ("range_cell", ""),
    "12%—15%": ("range_cell", ""),
    "12至15": ("range_cell", ""),
    "1.2万-1.5万": ("range_cell", ""),
    "约50": ("not_exact", "50"),
    ">95": ("not_exact", "95"),
    "≥95%": ("not_exact", "95%"),
    "＜5": ("not_exact", "5"),
    "50左右": ("not_exact", "50"),
    "50余": ("not_exact", "50"),
    "不低于95%": ("not_exact", "95%"),
    "#DIV/0!": ("formula_error", ""),
    "#N/A": ("formula_error", ""),
    "#REF!": ("formula_error", ""),
    "#####": ("formula_error", ""),
    "1.234,56": ("separators", "1234.56"),
    "1.234.567": ("separators", "1234567"),
    "98,3": ("separators", "98.3"),
    "0,983": ("separators", "0.983"),
    "12 345": ("separators", "12345"),
    "98 .3": ("separators", "98.3"),
    "2019-06-30": ("day_not_number", ""),
    "2019年": ("day_not_number", ""),
    "2019/6": ("day_not_number", ""),
    "3/4": ("two_figures", ""),
    "1:2": ("two_figures", ""),
    "下降3.2%": ("fall_in_words", "-3.2%"),
    "98.3*": ("number_with_words", "98.3"),
    "98.3①": ("number_with_words", "98.3"),
    "98.3%（初步）": ("number_with_words", "98.3%"),
    "百分之98": ("number_with_words", "98%"),
    "1e999": ("number_too_large", ""),
    "1e-999": ("number_too_large", ""),
    **dict.fromkeys(
        ("合格", "—5", "10²", "1_000", "0x10", "inf", "١٢", "½", "+", "%", "1,23,456", "12.3.4"), ("not_number", "")
    ),
    "9" * 20: ("number_too_large", ""),
    "9" * 200: ("number_too_large", ""),
    "约" + "9" * 200: ("not_number", ""),
}

NO_FIGURE = [
    "",
    " ",
    "\u3000",
    "-",
    "--",
    "---",
    "－",
    "—",
    "——",
    "…",
    "……",
    "...",
    "NA",
    "N/A",
    "n/a",
    "NaN",
    "null",
    "None",
]
NO_FIGURE += ["无", "缺", "暂无", "/", "／", "\\", "*", ".", "暂缺", "不适用"]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_is_read_as_written(text: str) -> None:
    assert number(text) == Number(*NUMBERS[text])


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_no_single_number_says_what_would_be(text: str) -> None:
    assert number(text) == Unclear(*UNCLEAR[text])


@pytest.mark.parametrize("text", UNCLEAR)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_refusal_has_words_and_a_cure(text: str, lang: str) -> None:
    code, other = UNCLEAR[text]
    finding = Finding("error", code, value=text, other=other)
    assert finding.message(lang).endswith(("。", "."))
    assert other in finding.cure(lang)


@pytest.mark.parametrize("text", NO_FIGURE)
def test_missing_is_kept_apart_from_nought(text: str) -> None:
    assert is_missing(text)
    assert number(text) is None


@pytest.mark.parametrize("text", ["0", "0.0", "０", "0%", "(0)", "#N/A", "没有", "x"])
def test_nought_errors_and_words_are_not_missing(text: str) -> None:
    assert not is_missing(text)
    assert number(text) is not None


def test_what_would_be_right_is_a_number() -> None:
    assert [other for _, other in UNCLEAR.values() if other and not isinstance(number(other), Number)] == []


def test_a_cell_of_a_million_signs_takes_no_time() -> None:
    for text in ("9" * 10**6, "(" * 10**6, "1," * 10**6, " " * 10**6 + "x", "%" * 10**6, "约" * 10**6):
        assert isinstance(number(text), Unclear)


FIXED = settings(derandomize=True, phases=[Phase.generate], max_examples=200, deadline=None)
FIGURES = st.floats(-1e15, 1e15)
WIDE = str.maketrans("0123456789.,-+%", "０１２３４５６７８９．，－＋％")


@FIXED
@given(FIGURES)
def test_a_figure_comes_back_to_the_last_bit(value: float) -> None:
    assert number(repr(value)) == Number(value)


@FIXED
@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False), st.sampled_from(["", "%", "‰"]))
def test_grouped_and_full_width_figures_are_the_same_figure(value: object, mark: str) -> None:
    wanted = Number(float(str(value)), mark)
    for text in (f"{value}{mark}", f"{value:,}{mark}", f"{value:,} {mark}".translate(WIDE)):
        assert number(text) == wanted


@FIXED
@given(st.text(max_size=12), st.text(alphabet="0123456789.,-%‰()（）万亿 ~约", max_size=12))
def test_any_text_is_a_number_missing_or_unclear(any_text: str, like: str) -> None:
    for text in (any_text, like):
        found = number(text)
        assert (found is None) == is_missing(text)
        assert isinstance(found, Number | Unclear | None)
