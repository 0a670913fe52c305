"""The indicator across regions: those of the plan against the target or ranked, and the place's parents and peers."""

from typing import NamedTuple

import pandas as pd
import streamlit as st
from pandas import DataFrame

from charts import regions as region_chart
from charts import theme
from charts.each import each
from charts.regions import Frame
from config.text import say
from config.tokens import Bucket
from ui import cache, counts, figures, html, overlay, strips
from ui.figures import Row
from ui.html import Markup, el
from ui.indicator.known import Known, above, better, latest, region_name
from ui.meeting import measure
from ui.panels.base import board, panel, quiet, table
from ui.place import Place
from ui.rows import link
from ui.typography import number, spaced
from ui.uploading.words import period

STILL = {"displayModeBar": False, "responsive": True}
SHOWN = 8
COMPARABLE = 2
SECTION, ROW, AIR = 1.2, 2.1, 30  # a title and a row of a table in parts of the type; px between the parts
FEW = 6  # regions that leave room for the peers beside the line
RATES = ("rate", "index")


class Room(NamedTuple):
    """What the regions may take: the canvas of their dots, and the height with the title, in px."""

    frame: Frame
    height: float


def draw(known: Known, size: Bucket, room: Room | None = None) -> None:
    """Regions of the plan: as dots against the target where one is set on them, else in a table; all of them, or as
    many as there is ``room`` for.
    """
    rows = against(known)
    if int(rows["gap"].notna().sum()) < COMPARABLE:
        html.show(board(_ranked(known, _rows_in(room))))
        return
    lang = known.lang
    named = cache.regions(known.place.plan).set_index("code")["short_zh"]
    rows = rows.assign(region_zh=rows["region"].map(named).fillna(rows["region_zh"]))
    top = str(cache.regions(known.place.plan)["code"].iloc[0])
    whole = counts.headlines(known.frame, top)
    frame = room.frame if room else strips.FRAMES[size]
    head, aim = title(rows, known), _aim(rows, lang)
    most = _dots_in(room, head, aim) if room else len(rows)
    if room and figures.long_unit(next(each(rows)), lang):  # the line over the strip says it once for all
        rows, whole = (part.assign(unit="ratio") for part in (rows, whole))
    marks = strips.marks([rows], whole, most, own=known.place.region, lang=lang).assign(title=aim)
    figure = region_chart.strips(marks, frame=frame, lang=lang, theme=known.place.theme)
    html.show(board(panel(head)))
    with st.container(key="strips"):
        st.plotly_chart(figure, theme=None, config=STILL, key="strips-figure", alt=theme.alt_of(figure))
        html.show(overlay.over_strips(marks, frame, known.place))


