"""The model step by step: what each step is for, its formula, and the constants it takes."""

from config.rules import thresholds
from config.text import say
from metrics.model.forecasting import Constants, Prior
from ui.html import Markup, el
from ui.method import formulas
from ui.method.formulas import constant
from ui.method.maths import Math, formula, row, var
from ui.panels.base import panel, table
from ui.typography import share, spaced

STEPS: tuple[tuple[str, tuple[Math, ...]], ...] = (
    ("scale", (formulas.share_scale(), formulas.amount_scale())),
    ("observed", (formulas.observed(),)),
    ("drift", (formulas.drift(),)),
    ("variance", (formulas.squares(), formulas.variance())),
    ("centre", (formulas.centre(),)),
    ("spread", (formulas.spread(),)),
    ("stay", (formulas.stay(),)),
    ("chance", (formulas.away(), formulas.chance())),
    ("interval", formulas.interval()),
)
HEADS = (
    ("kappa", var("κ")),
    ("nu", var("ν")),
    ("s0", formulas.PRIOR_VARIANCE),
    ("c", var("c")),
    ("mu0", formulas.PRIOR_DRIFT),
)


def model(lang: str) -> Markup:
    """The panel: the steps in their order, then the constants."""
    constants = thresholds().forecast
    steps = [_step(place, code, shown, constants, lang) for place, (code, shown) in enumerate(STEPS, 1)]
    return panel(
        say("method.model.title", lang),
        el("p", spaced(say("method.model.lead", lang)), cls="rest"),
        el("ol", *steps, cls="steps-of"),
    )


def _step(place: int, code: str, shown: tuple[Math, ...], constants: Constants, lang: str) -> Markup:
    said = say(
        f"method.step.{code}.said",
        lang,
        points=constants.points,
        fewest=constants.fewest,
        level=share(constants.coverage, 0),
        quantile=share((1 + constants.coverage) / 2, 0),
        dz="Δz",
        dt="Δt",
        mu="μ",
    )
    return el(
        "li",
        el("span", place, cls="step-number"),
        el("div", el("h3", say(f"method.step.{code}", lang), cls="step-name"), el("p", spaced(said)), cls="step-said"),
        el("div", *(formula(one) for one in shown), cls="step-formula"),
    )


def constants(lang: str) -> Markup:
    """The panel of the constants in force, read from the settings."""
    held = thresholds().forecast
    heads: list[tuple[object, str]] = [(say("method.constants.model", lang), "")]
    heads += [(_head(code, symbol, lang), "c-constant") for code, symbol in HEADS]
    rows = [
        _row(model, scale, getattr(getattr(held, model), scale), lang)
        for model in ("core", "peers")
        for scale in ("log", "logit")
    ]
    words = say(
        "method.constants.rest",
        lang,
        points=held.points,
        fewest=held.fewest,
        peers=held.peers_needed,
        years=constant(held.tested_years),
        level=share(held.coverage, 0),
    )
    return panel(
        say("method.constants.title", lang),
        table(heads, rows, cls="constants", caption=say("method.constants.title", lang)),
        el("p", spaced(words), cls="rest"),
    )


def _head(code: str, symbol: Math, lang: str) -> Markup:
    return el("span", formula(symbol), el("span", say(f"method.constants.{code}", lang), cls="what"))


def _row(model: str, scale: str, prior: Prior, lang: str) -> Markup:
    words = {"model": say(f"method.model.{model}", lang), "scale": say(f"method.scale.{scale}", lang)}
    name = say("method.constants.name", lang, **words)
    base = constant(prior.s0)
    if model == "peers":
        s0: object = spaced(say("method.constants.s0.peers", lang, floor=base))
        mu0 = spaced(say("method.constants.mu0.peers", lang, pull=constant(prior.pull)))
    else:
        s0, mu0 = formula(row(base, "²")), constant(prior.pull)
    cells = (constant(prior.kappa), constant(prior.nu), s0, constant(prior.c), mu0)
    return el("tr", el("th", spaced(name), scope="row"), *(el("td", cell, cls="c-constant") for cell in cells))
