"""Every target found, in a table: status, name with its reading marks, dated figures, rule, section, who answers."""

from collections.abc import Sequence

from pandas import DataFrame

from charts.each import each
from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.library.names import due, every_owner, marks, plans_of
from ui.panels.base import panel, status, table
from ui.place import Place
from ui.records.paging import Part, pager
from ui.rows import explained
from ui.typography import spaced

COLUMNS = (
    ("status", "c-status"),
    ("target_name", "c-name"),
    ("target", "c-figure"),
    ("rule", "c-rule"),
    ("section", "c-section"),
    ("owner", "c-owner"),
)


def listed(shown: Part, n: int, dated: DataFrame, place: Place, *, every: bool) -> Markup:
    """The panel with one page of the ``n`` targets found, or of ``every`` target there is; ``dated`` has every dated
    figure of every target.
    """
    lang = place.lang
    title = spaced(say("targets.head" if every else "library.targets.head", lang, n=n))
    heads = [(_head(name, lang), style) for name, style in COLUMNS]
    figures_of = {str(target): list(each(rows)) for target, rows in _of(shown.rows, dated).groupby("target_id")}
    plans = plans_of(shown.rows, place)
    rows = [_row(row, figures_of[str(row.target_id)], place, plans) for row in each(shown.rows)]
    return panel(title, table(heads, rows, cls="list library", caption=title), pager(shown, place))


def _head(name: str, lang: str) -> str:
    own = ("rule", "section")
    return say(f"library.column.{name}" if name in own else f"column.{name}", lang)


def _of(rows: DataFrame, dated: DataFrame) -> DataFrame:
    return dated[dated["target_id"].isin(set(rows["target_id"]))]


def _row(row: Row, dated: Sequence[Row], place: Place, plans: dict[str, str]) -> Markup:
    lang = place.lang
    section = row.section if figures.known(row.section) else say("value.dash", lang)
    return el(
        "tr",
        el("td", status(row.status, lang), cls="c-status"),
        el("th", name_cell(row, place, plans), cls="c-name", scope="row"),
        el("td", *(_dated(one, lang) for one in dated), cls="c-figure"),
        el("td", say(f"rule.{row.rule}", lang), cls="c-rule"),
        el("td", el("span", section), el("span", row.target_id, cls="soft small line"), cls="c-section"),
        owners_cell(row, lang),
    )


def name_cell(row: Row, place: Place, plans: dict[str, str]) -> Markup:
    """The full name, which opens the explanation; under it how the text was read, and which plan it is of."""
    lang = place.lang
    name = explained(place, figures.key(row), spaced(figures.name(row, lang, short=False)))
    said = [plans[row.plan]] if plans else []
    if place.plan == row.plan and row.region != place.region:
        said.append(say("library.judged_for", lang, region=figures.region_name(row, lang)))
    said += marks(row, lang) + ([say("mark.demo", lang)] if row.demo else [])
    under = el("span", say("dot", lang).join(said), cls="soft small line") if said else ""
    return el("span", name, under)


def _dated(row: Row, lang: str) -> Markup:
    shown = el("strong", figures.target(row, lang))
    return el("span", shown, el("span", due(row, lang), cls="soft small line"), cls="dated")


def owners_cell(row: Row, lang: str) -> Markup:
    """Who answers: the first two, all where one points; whether the text names them or they were inferred."""
    named = spaced(figures.owners(row, lang, most=2))
    basis = str(row.owner_basis) if figures.known(row.owner_basis) and row.owner_basis else ""
    has = figures.known(row.owners_zh) and len(row.owners_zh) > 0
    under = el("span", say(f"owner.basis.{basis}", lang), cls="soft small line") if basis and has else ""
    return el("td", el("span", named, cls="clamp", title=every_owner(row, lang)), under, cls="c-owner")
