"""The shapes of the catalogue: regions, departments, indicators, plans and targets, frozen and closed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from metrics.model.vocabulary import Dimension, Direction, Frequency, Kind, Method, Rule


def _blank(value: object) -> object:
    """An empty cell is nothing."""
    return None if value == "" else value


def _listed(value: object) -> object:
    """A cell of several entries joined by ``;``."""
    return tuple(part.strip() for part in value.split(";") if part.strip()) if isinstance(value, str) else value


def _yes(value: object) -> object:
    """yes, no or empty (no)."""
    return {"yes": True, "no": False, "": False}.get(value, value) if isinstance(value, str) else value


Yes = Annotated[bool, BeforeValidator(_yes)]
Listed = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Number = Annotated[float | None, BeforeValidator(_blank)]
Whole = Annotated[int | None, BeforeValidator(_blank)]
Day = Annotated[date | None, BeforeValidator(_blank)]
Code = Annotated[str | None, BeforeValidator(_blank)]
Level = Literal["country", "province", "prefecture", "county", "zone"]


class Row(BaseModel):
    """One line of a catalogue file."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Unit(Row):
    """A unit: how it is written, and the family within which it converts (``scale`` to the family's base)."""

    unit: str
    zh: str
    en: str
    suffix_zh: str
    suffix_en: str
    difference_zh: str
    difference_en: str
    family: str
    scale: float


class Region(Row):
    """A region by its code (GB/T 2260; zones ``parent-Z1``), with old names and codes and a place on the tile map."""

    code: str
    name_zh: str
    short_zh: str
    name_en: str
    level: Level
    parent: Code
    aliases: Listed
    tile_col: Whole
    tile_row: Whole
    judged: Yes
    valid_from: str
    valid_to: str
    note: str


class Department(Row):
    """A body that answers for targets, and the body that took over its work."""

    department_id: str
    name_zh: str
    name_en: str
    short_zh: str
    region: str
    successor: Code
    successor_from: Day
    synonyms: Listed


class Peers(Row):
    """A group a rank is taken in: all regions of a level, or the members listed."""

    peer_group: str
    name_zh: str
    name_en: str
    level: Code
    members: Listed
    note_zh: str


class Indicator(Row):
    """What is measured: names, unit, which way is better, possible range, how parts make up the whole."""

    indicator_id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    dimension: Dimension
    name_zh: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    short_zh: str
    short_en: str
    unit: str
    measure_zh: str
    measure_en: str
    direction: Direction
    lower: Number
    upper: Number
    decimals: int
    kind: Kind
    frequency: Frequency
    rollup: Annotated[Literal["sum", "mean"] | None, BeforeValidator(_blank)]
    weight: Code
    mixed_periods: Yes
    accumulates: Annotated[Literal["yearly"] | None, BeforeValidator(_blank)]
    scheme_ended: Day
    definition_zh: str
    definition_en: str
    source_zh: str
    synonyms: Listed


class Target(Row):
    """One promise of a plan with one due date; further dates of the same promise are further rows."""

    target_id: str
    section: Listed
    indicator_id: str
    region: str
    level: Annotated[Level | None, BeforeValidator(_blank)]
    rule: Rule
    method: Annotated[Method | None, BeforeValidator(_blank)]
    value: Number
    value_high: Number
    benchmark: Code
    base_value: Number
    base_date: Day
    start: Day
    due: date
    due_inferred: Yes
    departments: Listed
    owner_basis: Annotated[Literal["named", "inferred"] | None, BeforeValidator(_blank)]
    binding: Annotated[Literal["yes", "no"] | None, BeforeValidator(_blank)]
    implied: Yes
    aspirational: Yes
    increment: Yes
    parent: Code
    conflict: Code
    tier: int = Field(ge=1, le=3)
    figures: str
    note: str


class Phase(Row):
    """A stretch of a plan's term with what closes it."""

    id: str
    name_zh: str
    name_en: str
    start: date
    end: date
    gate_zh: str = ""
    gate_en: str = ""


class Reporting(Row):
    """A duty to report: who, how often, by which days of the year."""

    name_zh: str
    name_en: str
    who: str
    frequency: str
    due: str
    section: str


class Hotline(Row):
    """A complaint line."""

    number: str
    department: str
    section: str


class Plan(Row):
    """A published plan: its term, region and parts."""

    id: str
    title_zh: str
    title_en: str
    number: str
    issuer_zh: str
    issuer_en: str
    issued: Day
    status: Literal["final", "draft"]
    region: str
    start: date
    end: date
    source: str
    phases: tuple[Phase, ...] = ()
    reporting: tuple[Reporting, ...] = ()
    hotlines: tuple[Hotline, ...] = ()
