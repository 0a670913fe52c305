"""The sentences over the list; every one is made of counts."""

from datetime import date

from config.text import say
from ui.attention.listed import Listed
from ui.order import ATTENTION
from ui.typography import day_words, headline, spaced

HALF, YEAR = (180, 185), (364, 367)  # days between two dates that people call half a year, a year


def period(since: date, as_of: date, lang: str) -> str:
    """The time since the comparison date, as people say it."""
    days = (as_of - since).days
    for name, (low, high) in (("half", HALF), ("year", YEAR)):
        if low <= days <= high:
            return say(f"attention.since.{name}", lang)
    return say("attention.since.day", lang, day=day_words(since, lang, now=as_of))


def spoken_of(told: Listed, light: str = "") -> str:
    """The light the headline counts: the one asked for, else red; "" where no target has it."""
    return next((one for one in ((light,) if light else ATTENTION) if len(told.of(one))), "")


def sentence(told: Listed, light: str, since: date | None, as_of: date, lang: str, body: str = "") -> str:
    """How many are red (or of the light asked for), how many bodies answer for them, how many turned worse since."""
    spoken = spoken_of(told, light)
    if not spoken:
        said = say(f"attention.head.none.{light}" if light else "attention.head.none", lang)
    else:
        said = _counted(told, spoken, since, as_of, lang, body)
        if spoken == "yellow" and not light:
            said = say("attention.head.none.red", lang) + say("clause.wide", lang) + said
    if body:
        said = say("attention.head.body", lang, body=body, said=said)
    return headline(said[:1].upper() + said[1:] + say("stop", lang))


def _counted(told: Listed, light: str, since: date | None, as_of: date, lang: str, body: str) -> str:
    """The targets of a light in one clause, and what of them is new."""
    said = say(f"attention.head.{light}", lang, n=len(told.of(light)))
    if not body:
        bodies = told.bodies(light)
        clause = say("attention.head.bodies", lang, n=bodies) if bodies else say("attention.head.bodies.none", lang)
        said += say("clause", lang) + clause
    return said + _newly(told, light, since, as_of, lang)


def _newly(told: Listed, light: str, since: date | None, as_of: date, lang: str) -> str:
    """How many of a light turned worse since the comparison date; "" without one."""
    if since is None or told.newly is None:
        return ""
    n, words = told.worsened(light), period(since, as_of, lang)
    key = "attention.head.newly" if n else "attention.head.newly.none"
    return say("clause.wide", lang) + say(key, lang, n=n, period=words)


def rest(told: Listed, light: str, since: date | None, as_of: date, lang: str, body: str = "") -> str:
    """Under it: the light the headline left out, and all others, so that every light is counted."""
    count, spoken = told.count, spoken_of(told, light)
    other = {"red": "yellow", "yellow": "red" if light else ""}.get(spoken, "")
    parts = []
    if other:
        some = len(told.of(other)) > 0
        parts.append(
            _counted(told, other, since, as_of, lang, body) if some else say(f"attention.head.none.{other}", lang)
        )
    lights = say("list", lang).join(
        say(f"overview.{one}", lang, n=count.of(one)) for one in ("green", "pending", "grey")
    )
    parts.append(say("attention.rest.total", lang, n=count.total, lights=lights))
    full = say("stop", lang)
    said = [part[:1].upper() + part[1:] + full for part in parts]
    return spaced((" " if lang == "en" else "").join(said))


def nothing(told: Listed, lang: str) -> str:
    """Where the list is empty: that green and pending is all there is, and what cannot be judged is not known."""
    if not told.count.total:
        return say("attention.quiet.nothing", lang)
    if told.count.attention:
        return spaced(say("attention.quiet.other", lang, n=told.count.attention))
    grey = told.count.grey
    return spaced(say("attention.quiet.grey", lang, n=grey) if grey else say("attention.quiet.all", lang))


def screen_name(light: str, nth: int, of: int, total: int, lang: str) -> str:
    """The name of one screen of the meeting view: its light, how many, and which part of them."""
    named = say(f"attention.screen.{light}", lang, n=total)
    if of == 1:
        return spaced(named)
    words = say("attention.screen.numerals", lang).split()
    return spaced(named + say("paren", lang, inside=words[nth - 1] if nth <= len(words) else nth))
