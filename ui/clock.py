"""Moments of the database by the visitor's clock, and today's date."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def local(moment: datetime, *, seconds: bool = False) -> str:
    """A moment (UTC where it names no zone) as the visitor's clock shows it, to the minute or to the second."""
    try:
        zone = ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        zone = ZoneInfo("UTC")
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S" if seconds else "%Y-%m-%d %H:%M")


def today() -> date:
    """The date on this machine's calendar, by which forms and files are judged."""
    return datetime.now(UTC).astimezone().date()
