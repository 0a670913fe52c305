"""The verbs that bring files in and give templates out: import, template."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from config.text import say
from data.catalogue.reading import shipped
from data.errors import BoardError, UnknownCode
from data.ingest.archive import archive
from data.ingest.finding import Finding, Unreadable
from data.ingest.importing import look, submit
from data.ingest.inbox import Request
from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Mapping, of_toml
from data.ingest.preview import ALL, Counts, Outcome, Preview
from data.ingest.returning import refused_file
from data.ingest.table import Question
from data.ingest.template import template
from data.shell.answer import Answer, CommandError, refusal
from data.shell.parser import user
from data.shell.printing import dumped
from data.store import Store

REJECTED, ASKED = 2, 3
LISTED = 40  # findings that a table for people lists


def import_file(words: argparse.Namespace, store: Store) -> Answer:
    """Load one file, or say what would happen, what is wrong or must be answered; refusals too as JSON where asked."""
    try:
        return _imported(words, store)
    except (BoardError, CommandError) as error:
        told = refusal(error, words.lang)
        if not words.json or told is None:
            raise
        problem = dict.fromkeys(("code", "sheet", "column", "value", "cure"), "") | {"code": "command", "row": 0}
        problems = [{"level": "error", **problem, "message": told.text.strip(), "count": 1}]
        unread = {
            "load_id": None,
            "file": Path(words.file).name,
            "rows": asdict(Counts()),
            "shape": None,
            "encoding": None,
        }
        return Answer(dumped({"state": "rejected", **unread, "problems": problems, "questions": []}), REJECTED)


def _imported(words: argparse.Namespace, store: Store) -> Answer:
    """Read the request of a command line and do it. Raises a BoardError or CommandError."""
    path = Path(words.cwd, words.file)
    mapping = _mapping(words)
    department = _department(words.department)
    try:
        with path.open("rb") as file:
            mark = archive(store.path.parent, file)
    except OSError as error:
        raise _unread(error, words.file, words.lang) from error
    request = Request(
        sha256=mark,
        file=path.name,
        department=department,
        user=user(words),
        mapping=mapping,
        confirmations={ALL: words.note or say("cli.confirmed", words.lang)} if words.yes else {},
    )
    if words.dry_run:
        preview = look(store, request, patient=True)
        state = "previewed" if preview.state == "ready" else preview.state
        outcome = Outcome(state, preview.standing[0] if preview.standing else None, preview)
    else:
        outcome = submit(store, request, partial=words.partial, patient=True)
    left = (
        _give_back(store, outcome, path, words)
        if outcome.state == "accepted" and outcome.preview.rows.refused
        else None
    )
    code = {"rejected": REJECTED, "needs_mapping": ASKED}.get(outcome.state, 0)
    told = _json(outcome, left, words.lang) if words.json else _words(outcome, left, words.lang)
    return Answer(told, code, error=bool(code) and not words.json)


def write_template(words: argparse.Namespace, store: Store) -> Answer:
    """Write a department's template."""
    content = template(store, _department(words.department), today=datetime.now(UTC).date(), lang=words.lang)
    _write(Path(words.cwd, words.out), content, words.lang)
    return Answer(say("cli.template.written", words.lang, path=words.out) + "\n")


