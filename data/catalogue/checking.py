"""Check the catalogue as a whole: every problem at once, each with its place and cure."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from config.rules import thresholds
from config.settings import CONFIG
from data.catalogue.problems import Problem
from data.catalogue.reading import Catalogue, PlacedTarget, read
from metrics.defaults import method_of
from metrics.model.catalogue import Plan
from metrics.model.vocabulary import Direction, Kind, Method, Rule

LOWER_BOUNDS = (Rule.AT_LEAST, Rule.HOLD)


def check(root: Path = CONFIG) -> list[Problem]:
    """All problems of the catalogue below a folder, in order of place."""
    catalogue = read(root)
    found = list(catalogue.problems)
    found += _lists(catalogue)
    for plan in catalogue.plans.values():
        found += _plan(catalogue, plan)
    for placed in catalogue.targets:
        found += _known(catalogue, placed)
        found += _dates(catalogue.plans[placed.plan], placed)
        found += _figures(catalogue, placed)
    found += _together(catalogue)
    return sorted(set(found))


def _lists(catalogue: Catalogue) -> Iterator[Problem]:
    """Codes inside the lists that name nothing."""
    for code, region in catalogue.regions.items():
        if region.parent and region.parent not in catalogue.regions:
            yield Problem("regions.csv", catalogue.rows["regions", code], "parent", "unknown_region", subject=region.parent)
    for key, body in catalogue.departments.items():
        row = catalogue.rows["departments", key]
        if body.region not in catalogue.regions:
            yield Problem("departments.csv", row, "region", "unknown_region", subject=body.region)
        if body.successor and body.successor not in catalogue.departments:
            yield Problem("departments.csv", row, "successor", "unknown_department", subject=body.successor)
    for key, one in catalogue.indicators.items():
        row = catalogue.rows["indicators", key]
        if one.unit not in catalogue.units:
            yield Problem("indicators.csv", row, "unit", "unknown_unit", subject=one.unit)
        if one.weight and one.weight not in catalogue.indicators:
            yield Problem("indicators.csv", row, "weight", "unknown_indicator", subject=one.weight)
        if one.lower is not None and one.upper is not None and one.lower >= one.upper:
            yield Problem("indicators.csv", row, "upper", "empty_range", subject=str(one.upper), other=str(one.lower))


def _plan(catalogue: Catalogue, plan: Plan) -> Iterator[Problem]:
    """A plan's own region and dates."""
    file = f"plans/{plan.id}/plan.toml"
    if plan.region not in catalogue.regions:
        yield Problem(file, 0, "region", "unknown_region", subject=plan.region)
    if plan.end <= plan.start:
        yield Problem(file, 0, "end", "due_before_base", subject=str(plan.end), other=str(plan.start))
    for phase in plan.phases:
        if phase.end <= phase.start:
            yield Problem(file, 0, f"phases.{phase.id}", "due_before_base", subject=str(phase.end), other=str(phase.start))


def _known(catalogue: Catalogue, placed: PlacedTarget) -> Iterator[Problem]:
    """Codes of a target that name nothing."""
    target, at = placed.target, (placed.file, placed.row)
    if target.region not in catalogue.regions:
        yield Problem(*at, "region", "unknown_region", subject=target.region)
    if target.indicator_id not in catalogue.indicators:
        yield Problem(*at, "indicator_id", "unknown_indicator", subject=target.indicator_id)
    for body in target.departments:
        if body not in catalogue.departments:
            yield Problem(*at, "departments", "unknown_department", subject=body)
    siblings = {one.target.target_id for one in catalogue.targets if one.plan == placed.plan}
    for name in ("parent", "conflict"):
        other = getattr(target, name)
        if other and (other not in siblings or other == target.target_id):
            yield Problem(*at, name, "unknown_parent", subject=other)
    if target.rule is Rule.BENCHMARK and target.benchmark:
        indicator, _, region = target.benchmark.partition("@")
        if indicator not in catalogue.indicators:
            yield Problem(*at, "benchmark", "unknown_indicator", subject=indicator)
        if region not in catalogue.regions:
            yield Problem(*at, "benchmark", "unknown_region", subject=region)
    if target.rule is Rule.RANK and target.benchmark and target.benchmark.removeprefix("peers:") not in catalogue.peers:
        yield Problem(*at, "benchmark", "unknown_peers", subject=target.benchmark)


