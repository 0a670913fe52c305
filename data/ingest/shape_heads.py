"""What the header says over one column of figures: its period, and the name beside it. Shared by shape and layout."""

from collections.abc import Sequence

from data.ingest.shape_words import (
    flat,
    is_generic,
    is_part_period,
    is_provisional,
    is_unit,
    period_inside,
    unit_inside,
    unnumbered,
    without_period,
)


def period_over(texts: Sequence[str], year: str = "") -> str:
    """The period that the rows of a header name together, 2018年 over 上半年; ``year`` goes before a mere part.

    A text that names no period is kept as it is, so that it is found wanting later.
    """
    found = [period_inside(text) for text in texts if period_inside(text)]
    return dated("".join(found) if found else "".join(texts), year)


def dated(text: str, year: str) -> str:
    """A part of a year with its year."""
    return f"{year}{text}" if year and is_part_period(text) else text


def name_over(texts: Sequence[str]) -> str:
    """The name that the rows of a header give together, without periods and words that tell nothing apart.

    A row that holds the unit alone becomes brackets behind the name.
    """
    rests = [without_period(text) if period_inside(text) else text for text in texts]
    telling = [rest for rest in rests if rest and not is_generic(rest) and not is_provisional(rest)]
    found = ""
    for rest in telling or [rest for rest in rests if rest][-1:]:
        if is_unit(rest) and found:
            found += f"({flat(rest).strip('()')})"
        elif flat(rest).startswith(flat(found)):
            found = rest
        elif flat(rest) != flat(found):
            found += f" {rest}" if found[-1:].isascii() and rest[:1].isascii() else rest
    return unnumbered(found)


def provisional_over(texts: Sequence[str]) -> bool:
    """Whether the header marks its column as provisional."""
    return any(is_provisional(without_period(text)) for text in texts if text)


def unit_over(texts: Sequence[str]) -> str:
    """The unit that the lowest row of a header with one gives its column."""
    for text in reversed(texts):
        rest = without_period(text) if period_inside(text) else text
        if rest and is_unit(rest):
            return flat(rest).strip("()")
        if rest and unit_inside(rest):
            return unit_inside(rest)
    return ""
