"""One load at the top of its page: the sentence, the counts, and what was confirmed about it."""

import pandas as pd
from pandas import DataFrame

from config.text import say
from data import history
from ui import clock
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel
from ui.records.listing import sender
from ui.typography import headline, spaced
from ui.uploading.steps import encoding
from ui.uploading.words import indicator

TILES = ("new", "changed", "unchanged", "missing", "refused")
PARTS = TILES[:3]
COUNTING = ("stands", "repeated")


def total(row: Row) -> int:
    """How many figures a load brought."""
    return int(sum(getattr(row, f"rows_{name}") for name in PARTS))


def sentence(row: Row, frame: DataFrame, lang: str) -> str:
    """What the load brought and what of it counts now; ``frame`` holds its figures, or the first of them."""
    n = total(row)
    if row.state == "withdrawn":
        moment = clock.local(row.undone_at)
        said = say("load.head.undone", lang, load=row.id, user=row.undone_by, moment=moment, n=n)
    elif n:
        parts = [say(f"load.part.{name}", lang, n=k) for name in PARTS if (k := int(getattr(row, f"rows_{name}")))]
        now = _now(frame, n, lang)
        said = say("load.head", lang, load=row.id, n=n, parts=say("clause", lang).join(parts), now=now)
    else:
        said = say("load.head.empty", lang, load=row.id, now=say("load.now.standing", lang))
    return headline(said + say("stop", lang))


def _now(frame: DataFrame, n: int, lang: str) -> str:
    standing = int(frame["outcome"].isin(COUNTING).sum())
    if len(frame) < n and standing < len(frame):
        return say("load.now.standing", lang)  # the rest of a long load is not looked at one by one
    if standing == len(frame):
        return say("load.now.all", lang)
    return say("load.now.some", lang, n=standing) if standing else say("load.now.none", lang)


def rest(row: Row, lang: str) -> str:
    """File, moment, who (unverified), how it was read; why it was undone, what it redoes."""
    who = sender(row, lang)
    if not row.shipped and not row.demo:
        who = say("load.who.unverified", lang, who=who)
    read = [say("load.sheet", lang, sheet=row.sheet)] if row.sheet and row.sheet not in row.file else []
    read += [encoding(row.encoding)] if row.encoding else []
    words = {"file": row.file, "moment": clock.local(row.loaded_at), "who": who}
    how = say("list", lang).join(read)
    said = say("load.rest.read", lang, read=how, **words) if read else say("load.rest", lang, **words)
    if not pd.isna(row.redo_of):
        said = say("load.rest.redo", lang, load=row.redo_of) + said
    if row.state == "withdrawn":
        said += ("" if lang == "zh" else " ") + say("load.rest.why", lang, why=row.undone_why)
    return spaced(said).replace(spaced(row.file), row.file)  # a file is called as it is written


def tiles(row: Row, lang: str) -> Markup:
    """The five counts of the load."""
    return el(
        "div", *(_tile(name, int(getattr(row, f"rows_{name}")), lang) for name in TILES), cls="tiles", role="list"
    )


def _tile(name: str, n: int, lang: str) -> Markup:
    figure = el(
        "div",
        el("strong", n, cls="figure"),
        el("span", say("load.tile.unit", lang, n=n), cls="unit"),
        cls="tile-figure",
    )
    head = el("div", el("span", say(f"loads.column.{name}", lang)), cls="tile-name")
    return el("div", head, figure, cls="tile" if n else "tile none", role="listitem")


def confirmed(row: pd.Series, lang: str) -> Markup | str:
    """The warnings that were confirmed, each with its word; nothing where there were none."""
    said = history.confirmed(row)
    if not said:
        return ""
    title = spaced(say("load.confirmed", lang, n=len(said)))
    lines = (el("li", spaced(_line(one, lang))) for one in said)
    return panel(title, el("ul", *lines, cls="confirmed"))


def _line(one: dict[str, object], lang: str) -> str:
    code, _, indicator_id = str(one["code"]).partition(":")
    kind = say(f"load.warned.{code if code in WARNED else 'other'}", lang)
    name = indicator(indicator_id, lang) if indicator_id else ""
    what = say("load.confirmed.what", lang, name=name, kind=kind, n=one["count"]).removeprefix(": ")
    return say("load.confirmed.line", lang, what=what, word=one["word"])


WARNED = frozenset(
    {
        "far_from_history", "unit_suspect", "revision", "fraction", "part_over_whole", "whole_under_part",
        "sum_over_whole", "whole_under_sum", "not_owned", "unowned",
    }
)  # fmt: skip
