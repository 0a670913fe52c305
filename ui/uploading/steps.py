"""The step bar: which of the six steps this is, and the way back to those done."""

from config.text import say
from ui.html import Markup, el, join
from ui.intake import Entry, Preview
from ui.place import Place
from ui.uploading.route import STEPS, Stage, link
from ui.uploading.words import counted


def furthest(entry: Entry | None, found: Preview | None) -> int:
    """The last step there is a way to."""
    if entry is None:
        return 1
    if entry.state == "loaded":
        return 6
    if found is None or found.book is None:
        return 4 if found is not None and found.state == "unchanged" else 2
    if found.state == "needs_mapping":
        return 3
    anything = found.rows.new + found.rows.changed + found.rows.unchanged
    return 5 if found.state == "ready" and anything else 4


def bar(place: Place, at: Stage, reach: int, facts: str = "") -> Markup:
    """The bar; ``facts`` say at the right end what is being loaded."""
    now = at.step or 1
    items = (_item(place, at, number, now, reach) for number in range(1, len(STEPS) + 1))
    name = say("upload.steps", place.lang)
    shown = el("span", facts, cls="steps-facts") if facts else ""
    return el("nav", el("ol", *items), shown, cls="steps", aria_label=name)


def _item(place: Place, at: Stage, number: int, now: int, reach: int) -> Markup:
    lang = place.lang
    done = number < now
    dot = el("span", "" if done else number, cls="dot", aria_hidden="true")
    word = el("span", say(f"upload.step.{STEPS[number - 1]}", lang), cls="step-word")
    unseen = el("span", say("upload.step.done", lang), cls="unseen") if done else ""
    inside = join([dot, word, unseen])
    if number == now:
        return el("li", inside, cls="now", aria_current="step")
    if number <= reach and (now < 6 or number == 1):
        target = Stage(None, None, at.department) if number == 1 else Stage(at.upload, number, at.department)
        inside = link(place, target, inside)
    return el("li", inside, cls="done" if done else "")


def facts(entry: Entry, found: Preview | None, lang: str) -> str:
    """File, sheet, extent and encoding in one line."""
    parts = [entry.file]
    if found is not None and found.table is not None:
        named = found.table.sheet if len(found.sheets) > 1 or found.encoding in ("xlsx", "xls", "ods") else ""
        parts += [named] if named else []
        parts.append(counted(found.rows.read, found.shape, lang))
    if found is not None and found.book is not None and found.book.kind == "text":
        parts.append(say("upload.read_as", lang, encoding=encoding(found.encoding)))
    return say("dot", lang).join(parts)


ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "gb18030": "GB18030", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def encoding(name: str) -> str:
    """The name of an encoding as people write it; a workbook's kind for a workbook."""
    return ENCODINGS.get(name, name.upper())
