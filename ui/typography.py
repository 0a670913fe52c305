"""How text and figures are set: spaces between Chinese and digits, true minus, decimals, dates in words."""

import calendar
import math
import re
from datetime import date

from config.text import say

NBSP = "\u00a0"
MINUS = "\u2212"
HAN = r"[㐀-䶿一-鿿]"
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
NUMBERED = re.compile(r"[〔【].*?[〕】]\d*号?")  # 〔2018〕13号
MEASURED = re.compile(rf"([0-9]{NBSP}{HAN}{{1,3}}) (?={HAN})")  # 19 个达到目标: no space behind the measure word
WAN = 10_000


def spaced(text: str) -> str:
    """One half-width space between Chinese and digits or Latin letters, no-break between a number and
    its measure word.

    None behind that word, beside full-width marks, before % or inside a document number such as 〔2018〕13号.
    """
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group())
        return f"\ue000{len(kept) - 1}\ue001"

    open_text = NUMBERED.sub(keep, text)
    open_text = re.sub(rf"(?<={HAN})(?=[A-Za-z0-9≥≤])", " ", open_text)
    open_text = re.sub(rf"(?<=[0-9%‰])[ ]?(?={HAN})", NBSP, open_text)
    open_text = re.sub(rf"(?<=[A-Za-z])(?={HAN})", " ", open_text)
    open_text = MEASURED.sub(r"\1", open_text)
    return re.sub("\ue000(\\d+)\ue001", lambda found: kept[int(found.group(1))], open_text)


def headline(text: str) -> str:
    """A headline that breaks at punctuation only: every space inside a Chinese clause is a no-break space."""
    return re.sub(rf"(?<={HAN}) (?=\S)|(?<=\S) (?={HAN})", NBSP, spaced(text))


def number(value: float | None, decimals: int | None = None, *, lang: str = "zh") -> str:
    """A figure with its decimals and a true minus; without decimals given, as many as it needs (four
    at most).

    From ten thousand on Chinese counts in 万, English sets commas.
    """
    if value is None or math.isnan(value):
        return ""
    size = abs(value)
    if size >= WAN and lang == "zh":
        return say("number.wan", lang, value=_signed(value / WAN, None if decimals is None else 2))
    return _signed(value, decimals, commas=size >= WAN)


def _signed(value: float, decimals: int | None, *, commas: bool = False) -> str:
    shown = f"{abs(value):{',' if commas else ''}.{4 if decimals is None else max(int(decimals), 0)}f}"
    if decimals is None and "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return MINUS + shown if value < 0 and float(shown.replace(",", "")) else shown


def change(value: float, decimals: int = 1) -> str:
    """A difference with its sign, a plus included."""
    shown = _signed(value, decimals)
    return shown if value < 0 or not float(shown) else "+" + shown


def share(value: float, decimals: int = 1) -> str:
    """A share of one as a percentage."""
    return _signed(value * 100, decimals) + "%"


def day_words(day: date, lang: str, *, now: date | None = None) -> str:
    """A date as people say it: the end of a month or year in words, any other day in ISO form."""
    if day.day != calendar.monthrange(day.year, day.month)[1]:
        return day.isoformat()
    if now is not None and day.year == now.year:
        return say("day.month_end", lang, month=_month(day, lang))
    if day.month == 12:
        return say("day.year_end", lang, year=day.year)
    return say("day.month_end_of", lang, year=day.year, month=_month(day, lang))


def _month(day: date, lang: str) -> str:
    return str(day.month) if lang == "zh" else calendar.month_name[day.month]
