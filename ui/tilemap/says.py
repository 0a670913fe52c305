"""The sentences of the tile map: how the regions stand, which is furthest from the target, what is known besides."""

from collections import Counter
from typing import Literal

from config.text import say
from ui import figures
from ui.figures import Row
from ui.sentences import status_inline
from ui.tilemap.measure import away, label, moving
from ui.tilemap.sheet import Sheet, Tile
from ui.typography import day_words, headline, spaced

Length = Literal["full", "short", "brief"]  # on a desk; in a room; in a room with as few words as can be
LEVELS = ("province", "prefecture", "county", "zone")
NAMED = 2


def places(tiles: list[Tile], lang: str, *, short: bool = False) -> str:
    """How many regions of each level there are; ``short`` says one number for several levels."""
    found = Counter(tile.level for tile in tiles)
    if short and len(found) > 1:
        return say("tilemap.level.all", lang, n=len(tiles))
    return say("tilemap.and", lang).join(
        say(f"tilemap.level.{one}", lang, n=found[one]) for one in LEVELS if found[one]
    )


def sentence(sheet: Sheet, lang: str, length: Length = "full") -> str:
    """How the regions stand at the target, and which is furthest from it; a brief one leaves counts to the rest."""
    clauses = [_standing(sheet, lang, length), *_worst(sheet, lang)]
    return headline(say("tilemap.then", lang).join(clauses) + say("stop", lang))


def _standing(sheet: Sheet, lang: str, length: Length) -> str:
    name, first = figures.name(sheet.row, lang), sheet.counted[0]
    if len(sheet.counted) == 1:
        status = status_inline(first.row.status, lang)
        return say("tilemap.head.one", lang, name=name, region=first.name, status=status)
    regions, kinds = places(sheet.counted, lang, short=length != "full"), _kinds(sheet)
    whole = [kind for kind, n in kinds if n == len(sheet.counted)]
    if whole:
        return say(f"tilemap.head.all.{whole[0]}", lang, name=name, regions=regions)
    if length == "brief":
        kinds = [(kind, n) for kind, n in kinds if kind == "attention"]
    counted = [_count(kind, n, lang) for kind, n in kinds if n or length != "short"]
    return say("tilemap.head", lang, name=name, regions=regions, counted=say("list", lang).join(counted))


def _kinds(sheet: Sheet) -> list[tuple[str, int]]:
    """What is counted, every region once, with its number. What none of them has is left out, but for what the target
    is about: whether it is reached, on its way or needs attention.
    """
    events, status = sheet.row.unit == "yesno", Counter(tile.row.status for tile in sheet.counted)
    reached, going = status["achieved"], status["on_track"]
    found = [
        ("done" if events else "achieved", reached, not moving(sheet.row) and (going or events)),
        ("on_track", going, not events and (reached or moving(sheet.row))),
        ("neither", 0, not events and not moving(sheet.row) and not reached and not going),
        ("pending", status["pending"], False),
        ("attention", len(sheet.pressing), True),
        ("grey", status["not_assessable"], False),
    ]
    return [(kind, n) for kind, n, always in found if n or always]


def _count(kind: str, n: int, lang: str) -> str:
    return say(f"tilemap.count.{kind}" if n else f"tilemap.count.{kind}.none", lang, n=n)


def _worst(sheet: Sheet, lang: str) -> list[str]:
    """The last clause: who is furthest from the target; none where fewer than two regions can be compared."""
    measured = sheet.measured
    if len(measured) < 2:
        return []
    value, last = away(measured[0].row) or 0.0, tied(sheet, lang)
    if not moving(sheet.row) and value >= 0:
        known = all(tile.row.status == "achieved" for tile in sheet.counted)
        return [] if known else [say("tilemap.worst.met", lang)]
    if len(last) == len(measured):
        return [say("tilemap.worst.same", lang)]
    kind = "far" if not moving(sheet.row) else "back" if value < 0 else "slow"
    return [say(f"tilemap.worst.{kind}", lang, who=_who(last, lang))]


def tied(sheet: Sheet, lang: str) -> list[Tile]:
    """The regions whose distance reads the same as the widest one."""
    first = label(sheet.measured[0].row, lang)
    return [tile for tile in sheet.measured if label(tile.row, lang) == first]


