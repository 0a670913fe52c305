"""The order in which a verdict is sought: the first condition that holds decides.

One table for the code and for the method page. A condition is SQL over the columns of the step ``progress``;
``status`` is the verdict; for a grey verdict ``reason`` says why. METHODS section 2, "Order".
"""

from typing import NamedTuple

from metrics.model.vocabulary import Reason, Status


class Step(NamedTuple):
    """One line of the order: its verdict and the condition under which it is reached; ``other`` names a line apart
    from the usual one of the same verdict.
    """

    status: Status
    reason: Reason | None
    condition: str
    other: str = ""

    @property
    def name(self) -> str:
        """What no other line is called: it finds the line's words."""
        return self.other or str(self.reason or self.status)


def _grey(reason: Reason, condition: str, other: str = "") -> Step:
    return Step(Status.NOT_ASSESSABLE, reason, condition, other)


PRECEDENCE: tuple[Step, ...] = (
    _grey(Reason.NO_DIRECTION, "d IS NULL"),
    _grey(Reason.TARGET_BLANK, "needs_value AND value IS NULL"),
    _grey(Reason.NO_DUE, "value IS NOT NULL AND due_end IS NULL"),
    _grey(Reason.SCHEME_ENDED, "scheme_ended <= as_of"),
    _grey(Reason.UNIT_MISMATCH, "NOT unit_fits"),
    _grey(Reason.NO_DATA, "seen = 0 AND NOT is_event"),
    _grey(Reason.NOT_STARTED, "as_of < start"),
    _grey(Reason.AWAITING_FINAL, "unreported AND as_of < due_end + to_months(interval_months)"),
    _grey(Reason.STALE, "unreported OR too_old"),
    _grey(Reason.NO_BENCHMARK, "method = 'benchmark' AND points = 0"),
    _grey(Reason.NO_CUTOFF, "method = 'rank' AND value IS NULL"),
    _grey(Reason.NO_DATA, "points = 0 AND NOT is_event", "no_level"),
    Step(Status.ACHIEVED, None, "is_achieved"),
    Step(Status.BREACHED, None, "holding AND NOT met_now"),
    Step(Status.MISSED, None, "is_over"),
    Step(Status.PENDING, None, "judged_by = 'milestone' OR (judged_by = 'frequency' AND done_enough)"),
    Step(Status.BEHIND, None, "judged_by = 'frequency' OR (rule = 'growth' AND NOT holding)", "not_yet"),
    _grey(Reason.NO_BASE, "uses_base AND (b IS NULL OR t_b >= due_end)"),
    _grey(Reason.ONE_POINT, "uses_base AND t <= t_b"),
    _grey(Reason.DEFINITION_BREAK, "uses_base AND broken"),
    _grey(Reason.TOO_EARLY, "e < early"),
    _grey(Reason.GROWTH_UNDEFINED, "growth_undefined AND judged_by IN ('growth_ratio', 'trend')"),
    Step(Status.AT_RISK, None, "holding"),
    Step(Status.ON_TRACK, None, "pace >= cut_high"),
    Step(Status.BEHIND, None, "pace >= cut_middle"),
    Step(Status.FAR_BEHIND, None, "pace >= cut_low"),
    Step(Status.REVERSING, None, "pace < cut_low"),
    _grey(Reason.NO_DATA, "TRUE", "nothing_else"),
)


def decided_by() -> str:
    """SQL for the number of the first step that holds; the last one always does."""
    cases = " ".join(f"WHEN {step.condition} THEN {place}" for place, step in enumerate(PRECEDENCE, 1))
    return f"CASE {cases} END"


def verdict_columns(number: str) -> str:
    """SQL for the columns ``status`` and ``reason`` of the step with that number."""
    statuses = ", ".join(f"'{step.status}'" for step in PRECEDENCE)
    reasons = ", ".join(f"'{step.reason}'" if step.reason else "NULL" for step in PRECEDENCE)
    return f"[{statuses}][{number}] AS status, [{reasons}][{number}] AS reason"
