"""Where a visitor is: all that the address says about a screen, checked; defaults for what it leaves out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict

from config.tokens import Theme

Lang = Literal["zh", "en"]
T = TypeVar("T")
BOARD = ("overview", "product", "engineering", "service", "environment")
OTHERS = ("brand", "foundation", "economy", "governance", "culture", "talent")
LOOKUP = ("attention", "region", "tilemap", "indicator", "department", "library", "explore")
RECORDS = ("upload", "loads", "coverage")
ABOUT = ("method",)
PAGES = BOARD + OTHERS + LOOKUP + RECORDS + ABOUT
NONE = "none"
WHY = re.compile(r"(?P<target>[\w.-]+)\.(?P<due>\d{4}-\d{2}-\d{2})\.(?P<region>[\w-]+)", re.ASCII)


class Place(BaseModel):
    """One screen.

    ``since`` is the comparison date, None for no comparison; ``why`` an open explanation as
    ``<target_id>.<due>.<region>``, None when closed; ``known`` the moment whose knowledge is shown, None for now.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    plan: str
    region: str
    as_of: date
    since: date | None = None
    lang: Lang = "zh"
    demo: bool = True
    theme: Theme = "light"
    present: bool = False
    why: str | None = None
    known: datetime | None = None

    def params(self, **changes: object) -> dict[str, str]:
        """The query parameters of this place, or of it with some fields changed; the usual is left out."""
        at = self.model_copy(update=changes)
        said = {"plan": at.plan, "region": at.region, "as_of": at.as_of.isoformat()}
        said["since"] = at.since.isoformat() if at.since else NONE
        if at.lang != "zh":
            said["lang"] = at.lang
        if not at.demo:
            said["demo"] = "0"
        if at.theme != "light":
            said["theme"] = at.theme
        if at.present:
            said["present"] = "1"
        if at.why:
            said["why"] = at.why
        if at.known:
            said["known"] = at.known.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
        return said


@dataclass(frozen=True)
class Offers:
    """What an address may choose from: plans, and regions of a plan, the default first; the default dates."""

    plans: Sequence[str]
    regions: Callable[[str], Sequence[str]]
    as_of: Callable[[str, bool], date]
    since: Callable[[str, date], date | None]


@dataclass(frozen=True)
class Refused:
    """A parameter whose value was not understood and was replaced by the default."""

    name: str
    value: str


class _Reader:
    """Reads one parameter after another and remembers what it had to refuse."""

    def __init__(self, params: Mapping[str, str]) -> None:
        self.params = params
        self.refused: list[Refused] = []

    def read(self, name: str, understand: Callable[[str], T | None], default: T) -> T:
        """The understood value; the default where the address says nothing, or nothing understood."""
        said = self.params.get(name, "")
        if not said:
            return default
        understood = understand(said)
        if understood is None:
            self.refused.append(Refused(name, said[:24]))
            return default
        return understood

    def choice(self, name: str, allowed: Sequence[str]) -> str:
        """One of the allowed values, by default the first."""
        return self.read(name, lambda said: said if said in allowed else None, allowed[0])


def day(said: str) -> date | None:
    """An ISO date between 1990 and 2099; None for anything else."""
    if not re.fullmatch(r"(199\d|20\d\d)-\d\d-\d\d", said, re.ASCII):
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def instant(said: str) -> datetime | None:
    """A moment in UTC as ``2019-12-31T08:00:00.000001Z``, seconds and their parts optional; None for anything else."""
    if not re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z", said, re.ASCII):
        return None
    try:
        return datetime.fromisoformat(said)
    except ValueError:
        return None


def language(params: Mapping[str, str]) -> Lang:
    """The language of an address, known even where there is no board to read."""
    return "en" if params.get("lang") == "en" else "zh"


def parse(params: Mapping[str, str], offers: Offers) -> tuple[Place, list[Refused]]:
    """The place an address means, and what in it was not understood.

    By default: the first plan, its own region, its newest as-of date, compared with the half-year before it
    where that lies inside the plan.
    """
    reader = _Reader(params)
    reader.read("page", lambda _: None, None)  # ui.guard says here which page it was asked for and does not know
    plan = reader.choice("plan", offers.plans)
    demo = reader.choice("demo", ("1", "0")) == "1"
    as_of = reader.read("as_of", day, offers.as_of(plan, demo))
    no_since = params.get("since") == NONE
    since = None if no_since else reader.read("since", _day_before(as_of), offers.since(plan, as_of))
    place = Place(
        plan=plan,
        region=reader.choice("region", offers.regions(plan)),
        as_of=as_of,
        since=since,
        lang="en" if reader.choice("lang", ("zh", "en")) == "en" else "zh",
        demo=demo,
        theme="dark" if reader.choice("theme", ("light", "dark")) == "dark" else "light",
        present=reader.choice("present", ("0", "1")) == "1",
        why=reader.read("why", _assessment, None),
        known=reader.read("known", instant, None),
    )
    return place, reader.refused


def _day_before(as_of: date) -> Callable[[str], date | None]:
    """Understands a comparison date: it must lie before the as-of date."""

    def understand(said: str) -> date | None:
        found = day(said)
        return found if found and found < as_of else None

    return understand


def _assessment(said: str) -> str | None:
    """Understands the name of an assessment, ``<target_id>.<due>.<region>``; the board knows if it exists."""
    found = WHY.fullmatch(said)
    return said if found and day(found["due"]) else None
