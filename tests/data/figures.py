"""Small tables of figures, and what stands of them in a board."""

import re

from data.store import Store

HEADER = "region,indicator,period,value,source"
CITY, COUNTY = "350500", "350502"
RATE = "producer_supervision_pass_rate"  # percent, every year, the mean of its parts
COUNT = "provincial_education_bases"  # a count, the sum of its parts


def tidy(*lines: str, header: str = HEADER) -> str:
    """A tidy table; a line of four cells gets a source."""
    full = [line if line.count(",") > 3 or header != HEADER else f"{line},bulletin" for line in lines]
    return "\n".join([header, *full]) + "\n"


def standing(store: Store, region: str = CITY, indicator: str = RATE) -> dict[int, float]:
    """Year to value of a series as it stands now."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "SELECT year(period_end), value FROM current_observation"
            " WHERE region = ? AND indicator_id = ? ORDER BY ALL",
            [region, indicator],
        ).fetchall()
    return dict(rows)


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows that figures live in, to see whether anything moved."""
    tables = ("load", "observation", "current_observation", "milestone_report", "assessment", "meta")
    with store.cursor() as cursor:
        return {name: cursor.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall() for name in tables}


def is_one_sentence(words: str) -> bool:
    """One line, ended once: by 。 in Chinese, by a full stop in English."""
    return len(re.findall(r"。|[.!?](?=\s|$)", words)) == 1 and words.endswith(("。", ".")) and "\n" not in words
