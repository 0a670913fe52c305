"""The order in which a verdict is sought, line by line as the code walks it, and where the targets of a place ended."""

import pandas as pd
from pandas import DataFrame, Series

from config.text import say
from metrics.model.vocabulary import Kind, Method
from metrics.precedence import PRECEDENCE, Step
from ui.html import Markup, el
from ui.method.known import Known
from ui.method.standing import values
from ui.panels.base import panel, status, table
from ui.typography import spaced

COLUMNS = (("step", "c-step"), ("when", ""), ("verdict", "c-verdict"), ("count", "num"))
PLACE_OF = {step.name: place for place, step in enumerate(PRECEDENCE, 1)}


def decided_by(frame: DataFrame, series: DataFrame) -> Series:
    """The number of the line each verdict was reached at, from 1.

    Verdict and reason tell it; where several lines share them, what those lines ask is read off the frame. ``series``
    holds the figures the verdicts rest on.
    """
    usual = {(str(step.status), str(step.reason or "")): PLACE_OF[step.name] for step in PRECEDENCE if not step.other}
    keys = zip(frame["status"].astype(str), frame["reason"].fillna("").astype(str), strict=True)
    found = Series([usual[key] for key in keys], index=frame.index, dtype=int)
    for name, there in _shared(frame, series).items():
        found = found.mask(there, PLACE_OF[name])
    return found


def _shared(frame: DataFrame, series: DataFrame) -> dict[str, Series]:
    """Which rows ended at a line that shares its verdict with the usual one."""
    kind, method, rule = (frame[name].astype(str) for name in ("kind", "judged_by", "rule"))
    no_data = frame["reason"].eq("no_data")
    counted = method.eq(Method.FREQUENCY) | (rule.eq("growth") & method.ne(Method.HOLD))
    seen = pd.MultiIndex.from_frame(frame[["region", "indicator_id"]]).isin(
        pd.MultiIndex.from_frame(series[["region", "indicator_id"]])
    )
    return {
        "no_level": no_data & seen & frame["points"].eq(0),
        "nothing_else": no_data & (kind.eq(Kind.EVENT) | frame["points"].gt(0)),
        "not_yet": frame["status"].eq("behind") & counted,
    }


def order(known: Known) -> Markup:
    """The panel: one row a line, in the code's order, with how many targets of the place ended there."""
    lang, here = known.lang, known.here
    counted = decided_by(here, known.series).value_counts()
    heads: list[tuple[object, str]] = [(say(f"rules.column.{name}", lang), cls) for name, cls in COLUMNS]
    rows = [_row(place, step, int(counted.get(place, 0)), lang) for place, step in enumerate(PRECEDENCE, 1)]
    title = say("rules.order.title", lang, n=len(PRECEDENCE))
    return panel(
        title,
        el("p", spaced(say("rules.order.lead", lang, n=len(here), region=known.region)), cls="rest"),
        table(heads, rows, cls="order", caption=title),
    )


def _row(place: int, step: Step, n: int, lang: str) -> Markup:
    verdict: list[object] = [status(step.status, lang)]
    if step.reason:
        verdict.append(el("span", spaced(say(f"reason.{step.reason}", lang)), cls="why-grey"))
    return el(
        "tr",
        el("th", place, scope="row", cls="c-step"),
        el("td", spaced(say(f"rules.step.{step.name}", lang, **values())), cls="c-means"),
        el("td", el("span", *verdict, cls="then"), cls="c-verdict"),
        el("td", n, cls="num" if n else "num zero"),
        cls="" if n else "unmet",
    )