def _dots_in(room: Room, title: str, aim: str) -> int:
    """How many regions stand on a strip under its title."""
    frame = room.frame
    over = measure.folded(title, frame.width, frame.font * SECTION) * frame.font * SECTION * 1.4 + AIR
    left = room.height - over - region_chart.height_of(0, frame, aim, remark=True)
    return int(left // frame.row)


def _rows_in(room: Room | None) -> int | None:
    """How many regions a table holds, with its title on two lines and the line for the rest; None for all."""
    if room is None:
        return None
    font = room.frame.font
    return max(int((room.height - font * SECTION * 2.8 - font * 3 - AIR) // (font * ROW)), 1)


def few(known: Known) -> bool:
    """Whether the regions are so few that the peers stand under them."""
    return len(cache.regions(known.place.plan)) - 1 <= FEW


def against(known: Known) -> DataFrame:
    """The verdicts of one target in the regions below the plan's, the widest gap first: of the targets on the place,
    else of the plan's, the first that two regions can be held to.
    """
    top = str(cache.regions(known.place.plan)["code"].iloc[0])
    below = known.frame[known.frame["headline"].astype(bool) & known.frame["region"].ne(top)]
    rows = below.head(0)
    for target in dict.fromkeys([*known.here["target_id"], *known.frame["target_id"]]):
        rows = below[below["target_id"].eq(target)]
        if int(rows["gap"].notna().sum()) >= COMPARABLE:
            break
    return strips.by_gap(rows)


def title(rows: DataFrame, known: Known) -> str:
    """How many of the regions with a gap have reached the target, and how far behind the last one is."""
    lang = known.lang
    judged = rows[rows["gap"].notna()]
    worst = next(each(judged))
    met = int(judged["gap"].ge(0).sum())
    words = {"n": len(judged), "k": met, "region": figures.region_name(worst, lang), "gap": figures.gap(worst, lang)}
    kind = "all" if met == len(judged) else "none" if not met else "some"
    if kind != "all" and not words["gap"]:
        kind += ".plain"
    return spaced(say(f"indicator.places.{kind}", lang, **words))


def _aim(rows: DataFrame, lang: str) -> str:
    """The target the regions are held to, with its due date."""
    row = next(each(rows))
    due = row.due.date().isoformat() if figures.known(row.due) else say("value.none", lang)
    return spaced(say("indicator.places.aim", lang, aim=figures.target(row, lang), due=due))


def _ranked(known: Known, most: int | None) -> Markup:
    """The regions of the plan with figures in a table, the better first; of more than ``most`` the best and the own."""
    lang, place = known.lang, known.place
    codes = list(cache.regions(place.plan)["code"])
    found = ordered(known, latest(known.told[known.told["region"].isin(codes[1:])]))
    parts = say(f"regions.parts.{cache.regions(place.plan)['level'].iloc[0]}", lang)
    if found.empty:
        return panel(say("indicator.places.nothing", lang, parts=parts), quiet(say("indicator.places.quiet", lang)))
    missing = len(codes) - 1 - len(found)
    head = say("indicator.places.ranked", lang, parts=parts, n=len(found))
    shown = found if most is None else _first(found, most, place.region)
    rest = {"more": len(found) - len(shown), "missing": missing}
    said = [spaced(say(f"indicator.places.{kind}", lang, n=n)) for kind, n in rest.items() if n]
    lack = el("p", (" " if lang == "en" else "").join(said), cls="rest") if said else ""
    return panel(spaced(head), _table(known, shown, place.region), lack)


def _first(found: DataFrame, most: int, own: str) -> DataFrame:
    """The first rows, the own one among them."""
    mine = found["region"].eq(own)
    others = found[~mine].head(max(most - int(mine.sum()), 0))
    return found[mine | found.index.isin(others.index)]


def peers(known: Known) -> Markup:
    """The panel of the place's parents and of regions of its level outside the plan, beside its own figure."""
    lang, place = known.lang, known.place
    plan = set(cache.regions(place.plan)["code"])
    newest = latest(known.told)
    up = [code for code in above(place.region) if code in set(newest["region"])]
    level = _level(place)
    same = newest["level"].eq(level) & ~newest["region"].isin([*plan, *up])
    own = newest[newest["region"].eq(place.region)]
    parents = newest.set_index("region", drop=False).loc[up] if up else newest.head(0)
    others = ordered(known, newest[same])
    if parents.empty and others.empty:
        return panel(say("indicator.peers.none", lang), quiet(say("indicator.peers.quiet", lang)))
    kind = "beside" if parents.empty else "above" if others.empty else "both"
    head = spaced(say(f"indicator.peers.{kind}", lang, ups=len(parents), n=len(others)))
    parts: list[object] = [_table(known, pd.concat([own, parents, others.head(SHOWN)]), place.region)]
    if len(others) > SHOWN:
        more = spaced(say("indicator.peers.more", lang, n=len(others) - SHOWN))
        rest = _table(known, others.iloc[SHOWN:], place.region)
        parts.append(el("details", el("summary", more), rest, cls="sum-box"))
    return panel(head, *parts)


def _level(place: Place) -> str:
    regions = cache.regions(place.plan).set_index("code")["level"]
    return str(regions[place.region])


def ordered(known: Known, rows: DataFrame) -> DataFrame:
    """The better first; where nobody says what is better, the higher."""
    return rows.sort_values("value", ascending=better(known.about) < 0, kind="stable")


def _table(known: Known, rows: DataFrame, own: str) -> Markup:
    lang = known.lang
    mine = latest(known.series(own))
    reference = float(mine["value"].iloc[0]) if len(mine) and known.about.kind in RATES else None
    heads = [("region", "c-region"), ("value", "num"), ("period", "c-when")]
    if reference is not None:
        heads.append(("away", "c-away"))
    made = [_row(known, row, own, reference) for row in each(rows)]
    named = [(say(f"indicator.column.{name}", lang), style) for name, style in heads]
    return table(named, made, cls="list long around")


def _row(known: Known, row: Row, own: str, reference: float | None) -> Markup:
    lang, place = known.lang, known.place
    name = region_name(row.region, lang)
    inside = row.region in set(cache.regions(place.plan)["code"])
    there = link(place, name, page="region", region=row.region, why=None) if inside else name
    cells = [
        el("th", there, cls="c-region", scope="row"),
        el("td", el("strong", known.value(row.value)), cls="num"),
        el("td", period(row.period_start.date(), row.period_end.date(), lang), cls="c-when soft"),
    ]
    if reference is not None:
        cells.append(el("td", "" if row.region == own else _away(known, float(row.value) - reference), cls="c-away"))
    return el("tr", *cells, cls="own" if row.region == own else "")


def _away(known: Known, away: float) -> str:
    """How far above or below the place's own figure."""
    kind = "above" if away > 0 else "below" if away < 0 else "same"
    about = known.about
    decimals = int(about.decimals) if figures.known(about.decimals) else 1
    short = figures.amount(about, abs(away), known.lang, short=True)
    amount = short if about.unit in figures.SHORT_WORDS else number(abs(away), decimals, lang=known.lang)
    return spaced(say(f"indicator.away.{kind}", known.lang, amount=amount))