def _write(path: Path, content: bytes, lang: str) -> None:
    """Write a file that a person asked for. Raises CommandError."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandError(say("error.unwritable_file", lang, path=str(path))) from error


def _department(text: str) -> str:
    """The department a person names. Raises UnknownCode."""
    catalogue = shipped()
    found = Lexicon(catalogue, None).department(text)
    if len(found.codes) != 1:
        near = found.codes or found.near or tuple(catalogue.departments)
        raise UnknownCode(code=text, known=", ".join(near))
    return found.codes[0]


def _mapping(words: argparse.Namespace) -> Mapping:
    """The answers of a file, with the sheet named on the command line. Raises CommandError."""
    mapping = Mapping()
    if words.mapping:
        try:
            mapping = of_toml(Path(words.cwd, words.mapping).read_bytes(), words.mapping)
        except OSError as error:
            raise _unread(error, words.mapping, words.lang) from error
        except Unreadable as error:
            raise CommandError(error.finding.words(words.lang)) from error
    for indicator in set(mapping.units) - set(shipped().indicators):
        finding = Finding("error", "mapping", value="units", other=indicator)
        raise CommandError(finding.words(words.lang))
    return mapping.model_copy(update={"sheet": words.sheet}) if words.sheet else mapping


def _unread(error: OSError, path: str, lang: str) -> CommandError:
    """What to say of a file that cannot be opened: it is not there, or may not be read."""
    missing = isinstance(error, FileNotFoundError)
    return CommandError(say("error.file_missing" if missing else "error.file_unreadable", lang, path=path))


def _give_back(store: Store, outcome: Outcome, path: Path, words: argparse.Namespace) -> str:
    """Write the rows not loaded beside the file; the new file's path."""
    beside = path.with_name(f"{path.stem}.refused.xlsx")
    _write(beside, refused_file(store, outcome.preview, words.lang), words.lang)
    return str(beside)


def _told(outcome: Outcome) -> tuple[Finding, ...]:
    """The findings, with one for what nobody confirmed."""
    preview = outcome.preview
    waiting = sum(one.finding.count for one in preview.unconfirmed)
    if outcome.state == "rejected" and waiting:
        return (*preview.findings, Finding("error", "unconfirmed", other=str(waiting), count=waiting))
    return preview.findings


def _json(outcome: Outcome, left: str | None, lang: str) -> str:
    """The outcome for programs; its keys are stable."""
    preview = outcome.preview
    told = {
        "state": outcome.state,
        "load_id": outcome.load_id,
        "file": preview.request.file,
        "sha256": preview.request.sha256,
        "sheet": preview.table.sheet if preview.table else None,
        "rows": asdict(preview.rows),
        "shape": preview.shape or None,
        "encoding": preview.encoding or None,
        "problems": [
            {
                "level": one.level,
                "code": one.code,
                "sheet": one.sheet,
                "row": one.row,
                "column": one.letter,
                "value": one.value,
                "message": one.message(lang),
                "cure": one.cure(lang),
                "count": one.count,
            }
            for one in _told(outcome)
        ],
        "questions": [asdict(one) | {"message": asked(one, lang)} for one in preview.questions],
        "refused_file": left,
    }
    return dumped(told)


def asked(question: Question, lang: str) -> str:
    """A question in words, with the way to answer it in a mapping."""
    choices = ", ".join(question.choices) or say("cli.import.none", lang)
    return say(f"cli.import.question.{question.about}", lang, text=question.text, choices=choices)


def _words(outcome: Outcome, left: str | None, lang: str) -> str:
    """The outcome for people: one line that sums it up, then every finding and question."""
    lines = [_summary(outcome, outcome.preview, lang)]
    lines += [asked(one, lang) for one in outcome.preview.questions]
    found = _told(outcome)
    lines += [say(f"level.{one.level}", lang) + one.words(lang) for one in found[:LISTED]]
    if len(found) > LISTED:
        lines.append(say("cli.import.more", lang, more=len(found) - LISTED))
    if left:
        lines.append(say("cli.import.refused_file", lang, path=left))
    return "\n".join(lines) + "\n"


def _summary(outcome: Outcome, preview: Preview, lang: str) -> str:
    """What became of the file, in one line."""
    counts = asdict(preview.rows)
    if outcome.state == "unchanged" and preview.standing:
        load, when = preview.standing
        return say("cli.import.unchanged", lang, load=load, when=f"{when:%Y-%m-%d %H:%M} UTC")
    if outcome.state == "unchanged":
        return say("cli.import.nothing", lang, **counts)
    more = {"load": outcome.load_id, "moves": len(preview.moves), "questions": len(preview.questions)}
    return say(f"cli.import.{outcome.state}", lang, **counts, **more)
