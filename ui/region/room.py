"""How many regions stand side by side: what the window holds of columns as wide as their widest figure."""

from typing import NamedTuple

from charts.names import ems
from config.tokens import Bucket
from ui import own
from ui.place import Refused
from ui.region.cells import figure, worded
from ui.region.grid import Column, Grid

TABLE: dict[Bucket, int] = {"w1920": 1430, "w1366": 1290, "w1024": 972}  # px
NAME: dict[Bucket, int] = {"w1920": 298, "w1366": 270, "w1024": 268}  # px of target and its goal
LONGER = {"en": 1.09}  # how much more names take
FONT: dict[Bucket, int] = {"w1920": 17, "w1366": 16, "w1024": 16}  # px, as in region.css
MOST: dict[Bucket, int] = {"w1920": 16, "w1366": 16, "w1024": 8}
LEAST, AIR = 62, 10  # px
GLYPH_EM, POINT_EM = 1.1, 0.28
HEADS = {"en": 16}  # px of a name over its column, where that is not the size of the figures
LETTER = 0.92  # of the usual width of a sign: names are mostly small letters
WIDEST = 1.7  # times as wide as needed; what is over goes to the names


class Shown(NamedTuple):
    """The columns of one page of the grid, which page of how many, and the share of the table one column takes."""

    columns: list[Column]
    page: int
    pages: int
    share: float


def asked() -> tuple[int, list[Refused]]:
    """The page of columns the address asks for, the first where it says none, and what of it is not understood."""
    said = own.own("page_no")
    number = own.number("page_no")
    return number or 1, [Refused("page_no", said[:24])] if said and number is None else []


def shown(grid: Grid, page: int, bucket: Bucket, lang: str) -> Shown:
    """The columns of a page, the last one where there are fewer: own region and whole stand on every page."""
    need = width(grid, bucket, lang)
    room = TABLE[bucket] - NAME[bucket] * LONGER.get(lang, 1)
    fixed = [column for column in grid.columns if column.own or column.whole]
    others = [column for column in grid.columns if column not in fixed]
    most = max(min(int(room // need), MOST[bucket]), len(fixed) + 1)
    each_page = most - len(fixed)
    pages = max(-(-len(others) // each_page), 1)
    page = min(page, pages)
    found = fixed + others[(page - 1) * each_page : page * each_page]
    taken = min(room / (len(fixed) + min(each_page, len(others))), need * WIDEST)
    return Shown(found, page, pages, taken / TABLE[bucket])


def width(grid: Grid, bucket: Bucket, lang: str) -> int:
    """What the widest figure, and the longest word over a column, take in px."""
    font = FONT[bucket]
    said = {figure(cell, lang): worded(cell) for line in grid.lines for cell in line.cells.values()}
    figures = max((wide(text, alone) for text, alone in said.items()), default=0.0) * font
    heads = max(head_width(column.name, lang) * HEADS.get(lang, font) for column in grid.columns)
    return max(round(max(figures, heads) + AIR), LEAST)


def wide(text: str, worded: bool) -> float:
    """A cell's text in em, with its glyph where it has one; points are narrow."""
    return ems(text) - POINT_EM * sum(text.count(sign) for sign in ".,\u00a0") + (0 if worded else GLYPH_EM)


def head_width(name: str, lang: str) -> float:
    """The widest line of a name over its column in em: English breaks at words, Chinese over two lines."""
    if lang == "en":
        return max(ems(word) for word in name.split()) * LETTER
    return max(ems(name) / 2, min(ems(name), 3.0))
