"""Which method judges which promise where the catalogue names none (METHODS section 3)."""

from metrics.model.catalogue import Indicator, Target
from metrics.model.vocabulary import Kind, Method, Reason, Rule

SHARES = ("percent", "permille", "index", "score")
OF_RULE = {
    Rule.ZERO: Method.LINEAR_PACE,
    Rule.HOLD: Method.HOLD,
    Rule.GROWTH: Method.HOLD,
    Rule.BENCHMARK: Method.BENCHMARK,
    Rule.RANK: Method.RANK,
    Rule.TREND: Method.TREND,
    Rule.FREQUENCY: Method.FREQUENCY,
    Rule.MILESTONE: Method.MILESTONE,
}
NEEDS_VALUE = (Rule.AT_LEAST, Rule.AT_MOST, Rule.HOLD, Rule.RANGE, Rule.FREQUENCY, Rule.GROWTH)


def method_of(target: Target, indicator: Indicator, milestone_count: int) -> Method:
    """The method of a target: its own, else the default of its rule, unit and size."""
    if target.method is not None:
        return target.method
    if target.rule in OF_RULE:
        return OF_RULE[target.rule]
    figure = target.value_high if target.rule is Rule.RANGE else target.value
    counted = indicator.unit == "count"
    if indicator.kind is Kind.EVENT or (counted and figure is not None and figure <= milestone_count):
        return Method.MILESTONE
    if target.rule is Rule.AT_MOST and not counted and indicator.unit not in SHARES and (target.value or 0) > 0:
        return Method.GROWTH_RATIO
    return Method.LINEAR_PACE


def known_reason(target: Target) -> Reason | None:
    """Why a target cannot be judged whatever is measured, seen from the catalogue alone."""
    if target.rule in NEEDS_VALUE and target.value is None:
        return Reason.TARGET_BLANK
    if target.rule is Rule.RANK and target.value is None:
        return Reason.NO_CUTOFF
    if target.rule is Rule.BENCHMARK and not target.benchmark:
        return Reason.NO_BENCHMARK
    return None
