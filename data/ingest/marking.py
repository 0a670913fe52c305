"""A clerk's own file back, with what is wrong marked where it stands: colour, frame and comment, and a list in front.

A workbook keeps its form; of any other file, and of a workbook that cannot be written again, the text is laid out
in a new one, every cell where it stood. Of a file too large to be marked whole come the rows concerned.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from config.text import LANGUAGES, say
from config.tokens import tokens
from data.errors import BoardUnwritable
from data.ingest.book import Book, Sheet
from data.ingest.box import run_boxed
from data.ingest.finding import Finding
from data.ingest.painting import Colours, Job, Listed, Mark, Page, Roll
from data.ingest.table import Table
from data.ingest.workbook import sheet_title

MOST_CELLS = 100_000  # of a workbook that is marked whole
SECONDS, MEMORY = 40.0, 1_500_000_000
FIRST_ROWS = 5  # of a shortened sheet, so that its heads come along
LEVELS = ("error", "warning", "note")
COLUMNS = ("level", "sheet", "place", "value", "what", "cure")
WIDTHS = (11, 18, 18, 28, 48, 48)
ORIGINAL = ("original", 18)  # the further column of a list whose sheets are shortened, and its width

How = Literal["marked", "refused", "shortened", "listed"]


@dataclass(frozen=True)
class _Form:
    """What the workbook is made from; ``rows`` gives the new place of each row of a shortened sheet, from 1."""

    how: How
    original: str = ""
    pages: tuple[Page, ...] = ()
    rows: dict[str, dict[int, int]] | None = None


def marked(
    path: Path, file: str, book: Book, sheet: str, findings: Sequence[Finding], lang: str, folder: Path
) -> bytes:
    """The file with its findings marked, as xlsx.

    ``path`` holds the file's bytes, ``file`` is the name it was given, ``book`` what was read of it, ``sheet`` the
    sheet of findings that name none; ``folder`` takes what is made on the way. Errors are red, warnings amber, notes
    stand in the list only. Raises BoardUnwritable where the folder takes no file.
    """
    placed = [replace(one, sheet=one.sheet or sheet) if one.row else one for one in findings]
    forms = []
    if sum(one.height * one.width for one in book.sheets) <= MOST_CELLS:
        forms += [_Form("marked", original=str(path.resolve()))] if book.kind == "xlsx" else []
        forms.append(_Form("marked", pages=_pages(book.sheets)))
    else:
        concerned = [one for one in book.sheets if any(finding.sheet == one.name for finding in placed)]
        kept = {one.name: _concerned(one, placed) for one in concerned}
        forms.append(_shortened("shortened", concerned, kept))
    return _made([*forms, _Form("listed")], file, placed, lang, folder)


def refused_rows(
    file: str, book: Book, table: Table, rows: Collection[int], findings: Sequence[Finding], lang: str, folder: Path
) -> bytes:
    """The rows that were not loaded, under the heads of their table, marked in the same way, as xlsx.

    ``rows`` are their numbers in the file, from 1. What is mended there can be uploaded as it is.
    """
    sheet = next(one for one in book.sheets if one.name == table.sheet)
    above = max(table.header) + 1 if table.header else min(table.rows, default=0)
    room = max(MOST_CELLS // max(sheet.width, 1) - above, 1)
    kept = [*range(above), *sorted(row - 1 for row in set(rows) if row > above)[:room]]
    placed = [one for one in findings if one.row - 1 in set(kept) or not one.row]
    forms = [_shortened("refused", [sheet], {sheet.name: kept}), _Form("listed")]
    return _made(forms, file, placed, lang, folder)


def _pages(sheets: Sequence[Sheet]) -> tuple[Page, ...]:
    """The sheets as they are; none bears another's name, though a workbook allows fewer names than other files."""
    return tuple(
        Page(name=one.name, path=str(one.path.resolve()), merged=one.merged, hidden=one.hidden) for one in sheets
    )


