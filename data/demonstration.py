"""Demonstration series: made up, seeded, labelled; only where no measured figure stands.

Every (plan, indicator) gets a story that its own region follows and the regions below vary: reached, in time,
late, far behind, falling, stale or missing. The figures go the way of every other file and carry ``demo``.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from config.text import say
from data.catalogue.reading import Catalogue, PlacedTarget
from metrics.model.catalogue import Indicator, Plan, Target
from metrics.model.vocabulary import Kind, Rule
from metrics.periods import containing, of_months

SEED = 20160101
# Share of each story and the pace it walks at: 1 is exactly on the path the plan needs.
STORIES: tuple[tuple[str, float, float], ...] = (
    ("reached", 0.20, 1.6),
    ("in_time", 0.36, 1.08),
    ("late", 0.17, 0.78),
    ("far", 0.07, 0.35),
    ("falling", 0.06, -0.4),
    ("stale", 0.04, 0.9),
    ("missing", 0.10, 0.0),
)
# How far each plan's made-up figures reach, as a share of its term: meetings look at a plan under way.
REACH = 0.72
SETTLED = {Rule.HOLD, Rule.ZERO, Rule.GROWTH, Rule.FREQUENCY}


@dataclass(frozen=True)
class Line:
    """One indicator of a plan in one region: what it should reach, and the dice for its path."""

    plan: Plan
    target: Target
    indicator: Indicator
    region: str
    story: str
    pace: float
    newest: date
    dice: np.random.Generator


def _dice(*names: str) -> np.random.Generator:
    """A generator seeded by names, the same on every machine."""
    mark = hashlib.sha256("|".join((str(SEED), *names)).encode()).digest()
    return np.random.default_rng(int.from_bytes(mark[:8], "big"))


def newest(catalogue: Catalogue, plan: Plan) -> date:
    """The last period end with made-up figures: a year's end on the way to the date most targets are due."""
    dues = Counter(one.target.due for one in catalogue.targets if one.plan == plan.id)
    horizon = max(dues, key=lambda due: (dues[due], due)) if dues else plan.end
    reach = plan.start + (horizon - plan.start) * REACH
    return date(max(reach.year - (reach.month < 7), plan.start.year), 12, 31)


def _story(plan: str, indicator: str) -> tuple[str, float]:
    """The story of an indicator in a plan."""
    names, shares, paces = zip(*STORIES, strict=True)
    chosen = int(_dice(plan, indicator, "story").choice(len(names), p=np.array(shares) / sum(shares)))
    return names[chosen], paces[chosen]


def lines(catalogue: Catalogue, measured: set[tuple[str, str]]) -> Iterator[Line]:
    """Every line to draw: the plan's own region, and those below for figures that compare across regions."""
    drawn: set[tuple[str, str]] = set(measured)
    last = {plan.id: newest(catalogue, plan) for plan in catalogue.plans.values()}
    for placed in catalogue.targets:
        indicator = catalogue.indicators[placed.target.indicator_id]
        if indicator.kind is Kind.EVENT:
            continue
        plan = catalogue.plans[placed.plan]
        story, pace = _story(plan.id, indicator.indicator_id)
        below = indicator.kind in (Kind.RATE, Kind.INDEX) or placed.target.level is not None
        for region in catalogue.region_tree(placed.target.region)[: None if below else 1]:
            key = (region.code, indicator.indicator_id)
            dice = _dice(plan.id, *key)
            own = region.code == placed.target.region
            if key in drawn or not region.judged or story == "missing" or (not own and dice.random() < 0.08):
                continue
            drawn.add(key)
            shift = 0.0 if own else float(dice.normal(0, 0.35))
            yield Line(plan, placed.target, indicator, region.code, story, pace + shift, last[plan.id], dice)


def _bounded(value: float, indicator: Indicator) -> float:
    """A value inside the indicator's possible range, in its decimals; counts are whole."""
    low = -np.inf if indicator.lower is None else indicator.lower
    high = np.inf if indicator.upper is None else indicator.upper
    decimals = 0 if indicator.unit in ("count", "times_per_year") else max(indicator.decimals, 1)
    return round(float(np.clip(value, low, high)), decimals)


def _ends(line: Line) -> tuple[float, float]:
    """Base and target of a path, in the indicator's unit."""
    dice, unit = line.dice, line.indicator.unit
    up = 1 if line.indicator.direction == "up" else -1
    goal = line.target.value
    if goal is None:
        base = {"percent": 78.0, "index": 80.0, "score": 76.0}.get(unit, 40.0) + float(dice.uniform(-6, 6))
        return base, base * (1 + 0.06 * up)
    if line.target.rule in (Rule.HOLD, Rule.GROWTH):
        return goal + up * float(dice.uniform(0.2, 0.35)) * max(abs(100 - goal), 1), goal
    if line.target.rule is Rule.ZERO:
        return float(dice.uniform(0.3, 1.4)), 0.0
    if unit in ("percent", "permille"):
        return goal - up * float(dice.uniform(2.5, 9.0)) * (goal / 95 if unit == "percent" else 0.03), goal
    if line.target.increment:
        return 0.0, goal
    return goal * (1 - up * float(dice.uniform(0.25, 0.6))), goal


