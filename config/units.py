"""How figures of a unit are written, from ``units.csv``: the sign after the value and the words of a
difference.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("units.csv")
GLUED = ("%", "‰")


class UnitWords(NamedTuple):
    """What follows a value of the unit, and what follows a difference of two values, in one language."""

    suffix: str
    difference: str

    @property
    def glued(self) -> bool:
        """Whether the suffix stands without a space (92.4%)."""
        return self.suffix in GLUED


@cache
def unit_words(unit: str, lang: str, path: Path = FILE) -> UnitWords:
    """The words of a unit; none for a unit the file does not name."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["unit"] == unit:
                return UnitWords(row[f"suffix_{lang}"], row[f"difference_{lang}"])
    return UnitWords("", "")
