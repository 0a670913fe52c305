"""Which figures a verdict rests on: role, date, value, source, load."""

from config.text import say
from ui import figures
from ui.figures import Row
from ui.html import Markup, el
from ui.panels.base import panel, quiet, table

COLUMNS = ("role", "date", "value", "source", "load", "state")


def inputs(row: Row, document: str, lang: str, *, level: str = "h2") -> Markup:
    """The panel: base, current value, target or benchmark; those that are missing are not listed. ``level`` is that of
    its heading.
    """
    rows = [
        _row("base", row.base_date, row.base, row.base_source, row.base_load, _origin(row, lang), row, lang),
        _row(
            "current",
            row.current_date,
            row.current,
            row.current_source,
            row.current_load,
            _current(row, lang),
            row,
            lang,
        ),
        _target(row, document, lang),
    ]
    heads = [(say(f"why.column.{column}", lang), "num" if column == "value" else "") for column in COLUMNS]
    shown = [made for made in rows if made is not None]
    title = say("why.inputs", lang)
    if not shown:
        return panel(title, quiet(say("why.inputs.none", lang)), level=level)
    return panel(title, table(heads, shown, cls="list inputs"), level=level)


def _row(
    role: str, day: object, x: float, source: object, load: object, state: str, row: Row, lang: str
) -> Markup | None:
    if not figures.known(x):
        return None
    dash = say("value.dash", lang)
    return el(
        "tr",
        el("th", say(f"why.role.{role}", lang), scope="row"),
        el("td", _day(day) or dash),
        el("td", el("strong", figures.value(row, x, lang)), cls="num"),
        el("td", _source(source, lang) or dash),
        el("td", say("why.load", lang, load=load) if figures.known(load) and str(load) else dash),
        el("td", state or dash),
    )


def _source(source: object, lang: str) -> str:
    """A figure's source as loaded; that of made-up figures in the language of the screen."""
    if not figures.known(source) or not source:
        return ""
    made_up = {say(key): key for key in ("demo.source", "demo.evidence")}
    return say(made_up[str(source)], lang) if str(source) in made_up else str(source)


def _target(row: Row, document: str, lang: str) -> Markup:
    """The target's row: its figure as the plan writes it, and the section it stands in."""
    state = say("why.target.implied" if _yes(row.implied) else "why.target.written", lang)
    if row.rule == "benchmark":
        state = say("why.target.benchmark", lang)
    where = say("why.section", lang, document=document, section=row.section)
    return el(
        "tr",
        el("th", say("why.role.target", lang), scope="row"),
        el("td", _day(row.due) or say("value.dash", lang)),
        el("td", el("strong", figures.target(row, lang)), cls="num"),
        el("td", where),
        el("td", row.target_id),
        el("td", state),
    )


def _origin(row: Row, lang: str) -> str:
    known = figures.known(row.base_origin) and row.base_origin
    return say(f"why.base.{row.base_origin}", lang) if known else ""


def _current(row: Row, lang: str) -> str:
    words = [say("why.current.rollup", lang)] if row.current_origin == "rollup" else []
    words += [say("point.provisional", lang)] if _yes(row.provisional) else []
    words += [say("point.demo", lang)] if _yes(row.demo) else []
    return say("list", lang).join(words)


def _day(day: object) -> str:
    return day.date().isoformat() if figures.known(day) else ""  # type: ignore[attr-defined]


def _yes(cell: object) -> bool:
    return figures.known(cell) and cell not in (False, "", "no")
