"""The big line: the frames of charts.course from the verdicts and figures of one region, and the panel over it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st
from pandas import DataFrame

from charts import theme
from charts.cell import Sheet
from charts.course import Course, course
from charts.each import each, first_of
from charts.path import Dated
from config.text import say
from config.tokens import Bucket
from ui import cache, fans, figures, html
from ui.figures import Row
from ui.html import el
from ui.indicator.known import Known, region_name
from ui.indicator.says import trend_title
from ui.panels.base import board, panel, quiet
from ui.typography import spaced

SHEETS: dict[Bucket, Sheet] = {
    "w1920": Sheet(1, 1, 1104, 468, 18),
    "w1366": Sheet(1, 1, 790, 372, 16),
    "w1024": Sheet(1, 1, 560, 352, 16),
}
STILL = {"displayModeBar": False, "responsive": True}
SHAPED = ("at_least", "at_most", "zero", "hold", "range", "growth", "frequency")
RATES = ("rate", "index")


def draw(known: Known, size: Bucket, room: Callable[[str, str], Sheet] | None = None) -> None:
    """The panel with the figure, in the ``room`` that its title and notes leave; one sentence where there is nothing to
    draw.
    """
    lang = known.lang
    points = points_of(known)
    if points.empty:
        why = say("indicator.line.none.why", lang, region=region_name(known.place.region, lang))
        html.show(board(panel(trend_title(known), quiet(spaced(why)))))
        return
    title, notes = trend_title(known), _notes(known, points)
    html.show(board(panel(title, el("p", notes, cls="rest"))))
    sheet = room(title, notes) if room else SHEETS[size]
    figure = course(told(known, points), sheet=sheet, lang=lang, theme=known.place.theme)
    with st.container(key="indicator-line"):
        st.plotly_chart(figure, theme=None, config=STILL, key="indicator-figure", alt=theme.alt_of(figure))


def told(known: Known, points: DataFrame) -> Course:
    """Everything of the figure. Targets, path and forecast are the region's own: none where another one is drawn."""
    lang, row = known.lang, known.row
    own = known.here if known.drawn == known.place.region else known.here.head(0)
    row = row if len(own) else None
    goals = goals_of(own, known.frame, lang)
    last = points.iloc[-1]
    return Course(
        points=points,
        goals=goals,
        beside=_beside(known, own, points, goals),
        fan=fans.fans(own.head(1), lang),
        status=str(row.status) if row is not None and row.current_date == last["date"] else "",
        value_label=known.value(last["value"]),
        base=_base(row),
        method=str(row.method) if row is not None else "",
        as_of=pd.Timestamp(known.place.as_of),
        tick=lambda value: figures.value(known.about, value, lang, as_written=True, bare=True),
        alt=_alt(known, points, goals),
    )


def points_of(known: Known) -> DataFrame:
    """The figures of the drawn region with the words of each."""
    own = known.series(known.drawn).rename(columns={"period_end": "date"})
    return own.assign(hover=[_hover(known, point) for point in each(own)]).reset_index(drop=True)


def _hover(known: Known, point: Row) -> str:
    marks = [mark for mark in ("provisional", "series_break", "demo") if getattr(point, mark)]
    notes = say("list", known.lang).join(say(f"point.{mark}", known.lang) for mark in marks)
    shown = f"{point.date:%Y-%m-%d} {known.value(point.value)}"
    return shown + (say("paren", known.lang, inside=notes) if notes else "")


def goals_of(own: DataFrame, frame: DataFrame, lang: str) -> DataFrame:
    """Every dated figure of the targets on the region; ``required`` marks those of the first, on whose path it is."""
    made = []
    for number, row in enumerate(each(own)):
        dated = frame[frame["target_id"].eq(row.target_id) & frame["region"].eq(row.region)]
        start = row.plan_start
        for due in each(dated.sort_values("target_date")):
            if due.rule in SHAPED and figures.known(due.target) and figures.known(due.target_date):
                words = say("strips.target", lang, value=figures.target(due, lang, bare=True))
                made.append((due.target_date, start, float(due.target), spaced(words), number == 0 and _paced(row)))
                start = due.target_date
    return DataFrame(made, columns=["date", "start", "value", "label", "required"])


