"""Words of a figure for those who do not see it, made from the frame that is drawn."""

from collections.abc import Mapping

from pandas import DataFrame

from charts.band import texts
from charts.each import each
from config.text import say


def of_multiples(cells: DataFrame, lang: str, fans: Mapping[object, DataFrame]) -> str:
    """Every cell in one clause: name, status, last value, target, and the interval at the due date where one is
    forecast.
    """
    if cells.empty:
        return say("chart.empty", lang)
    clauses = [_cell(cell, lang) + _interval(fans.get(cell.key), lang) for cell in each(cells)]
    return say("chart.alt.multiples", lang, n=len(cells), cells=say("list.long", lang).join(clauses))


def _cell(cell: object, lang: str) -> str:
    key = "chart.alt.cell" if getattr(cell, "value_label", "") else "chart.alt.cell.none"
    return say(
        key,
        lang,
        name=getattr(cell, "title", ""),
        status=say(f"status.{getattr(cell, 'status', 'not_assessable')}", lang),
        value=getattr(cell, "value_label", ""),
        target=getattr(cell, "target_label", "") or say("value.none", lang),
    )


def _interval(fan: DataFrame | None, lang: str) -> str:
    """The interval at the due date, in the frame's own words where it has them."""
    if fan is None:
        return ""
    high, low = texts(fan)
    last = fan.iloc[-1]
    return say("chart.alt.interval", lang, low=low or f"{last['low']:.4g}", high=high or f"{last['high']:.4g}")


def of_strips(marks: DataFrame, lang: str) -> str:
    """Every strip in one sentence: its name, then each region with value and gap, worst first."""
    if marks.empty:
        return say("chart.empty", lang)
    sentences = []
    for _title, strip in marks.groupby("strip", sort=False):
        regions = [
            say(
                "chart.alt.region",
                lang,
                region=row.region,
                value=row.value_label or say("value.none", lang),
                status=say(f"status.{row.status}", lang),
                gap=row.gap_label or say("value.none", lang),
            )
            for row in each(strip)
        ]
        sentences.append(
            say(
                "chart.alt.strip",
                lang,
                name=strip["title"].iloc[0],
                regions=say("list.long", lang).join(regions),
            )
        )
    return " ".join(sentences)
