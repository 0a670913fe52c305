"""Every target of every plan on the indicator: rule and figure, due date, status; the place's plan first."""

import pandas as pd
from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import cache, figures, own
from ui.figures import Row
from ui.html import Markup, el
from ui.indicator.known import Known
from ui.panels.base import panel, quiet, status, table
from ui.place import Place
from ui.rows import explained
from ui.typography import spaced

COLUMNS = (
    ("status", "c-status"), ("plan", "c-name"), ("region", "c-where"), ("rule", "c-rule wider"), ("target", "num"),
    ("now", "num"), ("gap", "num"), ("due", "c-due"), ("owner", "c-owner"),
)  # fmt: skip
MARKS = ("implied", "aspirational", "conflict")


def promises(known: Known) -> Markup:
    """The panel: one row a target and due date, each leading to its explanation, to its plan and to who answers."""
    lang = known.lang
    plans = _plans(known)
    blocks = [(plan, at, rows) for plan in plans for at, rows in [_of(plan, known)] if len(rows)]
    n = sum(rows["target_id"].nunique() for _, _, rows in blocks)
    if not blocks:
        return panel(say("indicator.promises.none", lang), quiet(say("indicator.promises.quiet", lang)))
    head = say("indicator.promises", lang, n=n, plans=say("indicator.plans", lang, n=len(blocks)))
    rows = [_row(row, at, known) for _, at, found in blocks for row in each(found)]
    heads = [(say(f"indicator.column.{name}", lang), style) for name, style in COLUMNS]
    return panel(spaced(head), table(heads, rows, cls="list long promises", caption=head))


def _plans(known: Known) -> list[str]:
    """The plans with targets on the indicator, the place's first, then in the order of the pickers."""
    those = set(known.about.plans)
    codes = [code for code in cache.plans()["id"] if code in those]
    return sorted(codes, key=lambda code: code != known.place.plan)


def moved(place: Place, plan: str) -> Place:
    """This place in another plan: its newest date and, where the place's region is not in it, its own region."""
    if plan == place.plan:
        return place.model_copy(update={"why": None})
    as_of = cache.default_as_of(plan, place.demo)
    codes = list(cache.regions(plan)["code"])
    region = place.region if place.region in codes else str(codes[0])
    since = cache.compared_with(plan, as_of)
    return place.model_copy(
        update={"plan": plan, "region": region, "as_of": as_of, "since": since, "why": None},
    )


def _of(plan: str, known: Known) -> tuple[Place, DataFrame]:
    """A plan's targets on the indicator at their region, or at the place's own where they bind it too."""
    at = moved(known.place, plan)
    if plan == known.place.plan:
        frame = known.frame
    else:
        every = cache.assessments(plan, at.as_of, at.demo, at.known)
        frame = every[every["indicator_id"].eq(known.about.indicator_id)]
    here = frame[frame["region"].eq(at.region)]
    rest = frame[frame["own"].astype(bool) & ~frame["target_id"].isin(here["target_id"])]
    return at, pd.concat([here, rest]).sort_values(["position", "due"], kind="stable")


def _row(row: Row, at: Place, known: Known) -> Markup:
    lang, place = known.lang, known.place
    same = at.plan == place.plan
    verdict = status(row.status, lang)
    away = own.link(at, verdict, own={"indicator": row.indicator_id})
    gap, dash = figures.gap(row, lang), say("value.dash", lang)
    return el(
        "tr",
        el("td", explained(place, figures.key(row), verdict) if same else away, cls="c-status"),
        el("th", *_plan(row, at, known), cls="c-name", scope="row"),
        el("td", figures.region_name(row, lang), cls="c-where"),
        el("td", say(f"rule.{row.rule}", lang), cls="c-rule wider soft"),
        el("td", el("strong", figures.target(row, lang)), cls="num"),
        el("td", figures.value(row, row.current, lang) or dash, cls="num"),
        el("td", gap or _why(row, lang), cls="num" if gap else "num reason"),
        el("td", row.due.date().isoformat() if figures.known(row.due) else dash, cls="c-due"),
        el("td", _owner(row, at, lang), cls="c-owner"),
    )


def _plan(row: Row, at: Place, known: Known) -> list[object]:
    """The plan by name, and below it section, reading marks and, for another plan, the date of its status."""
    lang = known.lang
    plan = cache.plans().set_index("id").loc[row.plan]
    same = at.plan == known.place.plan
    page = "library" if same else ""
    kept = {} if same else {"indicator": row.indicator_id}
    name = own.link(at, spaced(str(plan[f"title_{lang}"])), page=page, own=kept)
    under = [say("indicator.section", lang, section=row.section)]
    under += [say(f"binding.{row.binding}", lang)] if row.binding in ("yes", "no") else []
    under += [say(f"mark.{mark}", lang) for mark in MARKS if _set(getattr(row, mark))]
    under += [] if same else [say("foot.as_of", lang, day=at.as_of.isoformat())]
    under += [say("mark.demo", lang)] if row.demo else []
    words = say("dot", lang).join(under)
    return [el("span", name, cls="clamp"), el("span", spaced(words), cls="soft small below")]


def _owner(row: Row, at: Place, lang: str) -> object:
    words = spaced(figures.owners(row, lang))
    found = row.departments if figures.known(row.departments) and not isinstance(row.departments, str) else []
    return own.link(at, words, page="department", own={"department": found[0]}) if len(found) else words


def _why(row: Row, lang: str) -> str:
    """What stands in the place of a gap: the reason of a grey verdict."""
    if row.status == "not_assessable" and figures.known(row.reason) and row.reason:
        return say(f"reason.{row.reason}", lang)
    return say("value.dash", lang)


def _set(cell: object) -> bool:
    return figures.known(cell) and cell not in ("", False, "no")
