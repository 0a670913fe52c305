"""Read a plan's text into sections and the words in it that promise something.

A section label is built from the headings: ``二(一)4`` is chapter 二, part (一), item 4; the text before
the first chapter is ``序``. Tokens are digits and the words of comparison, coverage and frequency.
"""

import re
from collections import Counter

CHAPTER = re.compile(r"^([一二三四五六七八九十]+)、")
PART = re.compile(r"^[((]([一二三四五六七八九十]+)[))]")
ITEM = re.compile(r"^(\d+)[.．]")
WORDS = (
    "全部|均|全覆盖|全面达标|全达标|全面达到|为零|不发生|每年|定期|适时|高于|低于|不低于|不得低于|不超过|前列|"
    "持续提高|持续提升|持续降低|持续下降|逐年提升|上升|显著提高|明显提高|大幅下降|显著减少|明显减轻|有所上升|稳定|"
    "国内领先|国内先进|国际先进|全国先进|全省同步|年增长"
)
COUNT = r"[一二两三四五六七八九十]+(?=[个家项次件户类级所份大轮批期])"
TOKEN = re.compile(rf"\d+(?:\.\d+)?|{WORDS}|{COUNT}")


def sections(text: str) -> dict[str, str]:
    """Section label → its text, headings included; labels met twice are joined."""
    chapter, part, item = "序", "", ""
    found: dict[str, list[str]] = {}
    for line in (raw.strip() for raw in text.splitlines()):
        rest = line
        if match := CHAPTER.match(line):
            chapter, part, item = match[1], "", ""
            rest = line[match.end() :]
        elif match := PART.match(line):
            part, item = f"({match[1]})", ""
            rest = line[match.end() :]
        elif chapter != "序" and (match := ITEM.match(line)):
            item = match[1]
            rest = line[match.end() :]
        found.setdefault(chapter + part + item, []).append(rest)
    return {label: "\n".join(lines) for label, lines in found.items()}


def tokens(text: str) -> Counter[str]:
    """How often each figure or promising word stands in a text."""
    return Counter(TOKEN.findall(text))
