"""What the indicator page asks: the list of indicators, and one of them in all regions with its history."""

from datetime import date, datetime

import pandas as pd

from data.assessing import prepare, query
from data.store import Store


def listed(store: Store) -> pd.DataFrame:
    """Every indicator: ``indicator_id, dimension, indicator_zh, indicator_en, short_zh, short_en, unit, unit_zh,
    unit_en, measure_zh, measure_en, decimals, direction, lower, upper, kind, frequency, rollup, weight_zh, weight_en,
    accumulates, scheme_ended, definition_zh, definition_en, source_zh``; ``plans`` and how many ``targets`` they set on
    it; ``has_figures``.
    """
    with store.cursor() as cursor:
        return cursor.execute(query("indicator_list")).df()


def figures(store: Store, indicator: str, as_of: date, *, demo: bool, known_at: datetime | None = None) -> pd.DataFrame:
    """The figures that count of an indicator in all regions up to a date, by region and time.

    ``region, region_zh, region_en, level, parent, indicator_id, period_start, period_end, value, provisional,
    series_break, demo, origin, source, note, load_id``. A milestone's value is 1 for done, its source the evidence.
    """
    with store.snapshot() as cursor:
        prepare(cursor, demo=demo, known_at=known_at)
        return cursor.execute(query("indicator_figures"), {"indicator": indicator, "as_of": as_of}).df()


def revisions(store: Store, indicator: str, *, demo: bool) -> pd.DataFrame:
    """Every figure of an indicator that once counted and was replaced or withdrawn, the latest change first.

    ``region, region_zh, region_en, period_start, period_end, event, kind`` (loaded or withdrawn), ``moment`` (UTC),
    ``load_id`` of the load that did it; ``before, before_demo, before_provisional, before_load`` and ``after,
    after_demo, after_provisional``, empty where nothing is left.
    """
    with store.cursor() as cursor:
        return cursor.execute(query("indicator_revisions"), {"indicator": indicator, "demo": demo}).df()


def loads(store: Store, indicator: str, *, demo: bool) -> pd.DataFrame:
    """Every load that brought figures of an indicator, newest first: ``load_id, brought, regions, first, last``."""
    with store.cursor() as cursor:
        return cursor.execute(query("indicator_loads"), {"indicator": indicator, "demo": demo}).df()
