"""Understand one cell of figures: a number with the unit behind it, a missing value, or why it is neither.

Nothing is rounded and nothing guessed: what can be read in two ways is unclear, and says what to write instead.
"""

import re
from dataclasses import dataclass

from data.ingest.measures import MULTIPLIERS, key, measure, plain

# What departments write where there is no figure, in lower case. 0 is a figure, #N/A the error of a formula.
MISSING = frozenset(
    {"", "na", "n/a", "n.a.", "nan", "null", "none", "/", "\\", "*", "."}
    | {"无", "缺", "缺失", "暂缺", "暂无", "无数据", "暂无数据", "不适用"}
)
DASHES = re.compile("[-—–―−‐‑]+|…+|[.]{3,6}|_+")  # once or several times: --, ——, ……

LARGEST = 1e15  # beyond any figure of a city, and far from where sums and powers overflow
LONGEST = 100  # signs of a cell in which a figure is looked for

FIGURE = re.compile(r"[+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:[.][0-9]+)?")
SIMPLE = re.compile(rf"({FIGURE.pattern}|{THOUSANDS.pattern})([%‰]?)")
APART = re.compile(r"([+-]?[1-9][0-9]{0,2}(?:[\u00a0\u2007\u2009\u202f][0-9]{3})+(?:[.][0-9]+)?)(?![0-9])")
PARTED = re.compile(r"([+-]?[0-9.,]*[0-9][.]?(?:[eE][+-]?[0-9]{1,4})?)(.*)", re.DOTALL)
RAISED = re.compile("[0-9０-９][²³₀-₉]")  # 10² is no 102
BRACKETED = re.compile(r"[(]([0-9.][^()]*)[)](%|‰)?")

# What a cell may be that is no single exact number, in the order in which it is tried.
ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME[?]|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|#+)|#[A-Z/0-9]+[!?]")
NUMBER = r"[0-9]+(?:,[0-9]{3})*(?:[.][0-9]+)?"
DAY = re.compile(r"(?:19|20)[0-9]{2}(?:年.*|[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?:[T ].*)?)")
RANGE = re.compile(rf"-?{NUMBER}\s*[%‰万亿]?\s*(?:[-~—–至到]+|[.]{{2,3}}|…)\s*{NUMBER}\s*[%‰万亿]?\D*")
ABOUT = re.compile(
    rf"(?:[约近超<>≤≥≈~]=?|大约|约为|接近|超过|大于|小于|不低于|不高于|不少于|至少|左右)+\s*(-?{NUMBER}[%‰]?).*"
    rf"|(-?{NUMBER}[%‰]?)\s*(?:左右|上下|以上|以下|以内|余|多|[+]).*"
)
FALL = re.compile(rf"(?:下降|减少|降低|回落|↓|▼|减)\s*({NUMBER})\s*(%|‰|)\D*")
TWO_FIGURES = re.compile(rf"{NUMBER}\s*[/:]\s*{NUMBER}")
SEPARATED = re.compile(r"([+-]?)([0-9][0-9.,' ]*[0-9])([%‰]?)")
LONE_COMMA = re.compile("[0-9]+,[0-9]+")
POINTS_BETWEEN = re.compile("[0-9]{1,3}(?:[.][0-9]{3})+,[0-9]+|[0-9]{1,3}(?:[.][0-9]{3}){2,}")
WITH_WORDS = re.compile(rf"(?:[^-—–\d]*|[^-—–\d]*(?P<minus>-))(?P<figure>{NUMBER})\s*(?P<mark>[%‰]?)\D*")
SHARE_IN_WORDS = {"百分之": "%", "千分之": "‰"}


@dataclass(frozen=True)
class Number:
    """A figure exactly as written. ``mark`` is what stands behind it: "", "%", "‰", "万", "亿" or a unit (亿元, 个).

    The mark is not worked into ``value``; ``converting.factor`` takes it.
    """

    value: float
    mark: str = ""


@dataclass(frozen=True)
class Unclear:
    """A cell that is no single exact number: the code of its finding, and what would be right where it can be told."""

    code: str
    other: str = ""


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    word = plain(text).casefold()
    return word in MISSING or DASHES.fullmatch(word) is not None