def _dates(plan: Plan, placed: PlacedTarget) -> Iterator[Problem]:
    """A due date must lie after the base and the start, a start inside the plan."""
    target, at = placed.target, (placed.file, placed.row)
    for begin in (target.base_date, target.start or plan.start):
        if begin and target.due <= begin:
            yield Problem(*at, "due", "due_before_base", subject=str(target.due), other=str(begin))
    if target.due > plan.end:
        yield Problem(*at, "due", "due_after_plan", "warning", str(target.due), str(plan.end))


def _figures(catalogue: Catalogue, placed: PlacedTarget) -> Iterator[Problem]:
    """A figure must fit its rule, its indicator's unit and its possible range."""
    target, at = placed.target, (placed.file, placed.row)
    indicator = catalogue.indicators.get(target.indicator_id)
    if indicator is None:
        return
    for name in ("value", "value_high", "base_value"):
        figure = getattr(target, name)
        outside = figure is not None and target.rule not in (Rule.RANK, Rule.FREQUENCY) and (
            (indicator.lower is not None and figure < indicator.lower)
            or (indicator.upper is not None and figure > indicator.upper)
        )
        if outside:
            yield Problem(*at, name, "unit_mismatch", subject=f"{figure:g}", other=indicator.unit)
    if target.rule is Rule.RANGE and (target.value_high is None or target.value is None or target.value_high <= target.value):
        yield Problem(*at, "value_high", "range_without_end", subject=str(target.value_high))
    if (target.rule is Rule.MILESTONE) != (indicator.kind is Kind.EVENT):
        yield Problem(*at, "rule", "milestone_kind", subject=target.rule, other=indicator.kind)
    if target.rule is Rule.FREQUENCY and indicator.unit != "times_per_year":
        yield Problem(*at, "rule", "unit_mismatch", subject=target.rule, other=indicator.unit)
    if target.rule is Rule.GROWTH and indicator.unit != "percent":
        yield Problem(*at, "rule", "unit_mismatch", subject=target.rule, other=indicator.unit)
    if target.rule is Rule.BENCHMARK and target.benchmark:
        other = catalogue.indicators.get(target.benchmark.partition("@")[0])
        if other is not None and other.unit != indicator.unit:
            yield Problem(*at, "benchmark", "unit_mismatch", subject=other.unit, other=indicator.unit)
    rises = target.rule in LOWER_BOUNDS or (target.rule is Rule.GROWTH)
    falls = target.rule in (Rule.AT_MOST, Rule.ZERO)
    if (target.rule is Rule.AT_LEAST and indicator.direction is Direction.DOWN) or (falls and indicator.direction is Direction.UP):
        yield Problem(*at, "rule", "against_direction", subject=target.rule, other=indicator.direction)
    elif rises and target.rule is Rule.GROWTH and indicator.direction is Direction.DOWN:
        yield Problem(*at, "rule", "against_direction", subject=target.rule, other=indicator.direction)
    if method_of(target, indicator, thresholds().milestone_count) is Method.GROWTH_RATIO and not target.value:
        yield Problem(*at, "method", "growth_to_zero", subject=target.target_id)


def _together(catalogue: Catalogue) -> Iterator[Problem]:
    """Targets that repeat or contradict each other: the same indicator, region, rule and due date."""
    seen: dict[tuple[str, str, object], PlacedTarget] = {}
    promises: dict[tuple[object, ...], list[PlacedTarget]] = defaultdict(list)
    for placed in catalogue.targets:
        target = placed.target
        key = (placed.plan, target.target_id, target.due)
        if key in seen:
            yield Problem(placed.file, placed.row, "target_id", "duplicate", subject=target.target_id)
        seen[key] = placed
        promises[placed.plan, target.indicator_id, target.region, target.level, target.rule, target.due].append(placed)
    for group in promises.values():
        first = group[0]
        for other in group[1:]:
            linked = other.target.conflict == first.target.target_id or first.target.conflict == other.target.target_id
            if other.target.target_id == first.target.target_id or linked:
                continue
            same = (other.target.value, other.target.value_high, other.target.benchmark) == (
                first.target.value, first.target.value_high, first.target.benchmark,
            )
            code = "repeated" if same else "contradiction"
            yield Problem(other.file, other.row, "value", code, subject=other.target.target_id, other=first.target.target_id)
