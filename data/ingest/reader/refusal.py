"""What the child may take on, and how it says no."""

from dataclasses import asdict, dataclass

COLUMNS = 16_384  # the widest sheet of a spreadsheet program


class Refused(Exception):
    """A file that is not read, with the fields of a finding: code, sheet, row and column from 1, value, other."""

    def __init__(
        self, code: str, *, sheet: str = "", row: int = 0, column: int = 0, value: str = "", other: str = ""
    ) -> None:
        super().__init__(code)
        self.fields = {"code": code, "sheet": sheet, "row": row, "column": column, "value": value, "other": other}


@dataclass(frozen=True)
class Limits:
    """``cells`` of a text; ``filled`` cells of a workbook, ``area`` they span in a sheet, bytes it has ``unpacked``."""

    cells: int
    filled: int
    area: int
    unpacked: int


ORDINARY = Limits(cells=3_000_000, filled=1_500_000, area=27_300_000, unpacked=1_000_000_000)
PATIENT = Limits(cells=500_000_000, filled=20_000_000, area=60_000_000, unpacked=8_000_000_000)


@dataclass(frozen=True)
class Task:
    """What to read: the file, the folder for its sheets, what a person said of the text, and how much it may be."""

    path: str
    folder: str
    encoding: str | None = None
    delimiter: str | None = None
    patient: bool = False

    @property
    def limits(self) -> Limits:
        """What the task may take on."""
        return PATIENT if self.patient else ORDINARY

    def dump(self) -> dict[str, object]:
        """The task as a dictionary, for the child's command line."""
        return asdict(self)
