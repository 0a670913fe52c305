"""What a file has that a person must know: where it stands, what is wrong, and how to mend it."""

from dataclasses import dataclass
from typing import Literal

from config.text import say

Level = Literal["error", "warning", "note"]
SHORT = 40  # characters of a cell that a sentence quotes


def letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 27 is AA."""
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def number_of(name: str) -> int:
    """The number of a column from its letters: A is 1. Raises ValueError."""
    if not name or not name.isascii() or not name.isalpha():
        raise ValueError(name)
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


@dataclass(frozen=True)
class Finding:
    """One finding. Rows and columns count from 1, 0 for none; ``other`` fills the sentence ({other}).

    Errors refuse, warnings ask for a tick and a word, notes tell. The words stand under ``finding.<code>`` (what) and
    ``finding.<code>.cure``; both may use {value} and {other}. ``count``: how many cells one finding stands for.
    """

    level: Level
    code: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    value: str = ""
    other: str = ""
    count: int = 1

    @property
    def letter(self) -> str:
        """The column as a spreadsheet names it."""
        return letters(self.column)

    @property
    def shown(self) -> str:
        """The content of the cell, shortened where it is long."""
        return self.value if len(self.value) <= SHORT else f"{self.value[:SHORT]}…"

    def place(self, lang: str = "zh") -> str:
        """Sheet, row and column in words; empty for the whole file."""
        where = [say("finding.sheet", lang, sheet=self.sheet)] if self.sheet else []
        if self.row:
            where.append(say("finding.row", lang, row=self.row))
        if self.column:
            where.append(say("finding.column", lang, column=self.letter))
        return " ".join(where)

    def message(self, lang: str = "zh") -> str:
        """What is wrong."""
        return say(f"finding.{self.code}", lang, value=self.shown, other=self.other)

    def cure(self, lang: str = "zh") -> str:
        """What to do."""
        return say(f"finding.{self.code}.cure", lang, value=self.shown, other=self.other)

    def words(self, lang: str = "zh") -> str:
        """Place, what is wrong and what to do, in one line."""
        place = self.place(lang)
        return say(
            "finding.words", lang, place=f"{place} " if place else "", what=self.message(lang), cure=self.cure(lang)
        )


class Unreadable(Exception):
    """A file that cannot be read at all; the finding says where and why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding
