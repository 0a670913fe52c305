"""The formulas of the forecast as the method page sets them, each once (METHODS section 8).

The names are those of `metrics.forecast`; the worked example takes the left sides from here.
"""

from metrics.forecast.scale import EDGE, TOP
from ui.method.maths import Math, big, frac, ln, row, tall, var
from ui.typography import MINUS

D = var("D")
DEGREES = row(var("ν"), " + ", var("k"))
DRIFT = var("m")
LAST = var("z", "n")
SPAN = var("L")
SPREAD_SQUARED = var("V")
SPREAD = row("√", SPREAD_SQUARED)
VARIANCE = var("s", high="2")
PRIOR_DRIFT = var("μ", "0")
PRIOR_VARIANCE = var("s", "0", "2")
CENTRE = var("μ")
STEP, TIME = var("Δz", "i"), var("Δt", "i")
SQUARES = var("S")
STAY = var("w")
P = var("p")
UNCHANGED = var("q")
AWAY = var("a")
BEYOND = row(f"1 {MINUS} ", var("F", DEGREES), "(", AWAY, ")")
PART = frac(row("(", STEP, f" {MINUS} ", DRIFT, " × ", TIME, ")²"), TIME)


def constant(x: float) -> str:
    """A constant as the settings write it."""
    return f"{x:g}".replace("-", MINUS)


def edges() -> tuple[str, str]:
    """What is added to a share below and above, so that 0 and 100 have a place."""
    return constant(EDGE), constant(TOP + EDGE)


def share_scale() -> Math:
    """A share between 0 and 100 on the scale of the model."""
    edge, top = edges()
    return row(
        var("z"), " = ", var("d"), " × ", ln(frac(row(var("y"), f" + {edge}"), row(f"{top} {MINUS} ", var("y"))))
    )


def amount_scale() -> Math:
    """A positive amount on the scale of the model."""
    return row(var("z"), " = ", var("d"), " × ", ln(var("y")))


def observed() -> Math:
    """The movement a year of the series' own figures."""
    return row(D, " = ", frac(row(LAST, f" {MINUS} ", var("z", "1")), SPAN))


def drift() -> Math:
    """The movement a year the model goes on with."""
    return row(DRIFT, " = ", frac(row(SPAN, " × ", D, " + ", var("κ"), " × ", PRIOR_DRIFT), row(SPAN, " + ", var("κ"))))


def squares() -> Math:
    """What the steps add up to about the drift."""
    return row(SQUARES, " = ", big("∑", var("i")), PART)


def variance() -> Math:
    """The variance of a year's step."""
    return row(VARIANCE, " = ", frac(row(var("ν"), " × ", PRIOR_VARIANCE, " + ", SQUARES), DEGREES))


def centre() -> Math:
    """The middle of what is expected at the due date."""
    return row(CENTRE, " = ", LAST, " + ", DRIFT, " × ", var("h"))


def spread() -> Math:
    """How widely it scatters there."""
    inside = row(var("c"), " × ", var("h"), " + ", frac(var("h", high="2"), row(SPAN, " + ", var("κ"))))
    return row(SPREAD_SQUARED, " = ", VARIANCE, " × ", tall(inside))


def stay() -> Math:
    """The chance that a series that has stood still stands still again."""
    step = frac(row(UNCHANGED, " + 1 + ", var("j")), row(var("k"), " + 2 + ", var("j")))
    return row(STAY, " = ", big("∏", row(var("j"), " = 0"), row(var("H"), f" {MINUS} 1")), step)


def away() -> Math:
    """How far the target lies from the centre."""
    return row(AWAY, " = ", frac(row("z(", var("T"), f") {MINUS} ", CENTRE), SPREAD))


def chance() -> Math:
    """The probability that the target is met."""
    return row(P, " = ", STAY, " × ", var("g"), f" + (1 {MINUS} ", STAY, ") × [", BEYOND, "]")


def interval() -> tuple[Math, Math]:
    """The expected value, and the ends of its interval, back in the unit of the indicator."""
    back = var("z", high=f"{MINUS}1")
    return row(back, "(", CENTRE, ")"), row(back, "(", CENTRE, " ± ", var("t"), " × ", SPREAD, ")")
