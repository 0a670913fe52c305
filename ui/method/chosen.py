"""What the model was chosen by: its Brier score beside those of plainer rules, on series other than the board's."""

from config.text import say
from ui.html import Markup, el
from ui.panels.base import panel, table
from ui.typography import NBSP, number, share, spaced

# The rolling-origin backtest the model won (METHODS section 8). Facts of the past: nothing is set by them.
SCORES = {
    "peers": 0.124,
    "core": 0.129,
    "theta": 0.135,
    "classes": 0.142,
    "regression": 0.158,
    "arrow": 0.194,
    "last": 0.205,
}
OURS = ("peers", "core")
SERIES = 2159
HELD_OUT = 0.4
COVERED = 0.82
ALWAYS_HALF = 0.25  # the score of who says one half to everything


def chosen(lang: str) -> Markup:
    """The panel: rules by their score, the best first, each with a bar from zero."""
    columns = (("rule", ""), ("brier", "num"), ("bar", ""))
    heads: list[tuple[object, str]] = [(say(f"method.chosen.{column}", lang), cls) for column, cls in columns]
    words = say(
        "method.chosen.lead",
        lang,
        series=f"{SERIES:,}".replace(",", NBSP),
        held=share(HELD_OUT, 0),
        covered=share(COVERED, 0),
    )
    return panel(
        say("method.chosen.title", lang),
        table(heads, [_row(code, lang) for code in SCORES], cls="chosen", caption=say("method.chosen.title", lang)),
        el("p", spaced(words), cls="rest"),
    )


def _row(code: str, lang: str) -> Markup:
    score = SCORES[code]
    bar = el("span", cls="score-bar", style=f"width:{score / ALWAYS_HALF:.1%}")
    return el(
        "tr",
        el("th", spaced(say(f"method.rule.{code}", lang)), scope="row"),
        el("td", number(score, 3), cls="num"),
        el("td", bar, cls="c-bar", aria_hidden="true"),
        cls="ours" if code in OURS else "",
    )