def _who(tiles: list[Tile], lang: str) -> str:
    form = "one" if len(tiles) == 1 else "both" if len(tiles) <= NAMED else "several"
    names = say("tilemap.and", lang).join(tile.name for tile in tiles[:NAMED])
    return say(f"tilemap.worst.{form}", lang, names=names, n=len(tiles))


def rest(sheet: Sheet, lang: str, length: Length = "full") -> str:
    """The figure of the worst and the due date; on a desk also the whole, what cannot be said and who takes no part."""
    said = [_first(sheet, lang), _due(sheet.row, lang)]
    said += [_whole(sheet, lang), _grey(sheet, lang)] if length == "full" else []
    said += [_others(sheet, lang)] if length == "brief" else []
    ended = [one + say("stop", lang) for one in said if one]
    return lines([*ended, outside(sheet, lang)] if length == "full" else ended, lang)


def lines(sentences: list[str], lang: str) -> str:
    """Sentences one after another."""
    return spaced((" " if lang == "en" else "").join(sentences))


def _others(sheet: Sheet, lang: str) -> str:
    """The counts a brief sentence has left out; "" where it stands for all."""
    kinds = [(kind, n) for kind, n in _kinds(sheet) if n]
    said = [_count(kind, n, lang) for kind, n in kinds if kind != "attention"]
    return say("list", lang).join(said) if len(kinds) > 1 or not sheet.pressing else ""


def gap(row: Row, lang: str) -> str:
    """The distance in words; "" where none can be said."""
    if away(row) is None:
        return ""
    return say("tilemap.rest.rate", lang, rate=label(row, lang)) if moving(row) else figures.gap(row, lang)


def _first(sheet: Sheet, lang: str) -> str:
    """The figure, status and distance of the first in the list; of several equal ones, their distance."""
    first = sheet.counted[0]
    value, far = figures.value(first.row, first.row.current, lang), gap(first.row, lang)
    if first.row.light == "grey" or not value:
        return ""
    if sheet.measured and len(tied(sheet, lang)) > 1:
        return say("tilemap.rest.each", lang, gap=far) if far else ""
    words = say("clause", lang).join(one for one in (status_inline(first.row.status, lang), far) if one)
    return say("tilemap.rest.first", lang, region=first.name, value=value, said=words)


def _due(row: Row, lang: str) -> str:
    if not figures.known(row.due):
        return ""
    key = "tilemap.rest.due.past" if row.due < row.as_of else "tilemap.rest.due"
    return say(key, lang, day=day_words(row.due.date(), lang))


def _whole(sheet: Sheet, lang: str) -> str:
    """The figure and the status of the plan's own region, where it has both."""
    row = sheet.whole
    if row is None or row.light == "grey" or not figures.known(row.current):
        return ""
    value, status = figures.value(row, row.current, lang), status_inline(row.status, lang)
    return say("tilemap.rest.first", lang, region=figures.region_name(row, lang), value=value, said=status)


def _grey(sheet: Sheet, lang: str) -> str:
    """Why some cannot be assessed, and how many."""
    grey = sheet.of_light("grey")
    if not grey:
        return ""
    found = Counter(reason(tile.row) for tile in grey).most_common()
    said = [say("tilemap.rest.reason", lang, n=n, reason=say(f"region.reason.{one}", lang)) for one, n in found]
    return say("tilemap.rest.grey", lang, said=say("list", lang).join(said))


def reason(row: Row) -> str:
    """The code of why a region cannot be assessed."""
    return str(row.reason) if figures.known(row.reason) and row.reason else "no_data"


def word(row: Row, lang: str) -> str:
    """The status; in short words why there is none."""
    return say(f"region.reason.{reason(row)}", lang) if row.light == "grey" else say(f"status.{row.status}", lang)


def outside(sheet: Sheet, lang: str) -> str:
    """Who takes no part, as a sentence; "" where all do."""
    names = [tile.name for tile in sheet.outside]
    if not names:
        return ""
    return say("tilemap.rest.outside", lang, names=say("list", lang).join(names), n=len(names)) + say("stop", lang)
