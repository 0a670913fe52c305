"""Milestones: what is done, when and by which evidence; what is still open, until when and who answers."""

import numpy as np
import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures, own
from ui.asking import library
from ui.figures import Row
from ui.html import Markup, el
from ui.library.listed import name_cell, owners_cell
from ui.library.names import due, plans_of, why_open, written
from ui.order import ranks
from ui.panels.base import panel, status, table
from ui.place import Place
from ui.records.paging import Part, pager
from ui.typography import headline, spaced

COLUMNS = (
    ("state", "c-status"),
    ("name", "c-name"),
    ("day", "c-day"),
    ("evidence", "c-evidence"),
    ("owner", "c-owner"),
)
OPEN = ("missed", "pending", "not_assessable")
DONE = "achieved"


def arranged(frame: DataFrame) -> DataFrame:
    """What is open first: past its date, then plan by plan as they come, by due date; what is done last, the latest
    first.
    """
    done = frame["status"].eq(DONE)
    late = frame["current_date"].max() - frame["current_date"]
    keys = pd.DataFrame(
        {
            "done": done,
            "rank": np.where(done | frame["status"].ne("missed"), 99, ranks(frame["status"])),
            "plan": pd.Series(pd.factorize(frame["plan"])[0], index=frame.index).where(~done, 0),
            "due": frame["due"].where(~done),
            "late": late.where(done),
            "place": range(len(frame)),
        },
        index=frame.index,
    )
    return frame.loc[keys.sort_values(list(keys.columns), kind="stable").index]


def sentence(frame: DataFrame, lang: str) -> str:
    """How many milestones are done, and how the open ones stand; a state with none is said too."""
    done = int(frame["status"].eq(DONE).sum())
    states = [
        say(f"library.open.{state}" if n else f"library.open.{state}.none", lang, n=n)
        for state in OPEN
        for n in (int(frame["status"].eq(state).sum()),)
    ]
    said = say("library.milestones.head", lang, n=len(frame), done=done, open=len(frame) - done)
    return headline(said + say("clause", lang).join(states) + say("stop", lang))


def listed(shown: Part, n: int, place: Place) -> Markup:
    """The panel with one page of the ``n`` milestones found."""
    lang = place.lang
    title = spaced(say("library.milestones.list", lang, n=n))
    said = written(library.reports())
    heads = [(say(f"library.column.{name}", lang), style) for name, style in COLUMNS]
    plans = plans_of(shown.rows, place)
    rows = [_row(row, said, place, plans) for row in each(shown.rows)]
    return panel(title, table(heads, rows, cls="list library milestones", caption=title), pager(shown, place))


def _row(row: Row, said: dict[tuple[object, ...], str], place: Place, plans: dict[str, str]) -> Markup:
    lang, done = place.lang, row.status == DONE
    reported = figures.known(row.current_date)
    day = row.current_date.date().isoformat() if done and reported else due(row, lang)
    kind = say("library.day.done" if done and reported else "library.day.due", lang)
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el("th", name_cell(row, place, plans), cls="c-name", scope="row"),
        el("td", el("span", day), el("span", kind, cls="soft small line"), cls="c-day"),
        el(
            "td",
            _evidence(row, place) if done else why_open(row, said, lang),
            cls="c-evidence" if done else "c-evidence soft",
        ),
        owners_cell(row, lang),
    )


def _evidence(row: Row, place: Place) -> Markup:
    """What the report names as evidence, and the load it came with."""
    lang = place.lang
    source = str(row.current_source) if figures.known(row.current_source) and row.current_source else ""
    shown = el("span", spaced(source) or say("library.evidence.none", lang))
    if not figures.known(row.current_load) or pd.isna(row.current_load):
        return shown
    words = spaced(say("library.evidence.load", lang, load=int(row.current_load)))
    link = own.link(place, words, page="loads", own={"load": int(row.current_load)}, cls="under")
    return el("span", shown, el("span", link, cls="small line"))
