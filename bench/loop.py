"""The rival: the same rules as a plain Python loop, one series after another, without any package.

It judges what ``bench.made`` lays out (linear pace, growth ratio, trend, hold). The tests hold the SQL against it.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

Points = list[tuple[date, float]]


class Ask(NamedTuple):
    """One target: what it asks and when."""

    region: str
    method: str
    goal: float | None
    start: date
    due: date
    as_of: date


def years(day: date) -> float:
    """A day as a decimal year; the last day of 2018 is 2019.0."""
    return day.year + day.timetuple().tm_yday / date(day.year, 12, 31).timetuple().tm_yday


def pace_class(pace: float, high: float, middle: float, low: float) -> str:
    """The class of a pace between its cuts, closed below."""
    pace = round(pace, 12)
    if pace >= high:
        return "on_track"
    return "behind" if pace >= middle else "far_behind" if pace >= low else "reversing"


def room(base: float, limit: float = 100.0) -> float:
    """C: how much growth a base leaves below its natural limit."""
    if base >= 2 * limit:
        return 1.0
    share: float = ((base if base <= limit else 2 * limit - base) / limit) ** 4.44
    return 1 - share


def line_at(points: Points, due: date) -> float:
    """The least-squares line through the points, at the due date."""
    xs = [(day - due).days for day, _ in points]
    mean_x, mean_y = sum(xs) / len(xs), sum(y for _, y in points) / len(xs)
    spread = sum((x - mean_x) ** 2 for x in xs)
    slope = sum((x - mean_x) * (y - mean_y) for x, (_, y) in zip(xs, points, strict=True)) / spread
    return mean_y - slope * mean_x


def status_of(ask: Ask, points: Points) -> str:
    """The verdict on one series: higher is better, yearly figures, no breaks."""
    seen = sorted(point for point in points if point[0] <= ask.as_of)
    before = [point for point in seen if point[0] <= ask.start]
    if not seen:
        return "not_assessable"
    (t_b, b), (t, x) = (before[-1] if before else seen[0]), seen[-1]
    goal = ask.goal
    met = goal is not None and x >= goal - 1e-9 * goal
    since = [point for point in seen if point[0] >= t_b]
    if ask.method != "trend" and goal is not None:
        once = any(y >= goal - 1e-9 * goal for _, y in since)
        holding = b >= goal - 1e-9 * goal or (ask.method == "hold" and once)
        if holding and not met:
            return "breached"
        if holding and len(seen) >= 3 and line_at(seen[-5:], ask.due) < goal - 1e-9 * goal:
            return "at_risk" if (t - t_b).days / (ask.due - t_b).days >= 0.1 else "not_assessable"
        if met:
            return "achieved"
    share = (t - t_b).days / (ask.due - t_b).days
    if t <= t_b or share < 0.1:
        return "not_assessable"
    span = years(t) - years(t_b)
    if ask.method == "trend" or goal is None:
        growth = (x / b) ** (1 / span) - 1
        return pace_class(growth, round(0.015 * room(b), 12), round(0.005 * room(b), 12), 0.0)
    if ask.method == "growth_ratio":
        asked = (goal / b) ** (1 / (years(ask.due) - years(t_b))) - 1
        return pace_class(((x / b) ** (1 / span) - 1) / abs(asked), 0.95, 0.6, 0.0)
    return pace_class((x - b) / (goal - b) / share, 0.95, 0.6, 0.0)


def judge(asked: Iterable[Ask], rows: Iterable[tuple[str, date, float]]) -> list[str]:
    """The statuses of all targets, in order."""
    series: dict[str, Points] = {}
    for region, day, value in rows:
        series.setdefault(region, []).append((day, value))
    return [status_of(ask, series.get(ask.region, [])) for ask in asked]
