"""The words of plans, filters and targets that several parts of the library share."""

from collections.abc import Iterable

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import cache, figures
from ui.figures import Row
from ui.place import Place
from ui.typography import spaced

MARKS = ("implied", "aspirational", "increment", "conflict")


def plan_short(plan: str, lang: str) -> str:
    """A plan by its region and years, short enough for a list: 吐鲁番市 2017—2020."""
    row = cache.plans().set_index("id").loc[plan]
    own = cache.regions(plan).iloc[0]
    region = str(own["short_zh"] or own["name_zh"]) if lang == "zh" else figures.bare(str(own["name_en"]))
    years = {"start": row["start"].year, "end": row["end"].year}
    return spaced(say("library.plan.short", lang, region=region, **years))


def plans_of(rows: DataFrame, place: Place) -> dict[str, str]:
    """The short names of the plans of some rows; none where all are of the place's plan, which is said above."""
    found = list(rows["plan"].unique())
    return {} if found == [place.plan] else {plan: plan_short(plan, place.lang) for plan in found}


def value_name(facet: str, value: str, lang: str) -> str:
    """The words of one value of a filter."""
    if facet == "plans":
        return plan_short(value, lang)
    kinds = {"dim": "dimension", "tier": "library.tier", "rule": "rule", "status": "status"}
    return say(f"{kinds[facet]}.{value}", lang)


def marks(row: Row, lang: str) -> list[str]:
    """How the text was read, in a word or two each: figure implied, aspired to, new ones only, conflict."""
    found = [mark for mark in MARKS if _set(getattr(row, mark))]
    return [say("library.mark.increment" if mark == "increment" else f"mark.{mark}", lang) for mark in found]


def _set(cell: object) -> bool:
    return not pd.isna(cell) and cell not in ("", False, "no")  # type: ignore[call-overload]


def due(row: Row, lang: str) -> str:
    """The due date; said where it is inferred."""
    if not figures.known(row.due):
        return say("value.dash", lang)
    day = str(row.due.date().isoformat())
    return day + say("paren", lang, inside=say("library.inferred", lang)) if row.due_inferred else day


def every_owner(row: Row, lang: str) -> str:
    """All who answer, one after another; a word for nobody."""
    return spaced(figures.owners(row, lang, most=99))


def why_open(row: Row, said: dict[tuple[object, ...], str], lang: str) -> str:
    """Why a milestone still stands open: what was written beside its report, the reason of a grey verdict, or that no
    report came.
    """
    written = said.get((row.region, row.indicator_id, row.current_date, row.current_load), "")
    if written:
        return written
    if row.status == "not_assessable" and figures.known(row.reason) and row.reason:
        return say(f"reason.{row.reason}", lang)
    return say("library.open.reported" if figures.known(row.current) else "library.open.none", lang)


def written(reports: DataFrame) -> dict[tuple[object, ...], str]:
    """What was written beside each milestone report: its state and its note."""
    return {
        (row.region, row.indicator_id, row.reported, row.load_id): _joined((row.state, row.said))
        for row in each(reports)
    }


def _joined(texts: Iterable[object]) -> str:
    return " ".join(str(text) for text in texts if not pd.isna(text) and text)  # type: ignore[call-overload]
