"""The forecast of one target in words: how likely it is met, within what range its figure will lie, what it would take,
or why nothing is said (METHODS section 8). Rows are those of the assessment frame.
"""

import math

from config.chance import chance
from config.rules import thresholds
from config.text import say
from metrics.model.forecasting import Constants
from metrics.model.vocabulary import Forecast
from ui import figures
from ui.figures import Row
from ui.typography import WAN, day_words, number, spaced

FINEST = 4  # decimals at most
HAIR = 1e-9  # what arithmetic leaves behind does not round a figure up


def figure(row: Row, lang: str, *, said: bool = False) -> str:
    """The probability that the target is met: about 45%, <5%, >95%; "" where there is none. ``said`` is for a
    sentence.
    """
    p = row.probability
    return chance(float(p), lang, said=said) if figures.known(p) else ""


def code(row: Row) -> str:
    """The status of the forecast; a row that was never forecast is of another rule."""
    return str(row.forecast) if figures.known(row.forecast) else Forecast.OTHER_RULE.value


def short(row: Row, lang: str) -> str:
    """What stands in a cell where there is no probability: why, in a word or two."""
    return say(f"forecast.{code(row)}.short", lang)


def refusal(row: Row, lang: str) -> str:
    """Why there is no forecast, or no probability; "" where there is one."""
    found = code(row)
    return "" if found == Forecast.OK else spaced(say(f"forecast.{found}", lang, n=_constants().fewest))


def cure(row: Row, lang: str) -> str:
    """What would bring a forecast; "" where nothing would."""
    found = code(row)
    if found in (Forecast.OK, Forecast.OTHER_RULE, Forecast.DUE_DATE_PASSED):
        return ""
    return spaced(say(f"forecast.{found}.cure", lang, n=_constants().fewest))


def sentence(row: Row, lang: str) -> str:
    """The whole forecast: range and probability, range and why there is none, or why there is no forecast."""
    parts = [_range(row, lang)] if figures.known(row.expected) else []
    parts.append(_chance(row, lang) if figure(row, lang) else say(f"forecast.{code(row)}", lang, n=_constants().fewest))
    said = say("forecast.and", lang).join(parts)
    return spaced(said[:1].upper() + said[1:] + say("stop", lang))


def expected(row: Row, lang: str) -> str:
    """The expected value at the due date, with the day."""
    if not figures.known(row.expected):
        return ""
    day = day_words(row.target_date.date(), lang)
    return spaced(say("forecast.expected.said", lang, value=figures.value(row, row.expected, lang), day=day))


def ends(row: Row, lang: str) -> tuple[str, str]:
    """Lower and upper end of the interval as plain figures, finer where both would read the same."""
    decimals = int(row.decimals) if figures.known(row.decimals) else 1
    tried = [
        (number(float(row.expected_low), finer, lang=lang), number(float(row.expected_high), finer, lang=lang))
        for finer in range(decimals, max(FINEST, decimals) + 1)
    ]
    return next(((low, high) for low, high in tried if low != high), tried[0])


def _range(row: Row, lang: str) -> str:
    low, high = (figures.with_unit(end, row, lang) for end in ends(row, lang))
    if low == high:
        return say("forecast.range.point", lang, value=low)
    plain = low if figures.glued(row, lang) else ends(row, lang)[0]
    return say("forecast.range", lang, low=plain, high=high)


def _chance(row: Row, lang: str) -> str:
    aim = figures.value(row, row.target, lang, as_written=True)
    kind = "hold" if row.rule == "hold" else "reach"
    if met(row, row.target):
        kind = "zero" if row.rule == "zero" and not row.target else "hold.met" if kind == "hold" else "keep"
    side = "" if kind == "zero" else f".{row.direction}"
    return say(f"forecast.{kind}{side}", lang, aim=aim, p=figure(row, lang, said=True))


def met(row: Row, aim: float) -> bool:
    """Whether the last figure lies on the good side of another one."""
    last = float(row.forecast_value)
    away = last - aim if row.direction == "up" else aim - last
    return bool(away >= -HAIR * abs(aim))


