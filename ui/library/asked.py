"""What the address asks of the library: a view, words to find, and a choice of values for each filter."""

from dataclasses import dataclass, field

import pandas as pd
from pandas import DataFrame, Series

from config.tokens import tokens
from metrics.model.vocabulary import Dimension, Rule
from ui import cache, own
from ui.asking.library import plain
from ui.place import Refused

VIEWS = ("targets", "milestones", "plans")
FACETS = {"plans": "plan", "dim": "dimension", "tier": "tier", "rule": "rule", "status": "status"}
OF_MILESTONES = ("plans", "dim", "status")
TIERS = ("1", "2", "3")
LONGEST = 60  # signs of what is looked for
MILESTONE = Rule.MILESTONE.value


@dataclass(frozen=True)
class Asked:
    """What is looked for; a filter that is not named takes everything."""

    view: str = VIEWS[0]
    find: str = ""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def facets(self) -> tuple[str, ...]:
        """The filters of the view."""
        return OF_MILESTONES if self.view == "milestones" else tuple(FACETS)

    @property
    def active(self) -> list[str]:
        """Of ``find`` and the filters of the view, those that hold something back."""
        found = ["find"] if self.find.strip() else []
        return found + [facet for facet in self.facets if self.chosen.get(facet)]

    def toggled(self, facet: str, value: str) -> str:
        """What the address says of a filter once a value is added to it, or taken out where it is in."""
        now = self.chosen.get(facet, ())
        return ",".join(one for one in now if one != value) if value in now else ",".join((*now, value))


def offered(facet: str) -> list[str]:
    """All values of a filter, in the order in which they stand."""
    known = {
        "dim": [one.value for one in Dimension],
        "tier": list(TIERS),
        "rule": [one.value for one in Rule],
        "status": [mark.code for mark in tokens().status],
    }
    return known[facet] if facet in known else list(cache.plans()["id"])


def asked() -> tuple[Asked, list[Refused]]:
    """What the address asks, and what in it is not understood."""
    refused: list[Refused] = []
    view = own.own("scope") or VIEWS[0]
    if view not in VIEWS:
        refused.append(Refused("scope", view[:24]))
        view = VIEWS[0]
    find = own.own("find")
    if len(find) > LONGEST:
        refused.append(Refused("find", find[:24]))
        find = ""
    chosen: dict[str, tuple[str, ...]] = {}
    for facet in FACETS:
        said = dict.fromkeys(own.own(facet).split(",")) if own.own(facet) else {}
        known = offered(facet)
        refused += [Refused(facet, one[:24]) for one in said if one not in known]
        chosen[facet] = tuple(one for one in known if one in said)
    if own.own("page_no") and not own.number("page_no"):
        refused.append(Refused("page_no", own.own("page_no")[:24]))
    return Asked(view, find, chosen), refused


def matching(frame: DataFrame, what: Asked, *, but: str = "") -> Series:
    """Which rows are asked for: every word and every filter, ``but`` one of them."""
    mask = pd.Series(True, index=frame.index)
    if what.view == "milestones":
        mask &= frame["rule"].eq(MILESTONE)
    for word in plain(what.find).split() if but != "find" else ():
        mask &= frame["text"].str.contains(word, regex=False)
    for facet in what.facets:
        if facet != but and what.chosen.get(facet):
            mask &= frame[FACETS[facet]].astype(str).isin(what.chosen[facet])
    return mask


def counts(frame: DataFrame, what: Asked, facet: str) -> dict[str, int]:
    """How many targets each value of a filter would show beside all other filters; without values no target has."""
    column = frame[FACETS[facet]].astype(str)
    there = set(column)
    found = column[matching(frame, what, but=facet)].value_counts()
    return {value: int(found.get(value, 0)) for value in offered(facet) if value in there}
