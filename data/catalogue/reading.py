"""Read the catalogue files into frozen models, collecting every problem on the way."""

import csv
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from config.settings import CONFIG
from data.catalogue.problems import Problem
from metrics.model.catalogue import Department, Indicator, Peers, Plan, Region, Target, Unit

Model = TypeVar("Model", bound=BaseModel)
LISTS: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("units", "unit", Unit),
    ("regions", "code", Region),
    ("departments", "department_id", Department),
    ("peers", "peer_group", Peers),
    ("indicators", "indicator_id", Indicator),
)

SHORT = 60  # characters of a cell that a problem quotes


class PlacedTarget(NamedTuple):
    """A target, its plan and the place it was read from (the header is row 1)."""

    plan: str
    file: str
    row: int
    target: Target


@dataclass
class Catalogue:
    """Everything in ``config/`` by its key, in file order, with where each row stands and what could not be read."""

    units: dict[str, Unit] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)
    peers: dict[str, Peers] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    targets: list[PlacedTarget] = field(default_factory=list)
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def region_tree(self, code: str) -> list[Region]:
        """A region and the regions directly below it, in file order."""
        return [self.regions[code], *(one for one in self.regions.values() if one.parent == code)]


# What pydantic calls a complaint, and the text that says it to a clerk; {other} is what would be right.
COMPLAINTS = {
    "float_parsing": "number",
    "int_parsing": "whole",
    "int_from_float": "whole",
    "greater_than_equal": "whole",
    "less_than_equal": "whole",
    "bool_parsing": "yes",
    "bool_type": "yes",
    "date_from_datetime_parsing": "day",
    "date_from_datetime_inexact": "day",
    "date_parsing": "day",
    "date_type": "day",
    "enum": "choice",
    "literal_error": "choice",
    "string_pattern_mismatch": "code",
    "string_too_short": "blank",
    "missing": "lacking",
    "extra_forbidden": "spare",
}


def unread(error: ValidationError, file: str, row: int) -> list[Problem]:
    """A model's complaints as problems."""
    found = []
    for item in error.errors():
        name = ".".join(str(part) for part in item["loc"])
        code = COMPLAINTS.get(item["type"], "unreadable")
        if name == "direction" and item.get("input") == "":
            code = "missing_direction"
        right = item.get("ctx", {}).get("expected", item["msg"])
        given = "" if code == "lacking" else str(item.get("input", ""))[:SHORT]
        found.append(Problem(file, row, name, code, subject=given, other=str(right).replace(" or ", ", ")))
    return found


def _header(names: list[str], model: type[BaseModel], file: str) -> list[Problem]:
    """What a table's first row lacks, has twice or has too much."""
    wanted = list(model.model_fields)
    found = [Problem(file, 1, name, "lacking") for name in wanted if name not in names]
    found += [Problem(file, 1, name, "spare", subject=name) for name in dict.fromkeys(names) if name not in wanted]
    return found + [Problem(file, 1, name, "duplicate", subject=name) for name in wanted if names.count(name) > 1]


def _rows(path: Path, model: type[Model], problems: list[Problem], root: Path) -> list[tuple[int, Model]]:
    """The rows of a CSV file as models, with their line numbers; what cannot be read becomes a problem."""
    name = path.relative_to(root).as_posix()
    found: list[tuple[int, Model]] = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            wrong = _header(list(reader.fieldnames or ()), model, name)
            problems.extend(wrong)
            for raw in () if wrong else reader:
                if None in raw or None in raw.values():
                    problems.append(Problem(name, reader.line_num, "", "cells"))
                    continue
                try:
                    found.append((reader.line_num, model.model_validate(raw)))
                except ValidationError as error:
                    problems.extend(unread(error, name, reader.line_num))
    except FileNotFoundError:
        problems.append(Problem(name, 0, "", "missing_file"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        problems.append(Problem(name, 0, "", "unreadable", subject=path.name, other=str(error)))
    return found


def _plan(path: Path, catalogue: Catalogue, root: Path) -> None:
    """One plan's folder: its toml and its targets."""
    name = (path / "plan.toml").relative_to(root).as_posix()
    try:
        plan = Plan.model_validate(tomllib.loads((path / "plan.toml").read_text(encoding="utf-8")))
    except FileNotFoundError:
        catalogue.problems.append(Problem(name, 0, "", "missing_file"))
        return
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        catalogue.problems.append(Problem(name, 0, "", "unreadable", subject="plan.toml", other=str(error)))
        return
    except ValidationError as error:
        catalogue.problems.extend(unread(error, name, 0))
        return
    if plan.id != path.name:
        catalogue.problems.append(Problem(name, 0, "id", "plan_id", subject=plan.id, other=path.name))
    catalogue.plans[plan.id] = plan
    file = (path / "targets.csv").relative_to(root).as_posix()
    for row, target in _rows(path / "targets.csv", Target, catalogue.problems, root):
        catalogue.targets.append(PlacedTarget(plan.id, file, row, target))


def read(root: Path = CONFIG) -> Catalogue:
    """Read everything below a folder; never raises for what the files hold."""
    catalogue = Catalogue()
    for name, key, model in LISTS:
        held = getattr(catalogue, name)
        for row, value in _rows(root / f"{name}.csv", model, catalogue.problems, root):
            identity = getattr(value, key)
            if identity in held:
                catalogue.problems.append(Problem(f"{name}.csv", row, key, "duplicate", subject=identity))
            held[identity] = value
            catalogue.rows[name, identity] = row
    folders = sorted(one for one in (root / "plans").glob("*") if one.is_dir())
    if not folders:
        catalogue.problems.append(Problem("plans", 0, "", "missing_file"))
    for path in folders:
        _plan(path, catalogue, root)
    return catalogue


@cache
def shipped() -> Catalogue:
    """The catalogue of this installation."""
    return read()
