"""The plans: each with its issuer, number, standing, phases on a common calendar and targets by tier; one of them with
its time line in full.
"""

import re
from datetime import date

import pandas as pd
import streamlit as st
from pandas import DataFrame

from charts import theme
from charts.each import each
from charts.phases import timeline
from config.text import say
from config.tokens import Bucket, tokens
from ui import cache, html, own
from ui.asking import library
from ui.figures import Row
from ui.html import Markup, el
from ui.library.asked import MILESTONE, TIERS, Asked
from ui.library.names import plan_short
from ui.panels.base import board, panel, table
from ui.place import Place
from ui.typography import headline, spaced
from ui.width import bucket

SIDES: dict[Bucket, list[int]] = {"w1920": [52, 48], "w1366": [55, 45], "w1024": [1]}
WIDTHS: dict[Bucket, int] = {"w1920": 860, "w1366": 575, "w1024": 960}
OWN_NAME = re.compile(r"^\w+\W")  # the catalogue begins a source with the plan's id
STILL = {"displayModeBar": False, "responsive": True}


def sentence(frame: DataFrame, lang: str) -> str:
    """How many plans and targets, and the targets by tier; each target counts once."""
    tiers = frame["tier"].value_counts()
    parts = [say(f"library.tier.{tier}.count", lang, n=int(tiers.get(int(tier), 0))) for tier in TIERS]
    listed = say("clause", lang).join(parts)
    said = say("library.head", lang, plans=say("library.plans.count", lang, n=frame["plan"].nunique()), n=len(frame))
    return headline(said + listed + say("stop", lang))


def draw(frame: DataFrame, what: Asked, place: Place) -> None:
    """The list of plans beside the one looked at: the first the address names, else the place's."""
    chosen = next(iter(what.chosen.get("plans", ())), place.plan)
    parts = st.columns(SIDES[bucket()], gap="medium")
    with parts[0]:
        html.show(board(_listed(frame, chosen, place)))
    with parts[-1]:
        _one(frame, chosen, place)


def stands_at(frame: DataFrame, plan: str) -> date:
    """The as-of date of a plan's statuses."""
    day: date = frame.loc[frame["plan"].eq(plan), "as_of"].iloc[0].date()
    return day


def _listed(frame: DataFrame, chosen: str, place: Place) -> Markup:
    lang, known = place.lang, cache.plans()
    known = known.sort_values("id", key=lambda ids: ids.ne(place.plan), kind="stable")
    span = known["start"].min(), known["end"].max()
    heads = [(say("library.column.plan", lang), "c-name"), (say("library.column.calendar", lang), "c-calendar")]
    heads += [(say(f"library.tier.{tier}.short", lang), "num") for tier in TIERS]
    heads.append((say("library.column.total", lang), "num"))
    rows = [_plan(row, frame[frame["plan"].eq(row.id)], span, place, here=row.id == chosen) for row in each(known)]
    title = spaced(say("library.plans.list", lang, n=len(known)))
    note = el("p", spaced(say("library.plans.note", lang, first=span[0].year, last=span[1].year)), cls="rest")
    return panel(title, table(heads, rows, cls="list plans", caption=title), note)


def _plan(row: Row, frame: DataFrame, span: tuple[pd.Timestamp, pd.Timestamp], place: Place, *, here: bool) -> Markup:
    lang, tiers = place.lang, frame["tier"].value_counts()
    title = spaced(str(getattr(row, f"title_{lang}")))
    name = own.link(place, title, own=own.kept(without=("plans",)) | {"plans": row.id}, current=here)
    counts = [int(tiers.get(int(tier), 0)) for tier in TIERS]
    numbers = [el("td", n, cls="num" if n else "num zero") for n in counts]
    day = stands_at(frame, row.id)
    return el(
        "tr",
        el("th", el("span", name), el("span", facts(row, lang), cls="soft small line"), cls="c-name", scope="row"),
        el("td", _calendar(row, library.phases(row.id), span, day, lang), cls="c-calendar"),
        *numbers,
        el("td", el("strong", len(frame)), cls="num"),
        cls="own" if here else "",
    )


def facts(row: Row, lang: str) -> str:
    """Issuer, number and whether the plan is final; what the document does not say is said to be missing."""
    number = str(row.number) if not pd.isna(row.number) and row.number else say("library.number.none", lang)
    issuer = str(getattr(row, f"issuer_{lang}") or "") or say("library.issuer.none", lang)
    return spaced(say("dot", lang).join((issuer, number, say(f"library.plan.{row.status}", lang))))


