"""Check the catalogue as a whole: every problem at once, each with its place and cure."""

import math
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from config.settings import CONFIG
from data.catalogue.problems import Problem
from data.catalogue.reading import Catalogue, PlacedTarget, read, unread
from metrics.defaults import method_of
from metrics.model.catalogue import Plan
from metrics.model.thresholds import Thresholds
from metrics.model.vocabulary import Direction, Kind, Method, Rule, Status

RULES = "rules.toml"
# What the rows of one target may differ in: a promise with several dates is one promise.
DATED = ("due", "due_inferred", "value", "value_high", "section", "figures", "note")


def check(root: Path = CONFIG) -> list[Problem]:
    """All problems of the catalogue below a folder, in order of place."""
    return problems_of(read(root), root)


def errors_of(catalogue: Catalogue, root: Path) -> list[Problem]:
    """The problems that bar a catalogue from use."""
    return [problem for problem in problems_of(catalogue, root) if problem.level == "error"]


def problems_of(catalogue: Catalogue, root: Path) -> list[Problem]:
    """All problems of a catalogue that was read from a folder."""
    cuts, wrong = _thresholds(root)
    found = [*catalogue.problems, *wrong, *_lists(catalogue), *_regions(catalogue)]
    for plan in catalogue.plans.values():
        found += _plan(catalogue, plan)
    for placed in catalogue.targets:
        found += _known(catalogue, placed)
        found += _dates(catalogue.plans[placed.plan], placed)
        found += _figures(catalogue, placed)
        found += _ways(catalogue, placed, cuts)
    found += _rows_of_one(catalogue)
    found += _together(catalogue)
    return sorted(set(found))


