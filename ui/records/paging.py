"""Long lists in parts: the address says which part is shown."""

from typing import NamedTuple

from pandas import DataFrame

from config.text import say
from ui import own
from ui.html import Markup, el
from ui.place import Place
from ui.typography import spaced


class Part(NamedTuple):
    """The rows of one page of a list, which page of how many, and the name under which the address says so."""

    rows: DataFrame
    page: int
    pages: int
    name: str


def part(frame: DataFrame, room: int, name: str = "part") -> Part:
    """The page the address asks for; the last one where there are fewer."""
    pages = max(-(-len(frame) // room), 1)
    page = min(own.number(name) or 1, pages)
    return Part(frame.iloc[(page - 1) * room : page * room], page, pages, name)


def pager(shown: Part, place: Place) -> Markup | str:
    """The way to the other pages; nothing where all stands on one."""
    if shown.pages == 1:
        return ""
    lang, rest = place.lang, own.kept(without=(shown.name,))
    said: list[object] = []
    if shown.page > 1:
        said.append(_to(place, "loads.page.later", rest | {shown.name: str(shown.page - 1)}))
    said.append(el("span", spaced(say("loads.page", lang, page=shown.page, pages=shown.pages))))
    if shown.page < shown.pages:
        said.append(_to(place, "loads.page.earlier", rest | {shown.name: str(shown.page + 1)}))
    return el("p", *said, cls="pager")


def _to(place: Place, key: str, kept: dict[str, str]) -> Markup:
    return own.link(place, say(key, place.lang), own=kept, cls="under")
