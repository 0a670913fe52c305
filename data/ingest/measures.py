"""Units as departments write them (亿元, 万平方米, 件/万人, ‰): what kind of thing is measured, and how much of it."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

# Signs that mean the same: full-width and small forms, squares and cubes, blanks; marks that are not seen are none.
PLAIN = (
    {0xFEE0 + code: code for code in range(0x21, 0x7F)}
    | str.maketrans("﹪﹣﹢﹐﹒〔〕【】﹙﹚²³µ−\u3000\u00a0\u2007\u2009\u202f\t", "%-+,.()()()23μ-" + " " * 6)
    | {0x2080 + digit: ord("0") + digit for digit in range(10)}
    | dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"), None)
)
MULTIPLIERS = {"十": 10, "百": 10**2, "千": 10**3, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7} | {
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
# The words of each kind, and how many of the kind's base one of them is. Words of one kind convert, others never.
WORDS: dict[str, dict[str, str]] = {
    "share": {
        "1": "% 百分比 百分数 百分率 percent",
        "1/10": "‰ 千分比 千分数 千分率 permille",
        "1/100": "‱ 万分比 万分率",
    },
    "points": {"1": "百分点 个百分点", "1/10": "千分点 个千分点"},
    "money": {"1": "元 人民币元 yuan rmb cny"},
    "foreign_money": {"1": "美元 usd 欧元 港元"},
    "area": {"1": "平方米 平米 m2 ㎡", "10000": "公顷 hm2 ha", "2000/3": "亩 mu", "1000000": "平方公里 平方千米 km2"},
    "mass": {"1": "吨 t tonnes tons", "1/1000": "千克 公斤 kg", "1/1000000": "克 g"}
    | {"1/1000000000": "毫克 mg", "1/1000000000000": "微克 μg ug"},
    "coal": {"1": "吨标准煤 吨标煤 tce", "1/1000": "千克标准煤 公斤标准煤"},
    "volume": {"1": "立方米 m3", "1/1000": "升"},
    "length": {"1": "米", "1000": "公里 千米 km"},
    "energy": {"1": "千瓦时 kwh"},
    "batch": {"1": "批次 批 batches"},
    "times": {"1": "次 次/年 次每年 场 场次 期"},
    "people": {"1": "人 名 people persons"},
    "visits": {"1": "人次"},
    "points_given": {"1": "分 点 指数 points index"},
    "place": {"1": "位 位次 名次"},
    "ratio": {"1": "倍 倍数"},
    "things": {
        "1": "个 家 项 件 起 户 台 台件 台(件) 台套 套 处 所 座 条 份 种 类 例 宗 张 只 间 款 篇 部 枚 辆 艘 数量"
    },
}
COUNTED = ("things", "people", "times", "batch")
MULTIPLIED = {*COUNTED, "money", "foreign_money", "area", "mass", "coal", "volume", "length", "energy", "visits"}
PER_HEAD = "人均"  # in a name: the figure is one for each person, which its unit need not repeat
LONGEST = 40  # signs of a unit
SAID = re.compile(r"(?:计量)?单位[:是为]?")
OF_WHAT = re.compile(r"(?:地区|国内)?生产总值$|gdp$|(?<=[名人])(?:从业|就业)人员$|(?<=人)口$")
MULTIPLIED_WORD = re.compile(r"([0-9]{0,6})([十百千]?[万亿]?亿?)(.+)")


@dataclass(frozen=True)
class Measure:
    """A unit: its kind, how many of the kind's base its word is, and the multiplier before the word (万元: 10 000)."""

    kind: str
    word: Fraction
    times: int = 1

    @property
    def scale(self) -> Fraction:
        """How many of the kind's base one of the unit is."""
        return self.word * self.times


KNOWN = {
    word: Measure(kind, Fraction(scale))
    for kind, words in WORDS.items()
    for scale, row in words.items()
    for word in row.split()
}


def plain(text: str) -> str:
    """A text in half-width signs and single blanks, without blanks around it."""
    return " ".join(text.translate(PLAIN).split())


def key(text: str) -> str:
    """A unit's text as units are compared: plain, in lower case, without blanks, brackets around it and 单位：."""
    found = plain(text).casefold().replace(" ", "")
    found = SAID.sub("", found, count=1) if SAID.match(found) else found
    return found[1:-1] if found.startswith("(") and found.endswith(")") else found


@lru_cache(maxsize=4096)
def measure(text: str) -> Measure | None:
    """What a unit's text means; nothing for a text that is no unit."""
    found = key(text) if len(text) <= LONGEST else ""
    return KNOWN.get(found) or _multiplied(found) or _quotient(found)


def _multiplied(found: str) -> Measure | None:
    """A word with a multiplier before it: 万元, 千公顷, 百万人, 100万元."""
    match = MULTIPLIED_WORD.fullmatch(found)
    if match is None or not (match[1] or match[2]):
        return None
    base = KNOWN.get(match[3])
    if base is None or base.kind not in MULTIPLIED or (match[2] and match[2] not in MULTIPLIERS):
        return None
    return Measure(base.kind, base.word, int(match[1] or 1) * MULTIPLIERS.get(match[2], 1))


def _quotient(found: str) -> Measure | None:
    """One thing for each of another: 件/万人, 每亿元, 微克/立方米. What is counted stands for its kind only."""
    above, sign, below = found.partition("/") if "/" in found else found.partition("每")
    below = OF_WHAT.sub("", below.removeprefix("每"))
    top = KNOWN.get(above) or _multiplied(above) if above else Measure("things", Fraction(1))
    bottom = KNOWN.get(below) or _multiplied(below)
    if not sign or top is None or bottom is None or not bottom.scale or {top.kind, bottom.kind} & {"share", "points"}:
        return None
    kind = "counted" if top.kind in COUNTED else top.kind
    each = MULTIPLIED_WORD.fullmatch(below)
    name = each[3] if bottom.kind == "things" and each else bottom.kind
    return Measure(f"{kind}/{name}", top.scale / bottom.scale)
