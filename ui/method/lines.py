"""The lines of the worked example: the formulas of the model with one forecast's figures put into them."""

import math
from itertools import repeat

from config.text import say
from metrics.forecast import model
from ui import chances, figures
from ui.figures import Row
from ui.method import formulas
from ui.method.formulas import constant
from ui.method.maths import Math, Part, frac, ln, row, tall, var
from ui.method.working import Working, sign
from ui.typography import MINUS, number, spaced

DIGITS = 4
Line = tuple[str, Math]


def exact(x: float) -> str:
    """A quantity of the model with the decimals the next line needs: four, or four digits of a small one."""
    if not x:
        return "0"
    decimals = max(DIGITS, DIGITS - 1 - math.floor(math.log10(abs(x))))
    return number(float(x), min(decimals, 2 * DIGITS), lang="en")


def _in(x: float) -> str:
    """A quantity inside a formula: a negative one in brackets."""
    return f"({exact(x)})" if x < 0 else exact(x)


def _years(x: float) -> str:
    return number(float(x), lang="en")


def lines(found: Working, lang: str) -> list[Line]:
    """Code and sum of every line, in the order of the formulas."""
    return [*_series(found), *_due(found), *_told(found, lang)]


def _series(found: Working) -> list[Line]:
    """What the series is taken to do: drift and variance."""
    r, prior, span = found.row, found.prior, _years(found.row.span)
    moved = frac(f"{_in(float(found.z[-1]))} {MINUS} {_in(float(found.z[0]))}", span)
    kappa, nu = constant(prior.kappa), constant(prior.nu)
    weighted = frac(f"{span} × {_in(r.drift_observed)} + {kappa} × {_in(r.drift_prior)}", f"{span} + {kappa}")
    mixed = frac(f"{nu} × {_prior_variance(found)} + {exact(found.squares)}", f"{nu} + {found.k}")
    return [
        ("goal", row("z(", var("T"), ") = ", _scaled(found, found.goal), f" = {exact(found.goal_z)}")),
        ("observed", _equals(formulas.D, moved, r.drift_observed)),
        ("drift", _equals(formulas.DRIFT, weighted, r.drift)),
        ("squares", row(formulas.SQUARES, f" = {exact(found.squares)}")),
        ("variance", _equals(formulas.VARIANCE, mixed, r.variance)),
    ]


def _due(found: Working) -> list[Line]:
    """Where it is at the due date, and how widely it scatters there."""
    r, h = found.row, _years(found.row.horizon)
    ahead = row(
        f"{constant(found.prior.c)} × {h} + ", frac(f"{h}²", f"{_years(r.span)} + {constant(found.prior.kappa)}")
    )
    wide = row(f"{exact(r.variance)} × ", tall(ahead))
    away = frac(f"{exact(found.goal_z)} {MINUS} {_in(r.centre)}", exact(r.spread))
    return [
        ("centre", _equals(formulas.CENTRE, f"{exact(float(found.z[-1]))} + {_in(r.drift)} × {h}", r.centre)),
        ("spread", row(_equals(formulas.SPREAD_SQUARED, wide, r.spread**2), "   ", _is(formulas.SPREAD, r.spread))),
        ("away", _equals(formulas.AWAY, away, found.away)),
        ("beyond", row(f"1 {MINUS} ", var("F", number(r.freedom)), f"({exact(found.away)}) = {exact(found.beyond)}")),
    ]


def _told(found: Working, lang: str) -> list[Line]:
    """Probability, expected value and interval."""
    r = found.row
    rounded = spaced(say("method.example.shown", lang, p=chances.figure(r, lang)))
    made = _is(formulas.P, r.probability)
    stays: list[Line] = []
    if r.stay > 0:
        stays = [("stay", _stay(found))]
        rest = f"{exact(r.stay)} × {int(found.met)} + (1 {MINUS} {exact(r.stay)}) × {exact(found.beyond)}"
        made = _equals(formulas.P, rest, r.probability)
    low, high = _ends(r, lang)
    ends = f"{exact(r.centre)} ± {number(found.reach, DIGITS)} × {exact(r.spread)}"
    values = {"expected": figures.value(r, r.expected, lang), "low": low, "high": high}
    return [
        *stays,
        ("chance", row(made, rounded)),
        ("interval", row(ends, spaced(say("method.example.interval", lang, **values)))),
    ]


def _ends(r: Row, lang: str) -> tuple[str, str]:
    """Both ends of the interval, the unit behind the second where it does not stand right behind a figure."""
    low, high = chances.ends(r, lang)
    return figures.with_unit(low, r, lang) if figures.glued(r, lang) else low, figures.with_unit(high, r, lang)


def _stay(found: Working) -> Math:
    """The product written out, one fraction a year ahead."""
    ahead = math.ceil(float(found.row.horizon) - model.WHOLE)
    steps = [frac(f"{found.unchanged + 1 + j}", f"{found.k + 2 + j}") for j in range(ahead)]
    parts = [part for pair in zip(repeat(" × "), steps, strict=False) for part in pair][1:]
    return _equals(formulas.STAY, row(*parts), found.row.stay)


def _scaled(found: Working, y: float) -> Math:
    """A figure put into the formula of its scale."""
    shown, minus = number(y, lang="en"), MINUS if sign(found.row) < 0 else ""
    if found.row.forecast_scale == "log":
        return row(minus, ln(shown))
    edge, top = formulas.edges()
    return row(minus, ln(frac(f"{shown} + {edge}", f"{top} {MINUS} {shown}")))


def _prior_variance(found: Working) -> str:
    return f"{constant(found.prior.s0)}²" if found.row.forecast_model == "core" else exact(found.prior_variance)


def _equals(left: Math, middle: Part, result: float) -> Math:
    return row(left, " = ", middle, f" = {exact(float(result))}")


def _is(left: Math, result: float) -> Math:
    return row(left, f" = {exact(float(result))}")
