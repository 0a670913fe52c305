"""The sentences of the page, made of counts: over all bodies, over one, and over what nobody answers for."""

import pandas as pd
from pandas import DataFrame

from config.text import say
from data.coverage import counted
from ui.counts import lights
from ui.department.duty import unowned
from ui.department.named import Names
from ui.typography import headline, spaced

TIED = 2  # bodies with equally many red lights that are named


def everybody(here: DataFrame, table: DataFrame, names: Names) -> str:
    """How many targets, how many bodies lead them, who leads the most red ones, how many nobody answers for."""
    lang = names.lang
    if here.empty:
        return headline(say("department.nothing", lang) + say("stop", lang))
    led = _leading(table)
    nobody = int(unowned(table)["led"].sum())
    clauses = [say("department.head" if len(led) else "department.head.nobody", lang, targets=len(here), n=len(led))]
    if not judged(here):
        clauses.append(say("department.unjudged", lang))
    elif len(led):
        clauses.append(_most_red(led, names))
    clauses.append(say("department.unowned" if nobody else "department.unowned.none", lang, n=nobody))
    return headline(say("clause.wide", lang).join(clauses) + say("stop", lang))


def _leading(table: DataFrame) -> DataFrame:
    """The bodies that lead a target."""
    return table[table["led"].gt(0) & ~table.index.isin(unowned(table).index)]


def judged(frame: DataFrame) -> bool:
    """Whether any target stands under a light that tells how it goes."""
    return bool(frame["light"].isin(["red", "yellow", "green"]).any())


def _most_red(led: DataFrame, names: Names) -> str:
    most = int(led["led_red"].max())
    if not most:
        return say("department.no_red", names.lang)
    first = led[led["led_red"].eq(most)]
    if len(first) > TIED:
        return say("department.most.many", names.lang, n=len(first), red=most)
    listed = say("department.and", names.lang).join(names.short(body) for body in first["body"])
    if len(first) > 1:
        return say("department.most.two", names.lang, names=listed, n=most)
    return say("department.most", names.lang, name=listed, n=most, led=int(first["led"].iloc[0]))


def everybody_rest(here: DataFrame, table: DataFrame, owed: DataFrame, day: str, lang: str) -> str:
    """Who shares, how many owners were inferred, and what is owed in figures."""
    if here.empty:
        return say("department.empty.how", lang)
    shared = int(table["shared"].gt(0).sum())
    inferred = int(here["owner_basis"].eq("inferred").sum())
    parts = [
        say("department.sharing" if shared else "department.sharing.none", lang, n=shared),
        say("department.inferred" if inferred else "department.inferred.none", lang, n=inferred),
        reports(owed, day, lang),
    ]
    said = say("clause.wide", lang).join(parts) + say("stop", lang)
    return spaced(said[:1].upper() + said[1:])


def reports(owed: DataFrame, day: str, lang: str) -> str:
    """The figures owed by a day, how many came late and how many are missing."""
    count = counted(owed)
    if not count["owed"]:
        return say("department.owed.none", lang, day=day)
    late, missing = (
        say(f"coverage.{state}" if count[state] else f"coverage.{state}.none", lang, n=count[state])
        for state in ("late", "missing")
    )
    return say("department.owed", lang, day=day, n=count["owed"], late=late, missing=missing)


def list_head(table: DataFrame, lang: str) -> str:
    """Over the list: how many bodies lead a red target, how many a yellow but no red one, how many neither."""
    led = _leading(table)
    if not led[["led_red", "led_yellow", "led_green"]].to_numpy().any():
        return spaced(say("department.list.unjudged", lang, n=len(led)))
    red = led["led_red"].gt(0)
    yellow = led["led_yellow"].gt(0) & ~red
    counts = {"red": int(red.sum()), "yellow": int(yellow.sum()), "free": int((~red & ~yellow).sum())}
    clauses = (
        say(f"department.list.{kind}" if n else f"department.list.{kind}.none", lang, n=n) for kind, n in counts.items()
    )
    said = say("clause", lang).join(clauses)
    return spaced(said[:1].upper() + said[1:])


def one(name: str, led: DataFrame, shared: DataFrame, lang: str) -> str:
    """What a body leads and shares, and what of it needs attention."""
    if led.empty and shared.empty:
        return headline(say("department.one.nothing", lang, name=name))
    kind = "both" if len(led) and len(shared) else "led" if len(led) else "shared"
    n = len(led) or len(shared)
    what = say(f"department.one.{kind}", lang, name=name, led=len(led), shared=len(shared), n=n)
    return headline(what + _attention(pd.concat([led, shared]), lang) + say("stop", lang))


def nobody(here: DataFrame, every: int, lang: str) -> str:
    """How many of all targets nobody answers for, and what of them needs attention."""
    if not every:
        return headline(say("department.nothing", lang) + say("stop", lang))
    if here.empty:
        return headline(say("department.nobody.none", lang, n=every))
    return headline(
        say("department.nobody", lang, n=len(here), every=every) + _attention(here, lang) + say("stop", lang)
    )


def _attention(frame: DataFrame, lang: str) -> str:
    """How many need attention, and how many of these are red."""
    count = lights(frame)
    if not count.attention:
        return say(f"department.attention.{'none' if judged(frame) else 'unjudged'}", lang)
    kind = ".all" if count.red == count.attention else "" if count.red else ".none"
    red = say(f"department.red{kind}", lang, n=count.red)
    return say("department.attention", lang, n=count.attention, red=red)


def block(part: str, frame: DataFrame, lang: str) -> str:
    """Over the targets a body leads, or shares."""
    return spaced(say(f"department.block.{part}", lang, n=len(frame), k=lights(frame).attention))


def one_rest(
    names: Names, body: str, formerly: str, parts: tuple[DataFrame, DataFrame], owed: DataFrame, day: str
) -> str:
    """The full name, whose work the body took over, how many of its targets were inferred, and what it owes."""
    lang, full = names.lang, names.full(body)
    inferred = sum(int(frame["owner_basis"].eq("inferred").sum()) for frame in parts)
    said = [
        full if full != names.short(body) else "",
        say("department.one.formerly", lang, names=formerly) if formerly else "",
        say("department.inferred", lang, n=inferred) if inferred else "",
        reports(owed, day, lang),
    ]
    line = say("clause.wide", lang).join(clause for clause in said if clause) + say("stop", lang)
    return spaced(line[:1].upper() + line[1:])
