"""How the verdict was reached: method, thresholds as a bar, and the sum written out with its numbers."""

from config.rules import thresholds
from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel, status
from ui.typography import MINUS, change, number, spaced
from ui.why.measures import decimals, gap, measures, plain

LEFT, RIGHT = -0.4, 1.3


def how(row: Row, lang: str, *, level: str = "h2") -> Markup:
    """The panel; methods without a pace show what they have: gap, changes a year, periods broken. ``level`` is that of
    its heading.
    """
    method = str(row.judged_by if figures.known(row.judged_by) else row.method)
    words = [say(f"method.{method}", lang)]
    if figures.known(row.method_version):
        words.append(say("why.version", lang, version=row.method_version))
    paced = figures.known(row.R) and method in ("linear_pace", "growth_ratio")
    if paced:
        words.append(say("why.thresholds", lang, source=getattr(thresholds(), f"source_{lang}")))
    inside: list[object] = [el("p", spaced(say("dot", lang).join(words)), cls="rest")]
    if paced:
        inside.append(_bar(float(row.R), lang))
    sums = _sums(row, method, lang)
    if sums:
        inside.append(el("dl", *sums, cls="sums"))
    return panel(say("why.how", lang), *inside, level=level)


def _bar(pace: float, lang: str) -> Markup:
    """The four classes on one line with the pace marked; what lies beyond the ends stands at the end."""
    cuts = thresholds().pace
    ends = [LEFT, cuts.low, cuts.middle, cuts.high, RIGHT]
    classes = ["reversing", "far_behind", "behind", "on_track"]
    lights = ["red", "red", "yellow", "green"]
    width = RIGHT - LEFT
    parts = [
        el(
            "span",
            el("span", status(code, lang), cls="bar-word"),
            cls=f"bar-part light-{light}",
            style=f"width:{(end - begin) / width:.2%}",
        )
        for code, light, begin, end in zip(classes, lights, ends, ends[1:], strict=False)
    ]
    ticks = [
        el(
            "span",
            number(value, 2) if value else "0",
            cls="bar-tick",
            style=f"left:{(value - LEFT) / width:.2%}",
        )
        for value in ends[1:4]
    ]
    at = (min(max(pace, LEFT), RIGHT) - LEFT) / width
    pointer = el("span", f"R = {number(pace, 2)}", cls="bar-pointer", style=f"left:{min(max(at, 0.05), 0.95):.2%}")
    return el(
        "div",
        el("div", pointer, cls="bar-top"),
        el("div", *parts, cls="bar-line"),
        el("div", *ticks, cls="bar-low"),
        cls="bar",
        role="img",
        aria_label=f"R = {number(pace, 2)}",
    )


def _sums(row: Row, method: str, lang: str) -> list[Markup]:
    paced = figures.known(row.k) and figures.known(row.e) and method == "linear_pace"
    made = _pace_sums(row, lang) if paced else []
    made += [_line(key, result, working, lang) for key, result, working in measures(row, method, lang)]
    if figures.known(row.gap) and row.unit != "yesno":
        shown = change(float(row.gap), decimals(row))
        made.append(_line("sum.gap", shown, gap(row, method), lang, after=_difference(row, row.gap, lang)))
    if row.status in ("not_assessable", "pending") or method in ("frequency", "milestone"):
        return made
    rates = {"sum.required": row.required_per_year, "sum.observed": row.observed_per_year}
    if figures.known(row.gap) and row.gap >= 0:
        del rates["sum.required"]  # nothing is required of what is met
    for key, rate in rates.items():
        if figures.known(rate):
            made.append(_line(key, change(float(rate), decimals(row)), "", lang, after=_difference(row, rate, lang)))
    return made


def _pace_sums(row: Row, lang: str) -> list[Markup]:
    b, x, t = (plain(row, value) for value in (row.base, row.current, row.target))
    passed, whole = (row.current_date - row.base_date).days, (row.target_date - row.base_date).days
    days = say("sum.days", lang, passed=passed, whole=whole)
    made = [
        _line("sum.k", number(row.k, 3), f"({x} {MINUS} {b}) ÷ ({t} {MINUS} {b})", lang),
        _line("sum.e", number(row.e, 3), days, lang),
    ]
    if figures.known(row.R):  # not where the base is the newest figure
        made.append(_line("sum.R", number(row.R, 2), f"{number(row.k, 3)} ÷ {number(row.e, 3)}", lang))
    return made


def _line(key: str, result: str, working: str, lang: str, *, after: str = "") -> Markup:
    shown = f"{working} = " if working else ""
    return el(
        "div",
        el("dt", spaced(say(key, lang))),
        el("dd", spaced(shown), el("strong", result), f" {after}" if after else ""),
    )


def _difference(row: Row, size: float, lang: str) -> str:
    """The words of a difference of a size alone."""
    return figures.amount(row, abs(float(size)), lang).partition("\u00a0")[2]


def to_green(row: Row, lang: str) -> str:
    """What today's figure would have to be for the pace of a green light; "" where that cannot be said."""
    if row.judged_by != "linear_pace" or not all(map(figures.known, (row.base, row.target, row.e, row.R))):
        return ""
    needed = row.base + thresholds().pace.high * row.e * (row.target - row.base)
    short = abs(needed - row.current)
    if row.light == "green" or row.light == "grey":
        return ""
    return spaced(
        say(
            "also.to_green.said",
            lang,
            day=row.current_date.date().isoformat(),
            needed=figures.value(row, needed, lang),
            short=figures.amount(row, short, lang),
        )
    )