def number(text: str) -> Number | Unclear | None:
    """What a cell of figures says; nothing for a missing value."""
    simple = SIMPLE.fullmatch(text)
    if simple:
        return _finite(simple[1].replace(",", ""), simple[2])
    if is_missing(text):
        return None
    if RAISED.search(text) or len(text) > LONGEST:
        return Unclear("not_number")
    found = _signs(text)
    return _read(found) or _unclear(found)


def _signs(text: str) -> str:
    """A cell in plain signs: half-width, one minus, no apostrophe before the figure, no blank beside a sign."""
    cell = text.strip().lstrip("'’‘＇")
    grouped = APART.match(cell)
    if grouped:
        cell = re.sub(r"[^0-9.+-]", "", grouped[1]) + cell[grouped.end() :]
    cell = re.sub(r"^[−–‐‑﹣－]\s*(?=[0-9.０-９])", "-", cell)
    return re.sub(r"(?<=^[+-]) | (?=[%‰])|(?<=[(]) | (?=[)])", "", plain(cell))


def _read(cell: str) -> Number | Unclear | None:
    """The figure of a cell in plain signs, with its mark; nothing where it has another form."""
    bracketed = BRACKETED.fullmatch(cell)
    if bracketed:
        cell = f"-{bracketed[1]}{bracketed[2] or ''}"
    match = PARTED.fullmatch(cell)
    if match is None:
        return None
    digits, mark = match[1], match[2].strip()
    if mark and key(mark) not in MULTIPLIERS and measure(mark) is None:
        return None
    if THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    return _finite(digits, mark) if FIGURE.fullmatch(digits) else None


def _finite(digits: str, mark: str) -> Number | Unclear:
    """A figure as a number; unclear where it is beyond all figures, or so small that it would become 0."""
    value = float(digits)
    vanished = value == 0 and any(sign in "123456789" for sign in re.split("[eE]", digits)[0])
    return Unclear("number_too_large") if vanished or abs(value) > LARGEST else Number(value + 0.0, mark)


def _unclear(cell: str) -> Unclear:
    """Why a cell is no number, and what would be."""
    if ERROR.fullmatch(cell.upper()):
        return Unclear("formula_error")
    if re.fullmatch(r".*[%‰]\s*[%‰]", cell):
        return Unclear("double_percent", re.sub(r"[%‰\s]+$", "", cell) + cell.rstrip()[-1])
    if DAY.fullmatch(cell):
        return Unclear("day_not_number")
    if RANGE.fullmatch(cell):
        return Unclear("range_cell")
    about = ABOUT.fullmatch(cell)
    if about:
        return Unclear("not_exact", about[1] or about[2])
    fall = FALL.fullmatch(cell)
    if fall:
        return Unclear("fall_in_words", f"-{fall[1]}{fall[2]}")
    if TWO_FIGURES.fullmatch(cell):
        return Unclear("two_figures")
    return _separated(cell) or _with_words(cell)


def _separated(cell: str) -> Unclear | None:
    """Signs that part the figures in a way that can be read twice; says the likely reading."""
    match = SEPARATED.fullmatch(cell)
    if match is None:
        return None
    figures = re.sub("[ ']", "", match[2])
    if LONE_COMMA.fullmatch(figures):
        figures = figures.replace(",", ".")
    elif POINTS_BETWEEN.fullmatch(figures):
        figures = figures.replace(".", "").replace(",", ".")
    likely = f"{match[1]}{figures}{match[3]}"
    return Unclear("separators", likely) if SIMPLE.fullmatch(likely) and "," not in likely else Unclear("not_number")


def _with_words(cell: str) -> Unclear:
    """A figure among words, or no figure at all."""
    match = WITH_WORDS.fullmatch(cell)
    if match is None:
        return Unclear("not_number")
    mark = match["mark"] or SHARE_IN_WORDS.get(cell[:3], "")
    return Unclear("number_with_words", f"{match['minus'] or ''}{match['figure'].replace(',', '')}{mark}")
