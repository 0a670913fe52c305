"""By how much a figure is multiplied so that it is in its indicator's unit. What is not safe is refused."""

from data.catalogue.reading import shipped
from data.ingest.measures import MULTIPLIED, MULTIPLIERS, PER_HEAD, Measure, key, measure
from metrics.model.catalogue import Indicator


def unit_word(indicator: Indicator) -> str:
    """The word for the indicator's unit that a file is to use: %, 亿元, 件/万人, 个."""
    unit = shipped().units[indicator.unit]
    return unit.suffix_zh or indicator.measure_zh or unit.zh


def own_words(indicator: Indicator) -> set[str]:
    """The words under which the board itself names the indicator's unit, as units are compared."""
    unit = shipped().units[indicator.unit]
    names = (unit.unit, unit.zh, unit.en, unit.suffix_zh, unit.suffix_en, indicator.measure_zh, indicator.measure_en)
    return {key(name) for name in names if name}


def factor(indicator: Indicator, unit_text: str, mark: str = "") -> float | str:
    """The factor from what is written to the indicator's unit, or the code of a finding.

    ``unit_text``: the unit told for the column, row or table, in the file's word; ``mark``: what stands behind the
    figure itself (``Number.mark``). With neither, the figure is in the indicator's unit. Codes: ``unit_unknown``,
    ``unit_foreign`` (another kind of thing), ``unit_twice`` (the two contradict each other or multiply twice).
    """
    own, words = measure(unit_word(indicator)), own_words(indicator)
    told, behind = key(unit_text), key(mark)
    column = own if told in words or not told else measure(told)
    if column is None and told and told not in words:
        return "unit_unknown"
    if behind in MULTIPLIERS:
        if column is None or column.kind not in MULTIPLIED:
            return "unit_foreign"
        if told and column.times != 1:
            return "unit_twice"
        written: Measure | None = Measure(column.kind, column.word, MULTIPLIERS[behind])
    elif behind:
        written = own if behind in words else measure(behind)
        if told and written != column:
            return "unit_twice"
    else:
        written = column
    if own is None or written is None:
        return 1.0 if own is written and (not behind or behind in words) else "unit_foreign"
    kinds = (own.kind, f"{own.kind}/people") if PER_HEAD in indicator.name_zh else (own.kind,)
    return float(written.scale / own.scale) if written.kind in kinds else "unit_foreign"
