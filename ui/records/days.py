"""The days on which a plan's reports can be looked at: the end of each half-year, and today."""

from datetime import date, timedelta

from config.rules import thresholds
from config.text import say
from data.reading import comparison_date
from ui import cache
from ui.place import Place
from ui.typography import spaced

YEAR = timedelta(days=366)


def grace() -> int:
    """Days after a period in which its figures are in time."""
    return thresholds().reporting.grace_days


def standing(place: Place, today: date) -> date:
    """The day the page stands for when the address names none: the last half-year's end by the as-of date."""
    return min(comparison_date(place.as_of + timedelta(days=1)), today)


def choices(place: Place, today: date) -> dict[date, date | None]:
    """The days to choose from, newest first, each with the end of its half-year; none for today itself."""
    plan = cache.plans().set_index("id").loc[place.plan]
    start, over = plan["start"].date(), plan["end"].date()
    found: dict[date, date | None] = {today: None} if start <= today <= over + YEAR else {}
    end = comparison_date(min(today, over) + timedelta(days=1))
    while end >= start:
        found.setdefault(end, end)
        end = comparison_date(end)
    return found


def words(day: date, end: date | None, today: date, lang: str) -> str:
    """A day by the half-year it looks back on."""
    if end is not None:
        key, values = f"coverage.day.half.{1 if end.month == 6 else 2}", {"year": end.year}
    else:
        key, values = "coverage.day.today" if day == today else "coverage.day.other", {}
    return spaced(say(key, lang, day=day.isoformat(), **values))
