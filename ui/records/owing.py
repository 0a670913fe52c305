"""Who owes what: the departments with their counts, and the figures one by one."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from config.tokens import Bucket
from data.coverage import STATES, by_department, counted
from ui import cache, clock, own
from ui.figures import Row, bare, region_name
from ui.html import Markup, el
from ui.panels.base import panel, quiet, table
from ui.place import Place
from ui.records.paging import pager, part
from ui.typography import headline, spaced
from ui.uploading.words import department as department_name
from ui.uploading.words import indicator, period

ROWS: dict[Bucket, int] = {"w1920": 14, "w1366": 11, "w1024": 11}
COUNTS = ("owed", *STATES)


def sentence(frame: DataFrame, day: str, department: str, lang: str) -> str:
    """How many figures are due and how many stand in each state; a state with none is said too."""
    named = {"day": day} | ({"department": department_name(department, lang)} if department else {})
    suffix = ".department" if department else ""
    if frame.empty:
        return headline(say(f"coverage.none{suffix}", lang, **named) + say("stop", lang))
    count = counted(frame)
    clauses = {
        state: say(f"coverage.{state}" if count[state] else f"coverage.{state}.none", lang, n=count[state])
        for state in STATES
    }
    return headline(say(f"coverage.head{suffix}", lang, owed=count["owed"], **clauses, **named) + say("stop", lang))


def ranked(frame: DataFrame) -> DataFrame:
    """The departments with their counts, most missing first; columns in data.coverage."""
    return by_department(frame).sort_values(["missing", "late", "open"], ascending=False, kind="stable")


def departments(frame: DataFrame, chosen: str, place: Place, bucket: Bucket) -> Markup:
    """The panel with the counts of every department, most missing first; a row chooses its department."""
    lang = place.lang
    told = ranked(frame)
    late = int(told["missing"].gt(0).sum())
    kind = "none" if not late else "all" if late == len(told) else "some"
    title = say(f"coverage.by_department.{kind}", lang, n=len(told), k=late)
    shown = part(told, ROWS[bucket], "bodies")
    heads = [(say("coverage.column.department", lang), "c-name")]
    heads += [(say(f"coverage.column.{name}", lang), "num") for name in COUNTS]
    rows = [_department(row, chosen, place) for row in each(shown.rows)]
    return panel(spaced(title), table(heads, rows, cls="owing", caption=spaced(title)), pager(shown, place))


def _department(row: Row, chosen: str, place: Place) -> Markup:
    here = row.department == chosen
    kept = own.kept(without=("part", "department")) | ({} if here else {"department": str(row.department)})
    name = own.link(place, _body(row, place), own=kept)
    counts = (
        el("td", n, cls="num" + (" zero" if not n else " strong" if kind == "missing" else ""))
        for kind in COUNTS
        for n in (int(getattr(row, kind)),)
    )
    return el("tr", el("th", name, cls="c-name", scope="row"), *counts, cls="own" if here else "")


def _body(row: Row, place: Place) -> str:
    """The name of a department; in English without that of the plan's region, which stands above."""
    name = spaced(str(getattr(row, f"department_{place.lang}")))
    if place.lang == "zh":
        return name
    region = bare(str(cache.regions(place.plan)["name_en"].iloc[0]))
    short = name.removeprefix(f"{region} ")
    return short[:1].upper() + short[1:]


def figures(frame: DataFrame, chosen: str, place: Place, bucket: Bucket) -> Markup:
    """The panel with the figures: all a department owes, or what is missing of all of them."""
    lang = place.lang
    if chosen:
        rows = frame.assign(place=frame["state"].map(ORDER)).sort_values("place", kind="stable")
        title = say("coverage.list.department", lang, department=department_name(chosen, lang), n=len(rows))
    else:
        state = next((state for state in ("missing", "open") if frame["state"].eq(state).any()), "missing")
        order = list(ranked(frame)["department"])
        rows = frame[frame["state"].eq(state)].assign(place=lambda found: found["department"].map(order.index))
        rows = rows.sort_values("place", kind="stable")
        title = say(f"coverage.list.{state}", lang, n=len(rows))
    if frame.empty:
        return panel(say("coverage.list.nothing", lang), quiet(say("coverage.list.nothing.quiet", lang)))
    if rows.empty:
        return panel(say("coverage.list.none", lang), quiet(say("coverage.list.quiet", lang)))
    first = "state" if chosen else "department"
    heads = [(say(f"coverage.column.{name}", lang), style) for name, style in ((first, "c-state"), *HEADS)]
    shown = part(rows, ROWS[bucket])
    bodies = shown.rows["department"]
    listed = [
        _figure(row, place, by_state=bool(chosen)) for row in each(shown.rows.assign(again=bodies.eq(bodies.shift())))
    ]
    return panel(spaced(title), table(heads, listed, cls="due", caption=spaced(title)), pager(shown, place))


ORDER = {state: place for place, state in enumerate(("missing", "open", "late", "received"))}
HEADS = (("indicator", "c-what"), ("region", "c-where"), ("period", "c-when"), ("deadline", "c-due"))


def _figure(row: Row, place: Place, *, by_state: bool) -> Markup:
    lang = place.lang
    first = _state(row, place) if by_state else el("span", _body(row, place), cls="unseen" if row.again else "clamp")
    end = row.period_end.date()
    due = end.isoformat() if row.event else period(row.period_start.date(), end, lang)
    return el(
        "tr",
        el("td", first, cls="c-state" if by_state else "c-who"),
        el("th", el("span", spaced(indicator(row.indicator_id, lang)), cls="clamp"), cls="c-what", scope="row"),
        el("td", region_name(row, lang), cls="c-where"),
        el("td", due, cls="c-when"),
        el("td", row.deadline.date().isoformat(), cls="c-due"),
    )


def _state(row: Row, place: Place) -> Markup:
    """The state in words; what came leads to its load, what a made-up figure stands in for says so."""
    lang = place.lang
    word = say(f"coverage.state.{row.state}", lang)
    if row.state in ("received", "late"):
        day = clock.local(row.received_at)[:10]
        return own.link(place, f"{word} {day}", page="loads", own={"load": row.load_id}, cls="under")
    demo = el("span", say("coverage.demo", lang), cls="soft more") if row.demo_only else ""
    return el("span", el("strong", word) if row.state == "missing" else word, demo)
