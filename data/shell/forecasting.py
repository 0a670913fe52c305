"""The verbs of the forecast: forecast, backtest, and bare cases of ``judge --rule forecast``."""

import argparse
import json
from pathlib import Path

import pandas as pd

from config.chance import chance
from config.rules import thresholds
from config.text import say
from data.backtesting import backtest
from data.shell.answer import Answer
from data.shell.cases import read_forecast_cases
from data.shell.choosing import chosen, short
from data.shell.printing import dumped, rendered
from data.store import Store
from metrics.forecast_cases import judged
from metrics.model.vocabulary import Forecast, Rule

FORECASTS = (  # noqa: SIM905 - read as a sentence
    "plan target_id indicator_id indicator_zh indicator_en region region_zh region_en due target status forecast"
    " expected expected_low expected_high probability forecast_model forecast_scale forecast_points forecast_from"
    " forecast_last forecast_value horizon span drift_observed drift_prior drift variance freedom centre spread stay"
    " needed needed_date rule unit direction headline forecast_demo demo as_of"
).split()
NAMED = "plan target_id indicator_zh region_zh due".split()  # noqa: SIM905 - read as a sentence
TESTED = "brier skill_line skill_last skill_base coverage".split()  # noqa: SIM905 - read as a sentence
HAIR = 1e-9  # years: five years stay five years after arithmetic


def bare(words: argparse.Namespace) -> Answer:
    """The forecasts of bare cases; see metrics.forecast_cases for what a case may say."""
    cases = read_forecast_cases(Path(words.file), words.lang)
    return Answer(rendered(judged(cases, thresholds().forecast), words.format))


def forecasts(words: argparse.Namespace, store: Store) -> Answer:
    """How likely the targets asked for are met; in a table for people without the rules that know no forecast."""
    frame = chosen(words, store)
    if words.format != "table":
        return Answer(rendered(frame[FORECASTS], words.format))
    frame = frame[frame["forecast"] != Forecast.OTHER_RULE].reset_index(drop=True)
    if frame.empty:
        return Answer(say("forecast.cli.none", words.lang) + "\n")
    told = int((frame["forecast"] == Forecast.OK).sum())
    return Answer(
        say("forecast.cli.count", words.lang, n=len(frame), told=told)
        + "\n"
        + rendered(_told(frame, words.lang), "table")
    )


def _told(frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The columns a person reads: figures in the indicator's decimals, the chance in words, or why there is none."""
    shown = frame[short(NAMED, lang)].copy()
    shown["target"] = [_figure(row, "value" if pd.isna(row["target"]) else "target") for _, row in frame.iterrows()]
    shown["last"] = [_figure(row, "forecast_value") for _, row in frame.iterrows()]
    shown["interval"] = [_interval(row, lang) for _, row in frame.iterrows()]
    shown["chance"] = [_chance(row, lang) for _, row in frame.iterrows()]
    shown["remark"] = [say("state.between", lang).join(_remarks(row, lang)) for _, row in frame.iterrows()]
    return shown


def _figure(row: pd.Series, name: str) -> str:
    """A figure in its indicator's decimals, nothing where there is none."""
    return "" if pd.isna(row[name]) else f"{row[name]:.{int(row['decimals'])}f}"


def _interval(row: pd.Series, lang: str) -> str:
    """The range of the figure at the due date, eight chances in ten."""
    low, high = _figure(row, "expected_low"), _figure(row, "expected_high")
    return say("forecast.cli.range", lang, low=low, high=high) if low else ""


def _chance(row: pd.Series, lang: str) -> str:
    """How likely the target is met; else why nothing is said, in a word or two."""
    return chance(float(row["probability"]), lang) or say(f"forecast.{row['forecast']}.short", lang)


def _remarks(row: pd.Series, lang: str) -> list[str]:
    """What must be said with a forecast; of any row, that made-up figures take part."""
    cuts = thresholds().forecast
    told = []
    if pd.notna(row["expected"]) and row["forecast_points"] <= cuts.few:
        told.append(say("forecast.cli.few", lang, n=int(row["forecast_points"])))
    if pd.notna(row["expected"]) and row["horizon"] > cuts.tested_years + HAIR:
        told.append(say("forecast.cli.far", lang))
    if row["forecast"] == Forecast.OK and row["rule"] == Rule.HOLD:
        told.append(say("forecast.cli.hold", lang))
    if row["forecast_demo"] or row["demo"]:
        told.append(say("demo.label", lang))
    return told


def tested(words: argparse.Namespace, store: Store) -> Answer:
    """What the forecast would have said of the board's own measured figures, and what came."""
    found = backtest(store, words.plan)
    if words.format == "csv":
        return Answer(rendered(found.groups, "csv"))
    if words.format == "json":
        groups, bins = (json.loads(rendered(frame, "json")) for frame in (found.groups, found.bins))
        counts = {"outcomes": found.outcomes, "series": found.series}
        return Answer(dumped({"groups": groups, "reliability": bins} | counts))
    if not found.outcomes:
        return Answer(say("backtest.cli.none", words.lang) + "\n")
    first = say("backtest.cli.count", words.lang, outcomes=found.outcomes, series=found.series)
    return Answer(f"{first}\n{rendered(_grouped(found.groups, words.lang), 'table')}")


def _grouped(groups: pd.DataFrame, lang: str) -> pd.DataFrame:
    """The groups with outcomes in words; the figures of one with too few are not shown."""
    some = groups[groups["outcomes"] > 0]
    shown = pd.DataFrame({"group": [say(f"backtest.cli.kind.{kind}", lang) for kind in some["kind"]]})
    shown["outcomes"], shown["series"] = list(some["outcomes"]), list(some["series"])
    for name in TESTED:
        figures = zip(some[name], some["tells"], strict=True)
        shown[name] = [f"{value:.3f}" if tells and pd.notna(value) else "" for value, tells in figures]
    shown["remark"] = ["" if tells else say("backtest.cli.few", lang) for tells in some["tells"]]
    return shown
