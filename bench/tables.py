"""Made tidy tables: every row another region, indicator and period, values of a quiet random walk."""

import random
from itertools import islice, product
from pathlib import Path

from data.catalogue.reading import shipped
from metrics.model.vocabulary import Kind

YEARS = range(1990, 2020)
PERIODS = [f"{year}{part}" for year in YEARS for part in ("", "H1", "H2", "Q1", "Q2", "Q3", "Q4")] + [
    f"{year}-{month:02d}" for year in YEARS for month in range(1, 13)
]


def write_tidy(path: Path, rows: int) -> Path:
    """A file of so many rows with the columns region, indicator, period, value; made once."""
    if not path.exists():
        known = shipped()
        wanted = [one.indicator_id for one in known.indicators.values() if one.kind is not Kind.EVENT]
        dice = random.Random(7)
        with path.open("w", encoding="utf-8") as file:
            file.write("region,indicator,period,value\n")
            keys = product(PERIODS, wanted, known.regions)
            file.writelines(
                f"{region},{indicator},{period},{40 + dice.random() * 4:.2f}\n"
                for period, indicator, region in islice(keys, rows)
            )
    return path
