"""Who answers for which target: each target once under the body that leads it and once under each that shares it.

The body listed first leads. Whose work another body took over is answered for by that one; a target under two bodies
that have since become one counts once, led where either led it.
"""

from typing import Literal, get_args

import pandas as pd
from pandas import DataFrame

from ui.counts import Lights, lights
from ui.order import LIGHTS, attention

NOBODY = "none"
Part = Literal["led", "shared"]
PARTS: tuple[Part, ...] = get_args(Part)
Sort = Literal["lights", "led", "shared", "missing"]
SORTS: dict[Sort, list[str]] = {
    "lights": ["led_red", "led_yellow", "shared_red", "shared_yellow", "led", "shared"],
    "led": ["led", "led_red", "led_yellow", "shared"],
    "shared": ["shared", "shared_red", "shared_yellow", "led"],
    "missing": ["missing", "late", "owed", "led_red"],
}
COUNTS = [f"{part}{light}" for part in PARTS for light in ("", *(f"_{light}" for light in LIGHTS))]
COLUMNS = ["body", *COUNTS, "worst", "owed", "late", "missing"]


def duties(here: DataFrame, answering: DataFrame) -> DataFrame:
    """``target`` (an index of ``here``), ``body`` (NOBODY where the plan names none), ``part`` (led or shared)."""
    heir = dict(zip(answering["named"], answering["department"], strict=True))
    found: dict[tuple[object, str], Part] = {}
    for index, named in zip(here.index, here["departments"], strict=True):
        for position, one in enumerate(named):
            found.setdefault((index, heir.get(str(one), str(one))), "shared" if position else "led")
        if not len(named):
            found[index, NOBODY] = "led"
    rows = [(target, body, part) for (target, body), part in found.items()]
    return DataFrame(rows, columns=["target", "body", "part"])


def of_body(here: DataFrame, told: DataFrame, body: str, part: Part) -> DataFrame:
    """The rows of ``here`` that a body leads, or shares."""
    own = told[told["body"].eq(body) & told["part"].eq(part)]
    return here.loc[list(own["target"])]


def bodies(here: DataFrame, told: DataFrame, owed: DataFrame) -> DataFrame:
    """One row a body with a target, NOBODY among them: how many it leads and shares under each light, ``worst`` (the
    index of its most pressing target, what it leads first; NA where none presses), and of the figures it has to report
    how many are ``owed``, ``late`` and ``missing``.
    """
    rows = []
    for body in dict.fromkeys(told["body"]):
        parts = {part: of_body(here, told, body, part) for part in PARTS}
        row: dict[str, object] = {"body": body}
        for part, frame in parts.items():
            row[part] = len(frame)
            row |= _by_light(part, lights(frame))
        pressing = [index for frame in parts.values() for index in attention(frame).index]
        reports = owed[owed["department"].eq(body)]["state"]
        row |= {"worst": pressing[0] if pressing else pd.NA, "owed": len(reports)}
        row |= {state: int(reports.eq(state).sum()) for state in ("late", "missing")}
        rows.append(row)
    return DataFrame(rows, columns=COLUMNS)


def _by_light(part: Part, count: Lights) -> dict[str, int]:
    return {f"{part}_{light}": count.of(light) for light in LIGHTS}


def ranked(table: DataFrame, sort: Sort = "lights") -> DataFrame:
    """The bodies, those with the most first; what nobody answers for is no body and left out."""
    real = table[table["body"].ne(NOBODY)]
    return real.sort_values(SORTS[sort], ascending=False, kind="stable")


def unowned(table: DataFrame) -> DataFrame:
    """The row of the targets nobody answers for, or none."""
    return table[table["body"].eq(NOBODY)]


def predecessors(named: set[str], answering: DataFrame, body: str) -> DataFrame:
    """Of the departments ``named``, those whose work the body took over; columns of ``answering``."""
    own = answering[answering["department"].eq(body) & answering["named"].ne(body)]
    return own[own["named"].isin(named)]


def named_in(here: DataFrame) -> set[str]:
    """Every department the rows name."""
    return {str(one) for named in here["departments"] for one in named}
