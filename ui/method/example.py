"""The worked example: one forecast of the board, its figures put into the formulas down to the probability."""

from config.text import say
from config.units import unit_words
from ui import chances, figures
from ui.html import Markup, el
from ui.method import formulas
from ui.method.lines import DIGITS, exact, lines
from ui.method.maths import Math, formula, var
from ui.method.working import Working, demo
from ui.panels.base import panel, quiet, table
from ui.place import Place
from ui.rows import explained
from ui.typography import MINUS, number, spaced


def example(found: Working | None, place: Place) -> Markup:
    """The panel: whose forecast it is, its points, and the lines of the sum; a sentence where there is none."""
    lang = place.lang
    title = say("method.example.title", lang)
    if found is None:
        return panel(title, quiet(spaced(say("method.example.none", lang))))
    shown = found.row
    words = say(
        "method.example.lead",
        lang,
        region=figures.region_name(shown, lang),
        target=figures.target(shown, lang, sentence=True),
        day=shown.target_date.date().isoformat(),
    )
    parts = [el("strong", spaced(figures.name(shown, lang, short=False))), spaced(words)]
    parts += [" ", el("span", say("demo.label", lang), cls="badge")] if demo(shown) else []
    link = explained(place, figures.key(shown), say("method.example.why", lang), cls="under")
    worked = el("dl", *(_line(code, made, lang) for code, made in lines(found, lang)), cls="lines-of")
    return panel(
        title,
        el("p", *parts, " ", link, cls="example-head"),
        el("p", chances.sentence(shown, lang), cls="example-said"),
        el("div", el("div", _points(found, lang), cls="points-of"), worked, cls="worked"),
    )


def _points(found: Working, lang: str) -> Markup:
    """The points: date, figure, z, and from the second on what its step adds to S."""
    unit = unit_words(found.row.unit, lang).suffix
    value = say("method.example.y", lang) + (say("paren", lang, inside=unit) if unit else "")
    heads: list[tuple[object, str]] = [(say("method.example.day", lang), ""), (spaced(value), "num")]
    heads += [(formula(var("z")), "num"), (formula(formulas.PART), "num")]
    parts = ["", *(exact(part) for part in found.parts)]
    rows = [
        el(
            "tr",
            el("th", day.date().isoformat(), scope="row"),
            el("td", _figure(found, float(y)), cls="num"),
            el("td", number(float(z), DIGITS), cls="num"),
            el("td", part, cls="num"),
        )
        for day, y, z, part in zip(found.day, found.y, found.z, parts, strict=True)
    ]
    return table(heads, rows, cls="points", caption=say("method.example.points", lang))


def _figure(found: Working, y: float) -> str:
    """A figure in full: in a sum nothing is rounded, and nothing counted in ten thousands."""
    decimals = int(found.row.decimals) if figures.known(found.row.decimals) else None
    written = number(y, decimals, lang="en")
    same = abs(float(written.replace(",", "").replace(MINUS, "-")) - y) < 1e-9
    return written if same else number(y, lang="en")


def _line(code: str, made: Math, lang: str) -> Markup:
    return el("div", el("dt", spaced(say(f"method.line.{code}", lang))), el("dd", formula(made)), cls=f"line-{code}")
