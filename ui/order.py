"""The order of things on every screen, and what moved between two as-of dates."""

import numpy as np
import pandas as pd
from pandas import DataFrame, Series

from config.tokens import tokens
from metrics.model.vocabulary import Light

ATTENTION = (Light.RED.value, Light.YELLOW.value)
LIGHTS = [light.value for light in Light]
PLACES = {light: place for place, light in enumerate(LIGHTS)}
HUGE = 1e9
READ = ("light", "status", "binding", "judged_by", "target", "gap", "R")  # what the order depends on


def ranks(status: Series) -> Series:
    """Severity of each status, 1 the worst."""
    known = {mark.code: tokens().rank(mark.code) for mark in tokens().status}
    return status.map(known).fillna(len(known))


def _closeness(frame: DataFrame) -> Series:
    """What orders targets of one status: the pace, and for a target to hold its gap in parts of the
    target.
    """
    target = pd.to_numeric(frame["target"], errors="coerce").abs().clip(lower=1)
    by_gap = pd.to_numeric(frame["gap"], errors="coerce") / target
    pace = pd.to_numeric(frame["R"], errors="coerce")
    holds = frame["judged_by"].eq("hold") | pace.isna()
    return pd.Series(np.where(holds, by_gap, pace), index=frame.index).fillna(HUGE)


def ordered(frame: DataFrame) -> DataFrame:
    """Lights in their order, then severity, binding before indicative, the slowest first, then the
    plan's order.
    """
    if frame.empty:
        return frame
    keys = pd.DataFrame(
        {
            "light": frame["light"].map(PLACES).fillna(len(LIGHTS)),
            "rank": ranks(frame["status"]),
            "binding": np.where(frame["binding"].eq("yes"), 0, 1),
            "close": _closeness(frame),
            "plan": range(len(frame)),
        },
        index=frame.index,
    )
    return frame.loc[keys.sort_values(list(keys.columns), kind="stable").index]


def attention(frame: DataFrame) -> DataFrame:
    """What is red or yellow, the most pressing first."""
    return ordered(frame[frame["light"].isin(ATTENTION)])


def by_chance(frame: DataFrame) -> DataFrame:
    """The least likely to be met first, equals by urgency; what has no probability follows by urgency."""
    if frame.empty:
        return frame
    urgent = ordered(frame)
    chance = pd.to_numeric(urgent["probability"], errors="coerce")
    return urgent.loc[chance.sort_values(kind="stable", na_position="last").index]


def unlikely(frame: DataFrame) -> DataFrame:
    """Every target with a probability, whatever its light, the least likely to be met first."""
    return by_chance(frame[frame["probability"].notna()])


def with_children(frame: DataFrame) -> DataFrame:
    """Rows in their order, but each 其中 row right under its parent; adds ``depth`` (0, or 1 for such
    a row).
    """
    there = set(frame["target_id"])
    child = frame["parent"].isin(there) & frame["parent"].ne(frame["target_id"])
    of_parent = {parent: list(rows.index) for parent, rows in frame[child].groupby("parent", sort=False)}
    walked: list[tuple[object, int]] = []
    for index, row in frame[~child].iterrows():
        walked.append((index, 0))
        walked += [(below, 1) for below in of_parent.pop(row["target_id"], [])]
    walked += [(below, 1) for rows in of_parent.values() for below in rows]
    return frame.loc[[index for index, _ in walked]].assign(depth=[depth for _, depth in walked])


def changes(now: DataFrame, before: DataFrame) -> DataFrame:
    """Targets whose status moved, worse first: the rows of ``now`` with ``was`` (the earlier status)
    and ``move``.

    move: better or worse by severity; into_grey and out_of_grey are neither.
    """
    earlier = before.drop_duplicates("target_id").set_index("target_id")
    moved = now.assign(was=now["target_id"].map(earlier["status"]), was_light=now["target_id"].map(earlier["light"]))
    moved = moved[moved["was"].notna() & (moved["was"] != moved["status"])].copy()
    if moved.empty:
        return moved.assign(move=pd.Series(dtype=object))
    grey, was_grey = moved["light"].eq("grey"), moved["was_light"].eq("grey")
    better = ranks(moved["status"]) > ranks(moved["was"])
    moved["move"] = np.select([grey, was_grey, better], ["into_grey", "out_of_grey", "better"], default="worse")
    return ordered(moved)
