"""What loading would change: old beside new figure, and the statuses that would turn."""

import csv
import io

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket, tokens
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import glyph, panel, quiet, table
from ui.typography import spaced
from ui.uploading.base import Case
from ui.uploading.words import figure, indicator, period, region, told
from ui.width import bucket

ROWS: dict[Bucket, int] = {"w1920": 6, "w1366": 4, "w1024": 6}
HEADS = (
    ("action", "c-action"), ("region", "c-where"), ("indicator", "c-name"), ("period", "c-when"),
    ("old", "num"), ("new", "num"), ("turn", "c-status"),
)  # fmt: skip
KEYS = ["region", "indicator_id"]
ACTIONS = ("changed", "new")


def ordered(changes: DataFrame, moves: DataFrame) -> DataFrame:
    """The rows that change something: those that turn a status first, worse before better, then changed, then new."""
    rows = changes[changes["action"].isin(ACTIONS)].copy() if len(changes) else changes
    if not len(rows):
        return rows.assign(was=None, now=None)
    first = moves.copy() if len(moves) else DataFrame(columns=[*KEYS, "was", "now"])
    rank = tokens().rank
    first["step"] = [rank(str(now)) - rank(str(was)) for was, now in zip(first["was"], first["now"], strict=True)]
    first = first.sort_values("step", kind="stable").drop_duplicates(KEYS)[[*KEYS, "was", "now", "step"]]
    rows = rows.merge(first, on=KEYS, how="left")
    last = rows["period_end"].eq(rows.groupby(KEYS)["period_end"].transform("max"))
    rows.loc[~last, ["was", "now", "step"]] = None  # a status turns on the newest figure
    rows["turn"] = rows["step"].isna()
    rows["place"] = rows["action"].map(ACTIONS.index)
    return rows.sort_values(["turn", "step", "place"], kind="stable")


def changed(case: Case, *, done: bool = False) -> Markup:
    """The panel: the first rows; all of them are in the download. ``done``: they are loaded."""
    lang, found = case.lang, case.found
    rows = ordered(found.changes, found.moves)
    if not len(rows):
        return panel(say("upload.changes.none", lang), quiet(told("upload.changes.quiet", lang)))
    shown = rows.head(ROWS[bucket()])
    heads = [(say(f"upload.column.{name}", lang), style) for name, style in HEADS]
    n = found.rows.new + found.rows.changed
    title = told(
        f"upload.changes.{'turned' if done else 'turning'}{'' if len(found.moves) else '.none'}",
        lang,
        n=len(found.moves),
    )
    if n > len(shown) and not done:
        title += told("upload.changes.rest", lang, n=n)
    return panel(title, table(heads, [_row(one, lang) for one in each(shown)], cls="changes", caption=title))


def _row(one: Row, lang: str) -> Markup:
    new = figure(one.indicator_id, one.new, lang)
    return el(
        "tr",
        el("td", say(f"upload.action.{one.action}", lang), cls="c-action"),
        el("td", region(one.region, lang), cls="c-where"),
        el("th", spaced(indicator(one.indicator_id, lang)), cls="c-name", scope="row"),
        el("td", period(one.period_start.date(), one.period_end.date(), lang), cls="c-when"),
        el("td", figure(one.indicator_id, one.old, lang), cls="num soft"),
        el("td", el("strong", new), cls="num"),
        el("td", turn(one.was, one.now, lang), cls="c-status"),
    )


def turn(was: object, now: object, lang: str) -> Markup:
    """Both statuses with the word of the later one; a word where nothing turns."""
    if not isinstance(was, str) or not isinstance(now, str):
        return el("span", say("upload.turn.same", lang), cls="soft")
    arrow = el("span", tokens().trend["flat"], cls="to", aria_hidden="true")
    word = el("span", say(f"status.{now}", lang))
    return el("span", glyph(was, lang), arrow, glyph(now, lang, spoken=False), word, cls="status")


def listed(case: Case) -> bytes:
    """Every change as CSV that a spreadsheet opens in the right encoding."""
    lang, rows = case.lang, ordered(case.found.changes, case.found.moves)
    names = ("action", "region", "region_code", "indicator", "indicator_id", "period", "old", "new", "row", "column")
    sink = io.StringIO()
    writer = csv.writer(sink)
    writer.writerow([say(f"upload.column.{name}", lang) for name in names])
    for one in each(rows):
        writer.writerow(
            [
                say(f"upload.action.{one.action}", lang), region(one.region, lang), one.region,
                indicator(one.indicator_id, lang), one.indicator_id,
                period(one.period_start.date(), one.period_end.date(), lang),
                "" if one.old != one.old else one.old, one.new, one.file_row, one.file_column,
            ]
        )  # fmt: skip
    return sink.getvalue().encode("utf-8-sig")