def notes(row: Row, lang: str) -> list[str]:
    """What a reader must know beside the figures: few points, far away, a hold, no skill, made-up or old figures."""
    if not figures.known(row.expected):
        return []
    rules = _constants()
    said: list[tuple[str, bool, dict[str, object]]] = [
        ("few", row.forecast_points <= rules.few, {"n": int(row.forecast_points)}),
        ("far", row.horizon > rules.tested_years + HAIR, _far(row, rules)),
        ("old", _gone(row), {"day": day_words(row.forecast_last.date(), lang)}),
        ("hold", row.rule == "hold" and bool(figure(row, lang)), {}),
        ("flat", constant(row), {}),
        (f"top.{row.direction}", not constant(row) and near_top(row), {"edge": number(_edge(row))}),
        ("peers", row.forecast_model == "peers", {}),
        ("demo", bool(row.forecast_demo), {}),
    ]
    return [spaced(say(f"forecast.note.{name}", lang, **values)) for name, holds, values in said if holds]


def _far(row: Row, rules: Constants) -> dict[str, object]:
    return {"years": number(float(row.horizon), 1), "tested": number(rules.tested_years)}


def _gone(row: Row) -> bool:
    """Whether the next period after the last figure is over and nothing came."""
    return figures.known(row.needed_date) and row.needed_date <= row.as_of


def constant(row: Row) -> bool:
    """Whether the series has never moved: then every step counts towards staying, and the chance to stay put is
    n/(n + whole years ahead).
    """
    if not figures.known(row.stay) or row.drift_observed != 0:
        return False
    still = row.forecast_points / (row.forecast_points + math.ceil(row.horizon - HAIR))
    return bool(row.stay >= still - HAIR)


def near_top(row: Row) -> bool:
    """Whether a percentage is so near its end that plain rules do as well."""
    last = float(row.forecast_value)
    if row.unit != "percent" or row.forecast_scale != "logit":
        return False
    return last >= _edge(row) if row.direction == "up" else last <= _edge(row)


def _edge(row: Row) -> float:
    flat = _constants().flat_from
    return flat if row.direction == "up" else 100 - flat


def needed(row: Row, lang: str) -> str:
    """What it would take: the figure of the next period that leaves the chance at one half, on the safe side; "" where
    there is no probability or the next period is over already.
    """
    if not figure(row, lang) or not figures.known(row.needed_date) or _gone(row):
        return ""
    day = day_words(row.needed_date.date(), lang)
    if row.needed_date >= row.target_date:
        aim = figures.value(row, row.target, lang, as_written=True)
        return spaced(say(f"forecast.needed.due.{row.direction}", lang, day=day, value=aim))
    if not figures.known(row.needed):
        best = figures.value(row, 100.0 if row.direction == "up" else 0.0, lang, as_written=True)
        return spaced(say("forecast.needed.never", lang, day=day, value=best))
    need = safe(row, float(row.needed), lang)
    kind = "keep" if row.probability >= 0.5 or met(row, need) else "reach"
    must = say(f"forecast.must.{kind}.{row.direction}", lang, value=figures.value(row, need, lang))
    return spaced(say(f"forecast.needed.{'above' if row.probability >= 0.5 else 'below'}", lang, day=day, must=must))


def safe(row: Row, x: float, lang: str) -> float:
    """A figure rounded to the decimals it is shown with, to the side that asks for more."""
    decimals = int(row.decimals) if figures.known(row.decimals) else FINEST
    step = WAN / 100 if lang == "zh" and abs(x) >= WAN else 10.0**-decimals
    parts = x / step
    whole = (
        math.ceil(parts - HAIR * max(abs(parts), 1))
        if row.direction == "up"
        else math.floor(parts + HAIR * max(abs(parts), 1))
    )
    return round(whole * step, FINEST + 2)


def _constants() -> Constants:
    return thresholds().forecast
