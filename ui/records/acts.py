"""What the records pages do beyond reading: take a load back, bring it back, hand out files."""

from datetime import date
from pathlib import Path

from pandas import DataFrame

from data import history
from data.history import Undone
from data.ingest import template
from data.ingest.commit import Receipt
from data.store import board


def undo(load: int, user: str, reason: str) -> Undone:
    """Take a load back. Raises the board's troubles."""
    return history.undo(board(), load, user, reason)


def redo(load: int, user: str) -> Receipt:
    """Bring a load back as a new one. Raises the board's troubles."""
    return history.redo(board(), load, user)


def original(load: int) -> Path:
    """The archived file of a load. Raises the board's troubles."""
    return history.original(board(), load)


def brought(load: int) -> DataFrame:
    """Every figure a load brought; columns in data.history."""
    return history.changed_by(board(), load)


def form(department: str, day: date, lang: str) -> bytes:
    """The form on which a department fills in what is due on a day, as xlsx."""
    return template.template(board(), department, today=day, lang=lang)
