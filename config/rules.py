"""The thresholds of the rules, read from ``rules.toml``."""

import tomllib
from functools import cache
from pathlib import Path

from metrics.model.thresholds import Thresholds

PLACE = Path(__file__).with_name("rules.toml")


@cache
def thresholds() -> Thresholds:
    """The cuts and lights in force."""
    return Thresholds.model_validate(tomllib.loads(PLACE.read_text(encoding="utf-8")))