def _concerned(sheet: Sheet, findings: Sequence[Finding]) -> list[int]:
    """The first rows of a sheet and those with findings, from 0."""
    rows = {*range(FIRST_ROWS), *(one.row - 1 for one in findings if one.row and one.sheet == sheet.name)}
    return sorted(rows)[: max(MOST_CELLS // max(sheet.width, 1), FIRST_ROWS)]


def _shortened(how: How, sheets: Sequence[Sheet], kept: dict[str, list[int]]) -> _Form:
    """Some rows of some sheets, one below the other."""
    pages = tuple(page.model_copy(update={"rows": tuple(kept[page.name])}) for page in _pages(sheets))
    return _Form(how, "", pages, {name: {row + 1: at for at, row in enumerate(rows, 1)} for name, rows in kept.items()})


def _made(forms: Sequence[_Form], file: str, findings: Sequence[Finding], lang: str, folder: Path) -> bytes:
    """The workbook in the first of the forms that can be made."""
    for number, form in enumerate(forms):
        out, told = folder / f"marked{number}.xlsx", folder / f"marked{number}.json"
        told.write_text(_job(form, file, findings, lang, out).model_dump_json(), encoding="utf-8")
        ended = run_boxed("data.ingest.painting", [str(told.resolve())], seconds=SECONDS, memory=MEMORY)
        if ended.how == "finished" and out.exists():
            return out.read_bytes()
    raise BoardUnwritable(path=str(folder))


def _job(form: _Form, file: str, findings: Sequence[Finding], lang: str, out: Path) -> Job:
    """All the child needs, words included."""
    colour = tokens().colour["light"]
    titles = _titles(form, Path(file).stem)
    named = [replace(one, sheet=titles.get(one.sheet, one.sheet)) for one in findings]
    kept = {titles[name]: rows for name, rows in (form.rows or {}).items()}
    return Job(
        original=form.original,
        pages=tuple(page.model_copy(update={"name": titles[page.name]}) for page in form.pages),
        marks=() if form.how == "listed" else tuple(_marks(named, kept, lang)),
        roll=_roll(form, kept, file, named, lang),
        colours={
            "error": Colours(ground=colour.red_tint, frame=colour.red),
            "warning": Colours(ground=colour.yellow_tint, frame=colour.yellow),
            "note": Colours(ground=colour.grey_tint, frame=colour.grey),
        },
        line=colour.hair,
        ground=colour.sunk,
        link=colour.accent,
        author=say("board.name", lang),
        signs=tuple(say("files.sign", one, board=say("board.name", one)) for one in _first(lang)),
        out=str(out.resolve()),
    )


def _first(lang: str) -> list[str]:
    """All languages, the one given first."""
    return sorted(LANGUAGES, key=lambda one: one != lang)


def _titles(form: _Form, stem: str) -> dict[str, str]:
    """The names sheets have in the new workbook; text files have no sheet's name, theirs stands for it."""
    found: dict[str, str] = {}
    for page in form.pages:
        found[page.name] = sheet_title(page.name or stem, found.values())
    return found


def _marks(findings: Sequence[Finding], kept: dict[str, dict[int, int]], lang: str) -> Iterator[Mark]:
    """The cells and rows to mark."""
    for one in findings:
        row = kept[one.sheet].get(one.row, 0) if one.sheet in kept else one.row
        if row and one.level != "note":
            text = say("files.comment", lang, level=_level(one, lang), what=one.message(lang), cure=one.cure(lang))
            yield Mark(sheet=one.sheet, row=row, column=one.column, level=one.level, text=text)


def _level(finding: Finding, lang: str) -> str:
    """The word for a level."""
    return say(f"files.level.{finding.level}", lang)


def _roll(form: _Form, kept: dict[str, dict[int, int]], file: str, findings: Sequence[Finding], lang: str) -> Roll:
    """The list of problems, errors first, then by place."""
    counts = Counter[str](one.level for one in findings)
    ordered = sorted(findings, key=lambda one: (LEVELS.index(one.level), one.sheet, one.row, one.column))
    further = [ORIGINAL] if kept else []
    return Roll(
        name=say("files.roll.name", lang),
        lines=(
            say("files.roll.title", lang, file=file),
            say("files.roll.counts", lang, **{level: counts[level] for level in LEVELS}),
            say(f"files.roll.{form.how}", lang),
        ),
        heads=tuple(say(f"files.head.{name}", lang) for name in (*COLUMNS, *(name for name, _ in further))),
        widths=(*WIDTHS, *(width for _, width in further)),
        former=tuple(tuple(say(f"files.head.{name}", one) for name in COLUMNS) for one in LANGUAGES),
        listed=tuple(_listed(one, form, kept, lang) for one in ordered),
    )


def _listed(one: Finding, form: _Form, kept: dict[str, dict[int, int]], lang: str) -> Listed:
    """A finding as a line of the list. No cell of it is a figure, so that no reader takes the list for a table."""
    there = replace(one, sheet="", row=kept[one.sheet].get(one.row, 0)) if one.sheet in kept else replace(one, sheet="")
    what = one.message(lang)
    if one.count > 1:
        what = say("files.count", lang, what=what, n=one.count)
    value = say("files.quoted", lang, value=one.shown) if one.value else ""
    cells = (_level(one, lang), one.sheet, there.place(lang), value, what, one.cure(lang))
    target = f"{one.letter or 'A'}{there.row}" if there.row and form.how != "listed" else ""
    original = (replace(one, sheet="").place(lang),) if kept else ()
    return Listed(level=one.level, cells=cells + original, sheet=one.sheet, target=target)
