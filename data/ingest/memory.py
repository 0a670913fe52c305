"""Answers remembered: what a department said of a file is taken for its next file with the same header."""

import hashlib
import re

from data.ingest.cells import Unclear, number
from data.ingest.commit import now
from data.ingest.mapping import Mapping, of_text
from data.store import Store

ROWS = 8  # rows that may make up titles and header
FIGURES = re.compile(r"[0-9]+([.,:/-][0-9]+)*")
HALVES = re.compile(r"[上下]半年")
QUARTERS = re.compile(r"[一二三四1-4]季度")


def header_mark(rows: list[list[str]]) -> str:
    """A hash of what stands above the figures, the same for next year's file: dates and figures are left out."""
    told: list[str] = []
    for row in rows[:ROWS]:
        if sum(_figure(cell) for cell in row) >= max(2, len(row) // 2):
            break
        words = [QUARTERS.sub("Q", HALVES.sub("H", FIGURES.sub("#", cell))) for cell in row if cell]
        told.append("\t".join(dict.fromkeys(words)))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _figure(cell: str) -> bool:
    found = number(cell)
    return found is not None and not isinstance(found, Unclear) and not re.fullmatch(r"(19|20)[0-9]{2}", cell)


def recall(store: Store, department: str | None, mark: str) -> Mapping | None:
    """What the department answered last for this header."""
    with store.cursor() as cursor:
        row = cursor.execute(
            "SELECT mapping FROM remembered_mapping WHERE department = ? AND header = ? ORDER BY saved_at DESC LIMIT 1",
            [department or "", mark],
        ).fetchone()
    return of_text(row[0]) if row else None


def remember(store: Store, department: str | None, user: str, mark: str, mapping: Mapping) -> None:
    """Keep answers for the next file; the period of this one is not among them."""
    kept = mapping.model_copy(
        update={"fixed": {role: text for role, text in mapping.fixed.items() if role != "period"}}
    )
    if kept.text():
        with store.note() as cursor:
            cursor.execute(
                "INSERT INTO remembered_mapping VALUES (?, ?, ?, ?, ?)",
                [department or "", mark, kept.text(), now(), user],
            )
