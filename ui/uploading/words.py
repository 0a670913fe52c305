"""The wizard's sentences and small words: counts with their measure word, names, figures and periods."""

from datetime import date
from types import SimpleNamespace

from pandas import DataFrame

from config.text import say
from config.tokens import tokens
from ui import figures
from ui.intake import Entry, catalogue
from ui.typography import spaced

KB, MB = 1024, 1024 * 1024
MARKDOWN = "\\`*_[]:$~<>#"


def plain(name: object) -> str:
    """A name without the signs Streamlit would read as Markdown in a label."""
    return "".join(f"\\{sign}" if sign in MARKDOWN else sign for sign in str(name))


def told(key: str, lang: str, **values: object) -> str:
    """A text with the spaces of Chinese typesetting."""
    said = say(key, lang, **values)
    return spaced(said) if lang == "zh" else said


def counted(n: int, shape: str, lang: str) -> str:
    """A number of figures with its measure word: rows where a row holds one figure."""
    return told("upload.rows" if shape in ("tidy", "") else "upload.cells", lang, n=n)


def brought(counts: dict[str, int], shape: str, lang: str) -> str:
    """What a load brings, kind by kind; a kind without a figure is left to the tiles."""
    said = {kind: n for kind, n in counts.items() if n} or counts
    return say("clause", lang).join(
        told(f"upload.send.{kind}", lang, rows=counted(n, shape, lang)) for kind, n in said.items()
    )


def size(n: int) -> str:
    """A file's size."""
    if n < KB:
        return f"{n} B"
    return f"{n / KB:.0f} KB" if n < MB else f"{n / MB:.1f} MB"


def department(code: str | None, lang: str) -> str:
    """The name of a department; its code where there is none."""
    known = catalogue().departments.get(code or "")
    return (known.short_zh or known.name_zh if lang == "zh" else known.name_en) if known else str(code or "")


def region(code: str, lang: str) -> str:
    """The name of a region."""
    known = catalogue().regions.get(code)
    return (known.name_zh if lang == "zh" else known.name_en) if known else code


def indicator(code: str, lang: str) -> str:
    """The short name of an indicator."""
    known = catalogue().indicators.get(code)
    if known is None:
        return code
    return (known.short_zh or known.name_zh) if lang == "zh" else (known.short_en or known.name_en)


def period(start: date, end: date, lang: str) -> str:
    """A period as people say it: 2019 年, 2019 上半年, 2019 年 1—6 月."""
    if start == end:
        return start.isoformat()
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    part = (start.month - 1) // months + 1 if 12 % months == 0 and (start.month - 1) % months == 0 else 0
    if part and months in (12, 6, 3, 1) and start.year == end.year:
        return told(
            f"upload.period.{months}.{part}" if months in (6, 3) else f"upload.period.{months}",
            lang,
            year=start.year,
            month=start.month,
        )
    if start.year == end.year:
        return told("upload.period.months", lang, year=start.year, first=start.month, last=end.month)
    return f"{start.isoformat()}—{end.isoformat()}"


def figure(code: str, value: float | None, lang: str) -> str:
    """A value of an indicator with its unit; a dash where there is none."""
    known = catalogue().indicators.get(code)
    if value is None or value != value:
        return say("value.dash", lang)
    row = SimpleNamespace(
        unit=known.unit if known else "",
        decimals=max(known.decimals if known else 0, _decimals(value)),
        measure_zh=known.measure_zh if known else "",
        measure_en=known.measure_en if known else "",
    )
    return figures.value(row, value, lang)


def _decimals(value: float) -> int:
    """How many decimals a value is written with, four at most: a revision must be seen."""
    return next((n for n in range(4) if round(value, n) == value), 4)


def sender(entry: Entry, lang: str) -> str:
    """Who sent a file, as given."""
    return told("upload.sender", lang, department=department(entry.department, lang), user=entry.user)


def senders_name(entry: Entry, lang: str) -> str:
    """The same without the words before it."""
    return told("upload.sender.name", lang, department=department(entry.department, lang), user=entry.user)


def turns(moves: DataFrame, lang: str, *, done: bool = False) -> str:
    """How many statuses would change (or have changed), and which way."""
    kind_of = "turned" if done else "moves"
    if moves.empty:
        return told(f"upload.{kind_of}.none", lang)
    rank = tokens().rank
    grey = moves["was"].eq("not_assessable") | moves["now"].eq("not_assessable")
    before, after = moves["was"].map(rank), moves["now"].map(rank)
    counts = {
        "worse": int((~grey & (after < before)).sum()),
        "better": int((~grey & (after > before)).sum()),
        "out_of_grey": int((grey & moves["was"].eq("not_assessable")).sum()),
        "into_grey": int((grey & moves["now"].eq("not_assessable")).sum()),
    }
    kinds = [kind for kind, n in counts.items() if n]
    if len(kinds) == 1:
        return told(f"upload.{kind_of}.all.{kinds[0]}", lang, n=len(moves))
    parts = say("list", lang).join(told(f"upload.moves.{kind}", lang, n=counts[kind]) for kind in kinds)
    return told(f"upload.{kind_of}", lang, n=len(moves), parts=parts)
