"""Names of the catalogue as departments write them: how names are compared, and which names a thing bears."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from data.ingest.measures import plain
from metrics.model.catalogue import Department, Indicator, Region

ENDS = re.compile("(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|自治[州县]|地区|[省市州县区])$")
SIGNS = re.compile(r"[\W_]")
NUMBERED = re.compile(r"(?:[(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?:[)、]|[.](?![0-9]))|其中|[#*※:]|\s)+")
NOTED = re.compile(r"[*※①-⑳¹²³]+\s*$")

Named = Iterator[tuple[str, str]]


def key(text: str) -> str:
    """A name as names are compared: half-width, lower case, without blanks, brackets and other signs."""
    return SIGNS.sub("", plain(text).casefold())


def spellings(text: str) -> Iterator[str]:
    """A name as written, then without the number before it (3.、其中：) and the note marks behind it."""
    yield text
    bare = NOTED.sub("", text)
    numbered = NUMBERED.match(plain(bare))
    if numbered:
        bare = plain(bare)[numbered.end() :]
    if bare != text:
        yield bare


class Names:
    """Codes by the names they bear. Called with a name's key it gives all codes that bear it, in catalogue order."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._codes: dict[str, dict[str, None]] = defaultdict(dict)
        for name, code in names:
            if key(name):
                self._codes[key(name)][code] = None

    def __call__(self, found: str) -> tuple[str, ...]:
        return tuple(self._codes.get(found, ()))

    def pairs(self) -> Named:
        """Every name as compared, with its code."""
        return ((name, code) for name, codes in self._codes.items() for code in codes)


def region_names(region: Region) -> Named:
    """Code, names and former names and codes of a region."""
    former = [part for alias in region.aliases for part in alias.split("|")[:2]]
    return ((name, region.code) for name in (region.code, region.name_zh, region.short_zh, region.name_en, *former))


def region_parts(region: Region) -> Named:
    """Names of a region without what kind of region it is: 崇安 for 崇安县, Fuzhou for Fuzhou (Fujian)."""
    former = (alias.split("|")[0] for alias in region.aliases)
    bare = (ENDS.sub("", name) for name in (region.name_zh, region.short_zh, *former))
    yield from ((name, region.code) for name in bare if len(name) > 1)
    if "(" in region.name_en:
        outer, _, inner = region.name_en.rstrip(")").partition("(")
        yield outer, region.code
        yield inner, region.code


def titles(indicator: Indicator) -> Named:
    """Code and names of an indicator, without its synonyms."""
    names = (indicator.name_zh, indicator.short_zh, indicator.name_en, indicator.short_en)
    return ((name, indicator.indicator_id) for name in (indicator.indicator_id, *names))


def department_names(body: Department) -> Named:
    """Code, names and synonyms of a department."""
    names = (body.department_id, body.name_zh, body.name_en, body.short_zh, *body.synonyms)
    return ((name, body.department_id) for name in names)
