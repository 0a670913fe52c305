"""The words by which tables of departments are laid out: headings, titles, totals, footnotes, periods inside a text."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from data.ingest.lexicon import split_unit
from data.ingest.mapping import Role
from data.ingest.measures import measure, plain
from data.ingest.table import Extra
from metrics.periods import UnreadablePeriod, parse, parse_day

Heading = Role | Extra | Literal["value", "serial", "aside", "reference", "total", "part", ""]

COUNTRY = "中国"
ROLES: tuple[Role, ...] = ("region", "indicator", "period")
EXTRAS: tuple[Extra, ...] = get_args(Extra)

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_EXACT: dict[str, Heading] = {}
_LISTED: tuple[Heading, ...] = (*ROLES, "part", "value", *EXTRAS, "serial", "aside", "total")
for _kind in _LISTED:
    for _word in _LISTS[_kind]:
        _EXACT.setdefault(_word, _kind)
FIRST: frozenset[str] = frozenset(_LISTS["indicator_first"])
_SIGNS = {word: "月" if word[0] in "月m" else "季度" for word in _LISTS["part"] if word[0] in "月m季q"}
_COUNTERS = frozenset("甲乙丙丁戊己庚辛ab") | {"栏次"}
_GENERIC = frozenset(_LISTS["generic"])
_STATES = frozenset(_LISTS["state"])
BODY: frozenset[str] = frozenset(_LISTS["body"])
_FEET = "|".join(map(re.escape, _LISTS["foot"]))
_BACK = "上期|上年|上月|上季|去年|前年|往年|基期|同期"
_REFERENCE = re.compile(
    rf"(?:{_BACK}|基准).*|.*(?:同比|环比).*|[与比较](?:{_BACK}).*"
    r"|(?:增长|增减|增速|增幅|升降|变化|变动)(?:率|额|量|值|幅度|情况)?"
    r"|.*(?:目标|计划|任务|规划|预期|预计|预测)[值数量]?|参考值?|.*[(]参考[)]"
    r"|(?:年度|目标|任务)?完成(?:率|比例|进度|百分比|度)|进度|排名|排序|名次|位次|占比|比重|差距|差值|标准值?"
    r"|(?:target|plan|planned|reference|previous|last|prior|baseline|growth|change|rank|yoy|mom)\b.*"
)
_PROVISIONAL = re.compile(r"(?:初步(?:核算|统计)?|快报|暂定|provisional|preliminary|p)[数值]?")
_FOOT = re.compile(
    rf"(?:{_FEET})\s*\d*\s*[.、]?\s*:.*|(?:注|附注|说明)\s*\d*\s*[.、:].*|(?:资料|数据)来源.*|[*※#▲△]\s*\S.*"
    r"|[(]?(?:续表|接上表|下同|完|以下空白|此行以下空白)[)]?",
    re.IGNORECASE | re.DOTALL,
)
_KEYED = re.compile(r"([^:：]{1,14}?)\s*[:：]\s*([^:：]*)")
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(
    rf"(?:[(（]\s*(?:{_NUMERAL}|\d{{1,2}})\s*[)）]|{_NUMERAL}\s*[、.．]|\d{{1,2}}\s*[、．]|\d{{1,2}}\.(?!\d))\s*"
)
_BRACKET = re.compile(r"[(（\[［【]([^()（）\[\]［］【】]*)[)）\]］】]")
_Y = r"(?:(?:19|20)\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})"
_PART = (
    r"(?:第?\s*[一二三四1-4]\s*季度?|前[一二三]季度|前\d+个?月|[上下]半年|[QqHh][1-4]"
    r"|1?\d\s*(?:[-—–−~～至到]\s*1?\d\s*)?月份?)(?:累计)?[末底]?"
)
_TAIL = rf"(?:\s*{_PART}(?:\s*\d{{1,2}}\s*日)?|\s*[度末底]|\s*[(（]末[)）]|\s*全年)?"
_INSIDE = re.compile(rf"{_Y}\s*年{_TAIL}|{_Y}\s*(?:[QqHh][1-4]|[上下]半年|第?[一二三四1-4]季度?)")
_WHOLE_PART = re.compile(rf"{_PART}|全年")
_OPENING = frozenset("12１２一二 \u3000")
_DECIMAL = re.compile(r"\d{4}\.\d{1,2}")
DIGITS = frozenset("0123456789")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_FIGURE = re.compile(
    r"[<>≤≥≈~约近超¥$]*[(]?[-+−–]?[¥$]?(?:\d[\d,]*(?:\.[\d,]*)?|\.\d+)(?:e[-+]?\d+)?(?:[-~–—至][-+]?\d[\d,.]*)?"
    r"(?:[%‰]*|(?![年月日天])(.{1,8}?))[)]?[*]?|#(?:div/0!|n/a|name\?|null!|num!|ref!|value!)"
)
_SERIAL_OF_TITLE = re.compile(rf"^(?:附?[表件]\s*[\d一二三四五六七八九十-]*|{_NUMBERED.pattern})[、.:：\s]*")
_EACH = re.compile(r"[各分][设区市县州地、()（）]+")
_SORT_OF_TABLE = re.compile(
    r"的?(?:完成|指标)?(?:情况|数据|指标|进展)?(?:统计|汇总|一览|报送|填报|对比|明细|监测|调查)?[报总]?[表册单]?$"
)


def flat(text: str) -> str:
    """A text as compared: half-width forms, small letters, no blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def bare(text: str) -> str:
    """A heading without brackets, blanks and signs around it."""
    return _BRACKET.sub("", flat(text)).strip(":*_-\\/|")


