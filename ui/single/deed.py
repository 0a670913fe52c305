"""One target without a line: what is to be done, by when, on which evidence; how often it was done; what is missing."""

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel
from ui.panels.milestones import evidence
from ui.single.says import event, section
from ui.typography import spaced

PERIODS, DOTS = 6, 6  # how many periods are shown, and how many times one by one


def told(row: Row, points: DataFrame, lang: str) -> Markup:
    """The panel; ``points`` are the figures of the region in order of time."""
    counted = row.judged_by == "frequency" and len(points)
    lines = [
        ("what", figures.name(row, lang, short=False)),
        ("aim", "" if event(row) else figures.target(row, lang, sentence=True)),
        ("evidence", evidence(row, lang) if event(row) and row.status != "not_assessable" else ""),
        ("reason", _grey(row, lang)),
        ("cure", _grey(row, lang, ".cure")),
        ("owner", figures.owners(row, lang, most=4)),
        ("section", section(row, lang)),
    ]
    facts = [
        el("div", el("dt", say(f"single.deed.{name}", lang)), el("dd", spaced(words))) for name, words in lines if words
    ]
    title = say(f"single.deed.title{'.counted' if counted else '' if event(row) else '.figure'}", lang)
    return panel(title, _periods(row, points, lang) if counted else "", el("dl", *facts, cls="facts"))


def _grey(row: Row, lang: str, part: str = "") -> str:
    """Why the target cannot be assessed, or the ``part`` of that text that is asked for; "" where it can."""
    known = row.status == "not_assessable" and figures.known(row.reason) and row.reason
    return say(f"reason.{row.reason}{part}", lang) if known else ""


def _periods(row: Row, points: DataFrame, lang: str) -> Markup:
    """How often it was done in each of the last periods, the newest first."""
    return el("ol", *(_period(row, point, lang) for point in each(points.tail(PERIODS).iloc[::-1])), cls="periods")


def _period(row: Row, point: Row, lang: str) -> Markup:
    asked = int(row.target) if figures.known(row.target) else 0
    done = int(point.value)
    dots = [el("span", cls="dot done" if number < done else "dot") for number in range(min(max(asked, done), DOTS))]
    return el(
        "li",
        el("span", f"{point.period_end:%Y-%m-%d}", cls="soft"),
        el("span", *dots, cls="dots", aria_hidden="true"),
        el("strong", figures.value(row, point.value, lang)),
    )
