"""The computed sentences: every headline is made of counts, a clause with nothing to count is
replaced, never dropped.
"""

from dataclasses import dataclass
from datetime import date

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.counts import DimensionRow, Lights
from ui.order import attention
from ui.typography import day_words, headline, spaced

WORST = 2


@dataclass(frozen=True)
class Moves:
    """How many targets moved between two dates, and since when; a move into or out of grey is neither."""

    since: date
    better: int
    worse: int
    into_grey: int
    out_of_grey: int

    @property
    def grey(self) -> int:
        """Moves into or out of grey."""
        return self.into_grey + self.out_of_grey


def moves(changes: DataFrame, since: date) -> Moves:
    """Counts of a frame of changes."""
    found = changes["move"].value_counts()
    return Moves(since, *(int(found.get(move, 0)) for move in ("better", "worse", "into_grey", "out_of_grey")))


def overview(count: Lights, moved: Moves | None, as_of: date, lang: str) -> str:
    """How the plan stands: targets, what needs attention, red lights, what moved since the comparison
    date.
    """
    if not count.total:
        return headline(say("overview.empty", lang))
    clauses = [say("overview.total", lang, n=count.total)]
    if count.attention:
        red = say("overview.red", lang, n=count.red) if count.red else say("overview.red.none", lang)
        clauses += [say("overview.attention", lang, n=count.attention), red]
    else:
        clauses.append(say("overview.attention.none", lang))
    sentence = say("clause", lang).join(clauses)
    if moved is not None:
        sentence += say("clause.wide", lang) + _moved(moved, as_of, lang)
    return headline(sentence + say("stop", lang))


def _moved(moved: Moves, as_of: date, lang: str) -> str:
    day = day_words(moved.since, lang, now=as_of)
    if not moved.better and not moved.worse:
        return say("overview.same.grey" if moved.grey else "overview.same", lang, day=day)
    better = say("overview.better", lang, n=moved.better) if moved.better else say("overview.better.none", lang)
    worse = say("overview.worse", lang, n=moved.worse) if moved.worse else say("overview.worse.none", lang)
    return say("overview.moved", lang, day=day, better=better, worse=worse)


def overview_rest(count: Lights, moved: Moves | None, as_of: date, lang: str) -> str:
    """The other lights, so that all five are said: green, pending, grey, and what moved into or out
    of grey.
    """
    if not count.total:
        return spaced(say("overview.empty.rest", lang))
    grey = say("overview.grey", lang, n=count.grey) if count.grey else say("overview.grey.none", lang)
    if moved is not None and moved.into_grey:
        grey += say("overview.grey.in", lang, n=moved.into_grey, day=day_words(moved.since, lang, now=as_of))
    if moved is not None and moved.out_of_grey:
        grey += say("overview.grey.out", lang, n=moved.out_of_grey, day=day_words(moved.since, lang, now=as_of))
    green = say("overview.green", lang, n=count.green)
    pending = say("overview.pending", lang, n=count.pending)
    return spaced(green + say("clause", lang) + pending + say("clause.wide", lang) + grey + say("stop", lang))


def dimension(code: str, frame: DataFrame, count: Lights, lang: str) -> str:
    """How a dimension stands, with its two worst targets by name."""
    name = say(f"dimension.{code}", lang)
    if not count.attention:
        return headline(say("dimension.head.none", lang, dimension=name, n=count.total))
    worst = [
        say("dimension.worst", lang, name=figures.name(row, lang), status=status_inline(row.status, lang))
        for row in each(attention(frame).head(WORST))
    ]
    listed = say("clause", lang).join(worst)
    return headline(say("dimension.head", lang, dimension=name, n=count.total, k=count.attention, worst=listed))


def status_inline(status: str, lang: str) -> str:
    """A status word inside a sentence: English writes it small."""
    word = say(f"status.{status}", lang)
    return word if lang == "zh" else word.lower()


def dimension_rest(count: Lights, lang: str) -> str:
    """The lights the dimension's headline has not said."""
    red = say("overview.red.count", lang, n=count.red) if count.red else say("overview.red.none", lang)
    grey = say("overview.grey", lang, n=count.grey) if count.grey else say("overview.grey.none", lang)
    parts = [
        red,
        say("overview.yellow", lang, n=count.yellow),
        say("overview.green", lang, n=count.green),
        say("overview.pending", lang, n=count.pending),
        grey,
    ]
    said = spaced(say("clause", lang).join(parts) + say("stop", lang))
    return said[:1].upper() + said[1:]


def under_way(frame: DataFrame, shown: int, lang: str) -> str:
    """Over the small multiples: how many are under way, above and below the required path."""
    going = frame[frame["status"].isin(["reversing", "far_behind", "behind", "at_risk", "on_track"])]
    if going.empty:
        return spaced(say("multiples.head.none", lang, n=shown))
    above = int(going["status"].eq("on_track").sum())
    words = say("multiples.head", lang, n=len(going), above=above, below=len(going) - above)
    return spaced(words)