@lru_cache(maxsize=65536)
def heading(text: str) -> Heading:
    """What a heading's own word says of its column; empty where the word is none of those known."""
    word = bare(text)
    return _EXACT.get(word) or ("reference" if _REFERENCE.fullmatch(flat(text)) or _REFERENCE.fullmatch(word) else "")


def is_generic(text: str) -> bool:
    """Whether a heading over several columns says nothing of them."""
    return bare(text) in _GENERIC or heading(text) == "value"


def is_total(text: str) -> bool:
    """Whether a label names a sum or mean of the other rows."""
    return text[:1] not in DIGITS and heading(text) == "total"


def is_provisional(text: str) -> bool:
    """Whether what a heading adds to its period says that the figures are provisional."""
    return bool(_PROVISIONAL.fullmatch(flat(text).strip("()")))


def is_footnote(text: str) -> bool:
    """Whether a text opens a line beneath a table: a note, a source, who signed."""
    return bool(_FOOT.fullmatch(unicodedata.normalize("NFKC", text).strip()))


def is_numbered(text: str) -> bool:
    """Whether a text opens with the number of a section or point."""
    return bool(_NUMBERED.match(text))


def unnumbered(text: str) -> str:
    """A label without the number of its point (一、 1. （1）)."""
    rest = _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text
    return rest or text


def keyed(text: str) -> tuple[str, str] | None:
    """Word and content of a line such as 指标：地区生产总值, brackets around the whole taken off."""
    line = text.strip()
    if line[:1] in ("(", "（") and line[-1:] in (")", "）"):
        line = line[1:-1]
    found = _KEYED.fullmatch(line.strip())
    return (found[1].strip(), found[2].strip()) if found else None


@lru_cache(maxsize=65536)
def is_unit(text: str) -> bool:
    """Whether a text is a unit and nothing else."""
    return measure(plain(text).strip("()")) is not None


@lru_cache(maxsize=65536)
def unit_inside(text: str) -> str:
    """The unit that a text carries behind its name or in brackets, else nothing."""
    pair = keyed(text)
    return pair[1] if pair and heading(pair[0]) == "unit" and is_unit(pair[1]) else split_unit(text)[1]


