"""The formulas of the methods, each once, in the letters of the glossary (METHODS sections 1, 3 and 4)."""

from metrics.model.vocabulary import Method
from ui.method.maths import Math, frac, power, row, tall, var
from ui.typography import MINUS

BASE, NOW, AIM = var("b"), var("x"), var("T")
BEGUN, TODAY, DUE = var("t", "b"), var("t"), var("t", "T")
WAY = var("d")
SIGN = var("s")
PASSED = row(TODAY, f" {MINUS} ", BEGUN)
WHOLE = row(DUE, f" {MINUS} ", BEGUN)
EXPONENT = "4.44"  # of C: the curve of the published method, part of the rule


def _growth(later: Math, span: Math) -> Math:
    """The yearly growth that leads from the base to a figure."""
    return row(power(tall(frac(later, BASE)), row("1 ÷ (", span, ")")), f" {MINUS} 1")


def _gap(figure: Math, against: Math) -> Math:
    return row(WAY, " × (", figure, f" {MINUS} ", against, ")")


def _linear_pace() -> tuple[Math, ...]:
    k = row(var("k"), " = ", frac(row(NOW, f" {MINUS} ", BASE), row(AIM, f" {MINUS} ", BASE)))
    e = row(var("e"), " = ", frac(PASSED, WHOLE))
    return k, e, row(var("R"), " = ", frac(var("k"), var("e")))


def _growth_ratio() -> tuple[Math, ...]:
    observed = row(var("g"), " = ", _growth(NOW, PASSED))
    required = row(var("g", "T"), " = ", _growth(AIM, WHOLE))
    ratio = row(var("R"), " = ", SIGN, " × ", WAY, " × ", frac(var("g"), row("|", var("g", "T"), "|")))
    return observed, required, ratio


def _trend() -> tuple[Math, ...]:
    p = row(var("p"), " = ", SIGN, " × ", WAY, " × [", _growth(NOW, PASSED), "]")
    size, limit = row("|", BASE, "|"), var("L")
    near = row(var("C"), f" = 1 {MINUS} ", power(tall(frac(size, limit)), EXPONENT))
    beyond = row(var("C"), f" = 1 {MINUS} ", power(tall(frac(row("2", limit, f" {MINUS} ", size), limit)), EXPONENT))
    return p, near, beyond


def _benchmark() -> tuple[Math, ...]:
    now = row(var("g"), " = ", _gap(NOW, var("B")))
    then = row(var("g", "b"), " = ", _gap(BASE, var("B", "b")))
    return now, then


FORMULAS: dict[Method, tuple[Math, ...]] = {
    Method.LINEAR_PACE: _linear_pace(),
    Method.GROWTH_RATIO: _growth_ratio(),
    Method.HOLD: (row(_gap(NOW, AIM), " ≥ 0"), row(_gap(var("ŷ"), AIM), " ≥ 0")),
    Method.MILESTONE: (row(NOW, " ≥ ", AIM),),
    Method.BENCHMARK: _benchmark(),
    Method.RANK: (row(var("g"), " = ", var("c"), f" {MINUS} ", var("r")),),
    Method.TREND: _trend(),
    Method.FREQUENCY: (row(NOW, " ≥ int(", var("N"), " × ", frac(var("m"), "12"), ")"),),
}
