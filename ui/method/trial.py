"""The test: past forecasts of the board against what came."""

import streamlit as st
from pandas import DataFrame

from charts import theme
from charts.reliability import reliability
from config.rules import thresholds
from config.text import say
from config.tokens import Bucket, tokens
from metrics.backtest.scores import ENOUGH, ENOUGH_SERIES
from metrics.backtest.trials import AMBITIONS, HORIZONS
from ui import html, own
from ui.html import Markup, el
from ui.method.groups import beaten, groups
from ui.method.known import SCOPES, Known
from ui.panels.base import board, panel, quiet
from ui.typography import number, spaced
from ui.width import bucket

COLUMNS: dict[Bucket, list[int]] = {"w1920": [38, 62], "w1366": [42, 58], "w1024": [46, 54]}
SIZES: dict[Bucket, tuple[float, float]] = {"w1920": (660, 560), "w1366": (530, 450), "w1024": (434, 400)}
STILL = {"displayModeBar": False, "responsive": True}
HOW = ("origin", "horizon", "targets", "plan", "overlap", "base")


def draw(known: Known) -> None:
    """Draw the part: on which series, the diagram beside how it was made, the table, and where it fails."""
    lang, tested = known.lang, known.tested
    lead = [] if tested.outcomes else [quiet(spaced(say("method.trial.none", lang)))]
    html.show(board(panel(say("method.trial.title", lang), _scopes(known), *lead), cls="method"))
    if not tested.outcomes:
        return
    left, right = st.columns(COLUMNS[bucket()], gap="medium")
    with left:
        _diagram(known)
    with right:
        html.show(board(_how(known), beaten(tested.groups, lang), cls="method stacked"))
    html.show(board(groups(tested.groups, lang), cls="method"))


def _scopes(known: Known) -> Markup:
    """The choice of series; the chosen one is no link."""
    lang = known.lang
    shown = [
        el("strong", say(f"method.trial.scope.{scope}", lang), aria_current="true")
        if scope == known.scope
        else own.link(
            known.place,
            say(f"method.trial.scope.{scope}", lang),
            own=None if scope == SCOPES[0] else {"scope": scope},
            cls="under",
        )
        for scope in SCOPES
    ]
    return el("p", *shown, cls="scopes", role="group", aria_label=say("method.trial.scope", lang))


def _diagram(known: Known) -> None:
    """The reliability diagram; a sentence where there are too few outcomes for one."""
    lang, size, bins = known.lang, bucket(), known.tested.bins
    if bins.empty:
        title = spaced(say("method.trial.chart.few", lang, n=ENOUGH, series=ENOUGH_SERIES))
        html.show(board(panel(title, quiet(say("method.trial.chart.few.why", lang)), level="h3"), cls="method"))
        return
    note = el("p", spaced(say("method.trial.chart.note", lang)), cls="rest")
    html.show(board(panel(_fits(bins, lang), note, level="h3"), cls="method"))
    width, height = SIZES[size]
    figure = reliability(bins, size=(width, height, tokens().size[size].chart), lang=lang, theme=known.place.theme)
    with st.container(key="method-diagram"):
        st.plotly_chart(figure, theme=None, config=STILL, key="method-figure", alt=theme.alt_of(figure))


def _fits(bins: DataFrame, lang: str) -> str:
    """In how many steps as much came as was said: where the interval holds what was said."""
    counted = {
        "fits": bins["said"].between(bins["came_low"], bins["came_high"]).sum(),
        "more": bins["came_low"].gt(bins["said"]).sum(),
        "fewer": bins["came_high"].lt(bins["said"]).sum(),
    }
    parts = [say(f"method.trial.chart.{name}", lang, n=n) for name, n in counted.items() if n]
    return spaced(say("method.trial.chart", lang, n=len(bins), parts=say("clause", lang).join(parts)))


def _how(known: Known) -> Markup:
    lang, tested = known.lang, known.tested
    values = {
        "fewest": thresholds().forecast.fewest,
        "years": say("list", lang).join(str(one) for one in HORIZONS),
        "n": tested.outcomes,
        "series": tested.series,
        "steps": say("list", lang).join(number(one) for one in AMBITIONS),
    }
    items = [el("li", spaced(say(f"method.trial.how.{line}", lang, **values))) for line in HOW]
    return panel(say("method.trial.how", lang), el("ul", *items, cls="told"), level="h3")
