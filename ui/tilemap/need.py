"""Which target the tile map shows: all that are judged below the plan's own region, in the order of need."""

from dataclasses import dataclass

import streamlit as st
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures, own
from ui.figures import Row
from ui.order import ATTENTION, ranks
from ui.place import Place, Refused
from ui.typography import spaced

KEY = "tilemap-target"


@dataclass(frozen=True)
class Choice:
    """A target with the number of regions that need attention; ``told`` is off where none can be assessed."""

    target: str
    row: Row
    pressing: int
    told: bool


def choices(below: DataFrame) -> list[Choice]:
    """The targets of ``below`` (rows that count at the regions): first where most regions need attention, then most
    red, then those with a gap to show, then the worse statuses, then the plan's order.
    """
    if below.empty:
        return []
    presses = below["light"].isin(ATTENTION)
    counted = DataFrame(
        {
            "target_id": below["target_id"],
            "pressing": presses.astype(int),
            "red": below["light"].eq("red").astype(int),
            "told": below["light"].ne("grey"),
            "gap": below["gap"].notna(),
            "rank": ranks(below["status"]).where(presses, 0),
        }
    )
    found = counted.groupby("target_id", sort=False).agg(
        {"pressing": "sum", "red": "sum", "told": "any", "gap": "any", "rank": "sum"}
    )
    keys, upward = ["pressing", "red", "told", "gap", "rank"], [False, False, False, False, True]
    found = found.sort_values(keys, ascending=upward, kind="stable")
    first = {row.target_id: row for row in each(below.drop_duplicates("target_id"))}
    return [Choice(str(one.Index), first[one.Index], int(one.pressing), bool(one.told)) for one in each(found)]


def asked(offered: list[Choice]) -> tuple[Choice, list[Refused]]:
    """The target the address asks for, the first offered where it says none, and what of it is not understood."""
    said = own.own("target")
    chosen = next((one for one in offered if one.target == said), None)
    return chosen or offered[0], [Refused("target", said[:24])] if said and chosen is None else []


def picker(offered: list[Choice], chosen: Choice, place: Place) -> None:
    """The box, in the order of need; typing searches."""
    names = {one.target: label(one, place.lang) for one in offered}
    st.session_state[KEY] = chosen.target
    st.selectbox(
        say("tilemap.choose", place.lang),
        list(names),
        key=KEY,
        on_change=_chosen,
        args=(place,),
        format_func=lambda target: names.get(target, target),
        label_visibility="collapsed",
    )


def label(one: Choice, lang: str) -> str:
    """Name, what is asked for, dimension, and how many regions need attention."""
    row = one.row
    kind = "none" if not one.told else "some" if one.pressing else "fine"
    name = f"{figures.name(row, lang)} {figures.target(row, lang)}"
    parts = [name, say(f"dimension.{row.dimension}", lang), say(f"tilemap.choice.{kind}", lang, n=one.pressing)]
    return say("dot", lang).join(spaced(part) for part in parts)


def _chosen(place: Place) -> None:
    own.set_own(place.model_copy(update={"why": None}), target=st.session_state[KEY])