def _calendar(row: Row, phases: DataFrame, span: tuple[pd.Timestamp, pd.Timestamp], day: date, lang: str) -> Markup:
    """The phases on the calendar of all plans, with the as-of date; in words for a screen reader."""
    whole = max((span[1] - span[0]).days, 1)

    def share(moment: pd.Timestamp) -> float:
        return float((moment - span[0]).days / whole)

    bars = [
        el(
            "span",
            cls="phase",
            style=f"left:{share(one.start):.2%};width:{max(share(one.end) - share(one.start), 0.004):.2%}",
        )
        for one in each(phases)
    ]
    mark = el("span", cls="today", style=f"left:{min(max(share(pd.Timestamp(day)), 0), 1):.2%}")
    words = say("library.calendar.alt", lang, n=len(phases), start=row.start.date(), end=row.end.date(), day=day)
    line = el("span", *bars, mark, cls="calendar", role="img", aria_label=words)
    told = say("library.calendar", lang, start=row.start.year, end=row.end.year, day=day)
    return el("span", line, el("span", spaced(told), cls="soft small line"))


def _one(frame: DataFrame, plan: str, place: Place) -> None:
    """One plan: its time line, its phases with what each must bring, the way to its targets."""
    lang, size = place.lang, bucket()
    row = next(each(cache.plans().loc[lambda known: known["id"].eq(plan)]))
    phases, day = library.phases(plan), stands_at(frame, plan)
    html.show(board(panel(_standing(plan, phases, day, lang), _ways(frame, plan, place))))
    named = phases.assign(name=phases[f"name_{lang}"])[["name", "start", "end"]]
    drawn = timeline(
        named,
        library.dues(plan),
        term=(row.start.date(), row.end.date()),
        as_of=day,
        size=(WIDTHS[size], tokens().size[size].chart),
        lang=lang,
        theme=place.theme,
    )
    with st.container(key="library-phases"):
        st.plotly_chart(drawn, theme=None, config=STILL, key="library-phases-figure", alt=theme.alt_of(drawn))
    html.show(board(_phases(phases, day, lang), _falling_due(plan, lang), _source(row, lang)))


def _standing(plan: str, phases: DataFrame, day: date, lang: str) -> str:
    """In which phase the plan stands on its as-of date."""
    moment, name = pd.Timestamp(day), plan_short(plan, lang)
    running = phases[phases["start"].le(moment) & phases["end"].ge(moment)]
    if len(running):
        last = running.index[-1]
        words = {"phase": str(phases[f"name_{lang}"][last]), "number": last + 1, "n": len(phases)}
        return spaced(say("library.phase.now", lang, plan=name, day=day, **words))
    before = bool(len(phases)) and moment < phases["start"].min()
    return spaced(say("library.phase.before" if before else "library.phase.none", lang, plan=name, day=day))


def _ways(frame: DataFrame, plan: str, place: Place) -> Markup:
    """The links to the plan's targets and milestones."""
    lang, mine = place.lang, frame[frame["plan"].eq(plan)]
    milestones = int(mine["rule"].eq(MILESTONE).sum())
    targets = own.link(place, spaced(say("library.see.targets", lang, n=len(mine))), own={"plans": plan}, cls="under")
    words = spaced(say("library.see.milestones", lang, n=milestones))
    other = own.link(place, words, own={"plans": plan, "scope": "milestones"}, cls="under")
    return el("p", targets, other, cls="ways")


def _phases(phases: DataFrame, day: date, lang: str) -> Markup:
    """The phases by the numbers of the figure: dates and what must stand at the end."""
    heads = [
        (say(f"library.column.{name}", lang), style)
        for name, style in (("number", "num"), ("phase", "c-phase"), ("dates", "c-dates"), ("gate", "c-gate"))
    ]
    moment = pd.Timestamp(day)
    rows = [
        el(
            "tr",
            el("td", number, cls="num"),
            el("th", str(getattr(one, f"name_{lang}")), cls="c-phase", scope="row"),
            el("td", f"{one.start.date()}—{one.end.date()}", cls="c-dates"),
            el("td", spaced(str(getattr(one, f"gate_{lang}"))), cls="c-gate"),
            cls="now-running" if one.start <= moment <= one.end else "",
        )
        for number, one in enumerate(each(phases), start=1)
    ]
    return table(heads, rows, cls="phases", caption=say("library.phases", lang))


def _falling_due(plan: str, lang: str) -> Markup:
    """How many targets have a figure for each due date, also those the figure has no room for."""
    days = [
        say("chart.alt.phases.due", lang, day=one.due.date(), n=int(one.targets)) for one in each(library.dues(plan))
    ]
    return el("p", spaced(say("library.due", lang, days=say("list", lang).join(days))), cls="rest")


def _source(row: Row, lang: str) -> Markup:
    """Where the text of the plan comes from, as the catalogue says it (in Chinese)."""
    source = OWN_NAME.sub("", str(row.source)) if lang == "zh" and not pd.isna(row.source) else ""
    return el("p", spaced(say("library.source", lang, source=source)), cls="rest") if source else Markup()