def is_figure(text: str) -> bool:
    """Whether a cell looks like a figure, or the state of a milestone: what it is worth is read later."""
    return bool(_PLAIN.fullmatch(text)) or _is_figure(text)


def is_decimal(text: str) -> bool:
    """Whether a text is a plain number with a point: never a label."""
    return "." in text and bool(_PLAIN.fullmatch(text))


@lru_cache(maxsize=65536)
def _is_figure(text: str) -> bool:
    word = flat(text).lstrip("'")
    found = _FIGURE.fullmatch(word)
    return word in _STATES or (
        found is not None and (not found[1] or is_unit(found[1].rstrip(")*")) or _powers(found[1]))
    )


def _powers(text: str) -> bool:
    return set(text) <= set("百千万亿")


def is_whole_period(text: str) -> bool:
    """Whether a text is a period with a plausible year, or a day. 2019.6 is rather a figure."""
    return text[:1] in _OPENING and _is_period(text)


@lru_cache(maxsize=65536)
def _is_period(text: str) -> bool:
    word = flat(text)
    if not re.match(_Y, word) or _DECIMAL.fullmatch(word):
        return False
    for understand in (parse, parse_day):
        try:
            understand(text)
        except UnreadablePeriod:
            continue
        return True
    return False


@lru_cache(maxsize=65536)
def is_part_period(text: str) -> bool:
    """Whether a text is a month, quarter or half that lacks its year."""
    return bool(_WHOLE_PART.fullmatch(flat(text)))


@lru_cache(maxsize=65536)
def period_inside(text: str) -> str:
    """The period a heading or title names, as written; empty for none or several."""
    if is_whole_period(text) or is_part_period(text):
        return text
    found = _periods(text)
    return found[0] if len(found) == 1 else ""


def periods_inside(text: str) -> list[str]:
    """All periods a title names, as written."""
    return [text] if is_whole_period(text) else _periods(text)


def _periods(text: str) -> list[str]:
    """Periods with the word 年 outside brackets, or filling a pair of brackets."""
    outside = [found.group().strip() for found in _INSIDE.finditer(_BRACKET.sub(" ", text))]
    return outside + [word for word in _BRACKET.findall(text) if is_whole_period(word)]


@lru_cache(maxsize=65536)
def without_period(text: str) -> str:
    """What a heading says beside its period."""
    period = period_inside(text)
    if not period:
        return text
    rest = text.replace(period, "", 1)
    return re.sub(r"[(（]\s*[)）]", "", rest).strip(" _-—:：的年")


def year_and_part(year: str, part: str, head: str) -> str:
    """A period that stands in two columns: 2018 and 6 under 月份, or 2018年 and 上半年."""
    if not part or is_whole_period(part):
        return part or year
    whole = f"{year}年" if year.isdecimal() else year
    sign = _SIGNS.get(bare(head), "") if part.isdecimal() else ""
    return f"{whole}{part}{sign}"


def year_of(period: str) -> str:
    """The year that a period's text names, as it goes before a part of a year; empty for none."""
    found = re.match(_Y, flat(period))
    return f"{found[0]}年" if found else ""


def title_cores(text: str) -> tuple[str, ...]:
    """A title as it stands, then without its number, without the words for a table, and without 各县市区."""
    core = _SERIAL_OF_TITLE.sub("", text.strip(), count=1)
    named = _SORT_OF_TABLE.sub("", core, count=1)
    return text, core, named, _EACH.sub("", named, count=1)


def period_key(text: str) -> object:
    """The same for texts that name the same period."""
    try:
        return parse(text)
    except UnreadablePeriod:
        return flat(text)


def is_year(text: str) -> bool:
    """Whether a text names a year and no part of it."""
    return bool(re.fullmatch(rf"{_Y}年?度?", flat(text)))


def is_counter(text: str) -> bool:
    """Whether a cell stands for a column of labels in a row that numbers the columns."""
    return flat(text) in _COUNTERS
