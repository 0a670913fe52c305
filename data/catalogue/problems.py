"""What can be wrong with the catalogue: one problem a finding, with its place and cure."""

from dataclasses import dataclass

from config.text import say


@dataclass(frozen=True, order=True)
class Problem:
    """A finding of the check: file and row (1 is the header, 0 the file as a whole), field, a code and what fills
    its words.
    """

    file: str
    row: int
    field: str
    code: str
    level: str = "error"
    subject: str = ""
    other: str = ""

    def words(self, lang: str = "zh") -> str:
        """One line: level, place, what is wrong, and the cure."""
        values = {"subject": self.subject, "other": self.other, "field": self.field}
        what, cure = (say(f"check.{self.code}{part}", lang, **values) for part in ("", ".cure"))
        level = say(f"check.level.{self.level}", lang)
        row = say("check.row", lang, row=self.row) if self.row else ""
        place = say("check.place", lang, where=" ".join(part for part in (self.file, row, self.field) if part))
        return f"{level} {place} {what} {cure}"
