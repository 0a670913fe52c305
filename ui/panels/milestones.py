"""The milestones of a dimension, dated: state, what is to be done, when, on which evidence, who answers."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.html import Markup, el
from ui.order import ranks
from ui.panels.base import panel, status, table
from ui.place import Place
from ui.rows import explained
from ui.typography import spaced

COLUMNS = ("status", "milestone", "day", "owner")
DONE = "achieved"


def milestones(frame: DataFrame) -> DataFrame:
    """What is done or not done and has no figure: the worst first, open ones by due date, the last done on top."""
    found = frame[frame["rule"].eq("milestone") | frame["unit"].eq("yesno")]
    found = found.assign(rank=ranks(found["status"])).sort_values(["rank", "due"], kind="stable").drop(columns="rank")
    done = found["status"].eq(DONE)
    return pd.concat([found[~done], found[done].sort_values("current_date", ascending=False, kind="stable")])


def listed(frame: DataFrame, place: Place, most: int | None = None) -> Markup:
    """The panel; ``frame`` as `milestones` orders it, its first ``most`` rows where there is no more room."""
    lang = place.lang
    title = head(frame, lang)
    heads = [(say(f"column.{column}", lang), f"c-{column}") for column in COLUMNS]
    shown = frame if most is None else frame.head(most)
    rows = [_row(row, place) for row in each(shown)]
    if len(shown) < len(frame):
        rest = spaced(say("changes.rest", lang, n=len(frame) - len(shown)))
        rows.append(el("tr", el("td", rest, colspan=len(COLUMNS), cls="soft"), cls="more"))
    return panel(title, table(heads, rows, cls="list milestones", caption=title), cls="stones")


def head(frame: DataFrame, lang: str) -> str:
    """How many are done, open and overdue; what cannot be judged is named where there is any."""
    count = frame["status"].value_counts()
    clauses = [_clause(name, int(count.get(code, 0)), lang) for name, code in _STATES]
    grey = int(count.get("not_assessable", 0))
    clauses += [say("milestones.grey", lang, n=grey)] if grey else []
    return spaced(say("milestones.head", lang, n=len(frame), said=say("clause", lang).join(clauses)))


_STATES = (("done", "achieved"), ("open", "pending"), ("missed", "missed"))


def _clause(name: str, n: int, lang: str) -> str:
    return say(f"milestones.{name}", lang, n=n) if n else say(f"milestones.{name}.none", lang)


def _row(row: figures.Row, place: Place) -> Markup:
    lang = place.lang
    name = explained(place, figures.key(row), spaced(figures.name(row, lang, short=False)))
    proof = evidence(row, lang)
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el("td", name, el("span", spaced(proof), cls="proof soft") if proof else "", cls="c-name"),
        el("td", day(row, lang), cls="c-day"),
        el("td", el("span", spaced(figures.owners(row, lang)), cls="clamp"), cls="c-owner"),
    )


def day(row: figures.Row, lang: str) -> str:
    """When it was done; else when it is due."""
    if row.status == DONE and figures.known(row.current_date):
        return spaced(say("milestone.done", lang, day=row.current_date.date().isoformat()))
    if figures.known(row.due):
        return spaced(say("milestone.due", lang, day=row.due.date().isoformat()))
    return say("milestone.undated", lang)


def evidence(row: figures.Row, lang: str) -> str:
    """What was handed in as evidence; where there is none, what is missing; "" for what nobody need have reported."""
    if row.status == "not_assessable" and figures.known(row.reason) and row.reason:
        return say(f"reason.{row.reason}", lang)
    if not figures.known(row.current):
        return "" if row.status == "pending" else say("milestone.unreported", lang)
    source = row.current_source if figures.known(row.current_source) else ""
    if row.demo:  # made up: said in the language of the screen
        source = say("demo.evidence", lang)
    if row.current < 1:
        return say("milestone.not_yet", lang, day=row.current_date.date().isoformat())
    return say("milestone.evidence", lang, source=source) if source else say("milestone.no_evidence", lang)
