"""Number formats of spreadsheets, as far as they change what a figure says: percent and per mille."""

import re
from decimal import Decimal

Mark = tuple[int, str]  # power of ten that the format adds, and the sign shown behind the figure
BUILT_IN: dict[int, str] = {9: "0%", 10: "0.00%"}
SECTION = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*', re.DOTALL)  # the first one, for positive figures
PLACE = re.compile(r"[0#?]")
SCALED = re.compile(r"[0#?],+(?![0#?,])")  # shown in thousands
LITERAL = re.compile(r'"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]', re.DOTALL)


def mark_of(code: str) -> Mark | None:
    """What a format code does to a positive figure: ``0.0%`` is (2, "%"), a quoted ``0.0"%"`` is (0, "%")."""
    first = SECTION.match(code)
    section = first[0] if first else ""
    bare = LITERAL.sub("", section)
    if "%" in bare:
        return 2 * bare.count("%"), "%"
    if not PLACE.search(bare) or SCALED.search(bare):
        return None
    shown = bare + "".join(found[1] or found[2] or "" for found in LITERAL.finditer(section))
    return next(((0, sign) for sign in ("%", "‰") if sign in shown), None)


def digits(value: float) -> str:
    """A number in the fifteen digits a spreadsheet holds at most: what arithmetic leaves behind them is noise."""
    return f"{value:.15g}"


def plainly(value: float) -> str:
    """A number as it was typed: no ``.0``, no exponent for whole ones."""
    if value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else format(Decimal(repr(value)), "f")
    return digits(value)


def marked(value: float, mark: Mark) -> str:
    """A number as its format shows it, in full: 0.983 with (2, "%") is ``98.3%``."""
    power, sign = mark
    exact = Decimal(digits(value)).scaleb(power).normalize()
    return f"{exact:f}{sign}"