def dimensions_head(rows: list[DimensionRow], lang: str) -> str:
    """Where the red lights are, over the unit chart."""
    with_red = [row for row in rows if row.lights.red]
    if not with_red:
        return say("dimensions.no_red", lang)
    first = max(with_red, key=lambda row: row.lights.red)
    if len(with_red) == 1:
        return spaced(say("dimensions.one_red", lang, name=row_name(first, lang), n=first.lights.red))
    free = [row for row in rows if not row.lights.red]
    if free and len(free) <= WORST:
        names = say("list", lang).join(row_name(row, lang) for row in free)
        return spaced(say("dimensions.some_free", lang, n=len(with_red), names=names))
    if sum(row.lights.red == first.lights.red for row in with_red) > 1:
        return spaced(say("dimensions.spread", lang, n=len(with_red)))
    return spaced(say("dimensions.most", lang, n=len(with_red), name=row_name(first, lang), k=first.lights.red))


def row_name(row: DimensionRow, lang: str) -> str:
    """The name of a unit row: its dimension, brand and foundation together, or the rest."""
    if len(row.dimensions) == 1:
        return say(f"dimension.{row.dimensions[0]}", lang)
    if set(row.dimensions) == {"brand", "foundation"}:
        return say("dimensions.brand_foundation", lang)
    return spaced(say("dimensions.rest", lang, n=len(row.dimensions)))


def attention_head(shown: int, count: Lights, lang: str) -> str:
    """Over the list of what needs attention: whether every red light is in it."""
    if not count.attention:
        return say("attention.none", lang)
    if not count.red:
        return spaced(say("attention.no_red", lang, n=shown))
    if count.red > shown:
        return spaced(say("attention.more_red", lang, n=shown, red=count.red))
    rest = shown - count.red
    if rest <= 0:
        return spaced(say("attention.all_red", lang, n=shown, red=count.red))
    return spaced(say("attention.red_and_yellow", lang, n=shown, red=count.red, yellow=rest))


def chance_head(frame: DataFrame, lang: str, *, short: bool = False) -> str:
    """Over the list by chance: how many targets have a forecast, and how many are likelier missed than met."""
    of, n = _unlikely(frame)
    if not of:
        return say("chance.head.none", lang)
    if not n:
        return spaced(say("chance.head.fine", lang, of=of))
    return spaced(say("chance.head.short" if short else "chance.head", lang, of=of, n=n))


def chance_rest(frame: DataFrame, lang: str) -> str:
    """The same as a sentence of its own; "" where nothing is forecast."""
    of, n = _unlikely(frame)
    if not of:
        return ""
    return spaced(say("chance.rest" if n else "chance.rest.fine", lang, of=of, n=n) + say("stop", lang))


def _unlikely(frame: DataFrame) -> tuple[int, int]:
    """How many have a probability, and how many one below one half."""
    return int(frame["probability"].notna().sum()), int(frame["probability"].lt(0.5).sum())


def changes_head(moved: Moves | None, as_of: date, lang: str) -> str:
    """Over the changes."""
    if moved is None:
        return say("changes.no_date", lang)
    day = day_words(moved.since, lang, now=as_of)
    if not moved.better and not moved.worse:
        return spaced(say("changes.same.grey" if moved.grey else "changes.same", lang, day=day))
    return spaced(say("changes.head", lang, day=day, better=moved.better, worse=moved.worse))


def regions_head(table: DataFrame, level: str, lang: str) -> str:
    """Where the red lights are, over the regions side by side."""
    parts = say(f"regions.parts.{level}", lang)
    if table.empty:
        return spaced(say("regions.none", lang, parts=parts))
    if not table[["red", "yellow", "green", "pending", "grey"]].to_numpy().sum():
        return spaced(say("regions.no_targets", lang, parts=parts))
    if not table["red"].sum():
        return spaced(say("regions.no_red", lang, parts=parts))
    worst = table.iloc[int(table["red"].to_numpy().argmax())]
    free = table[table["red"].eq(0) & (table[["yellow", "green"]].sum(axis=1) > 0)]
    name = str(worst[f"name_{lang}"])
    if 0 < len(free) <= WORST:
        names = say("list", lang).join(free[f"name_{lang}"])
        return spaced(say("regions.most_and_free", lang, name=name, n=int(worst["red"]), names=names))
    if table["red"].eq(worst["red"]).sum() > 1:
        return spaced(say("regions.spread", lang, n=int(table["red"].gt(0).sum()), parts=parts))
    return spaced(say("regions.most", lang, name=name, n=int(worst["red"])))
