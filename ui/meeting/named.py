"""The names of stops, and how many words of them the line at the foot has room for."""

from collections.abc import Mapping, Sequence

from charts.each import first_of
from charts.names import ems, shorten
from config.text import say
from config.tokens import Bucket
from ui import cache, figures
from ui.attention import says
from ui.attention.listed import found, screens
from ui.figures import Row
from ui.meeting import room
from ui.meeting.walk import LIST, Stop, pressing
from ui.place import Place
from ui.single.says import rule, section
from ui.typography import spaced

GAPS: dict[Bucket, int] = {"w1920": 22, "w1366": 22, "w1024": 16}  # px between the parts of the line
SIGN = {"zh": 1.0, "en": 0.9}  # of the usual width of a sign: English is mostly small letters
LEAST = 7.0  # em of a name below which nothing of it is read
FRAMES = 46  # px of the frame of the badge and the rule before the way out


def stop(at: Stop, place: Place) -> str:
    """The name of a stop: a page, a screen of the list, a target."""
    said, lang = dict(at.own), place.lang
    if at.page != LIST:
        return say(f"page.{at.page}", lang)
    if "one" in said:
        row = target(said["one"], place)
        return spaced(figures.name(row, lang)) if row is not None else say(f"page.{LIST}", lang)
    return _screen(said, place) or say(f"page.{LIST}", lang)


def target(said: str, place: Place) -> Row | None:
    """The target an address names; None for none, and for one the plan does not know."""
    if not said:
        return None
    return first_of(found(cache.assessments(place.plan, place.as_of, place.demo, place.known), said))


def _screen(said: Mapping[str, str], place: Place) -> str:
    """The name of a screen of the list; "" where it is empty."""
    made = screens(pressing(place), said.get("status", ""))
    if not made or said.get("department"):
        return ""
    number = said.get("page_no", "")
    one = made[min(int(number) if number.isdecimal() and int(number) else 1, len(made)) - 1]
    return says.screen_name(*one, place.lang)


def where(page: str, said: Mapping[str, str], place: Place) -> list[str]:
    """Where one is, the least needed last: of a target where the plan has it and how it is judged."""
    lang = place.lang
    regions = cache.regions(place.plan).set_index("code")
    region = figures.bare(str(regions["short_zh" if lang == "zh" else "name_en"][place.region]))
    if page != LIST:
        return [say(f"page.{page}", lang), region]
    row = target(said.get("one", ""), place)
    if row is not None:
        return [part for part in (section(row, lang), rule(row, lang), region) if part]
    return [part for part in (say(f"page.{LIST}", lang), _screen(said, place), region) if part]


def fitted(parts: list[str], onward: str, fixed: Sequence[str], size: Bucket, lang: str) -> tuple[list[str], str]:
    """As many of the parts as stand in the line beside the fixed words and the name of the next stop; where none does,
    what of that name there is room for.
    """
    small = room.sizes(size).small * SIGN[lang]
    still = [words for words in fixed if words]
    left = room.WINDOWS[size].width - FRAMES - sum(ems(words) * small + GAPS[size] for words in still)
    kept = list(parts)
    while kept and sum(ems(part) * small + GAPS[size] for part in (*kept, onward)) > left:
        kept.pop()
    return kept, onward if kept else shorten(onward, max((left - GAPS[size]) / small, LEAST))
