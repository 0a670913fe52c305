"""What the list holds: the red and yellow targets of a place, who answers for them, which of them turned worse."""

from dataclasses import dataclass
from typing import NamedTuple

from pandas import DataFrame, Series

from ui import clock, counts, own
from ui.asking.department import answering
from ui.counts import Lights
from ui.department.duty import NOBODY, duties
from ui.order import ATTENTION, attention, changes
from ui.place import Refused

ROWS = 5  # rows of one screen of the meeting view
FILTERS = ("status", "department")


class Screen(NamedTuple):
    """One screen of the meeting view: the ``nth`` of ``of`` on a light that ``total`` targets have."""

    light: str
    nth: int
    of: int
    total: int

    def rows(self, worst: DataFrame) -> DataFrame:
        """Its rows among those that need attention."""
        found = worst[worst["light"].eq(self.light)]
        return found.iloc[(self.nth - 1) * ROWS : self.nth * ROWS]


@dataclass(frozen=True)
class Asked:
    """What the address asks for: one light or both (""), one body or all (""), which screen of the meeting view, which
    target alone ("" for the list).
    """

    light: str = ""
    body: str = ""
    page: int = 1
    one: str = ""


@dataclass(frozen=True)
class Listed:
    """``here`` are all targets that count, of the body asked for where one is; ``rows`` those of them on the list,
    ``newly`` the places among them that turned worse since the comparison date, None without one. ``told`` says which
    body leads or shares which target, as in ui.department.duty.
    """

    here: DataFrame
    rows: DataFrame
    newly: Series | None
    told: DataFrame

    @property
    def count(self) -> Lights:
        """All targets that count, by light."""
        return counts.lights(self.here)

    def of(self, light: str) -> DataFrame:
        """The rows of one light."""
        return self.rows[self.rows["light"].eq(light)]

    def worsened(self, light: str) -> int:
        """How many of a light turned worse since the comparison date."""
        return 0 if self.newly is None else int(self.newly[self.rows["light"].eq(light)].sum())

    def bodies(self, light: str) -> int:
        """How many bodies answer for the rows of a light."""
        own_rows = self.told[self.told["target"].isin(self.of(light).index) & self.told["body"].ne(NOBODY)]
        return int(own_rows["body"].nunique())


def asked() -> tuple[Asked, list[Refused]]:
    """What the address asks for, and what of it is not understood; whether a body or a target exists is seen later."""
    said, refused = own.own("status"), []
    if said and said not in ATTENTION:
        refused.append(Refused("status", said[:24]))
    page = own.number("page_no")
    if own.own("page_no") and not page:
        refused.append(Refused("page_no", own.own("page_no")[:24]))
    light = said if said in ATTENTION else ""
    return Asked(light, own.own("department"), page or 1, own.own("one")), refused


def duties_of(here: DataFrame) -> DataFrame:
    """Who answers today for each target; see ui.department.duty."""
    return duties(here, answering(clock.today()))


def listed(here: DataFrame, earlier: DataFrame | None, told: DataFrame, body: str = "") -> Listed:
    """The list of the rows that count at a place; ``earlier`` are those of the comparison date, None without one."""
    if body:
        here = here.loc[here.index.isin(told[told["body"].eq(body)]["target"])]
    rows = attention(here)
    if earlier is None:
        return Listed(here, rows, None, told)
    moved = changes(here, earlier)
    worse = set(moved[moved["move"].eq("worse")]["target_id"])
    return Listed(here, rows, rows["target_id"].isin(worse), told)


def answerable(here: DataFrame, told: DataFrame) -> list[tuple[str, Lights]]:
    """Each body with something on the list, those with the most red first; what nobody answers for last."""
    pressing = attention(here)
    lit = told[told["target"].isin(pressing.index)].assign(light=lambda t: t["target"].map(pressing["light"]))
    found = [(str(body), counts.lights(own_rows)) for body, own_rows in lit.groupby("body", sort=False)]
    return sorted(found, key=lambda one: (one[0] == NOBODY, -one[1].red, -one[1].yellow))


def screens(worst: DataFrame, light: str = "") -> list[Screen]:
    """The screens of the meeting view: red ones, then yellow ones."""
    made = []
    for one in ATTENTION if not light else (light,):
        total = int(worst["light"].eq(one).sum())
        of = -(-total // ROWS)
        made += [Screen(one, nth, of, total) for nth in range(1, of + 1)]
    return made


def key_of(frame: DataFrame) -> Series:
    """The name in the address of each row, as figures.key says it."""
    due = frame["due"].dt.strftime("%Y-%m-%d").fillna("none")
    named: Series = frame["target_id"].astype(str) + "." + due + "." + frame["region"].astype(str)
    return named


def found(frame: DataFrame, said: str) -> DataFrame:
    """The row of an assessment by its name in the address; none where the frame has no such row."""
    return frame[key_of(frame).eq(said)].head(1) if said else frame.head(0)


def screen_of(worst: DataFrame, said: str) -> int:
    """On which screen of the meeting view a target stands; 0 where on none."""
    keys = key_of(worst)
    for number, one in enumerate(screens(worst), start=1):
        if said in set(keys.loc[one.rows(worst).index]):
            return number
    return 0


def first(frame: DataFrame, most: int) -> list[str]:
    """The names in the address of the first rows."""
    return list(key_of(frame.head(most)))
