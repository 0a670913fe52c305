"""The course of one target: the frames of charts.course, with what is asked by now and what broke named beside it."""

from dataclasses import replace

import pandas as pd
from pandas import DataFrame

from charts.course import Course
from charts.each import first_of
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.asking import indicator as asking
from ui.figures import Row
from ui.indicator import line
from ui.indicator.known import Known
from ui.indicator.says import PACED, needed
from ui.place import Place
from ui.typography import spaced


def known(place: Place, found: DataFrame, frame: DataFrame) -> Known | None:
    """What the course is drawn from; None where the region has no figure of it. ``found`` is the one row, ``frame``
    holds the other due dates of its target.
    """
    row = first_of(found)
    if row is None:
        return None
    told = asking.figures(str(row.indicator_id), place.as_of, place.demo, place.known)
    told = told[told["region"].eq(row.region)]
    own = place.model_copy(update={"region": str(row.region)})
    return Known(own, row, frame, found, told, str(row.region)) if len(told) else None


def drawn(told: Known, size: Bucket) -> Course:
    """Everything of the figure."""
    lang, row = told.lang, told.row
    points = line.points_of(told)
    made = line.told(told, points)
    need = _need(row) if row is not None and row.status not in ("achieved", "missed") else None
    passed = row is not None and row.current_date < points["date"].iloc[-1]  # figures go on after the due date
    return replace(
        made,
        value_label=spaced(say("single.line.last" if passed else "single.line.now", lang, value=made.value_label)),
        status=str(row.status) if row is not None else "",
        judged=pd.Timestamp(row.current_date) if row is not None else None,
        also=_then(row, told) if row is not None and passed else (),
        need=need,
        need_label=spaced(say("single.line.need", lang, value=told.value(need[1]))) if need else "",
        base_label=spaced(say("single.line.base", lang, value=told.value(made.base[1]))) if made.base else "",
        break_label=_break(points, size, lang),
        remark=say("single.axis", lang),
    )


def _need(row: Row) -> tuple[pd.Timestamp, float] | None:
    """Where the required path stands on the day of the newest figure."""
    need = needed(row)
    if row.judged_by not in PACED or not figures.known(need):
        return None
    return pd.Timestamp(row.current_date), need


def _then(row: Row, told: Known) -> tuple[tuple[pd.Timestamp, float, str], ...]:
    """The figure a target was judged by at its due date, where newer ones follow."""
    words = spaced(say("single.line.then", told.lang, value=told.value(row.current)))
    return ((pd.Timestamp(row.current_date), float(row.current), words),)


def _break(points: DataFrame, size: Bucket, lang: str) -> str:
    """Since when the figures compare."""
    broken = points[points["series_break"].fillna(False).astype(bool)]
    if broken.empty:
        return ""
    day = f"{broken['period_start'].iloc[-1]:%Y-%m}"
    return spaced(say("single.line.break.short" if size == "w1024" else "single.line.break", lang, day=day))