def _thresholds(root: Path) -> tuple[Thresholds | None, list[Problem]]:
    """The cuts of the rules, if they can be read, and what is wrong with them."""
    try:
        cuts = Thresholds.model_validate(tomllib.loads((root / RULES).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None, [Problem(RULES, 0, "", "missing_file")]
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return None, [Problem(RULES, 0, "", "unreadable", subject=RULES, other=str(error))]
    except ValidationError as error:
        return None, unread(error, RULES, 0)
    dark = [status for status in Status if status not in cuts.lights]
    return cuts, [Problem(RULES, 0, f"lights.{status}", "lacking") for status in dark]


def _lists(catalogue: Catalogue) -> Iterator[Problem]:
    """Codes inside the lists that name nothing."""
    for key, body in catalogue.departments.items():
        row = catalogue.rows["departments", key]
        if body.region not in catalogue.regions:
            yield Problem("departments.csv", row, "region", "unknown_region", subject=body.region)
        if body.successor and body.successor not in catalogue.departments:
            yield Problem("departments.csv", row, "successor", "unknown_department", subject=body.successor)
    for key, group in catalogue.peers.items():
        for member in group.members:
            if member not in catalogue.regions:
                yield Problem("peers.csv", catalogue.rows["peers", key], "members", "unknown_region", subject=member)
    for key, one in catalogue.indicators.items():
        row = catalogue.rows["indicators", key]
        if one.unit not in catalogue.units:
            yield Problem("indicators.csv", row, "unit", "unknown_unit", subject=one.unit)
        if one.weight and one.weight not in catalogue.indicators:
            yield Problem("indicators.csv", row, "weight", "unknown_indicator", subject=one.weight)
        limits = {name: getattr(one, name) for name in ("lower", "upper") if getattr(one, name) is not None}
        for name, limit in limits.items():
            if not math.isfinite(limit):
                yield Problem("indicators.csv", row, name, "number", subject=str(limit))
        if len(limits) == 2 and limits["lower"] >= limits["upper"]:
            yield Problem("indicators.csv", row, "upper", "empty_range", subject=str(one.upper), other=str(one.lower))


def _regions(catalogue: Catalogue) -> Iterator[Problem]:
    """Parents that do not exist, or lead back to the region."""
    for code, region in catalogue.regions.items():
        row = catalogue.rows["regions", code]
        if region.parent and region.parent not in catalogue.regions:
            yield Problem("regions.csv", row, "parent", "unknown_region", subject=region.parent)
        seen, above = {code}, region.parent
        while above in catalogue.regions and above not in seen:
            seen.add(above)
            above = catalogue.regions[above].parent
        if above == code:
            yield Problem("regions.csv", row, "parent", "circular", subject=code)


def _plan(catalogue: Catalogue, plan: Plan) -> Iterator[Problem]:
    """A plan's own region and dates."""
    file = f"plans/{plan.id}/plan.toml"
    if plan.region not in catalogue.regions:
        yield Problem(file, 0, "region", "unknown_region", subject=plan.region)
    if plan.end <= plan.start:
        yield Problem(file, 0, "end", "due_before_base", subject=str(plan.end), other=str(plan.start))
    for phase in plan.phases:
        if phase.end <= phase.start:
            field = f"phases.{phase.id}"
            yield Problem(file, 0, field, "due_before_base", subject=str(phase.end), other=str(phase.start))
    bodies = [(f"reporting.{one.section}", body) for one in plan.reporting for body in one.who.split(";")]
    bodies += [(f"hotlines.{one.number}", one.department) for one in plan.hotlines]
    for field, body in bodies:
        if body and body not in catalogue.departments:
            yield Problem(file, 0, field, "unknown_department", subject=body)


def _known(catalogue: Catalogue, placed: PlacedTarget) -> Iterator[Problem]:
    """Codes of a target that name nothing."""
    target, at = placed.target, (placed.file, placed.row)
    if target.region not in catalogue.regions:
        yield Problem(*at, "region", "unknown_region", subject=target.region)
    elif target.level and target.level not in {one.level for one in catalogue.region_tree(target.region)[1:]}:
        yield Problem(*at, "level", "unknown_level", subject=target.level, other=target.region)
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
    """A figure must be a number and fit its rule, its indicator's unit and its possible range."""
    target, at = placed.target, (placed.file, placed.row)
    indicator = catalogue.indicators.get(target.indicator_id)
    for name in ("value", "value_high", "base_value"):
        figure = getattr(target, name)
        if figure is None:
            continue
        if not math.isfinite(figure):
            yield Problem(*at, name, "number", subject=str(figure))
        elif indicator is not None and target.rule not in (Rule.RANK, Rule.FREQUENCY):
            low = indicator.lower is not None and figure < indicator.lower
            if low or (indicator.upper is not None and figure > indicator.upper):
                yield Problem(*at, name, "unit_mismatch", subject=f"{figure:g}", other=indicator.unit)
    if target.rule is Rule.RANGE and (
        target.value_high is None or target.value is None or target.value_high <= target.value
    ):
        yield Problem(*at, "value_high", "range_without_end", subject=str(target.value_high))


def _ways(catalogue: Catalogue, placed: PlacedTarget, cuts: Thresholds | None) -> Iterator[Problem]:
    """A rule must go with the kind, unit and direction of its indicator, and its method with its figure."""
    target, at = placed.target, (placed.file, placed.row)
    indicator = catalogue.indicators.get(target.indicator_id)
    if indicator is None:
        return
    if (target.rule is Rule.MILESTONE) != (indicator.kind is Kind.EVENT):
        yield Problem(*at, "rule", "milestone_kind", subject=target.rule, other=indicator.kind)
    needed = {Rule.FREQUENCY: "times_per_year", Rule.GROWTH: "percent"}.get(target.rule, indicator.unit)
    if indicator.unit != needed:
        yield Problem(*at, "rule", "unit_mismatch", subject=target.rule, other=indicator.unit)
    if target.rule is Rule.BENCHMARK and target.benchmark:
        other = catalogue.indicators.get(target.benchmark.partition("@")[0])
        if other is not None and other.unit != indicator.unit:
            yield Problem(*at, "benchmark", "unit_mismatch", subject=other.unit, other=indicator.unit)
    rises, falls = target.rule in (Rule.AT_LEAST, Rule.GROWTH), target.rule in (Rule.AT_MOST, Rule.ZERO)
    if (rises and indicator.direction is Direction.DOWN) or (falls and indicator.direction is Direction.UP):
        yield Problem(*at, "rule", "against_direction", subject=target.rule, other=indicator.direction)
    if cuts is None or target.value:
        return
    if method_of(target, indicator, cuts.milestone_count) is Method.GROWTH_RATIO:
        yield Problem(*at, "method", "growth_to_zero", subject=target.target_id)


def _rows_of_one(catalogue: Catalogue) -> Iterator[Problem]:
    """Rows of one number: one plan, one promise, and every due date once."""
    heads: dict[str, PlacedTarget] = {}
    dues: set[tuple[str, object]] = set()
    for placed in catalogue.targets:
        target = placed.target
        at, first = (placed.file, placed.row), heads.setdefault(target.target_id, placed)
        if first.plan != placed.plan or (target.target_id, target.due) in dues:
            yield Problem(*at, "target_id", "duplicate", subject=target.target_id)
            continue
        dues.add((target.target_id, target.due))
        for name in type(target).model_fields:
            if name not in DATED and getattr(target, name) != getattr(first.target, name):
                yield Problem(*at, name, "differs", subject=target.target_id, other=str(first.row))


def _together(catalogue: Catalogue) -> Iterator[Problem]:
    """Targets that repeat or contradict each other: the same indicator, region, rule and due date.

    Two plans may well differ; that is worth a warning.
    """
    promises: dict[tuple[object, ...], list[PlacedTarget]] = defaultdict(list)
    for placed in catalogue.targets:
        target = placed.target
        promises[target.indicator_id, target.region, target.level, target.rule, target.due].append(placed)
    for group in promises.values():
        first = group[0]
        for other in group[1:]:
            linked = other.target.conflict == first.target.target_id or first.target.conflict == other.target.target_id
            if other.target.target_id == first.target.target_id or linked:
                continue
            same = _promised(other) == _promised(first)
            if same and other.plan != first.plan:
                continue
            yield Problem(
                other.file,
                other.row,
                "value",
                "repeated" if same else "contradiction",
                "error" if other.plan == first.plan else "warning",
                other.target.target_id,
                first.target.target_id,
            )


def _promised(placed: PlacedTarget) -> tuple[object, ...]:
    """What a target promises."""
    return placed.target.value, placed.target.value_high, placed.target.benchmark
