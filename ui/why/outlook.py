"""Whether the target will be reached: the forecast in words, what it would take, and the sum behind it written out."""

from math import sqrt

from config.rules import thresholds
from config.text import say
from metrics.model.forecasting import Prior
from ui import chances, figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel
from ui.place import Place
from ui.rows import link
from ui.typography import headline, number, spaced


def outlook(row: Row, place: Place) -> Markup:
    """The panel: the sentence large, lines that apply, the sum folded away, and that no status follows from it."""
    lang = place.lang
    lines = [
        ("forecast.expected", chances.expected(row, lang)),
        ("outlook.next", chances.needed(row, lang)),
        ("outlook.cure", chances.cure(row, lang)),
        ("outlook.notes", say("clause.wide", lang).join(chances.notes(row, lang))),
    ]
    facts = [el("div", el("dt", say(name, lang)), el("dd", words)) for name, words in lines if words]
    method = link(place, say("outlook.method", lang), page="method", cls="under", why=None)
    return panel(
        say("outlook.title", lang),
        el("p", headline(chances.sentence(row, lang)), cls="outlook"),
        el("dl", *facts, cls="facts") if facts else "",
        _sums(row, lang) if figures.known(row.expected) else "",
        el("p", el("span", say("outlook.beside", lang)), " ", method, cls="rest"),
    )


def _sums(row: Row, lang: str) -> Markup:
    """The sum of METHODS section 8, written out."""
    lines = [*_ground(row, lang), *_model(row, lang), *_end(row, lang)]
    return el("details", el("summary", say("outlook.sums", lang)), el("dl", *lines, cls="sums"), cls="sum-box")


def _ground(row: Row, lang: str) -> list[Markup]:
    """What it rests on: the figures, the model and the scale."""
    first, last = row.forecast_from.date().isoformat(), row.forecast_last.date().isoformat()
    down = ".down" if row.direction == "down" else ""
    z = number(_last_z(row), 3)
    return [
        _line("points", say("outlook.points.said", lang, first=first, last=last, n=int(row.forecast_points)), "", lang),
        _line("model", say(f"outlook.model.{row.forecast_model}", lang), "", lang),
        _line("scale", say(f"outlook.scale.{row.forecast_scale}{down}", lang, z=z), "", lang),
    ]


def _model(row: Row, lang: str) -> list[Markup]:
    """Movement, drift and deviation a year, with the horizon."""
    prior = _prior(row)
    span, drift = number(row.span, 2), number(row.drift_observed, 4)
    kappa, before = number(prior.kappa), number(row.drift_prior, 4)
    first = number(_last_z(row) - row.drift_observed * row.span, 3)
    days = say(
        "outlook.h.said",
        lang,
        first=row.forecast_last.date().isoformat(),
        last=row.target_date.date().isoformat(),
    )
    return [
        _line("D", drift, f"({number(_last_z(row), 3)} − {first}) ÷ {span}", lang),
        _line("m", number(row.drift, 4), f"({span} × {drift} + {kappa} × {before}) ÷ ({span} + {kappa})", lang),
        _line("s", number(sqrt(row.variance), 4), "", lang),
        _line("h", say("outlook.years", lang, n=number(row.horizon, 2)), days, lang),
    ]


def _end(row: Row, lang: str) -> list[Markup]:
    """The distribution at the due date, and the probability."""
    prior = _prior(row)
    drift, horizon, span = number(row.drift, 4), number(row.horizon, 2), number(row.span, 2)
    centre = f"{number(_last_z(row), 3)} + {drift} × {horizon}"
    inside = f"{number(prior.c)} × {horizon} + {horizon}² ÷ ({span} + {number(prior.kappa)})"
    freedom = f"{number(prior.nu)} + {int(row.forecast_points) - 1}"
    made = [
        _line("mu", number(row.centre, 3), centre, lang),
        _line("V", number(row.spread, 4), f"{number(sqrt(row.variance), 4)} × √({inside})", lang),
        _line("freedom", number(row.freedom, 2), freedom, lang),
    ]
    if figures.known(row.probability):
        stay = number(row.stay, 3)
        met = int(chances.met(row, row.target))
        working = f"{stay} × {met} + (1 − {stay}) × (1 − F((z(T) − μ) ÷ √V))"
        made += [_line("stay", stay, "", lang), _line("p", number(row.probability, 3), working, lang)]
    return made


def _prior(row: Row) -> Prior:
    """The constants of the row's model and scale."""
    scales = getattr(thresholds().forecast, str(row.forecast_model))
    prior: Prior = getattr(scales, str(row.forecast_scale))
    return prior


def _last_z(row: Row) -> float:
    """The last point in z: the centre without the drift."""
    return float(row.centre - row.drift * row.horizon)


def _line(name: str, result: str, working: str, lang: str) -> Markup:
    shown = f"{working} = " if working else ""
    return el(
        "div", el("dt", spaced(say(f"outlook.{name}", lang))), el("dd", spaced(shown), el("strong", spaced(result)))
    )
