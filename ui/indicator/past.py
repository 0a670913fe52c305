"""What was told before: milestone reports, figures that were replaced, and the loads that brought figures."""

import pandas as pd

from charts.each import each
from config.text import say
from config.tokens import Bucket
from ui import cache, clock, own
from ui.asking import indicator as asking
from ui.figures import Row
from ui.html import Markup, el
from ui.indicator.known import Known, region_name
from ui.panels.base import panel, quiet, table
from ui.place import Place
from ui.records.listing import sender
from ui.records.paging import pager, part
from ui.typography import spaced
from ui.uploading.words import figure, period

ROWS: dict[Bucket, int] = {"w1920": 10, "w1366": 8, "w1024": 8}
REPORTS, REVISIONS, LOADS = "bodies", "part", "page_no"  # the names of the lists' pages in the address


def reports(known: Known, size: Bucket) -> Markup:
    """The panel of milestone reports up to the as-of date: the place's own first, then the latest."""
    lang, place = known.lang, known.place
    told = known.told.assign(other=known.told["region"].ne(place.region))
    told = told.sort_values(["other", "period_end"], ascending=[True, False], kind="stable")
    if told.empty:
        return panel(say("indicator.reports.none", lang), quiet(say("indicator.reports.quiet", lang)))
    done = int(told.loc[told["value"].ge(1), "region"].nunique())
    head = spaced(say("indicator.reports", lang, n=len(told), regions=told["region"].nunique(), done=done))
    shown = part(told, ROWS[size], REPORTS)
    names = (("region", "c-where"), ("reported", "c-when"), ("state", ""), ("evidence", ""), ("load", "num"))
    rows = [_report(row, known) for row in each(shown.rows)]
    return panel(head, _listed(names, rows, head, lang), pager(shown, place))


def _report(row: Row, known: Known) -> Markup:
    lang = known.lang
    evidence = say("demo.evidence", lang) if row.source == say("demo.evidence") else row.source
    return el(
        "tr",
        el("th", region_name(row.region, lang), cls="c-where", scope="row"),
        el("td", f"{row.period_end:%Y-%m-%d}", cls="c-when"),
        el("td", known.value(row.value)),
        el("td", el("span", spaced(evidence or say("value.dash", lang)), cls="clamp"), cls="soft"),
        el("td", _load(row.load_id, known), cls="num"),
        cls="own" if row.region == known.place.region else "",
    )


def revisions(known: Known, size: Bucket) -> Markup:
    """The panel of figures that once counted and were replaced or withdrawn, the latest change first."""
    lang, place = known.lang, known.place
    found = asking.revisions(str(known.about.indicator_id), place.demo)
    if found.empty:
        return panel(say("indicator.revisions.none", lang), quiet(spaced(say("indicator.revisions.quiet", lang))))
    head = spaced(say("indicator.revisions", lang, n=len(found)))
    shown = part(found, ROWS[size], REVISIONS)
    names = (
        ("region", "c-where"), ("period", "c-when"), ("before", "num"), ("after", "num"), ("moment", "c-when"),
        ("load", "num"),
    )  # fmt: skip
    rows = [_revision(row, known) for row in each(shown.rows)]
    return panel(head, _listed(names, rows, head, lang), pager(shown, place))


def _revision(row: Row, known: Known) -> Markup:
    lang = known.lang
    start, end = row.period_start.date(), row.period_end.date()
    return el(
        "tr",
        el("th", region_name(row.region, lang), cls="c-where", scope="row"),
        el("td", end.isoformat() if row.event else period(start, end, lang), cls="c-when"),
        el("td", *_figure(row, "before", known), cls="num soft"),
        el("td", *_figure(row, "after", known), cls="num"),
        el("td", clock.local(row.moment), cls="c-when soft"),
        el("td", _load(row.load_id, known, withdrawn=row.kind == "withdrawn"), cls="num"),
    )


def _figure(row: Row, side: str, known: Known) -> list[object]:
    """One side of a revision, with what makes it differ beside its value."""
    lang, value = known.lang, getattr(row, side)
    if pd.isna(value):
        return [say("indicator.gone", lang)]
    marks = [say(f"point.{mark}", lang) for mark in ("provisional", "demo") if getattr(row, f"{side}_{mark}")]
    words = figure(known.about.indicator_id, value, lang)
    shown = el("strong", words) if side == "after" else words
    return [shown, el("span", say("list", lang).join(marks), cls="soft small below") if marks else ""]


def _load(number: object, known: Known, *, withdrawn: bool = False) -> Markup:
    """The way to a load."""
    key = "indicator.load.withdrawn" if withdrawn else "indicator.load"
    words = spaced(say(key, known.lang, load=number))
    return own.link(_shut(known), words, page="loads", own={"load": number}, cls="under")


def _shut(known: Known) -> Place:
    return known.place.model_copy(update={"why": None})


def loads(known: Known, size: Bucket) -> Markup:
    """The panel of every load that brought figures of the indicator, newest first."""
    lang, place = known.lang, known.place
    brought = asking.loads(str(known.about.indicator_id), place.demo)
    found = brought.merge(cache.loads(), left_on="load_id", right_on="id", how="inner")
    if found.empty:
        return panel(say("indicator.loads.none", lang), quiet(spaced(say("indicator.loads.quiet", lang))))
    total = int(found["brought"].sum())
    head = spaced(say("indicator.loads", lang, n=len(found), figures=say("indicator.figures", lang, n=total)))
    shown = part(found, ROWS[size], LOADS)
    names = (
        ("load", "num"), ("moment", "c-when wider"), ("file", "c-name"), ("who", "c-who"), ("brought", "num"),
        ("periods", "c-when"), ("state", ""),
    )  # fmt: skip
    rows = [_loaded(row, known) for row in each(shown.rows)]
    return panel(head, _listed(names, rows, head, lang), pager(shown, place))


def _loaded(row: Row, known: Known) -> Markup:
    lang = known.lang
    first, last = (day.date().isoformat() for day in (row.first, row.last))
    return el(
        "tr",
        el("td", _load(row.id, known), cls="num"),
        el("td", clock.local(row.loaded_at), cls="c-when wider soft"),
        el("th", el("span", row.file, cls="clamp"), cls="c-name", scope="row"),
        el("td", el("span", spaced(sender(row, lang)), cls="clamp"), cls="c-who"),
        el("td", int(row.brought), cls="num"),
        el("td", first if first == last else f"{first}—{last}", cls="c-when soft"),
        el("td", say(f"records.load.{row.state}", lang)),
    )


def _listed(names: tuple[tuple[str, str], ...], rows: list[Markup], caption: str, lang: str) -> Markup:
    heads = [(say(f"indicator.column.{name}", lang), style) for name, style in names]
    return table(heads, rows, cls="list long past", caption=caption)
