"""From assessment rows to the frame of charts.regions: which targets are compared, which regions are
named.
"""

from typing import Any

import pandas as pd
from pandas import DataFrame

from charts.each import each, first_of
from charts.regions import Frame
from config.text import say
from config.tokens import Bucket
from ui import figures
from ui.order import attention, ordered
from ui.typography import spaced

FRAMES: dict[Bucket, Frame] = {
    "w1920": Frame(572, 34, 18),
    "w1366": Frame(412, 30, 16),
    "w1024": Frame(386, 30, 16),
}
STRIPS: dict[Bucket, int] = {"w1920": 3, "w1366": 2, "w1024": 2}
LINES: dict[Bucket, int] = {"w1920": 15, "w1366": 10, "w1024": 10}
COMPARABLE = 2


def compared(here: DataFrame, frame: DataFrame, own: str, most: int) -> list[DataFrame]:
    """For each of the worst targets that at least two regions report: its rows in the regions, worst first.

    Without such a target needing attention the next ones in order are taken.
    """
    below = frame[frame["region"].ne(own) & frame["headline"].astype(bool)] if len(frame) else frame
    first = attention(here)
    rest = ordered(here[~here.index.isin(first.index)])
    found = []
    for target in [*first["target_id"], *rest["target_id"]]:
        rows = below[below["target_id"].eq(target) & below["unit"].ne("yesno")]
        if rows["gap"].notna().sum() >= COMPARABLE:
            found.append(by_gap(rows))
        if len(found) == most:
            break
    return found


def by_gap(rows: DataFrame) -> DataFrame:
    """Regions worst gap first, those without data at the end."""
    return rows.sort_values(["gap", "current"], na_position="last", kind="stable")


def marks(groups: list[DataFrame], here: DataFrame, lines: int, *, own: str, lang: str) -> DataFrame:
    """One row a region and strip in the order to be drawn, ``lines`` in all; regions beyond are told in ``more``."""
    room = max(lines // max(len(groups), 1), 3)
    made = [row for group in groups for row in _strip(group, here, room, own, lang)]
    columns = [
        "strip",
        "key",
        "title",
        "region",
        "own",
        "status",
        "value",
        "value_label",
        "gap_label",
        "target",
        "target_label",
        "city",
        "city_label",
        "more",
    ]
    return pd.DataFrame(made, columns=columns)


def _strip(group: DataFrame, here: DataFrame, room: int, own: str, lang: str) -> list[dict[str, object]]:
    shown = group if len(group) <= room else group.head(room - 1)
    if own in set(group["region"]) and own not in set(shown["region"]):
        shown = pd.concat([shown.iloc[:-1], group[group["region"].eq(own)]])
    more = spaced(say("strips.more", lang, n=len(group) - len(shown))) if len(group) > len(shown) else ""
    first: Any = next(each(group))
    city: Any = first_of(here[here["target_id"].eq(first.target_id)])
    name = figures.name(first, lang)
    worst = say("strips.title", lang, name=name, region=figures.region_name(first, lang))
    shared = {
        "strip": first.target_id,
        "title": spaced(worst if figures.known(first.gap) and first.gap < 0 else name),
        "target": first.target,
        "target_label": say("strips.target", lang, value=figures.value(first, _aim(first), lang, as_written=True)),
        "city": city.current if city is not None else None,
        "city_label": _whole(city, lang) if city is not None else "",
        "more": more,
    }
    return [shared | _mark(row, own, lang) for row in each(shown)]


def _whole(city: Any, lang: str) -> str:
    """The figure of the whole, with its name."""
    return say("strips.city", lang, name=figures.region_name(city, lang), value=figures.value(city, city.current, lang))


def _aim(row: Any) -> float | None:
    return float(row.target) if figures.known(row.target) else None


def _mark(row: Any, own: str, lang: str) -> dict[str, object]:
    return {
        "key": figures.key(row),
        "region": figures.region_name(row, lang),
        "own": row.region == own,
        "status": row.status,
        "value": row.current,
        "value_label": figures.value(row, row.current, lang),
        "gap_label": figures.gap(row, lang),
    }


def head(groups: list[DataFrame], level: str, lang: str) -> str:
    """Over the strips: whether one region is the weakest in most of them."""
    if not groups:
        return say("strips.none", lang, parts=say(f"regions.parts.{level}", lang))
    firsts = [next(each(group)) for group in groups]
    weakest = pd.Series([figures.region_name(row, lang) for row in firsts if figures.known(row.gap) and row.gap < 0])
    if weakest.empty:
        return say("strips.fine", lang, parts=say(f"regions.parts.{level}", lang))
    name, n = weakest.mode().iloc[0], int(weakest.value_counts().max())
    if n < 2:
        return say("strips.head", lang, parts=say(f"regions.parts.{level}", lang))
    parts = say(f"regions.parts.{level}", lang)
    return spaced(say("strips.head.same", lang, parts=parts, n=len(groups), k=n, name=name))
