"""The sentences of a region's sheet: how it stands, where most needs attention, its place among the others."""

from config.text import say
from ui.counts import Lights
from ui.region.grid import Column, Grid, tally
from ui.typography import headline, spaced

NAMED = 2


def parts(grid: Grid, lang: str, *, one: bool = False) -> str:
    """What the regions below are called inside a sentence."""
    return say(f"region.{'part' if one else 'parts'}.{grid.level}", lang)


def sentence(grid: Grid, lang: str) -> str:
    """How the chosen region stands, and where most needs attention."""
    own, kind = grid.own, parts(grid, lang)
    if not grid.lines:
        return headline(say("region.head.nothing", lang, name=own.full, parts=kind))
    if not own.judged:
        return headline(say("region.head.outside", lang, name=own.full))
    if own.whole:
        return headline(_whole(grid, lang))
    if not own.told:
        return headline(say("region.head.none", lang, name=own.full))
    said = [say("region.head", lang, name=own.full, n=own.lights.total, green=own.lights.green), *_attention(own, lang)]
    return headline(say("clause", lang).join(said) + say("clause.wide", lang) + _most(grid, lang) + say("stop", lang))


def _attention(own: Column, lang: str) -> list[str]:
    count = own.lights
    if not count.attention:
        return [say("region.attention.none", lang)]
    red = say("overview.red", lang, n=count.red) if count.red else say("overview.red.none", lang)
    return [say("overview.attention", lang, n=count.attention), red]


def _whole(grid: Grid, lang: str) -> str:
    kind = parts(grid, lang)
    head = say("region.head.whole", lang, n=len(grid.lines), regions=len(grid.below), parts=kind)
    counted = [column.lights.attention for column in grid.below]
    said = head + say("clause.wide", lang) + _most(grid, lang)
    least = [column for column in grid.below if column.lights.attention == min(counted)]
    if max(counted) > min(counted):
        said += say("clause", lang) + _named("region.least", least, grid, lang)
    return said + say("stop", lang)


def _most(grid: Grid, lang: str) -> str:
    """Which regions have most that needs attention, and how much."""
    most = max(column.lights.attention for column in grid.below)
    if not most:
        return say("region.most.none", lang, parts=parts(grid, lang))
    first = [column for column in grid.below if column.lights.attention == most]
    if grid.own in first:
        if len(first) == 1:
            return say("region.most.own", lang, parts=parts(grid, lang))
        return say("region.most.shared", lang, n=len(first) - 1, parts=parts(grid, lang, one=len(first) == 2))
    return _named("region.most", first, grid, lang)


def _named(key: str, found: list[Column], grid: Grid, lang: str) -> str:
    """The regions with the most or the least: up to two by name, more by their number."""
    n = found[0].lights.attention
    if len(found) > NAMED:
        return say(f"{key}.several", lang, regions=len(found), parts=parts(grid, lang), n=n)
    names = say("region.and", lang).join(column.name for column in found)
    return say(key if len(found) == 1 else f"{key}.both", lang, names=names, n=n)


def rest(grid: Grid, lang: str) -> str:
    """The other lights, so that all five are said; the place among the others; who takes no part."""
    own = grid.own
    said: list[str] = []
    if grid.lines and own.whole:
        said.append(say("region.rest.whole", lang, n=_sum(grid).total) + _lights(_sum(grid), lang, red=True))
    elif grid.lines and own.told:
        said += [_lights(own.lights, lang), _rank(grid, lang)]
    elif grid.lines:
        said.append(say("region.rest.none", lang, parts=parts(grid, lang)))
    else:
        said.append(say("region.rest.nothing", lang, parts=parts(grid, lang)))
    out = [column.full for column in grid.columns if not column.judged and not column.own]
    if out and grid.lines:
        said.append(say("region.rest.outside", lang, names=say("list", lang).join(out)))
    return spaced((" " if lang == "en" else "").join(said))


def _sum(grid: Grid) -> Lights:
    """The lights of all regions below together."""
    found = [tally(grid.lines, column.code) for column in grid.below]
    return Lights(
        *(sum(one.of(light) for one in found) for light in ("red", "yellow", "green", "pending", "grey")),
    )


def _lights(count: Lights, lang: str, *, red: bool = False) -> str:
    """The lights the headline has not said; ``red`` says red and green too."""
    grey = say("overview.grey", lang, n=count.grey) if count.grey else say("overview.grey.none", lang)
    yellow, pending = (say(f"overview.{light}", lang, n=count.of(light)) for light in ("yellow", "pending"))
    listed = [yellow, pending, grey]
    if red:
        first = say("overview.red.count", lang, n=count.red) if count.red else say("overview.red.none", lang)
        listed = [first, yellow, say("overview.green", lang, n=count.green), pending, grey]
    said = say("clause", lang).join(listed) + say("stop", lang)
    return said if red else said[:1].upper() + said[1:]


def _rank(grid: Grid, lang: str) -> str:
    """The place among the regions, those with least that needs attention in front."""
    mine = grid.own.lights.attention
    counted = [column.lights.attention for column in grid.below]
    place = 1 + sum(one < mine for one in counted)
    key = "region.rank.shared" if counted.count(mine) > 1 else "region.rank"
    return say(key, lang, n=len(counted), parts=parts(grid, lang), place=place)
