"""What names in a file mean: regions, indicators and departments of the catalogue, as departments write them."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from data.catalogue.reading import Catalogue
from data.errors import UnknownCode
from data.ingest.cells import Number, number
from data.ingest.converting import factor
from data.ingest.likeness import Likeness
from data.ingest.measures import SAID, measure, plain
from data.ingest.names import Names, department_names, key, region_names, region_parts, spellings, titles
from metrics.periods import UnreadablePeriod, parse, parse_day

YEARS = range(1900, 2101)  # 350512 is a region, and no month of the year 3505
LONGEST = 80  # signs of a name; a longer text is none
SUGGESTED = 500  # unknown texts that are given suggestions: nobody reads on, and each takes about a millisecond

WHOLE = {whole + end: end for whole in "全本我" for end in "省州市县区"}  # 全市: the region whose name so ends
WHOLE_CODE = re.compile("([0-9]{6})(?:000|000000)")  # statistical codes of twelve digits
ENGLISH_ENDS = re.compile("(?:city|prefecture|county|district|province)$")
BRACKETED = re.compile(r"(?P<name>.*\S)\s*[(\[](?P<unit>[^()\[\]]*(?:[(][^()]*[)])?[^()\[\]]*)[)\]]")
PARTED = re.compile(r"[,/:、_-]|\s")
NAMING = {"指数", "数量", "倍数", "位次", "名次"}  # units that after a blank are rather the last word of the name


@dataclass(frozen=True)
class Hit:
    """What a text means. ``codes``: one is understood, several have to be asked about, none is unknown.

    ``near``: the codes whose names are most like an unknown text, best first, three at most.
    """

    codes: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def split_unit(text: str) -> tuple[str, str]:
    """A name and the unit behind it: in brackets, or after a comma, stroke, colon or blank; else no unit.

    Only what is a unit is taken off: 基地数（国家级） stays whole.
    """
    found = plain(text)
    if measure(found) or len(found) > LONGEST:
        return found, ""
    match = BRACKETED.fullmatch(found)
    if match and measure(match["unit"]):
        return match["name"].rstrip(" ,:"), SAID.sub("", match["unit"], count=1)
    for sign in PARTED.finditer(found):
        unit = found[sign.end() :].strip()
        if sign.start() and measure(unit) and not (unit in NAMING or (unit.isascii() and unit.isalpha())):
            return found[: sign.start()].rstrip(" ,:"), SAID.sub("", unit, count=1)
    if found[-1:] in ("%", "‰"):
        return found[:-1].rstrip(), found[-1]
    return found, ""


def _year(text: str, ask: Callable[[str], date]) -> int:
    """The year of the day a text is asked for; 0 where it names none."""
    try:
        return ask(text).year
    except UnreadablePeriod:
        return 0


class Lexicon:
    """The names of a catalogue as one department means them. Build it once: lookups are cheap.

    ``own`` is the code of the department's region. Where a name fits several regions, the department's own and those
    below it decide, if exactly one of them bears it. Raises UnknownCode for a department that does not exist.
    """

    def __init__(self, catalogue: Catalogue, department: str | None = None) -> None:
        if department is not None and department not in catalogue.departments:
            raise UnknownCode(code=department, known=", ".join(catalogue.departments))
        regions, indicators, bodies = catalogue.regions, catalogue.indicators, catalogue.departments
        self._catalogue = catalogue
        self.own = bodies[department].region if department else None
        self._above = {code: tuple(self._ancestors(code)) for code in regions}
        self._tree = frozenset(code for code, above in self._above.items() if self.own in (code, *above))
        self._regions = Names(pair for one in regions.values() for pair in region_names(one))
        self._parts = Names(pair for one in regions.values() for pair in region_parts(one))
        self._titles = Names(pair for one in indicators.values() for pair in titles(one))
        self._synonyms = Names((name, code) for code, one in indicators.items() for name in one.synonyms)
        self._bodies = Names(pair for one in bodies.values() for pair in department_names(one))
        self._suggestions: dict[tuple[Likeness, str], tuple[str, ...]] = {}

    def region(self, text: str) -> Hit:
        """The region a text names: code, name, short, English or former name, also after the names above it.

        全市 and the like are the department's own region or the one above it whose name ends so.
        """
        codes = self._region(text)
        if codes or text.strip() in WHOLE:
            return Hit(codes)
        return Hit(near=self._near(self._like_regions, text, self._tree))

    def indicator(self, text: str) -> Hit:
        """The indicator a text names: id, name or synonym, with or without its unit.

        A name goes before a synonym, and an indicator that the written unit suits before one that it does not.
        """
        codes = self._indicator(text)
        return Hit(codes) if codes else Hit(near=self._near(self._like_indicators, split_unit(text)[0], frozenset()))

    def department(self, text: str) -> Hit:
        """The department a text names: id, name or synonym, also after the name of its region (泉州市质监局)."""
        found = key(text)
        codes = self._bodies(found) or self._body_of_region(found)
        return Hit(codes) if codes else Hit(near=self._near(self._like_bodies, text, frozenset()))

    def is_region(self, text: str) -> bool:
        """Whether a cell names a region, or several."""
        return bool(self._region(text)) or text.strip() in WHOLE

    def is_indicator(self, text: str) -> bool:
        """Whether a cell names an indicator, or several."""
        return bool(self._indicator(text))

    def is_period(self, text: str) -> bool:
        """Whether a cell names a period or a day."""
        return any(_year(text, ask) in YEARS for ask in (lambda one: parse(one).start, parse_day))

    def is_number(self, text: str) -> bool:
        """Whether a cell is a number; a missing value is none."""
        return isinstance(number(text), Number)

    def _ancestors(self, code: str) -> Iterator[str]:
        """The regions above a region, nearest first."""
        above = self._catalogue.regions[code].parent
        while above and above in self._catalogue.regions:
            yield above
            above = self._catalogue.regions[above].parent

    def _region(self, text: str) -> tuple[str, ...]:
        """The regions a text may mean."""
        if not text or len(text) > LONGEST:
            return ()
        ending = WHOLE.get(text.strip())
        if ending:
            return self._whole(ending)
        codes = next((codes for one in spellings(text) if (codes := self._named(key(one)))), ())
        inside = [code for code in codes if code in self._tree]
        return tuple(inside) if len(codes) > 1 and len(inside) == 1 else codes

    def _whole(self, ending: str) -> tuple[str, ...]:
        """The department's own region, or the nearest above it, whose name ends so."""
        chain = (self.own, *self._above[self.own]) if self.own else ()
        fitting = (code for code in chain if self._catalogue.regions[code].name_zh.endswith(ending))
        return tuple(fitting)[:1]

    def _named(self, found: str) -> tuple[str, ...]:
        """The regions that bear a name, as it stands, cut short, or after the names of regions above."""
        code = WHOLE_CODE.fullmatch(found)
        if code:
            return self._regions(code[1])
        english = ENGLISH_ENDS.sub("", found) if found.isascii() else found
        return self._regions(found) or self._parts(found) or self._regions(english) or self._below(found)

    def _below(self, found: str) -> tuple[str, ...]:
        """The regions of a name that begins with the name of a region above: 福建省泉州市鲤城区."""
        codes: dict[str, None] = {}
        for cut in range(2, len(found)):
            heads = self._regions(found[:cut]) or self._parts(found[:cut])
            if heads:
                short = (key(self._catalogue.regions[head].short_zh) + found[cut:] for head in heads)
                inner = [
                    *self._named(found[cut:]),
                    *(code for one in short if one != found for code in self._regions(one)),
                ]
                codes |= dict.fromkeys(code for code in inner if set(heads) & set(self._above[code]))
        return tuple(codes)

    def _indicator(self, text: str) -> tuple[str, ...]:
        """The indicators a text may mean."""
        if not text or len(text) > LONGEST:
            return ()
        for spelling in spellings(text):
            name, unit = split_unit(spelling)
            for one in dict.fromkeys((key(spelling), key(name))):
                named, also = self._titles(one), self._synonyms(one)
                if named or also:
                    return self._of_unit(named, also, unit)
        return ()

    def _of_unit(self, named: tuple[str, ...], also: tuple[str, ...], unit: str) -> tuple[str, ...]:
        """The indicators that bear a name, before those that have it as a synonym; a written unit must suit.

        Where it suits none, the name alone decides, and the unit is refused later.
        """
        for codes in (named, also) if unit else ():
            fitting = tuple(code for code in codes if isinstance(factor(self._catalogue.indicators[code], unit), float))
            if fitting:
                return fitting
        return named or also

    def _body_of_region(self, found: str) -> tuple[str, ...]:
        """The departments of a name that begins with the name of their region."""
        codes: dict[str, None] = {}
        for cut in range(2, len(found)):
            heads = self._regions(found[:cut]) or self._parts(found[:cut])
            inner = self._bodies(found[cut:]) if heads else ()
            codes |= dict.fromkeys(code for code in inner if self._catalogue.departments[code].region in heads)
        return tuple(codes)

    @cached_property
    def _like_regions(self) -> Likeness:
        return Likeness([*self._regions.pairs(), *self._parts.pairs()])

    @cached_property
    def _like_indicators(self) -> Likeness:
        return Likeness([*self._titles.pairs(), *self._synonyms.pairs()])

    @cached_property
    def _like_bodies(self) -> Likeness:
        return Likeness(self._bodies.pairs())

    def _near(self, like: Likeness, text: str, preferred: Set[str]) -> tuple[str, ...]:
        """The codes of the names most like a text; none for a number, and none after many texts."""
        found = key(text)
        if not found or found.isdigit() or len(text) > LONGEST or len(self._suggestions) >= SUGGESTED:
            return ()
        asked = (like, found)
        if asked not in self._suggestions:
            self._suggestions[asked] = like.best(found, preferred)
        return self._suggestions[asked]