def _path(line: Line) -> Iterator[tuple[date, date, float]]:
    """The periods and values of a line, up to the newest date of its plan (stale lines stop early)."""
    months = line.indicator.frequency.months
    first = of_months(line.plan.start.year - 2, 1, months)
    stop = date(line.newest.year - 3, 12, 31) if line.story == "stale" else line.newest
    base, goal = _ends(line)
    begin, end = line.plan.start, line.target.due
    step = abs(goal - base) or abs(base) * 0.05
    period = first
    while period.end <= stop:
        share = (period.end - begin).days / max((end - begin).days, 1)
        wander = float(line.dice.normal(0, 0.035)) * step
        if line.target.rule is Rule.FREQUENCY:
            value = (line.target.value or 2) + (line.dice.random() < 0.25) - (line.pace < 0.9 and share > 0.4)
        elif line.target.rule in SETTLED:
            drift = (0.4 - 0.5 * line.pace) * max(share, 0) * (2.2 if line.pace < 0.5 else 1)
            value = base + (goal - base) * drift + wander * 3
        else:
            value = base + (goal - base) * min(line.pace * max(share, 0.25 * share), 1.12) + wander
        yield period.start, period.end, _bounded(value, line.indicator)
        following = period.end.month % 12 + 1
        period = containing(date(period.end.year + (following == 1), following, 1), months)


def observations(catalogue: Catalogue, measured: set[tuple[str, str]]) -> pd.DataFrame:
    """All made-up figures, in the columns of an observation. ``measured`` holds (region, indicator) left alone."""
    source = say("demo.source")
    rows = []
    for line in lines(catalogue, measured):
        path = list(_path(line))
        renamed = line.dice.random() < 0.03
        rough = line.dice.random() < 0.12
        for place, (start, end, value) in enumerate(path):
            marks = (rough and place == len(path) - 1, renamed and place == 1)
            rows.append((line.region, line.indicator.indicator_id, start, end, value, *marks))
    columns = ["region", "indicator_id", "period_start", "period_end", "value", "provisional", "series_break"]
    frame = pd.DataFrame(rows, columns=columns).assign(source=source, note="")
    days = {name: pd.to_datetime(frame[name]) for name in ("period_start", "period_end")}
    return frame.assign(**days)


def benchmarks(catalogue: Catalogue, measured: set[tuple[str, str]], own: pd.DataFrame) -> pd.DataFrame:
    """A benchmark's figures where none is measured: near those of the region that is held against it."""
    found, done = [], measured | set(zip(own["region"], own["indicator_id"], strict=True))
    for placed in catalogue.targets:
        name, _, region = (placed.target.benchmark or "").partition("@")
        if placed.target.rule is not Rule.BENCHMARK or (region, name) in done:
            continue
        done.add((region, name))
        mine = own[(own["region"] == placed.target.region) & (own["indicator_id"] == placed.target.indicator_id)]
        dice = _dice(placed.plan, name, "benchmark")
        lag = float(dice.normal(-0.004, 0.012)) * (1 if catalogue.indicators[name].direction == "up" else -1)
        factors = [1 + lag + float(dice.normal(0, 0.002)) for _ in mine["value"]]
        values = [_bounded(v * by, catalogue.indicators[name]) for v, by in zip(mine["value"], factors, strict=True)]
        found.append(mine.assign(region=region, indicator_id=name, value=values))
    return pd.concat(found) if found else own.iloc[:0]


def reports(catalogue: Catalogue, measured: set[tuple[str, str]]) -> pd.DataFrame:
    """Made-up milestone reports where none is real: most of those due by the newest date, fewer of the rest."""
    rows = []
    reached = {plan.id: newest(catalogue, plan) for plan in catalogue.plans.values()}
    for placed in _milestones(catalogue):
        if (placed.target.region, placed.target.indicator_id) in measured:
            continue
        dice = _dice(placed.plan, placed.target.target_id)
        plan = catalogue.plans[placed.plan]
        last = min(reached[plan.id], placed.target.due)
        if dice.random() < (0.88 if placed.target.due <= reached[plan.id] else 0.42):
            day = plan.start + (last - plan.start) * float(dice.uniform(0.2, 0.98))
            rows.append((placed.target.region, placed.target.indicator_id, day, True, say("demo.evidence")))
    return pd.DataFrame(rows, columns=["region", "indicator_id", "reported", "done", "evidence"])


def _milestones(catalogue: Catalogue) -> Iterator[PlacedTarget]:
    """The targets that are events."""
    return (one for one in catalogue.targets if catalogue.indicators[one.target.indicator_id].kind is Kind.EVENT)
