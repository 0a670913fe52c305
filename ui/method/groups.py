"""The table of the test: Brier score by group beside those of plainer rules, and where the model is no better."""

from typing import Any

from pandas import DataFrame

from charts.each import each
from config.rules import thresholds
from config.text import say
from metrics.backtest.scores import ENOUGH, ENOUGH_SERIES, RIVALS
from metrics.forecast.scale import TOP
from ui.html import Markup, el
from ui.method.formulas import constant
from ui.panels.base import panel, table
from ui.typography import change, number, share, spaced

LEAST = 0.005  # a score less than so much smaller, as a share of the rival's, is no better
MODELS = ("core", "peers")
COUNTS = ("outcomes", "series")


def groups(found: DataFrame, lang: str) -> Markup:
    """The panel: one row a group, and under it where a plainer rule does as well."""
    heads: list[tuple[object, str]] = [(say("method.trial.column.group", lang), "")]
    heads += [(say(f"method.trial.column.{name}", lang), "num") for name in (*COUNTS, "brier", *RIVALS, "coverage")]
    rows = [_row(row, lang) for row in each(_shown(found))]
    title = say("method.trial.groups", lang)
    note = el("p", spaced(say("method.trial.skill", lang)), cls="rest")
    return panel(title, table(heads, rows, cls="groups", caption=title), note)


def _shown(found: DataFrame) -> DataFrame:
    """Groups with outcomes, and the plans' own targets even without; one model by itself would repeat the first row."""
    counts = found.set_index("kind")["outcomes"]
    both = all(counts.get(name, 0) > 0 for name in MODELS)
    return found[(found["outcomes"].gt(0) | found["kind"].eq("plan")) & (found["kind"].isin(MODELS).eq(False) | both)]


def group_name(kind: str, lang: str) -> str:
    """A group in words."""
    edge = constant(thresholds().forecast.flat_from) + "%"
    return spaced(say(f"method.group.{kind}", lang, edge=edge))


def _row(row: Any, lang: str) -> Markup:
    cells = [el("th", group_name(row.kind, lang), scope="row")]
    cells += [el("td", int(getattr(row, name)), cls="num") for name in COUNTS]
    if not row.tells:
        few = spaced(say("method.trial.few", lang, n=ENOUGH, series=ENOUGH_SERIES))
        return el("tr", *cells, el("td", few, cls="soft few", colspan=len(RIVALS) + 2))
    cells.append(el("td", el("strong", number(row.brier, 3)), cls="num"))
    cells += [_rival(row, name) for name in RIVALS]
    cells.append(el("td", share(row.coverage, 0), cls="num"))
    return el("tr", *cells)


def _rival(row: Any, name: str) -> Markup:
    """A rival's score, and by how much the model's is smaller or larger."""
    theirs = float(getattr(row, f"brier_{name}"))
    parts: list[object] = [number(theirs, 3)]
    if theirs > 0:
        parts.append(el("span", change(100 * (row.brier / theirs - 1), 0) + "%", cls="against"))
    return el("td", *parts, cls="num")


def beaten(found: DataFrame, lang: str) -> Markup:
    """The panel that says where the model is no better than a plainer rule: read from the table, none left out."""
    judged = [row for row in each(_shown(found)) if row.tells]
    lines = [el("li", line) for row in judged if (line := _beaten_by(row, lang))]
    if not lines:
        lines = [el("li", spaced(say("method.trial.beaten.none", lang, n=len(judged))))] if judged else []
    if not lines:
        lines = [el("li", spaced(say("method.trial.few", lang, n=ENOUGH, series=ENOUGH_SERIES)))]
    return panel(say("method.trial.beaten", lang), el("ul", *lines, cls="told"), level="h3")


def _beaten_by(row: Any, lang: str) -> str:
    """The rivals a group's score is no smaller than; "" where it beats all."""
    better = [name for name in RIVALS if row.brier >= (1 - LEAST) * getattr(row, f"brier_{name}")]
    said = [
        say(
            "method.trial.beaten.rival",
            lang,
            rule=say(f"method.trial.rule.{name}", lang),
            own=number(row.brier, 3),
            theirs=number(float(getattr(row, f"brier_{name}")), 3),
        )
        for name in better
    ]
    if not said:
        return ""
    rivals = say("list.long", lang).join(said)
    return spaced(say("method.trial.beaten.one", lang, group=group_name(row.kind, lang), rivals=rivals))


def near_top(found: DataFrame, lang: str) -> str:
    """What the board's own figures say of percentages near their end."""
    row = next((one for one in each(found) if one.kind == "near_top"), None)
    if row is None or not row.tells:
        return say("method.limit.flat.few", lang, n=ENOUGH, series=ENOUGH_SERIES)
    scores = {name: number(float(getattr(row, f"brier_{name}")), 3) for name in RIVALS}
    return say("method.limit.flat.own", lang, n=int(row.outcomes), own=number(row.brier, 3), **scores)


def edges() -> tuple[str, str]:
    """From where a percentage counts as near its end, upward and downward."""
    flat = thresholds().forecast.flat_from
    return constant(flat) + "%", constant(TOP - flat) + "%"
