"""One verdict of the board for each method, with its figures, dates and the sum as the explanation writes it."""

import pandas as pd
from pandas import DataFrame

from charts.each import first_of
from config.text import say
from metrics.model.vocabulary import Method
from ui import cache, figures
from ui.figures import Row
from ui.html import Markup, el
from ui.method.known import Known
from ui.panels.base import status
from ui.rows import explained
from ui.typography import spaced
from ui.why.inputs import inputs
from ui.why.sums import how
from ui.why.verdict import sentence

# What a method's own measure decides; a target that is merely met shows less of it.
TELLING = {
    Method.HOLD: ("at_risk", "breached"),
    Method.MILESTONE: ("achieved", "missed"),
    Method.FREQUENCY: ("achieved", "missed"),
}
PACE = ("on_track", "behind", "far_behind", "reversing")
MEASURE = {
    Method.LINEAR_PACE: "R",
    Method.GROWTH_RATIO: "R",
    Method.TREND: "p",
    Method.MILESTONE: "points",
}
SORTED = ["judged_by", "status", "current", "demo", "region", "headline"]  # a frame of a hundred columns is slow to cut


def example_of(known: Known, method: Method) -> Row | None:
    """The verdict that shows the method best; None where no target of the plan has one by it.

    One with a figure first, measured before made-up ones, the chosen region before others, what the measure decided
    before what is merely met, the due date in view before others, then the plan's order.
    """
    found = _judged(known.frame[[*SORTED, MEASURE.get(method, "gap")]], method)
    keys = pd.DataFrame(
        {
            "bare": found["current"].isna(),
            "demo": found["demo"].fillna(False).astype(bool),
            "elsewhere": found["region"].ne(known.place.region),
            "met": ~found["status"].isin(TELLING.get(method, PACE)),
            "other": ~found["headline"].astype(bool),
            "place": range(len(found)),
        },
        index=found.index,
    )
    return first_of(known.frame.loc[keys.sort_values(list(keys.columns), kind="stable").index[:1]])


def _judged(frame: DataFrame, method: Method) -> DataFrame:
    """Verdicts by a method that rest on a figure of its measure."""
    there = frame["judged_by"].eq(str(method)) & frame["status"].ne("not_assessable")
    return frame[there & frame[MEASURE.get(method, "gap")].notna()]


def shown(row: Row, known: Known) -> Markup:
    """The example: whose it is, the verdict in a sentence, the sum, the figures."""
    lang, place = known.lang, known.place
    title = el("h4", say("rules.example", lang), cls="example-title")
    words = say(
        "method.example.lead",
        lang,
        region=figures.region_name(row, lang),
        target=figures.target(row, lang, sentence=True),
        day=row.due.date().isoformat() if figures.known(row.due) else say("value.none", lang),
    )
    head: list[object] = [status(row.status, lang), " ", el("strong", spaced(figures.name(row, lang, short=False)))]
    head.append(spaced(words))
    head += [" ", el("span", say("demo.label", lang), cls="badge")] if figures.known(row.demo) and row.demo else []
    link = explained(place, figures.key(row), say("method.example.why", lang), cls="under")
    return el(
        "div",
        title,
        el("p", *head, " ", link, cls="example-head"),
        el("p", sentence(row, lang), cls="example-said"),
        how(row, lang, level="h4"),
        inputs(row, _document(known), lang, level="h4"),
        cls="example-of",
    )


def _document(known: Known) -> str:
    """What the plan is called in a table."""
    plans = cache.plans()
    plan = plans[plans["id"].eq(known.place.plan)].iloc[0]
    return str((plan["number"] if known.lang == "zh" else "") or plan[f"title_{known.lang}"])
