"""What a person answered about a file: which sheet, where the header is, what a column or a name means."""

import json
import tomllib
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from data.ingest.finding import Finding, Unreadable, number_of

LEFT_OUT = "-"  # the answer for a name that is none of the board's
Role = Literal["region", "indicator", "period"]
ROLES: tuple[Role, ...] = ("region", "indicator", "period")
Place = Literal["region", "indicator", "period", "value"]


class Mapping(BaseModel):
    """Answers; what is not answered is found out from the file.

    ``header`` lists the header's rows from 1, ``[0]`` for none. ``columns`` names the column (A, B, …) that holds a
    role; ``fixed`` gives one text for a role that stands in no column; ``names`` says what a text of the file means
    (region code, indicator id, ``-`` to leave it out); ``units`` gives the unit of an indicator's figures.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    header: tuple[int, ...] | None = None
    columns: dict[Place, str] = Field(default_factory=dict)
    fixed: dict[Role, str] = Field(default_factory=dict)
    names: dict[Literal["region", "indicator"], dict[str, str]] = Field(default_factory=dict)
    units: dict[str, str] = Field(default_factory=dict)

    @field_validator("columns")
    @classmethod
    def _letters(cls, columns: dict[Place, str]) -> dict[Place, str]:
        """Columns are named by letters."""
        for name in columns.values():
            number_of(name)
        return {role: name.upper() for role, name in columns.items()}

    @field_validator("header")
    @classmethod
    def _rows(cls, header: tuple[int, ...] | None) -> tuple[int, ...] | None:
        """One to three rows that follow each other, or [0]."""
        if header is not None and header != (0,):
            run = tuple(range(header[0], header[0] + len(header))) if header else ()
            if header != run or not 1 <= len(header) <= 3 or header[0] < 1:
                raise ValueError(header)
        return header

    def column(self, place: Place) -> int | None:
        """The column answered for a place, from 0; nothing where it was not asked."""
        return number_of(self.columns[place]) - 1 if place in self.columns else None

    def text(self) -> str:
        """The answers in one form, the same for the same answers; empty where there are none."""
        told = self.model_dump(exclude_defaults=True)
        return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""

    def joined(self, other: "Mapping") -> "Mapping":
        """These answers with the others' over them."""
        mine, theirs = self.model_dump(exclude_defaults=True), other.model_dump(exclude_defaults=True)
        for name in ("columns", "fixed", "units"):
            if name in mine and name in theirs:
                theirs[name] = mine[name] | theirs[name]
        if "names" in mine and "names" in theirs:
            both = {*mine["names"], *theirs["names"]}
            theirs["names"] = {role: mine["names"].get(role, {}) | theirs["names"].get(role, {}) for role in both}
        return Mapping.model_validate(mine | theirs)


def of_text(text: str) -> Mapping:
    """The mapping kept as ``Mapping.text``."""
    return Mapping.model_validate_json(text) if text else Mapping()


def of_toml(content: bytes, file: str) -> Mapping:
    """The mapping of a TOML file. Raises Unreadable, naming what is not understood."""
    try:
        return Mapping.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise Unreadable(Finding("error", "mapping", value=place, other=str(first.get("input", ""))[:40])) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(Finding("error", "mapping_file", value=file, other=str(error))) from error