def _paced(row: Row) -> bool:
    """Whether a required path is drawn: while a target is judged by its pace and not yet reached."""
    return row.judged_by in ("linear_pace", "growth_ratio") and row.status not in ("achieved", "not_assessable")


def _base(row: Row | None) -> Dated | None:
    if row is None or not _paced(row) or not figures.known(row.base) or not figures.known(row.base_date):
        return None
    return pd.Timestamp(row.base_date), float(row.base)


def _beside(known: Known, own: DataFrame, points: DataFrame, goals: DataFrame) -> DataFrame:
    """The benchmark of a target, else the region above where the figures compare, within the days of the line."""
    since = min([points["date"].min(), *goals["start"]])
    found, name = known.told.head(0), ""
    row = first_of(own[own["rule"].eq("benchmark") & own["benchmark"].astype(str).str.contains("@")])
    if row is not None:
        place = known.place
        series = cache.series(place.plan, place.as_of, place.demo, place.known)
        indicator, region = str(row.benchmark).split("@")
        found = series[series["indicator_id"].eq(indicator) & series["region"].eq(region)]
        name = say("indicator.benchmark", known.lang, region=region_name(region, known.lang))
    elif known.about.kind in RATES and (up := _up(known)):
        found, name = known.series(up), region_name(up, known.lang)
    found = found[found["period_end"].ge(since)]
    if found.empty:
        return DataFrame(columns=["line", "date", "value", "label"])
    last = known.value(float(found["value"].iloc[-1]))
    label = spaced(say("strips.city", known.lang, name=name, value=last))
    return DataFrame({"line": name, "date": found["period_end"], "value": found["value"], "label": label})


def _up(known: Known) -> str:
    parents = known.series(known.drawn)["parent"]
    up = parents.iloc[0] if len(parents) else None
    return str(up) if figures.known(up) and len(known.series(str(up))) > 1 else ""


def _notes(known: Known, points: DataFrame) -> str:
    """The unit, that the axis does not start at zero, and what breaks, open circles and made-up figures are."""
    lang = known.lang
    parts = [_unit(known), say("indicator.axis", lang)]
    broken = points[points["series_break"].fillna(False).astype(bool)]
    if len(broken):
        days = say("list", lang).join(f"{day:%Y-%m-%d}" for day in broken["date"])
        parts.append(say("indicator.note.break", lang, days=days))
    if points["provisional"].iloc[:-1].any():
        parts.append(say("indicator.note.provisional", lang))
    if points["provisional"].iloc[-1]:
        parts.append(say("indicator.note.provisional.last", lang))
    if points["origin"].eq("rollup").any():
        parts.append(say("indicator.note.rollup", lang))
    if points["demo"].any():
        parts.append(say("demo.label", lang))
    return spaced(say("clause.wide", lang).join(part for part in parts if part))


def _unit(known: Known) -> str:
    about, lang = known.about, known.lang
    measure = getattr(about, f"measure_{lang}")
    name = measure if about.unit == "count" and figures.known(measure) and measure else getattr(about, f"unit_{lang}")
    return say("indicator.unit", lang, unit=name) if figures.known(name) and name else ""


def _alt(known: Known, points: DataFrame, goals: DataFrame) -> str:
    """The figure in words."""
    lang = known.lang
    first, last = points.iloc[0], points.iloc[-1]
    words = {
        "name": known.name(short=False),
        "region": region_name(known.drawn, lang),
        "n": len(points),
        "first": f"{first['date']:%Y-%m-%d} {known.value(first['value'])}",
        "last": f"{last['date']:%Y-%m-%d} {known.value(last['value'])}",
    }
    aims = [f"{goal.label} ({goal.date:%Y-%m-%d})" for goal in each(goals)]
    said = say("indicator.alt", lang, **words)
    return spaced(said + (say("clause.wide", lang) + say("list", lang).join(aims) if aims else "") + say("stop", lang))
