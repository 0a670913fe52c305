"""Formulas as text any screen can set: subscripts and fractions, each with the words a screen reader says."""

from typing import NamedTuple

from ui.html import Markup, el, join, text


class Math(NamedTuple):
    """A piece of a formula: as shown, and in one line of plain characters."""

    shown: Markup
    read: str


Part = Math | str


def _shown(part: Part) -> Markup:
    return part.shown if isinstance(part, Math) else text(part)


def _read(part: Part) -> str:
    return part.read if isinstance(part, Math) else part


def row(*parts: Part) -> Math:
    """Pieces one after another."""
    return Math(join(_shown(part) for part in parts), "".join(_read(part) for part in parts))


def var(name: str, low: Part = "", high: Part = "") -> Math:
    """A quantity, with an index and a power where it has them."""
    inside: list[object] = [name]
    read = name
    if low:
        inside.append(el("sub", _shown(low)))
        read += f"_{_read(low)}"
    if high:
        inside.append(el("sup", _shown(high)))
        read += {"2": "²", "−1": "⁻¹"}.get(_read(high), f"^{_read(high)}")
    return Math(el("var", *inside), read)


def frac(over: Part, under: Part) -> Math:
    """One piece over another."""
    shown = el("span", el("span", _shown(over), cls="over"), el("span", _shown(under), cls="below"), cls="frac")
    return Math(shown, f"({_read(over)}) ÷ ({_read(under)})")


def power(base: Part, exponent: Part) -> Math:
    """A piece raised to another."""
    shown = join([_shown(base), el("sup", _shown(exponent))])
    return Math(shown, f"{_read(base)}^({_read(exponent)})")


def ln(inside: Part) -> Math:
    """A natural logarithm."""
    return Math(join(["ln ", _shown(inside)]), f"ln({_read(inside)})")


def tall(inside: Part) -> Math:
    """A piece with a fraction in it, in brackets as tall as that."""
    ends = [el("span", sign, cls="tall") for sign in "()"]
    return Math(join([ends[0], _shown(inside), ends[1]]), f"({_read(inside)})")


def big(sign: str, low: Part, high: Part = "") -> Math:
    """A sum or a product sign with what it runs over, under and over it."""
    ends = [el("span", _shown(high), cls="end"), el("span", sign, cls="sign"), el("span", _shown(low), cls="end")]
    read = f"{sign}({_read(low)}{'…' + _read(high) if high else ''}) "
    return Math(el("span", *ends, cls="big"), read)


def formula(*parts: Part, cls: str = "") -> Markup:
    """A whole formula, one unit for a screen reader."""
    whole = row(*parts)
    return el("span", whole.shown, cls=f"formula {cls}".strip(), role="math", aria_label=whole.read)
