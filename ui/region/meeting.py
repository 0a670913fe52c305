"""The sheet of a region on one screen of the meeting view: what needs attention anywhere, beside the worst regions; how
much is left out is said. Where nothing needs attention, the counts of every region.
"""

from config.text import say
from ui.html import Markup, el, join
from ui.meeting import measure, notice
from ui.order import ATTENTION, LIGHTS
from ui.panels.base import board, guarded, headline, light_glyph, panel
from ui.place import Place
from ui.region import says
from ui.region.fitting import Fit, Wanted, pressing, short
from ui.region.grid import Column, Grid, Line
from ui.region.table import region_head, target_row
from ui.rows import link
from ui.typography import spaced
from ui.width import bucket

LONG, ZONE = 5, 3  # signs of a Chinese name that may break, and of its last part


def screen(place: Place, grid: Grid) -> Markup:
    """The whole screen; ``grid`` has lines."""
    lang, size = place.lang, bucket()
    said, rest = says.sentence(grid, lang), says.rest(grid, lang)
    left = measure.left_under(said, rest, size) - notice.height(place, size)
    wanted = Wanted(grid, pressing(grid), size, lang)
    return board(headline(said, rest), guarded("heat", lang, lambda: _panel(wanted, left, place)), cls="meet")


def _panel(wanted: Wanted, height: float, place: Place) -> Markup:
    """The table, and beside its title the way to what it leaves out."""
    grid, title = wanted.grid, _title(wanted)
    found = wanted.fit(height - measure.heading(title, _left_out(wanted), wanted.bucket))
    more = _left_out(wanted, found)
    beside = link(place, more, present=False, cls="under") if more else None
    drawn = _table(found, grid, place) if found.lines else _counts(found, grid, place)
    return panel(title, drawn, beside=beside, cls="heat-panel")


def _title(wanted: Wanted) -> str:
    """What the table shows, and in which order."""
    lang, grid, n = wanted.lang, wanted.grid, len(wanted.lines)
    words = {"parts": says.parts(grid, lang), "name": grid.own.name}
    if not n:
        return say("region.meet.lights", lang, **words)
    own = not grid.own.whole and grid.own.lights.attention
    return spaced(say("region.meet.own" if own else "region.meet", lang, n=n, **words))


def _left_out(wanted: Wanted, found: Fit | None = None) -> str:
    """How many targets and regions stand on the sheet only, "" where none does; without ``found`` the longest it may
    get.
    """
    lang = wanted.lang
    lines = len(wanted.lines) - (len(found.lines) if found else 0)
    columns = len(wanted.columns) - (len(found.columns) if found else 0)
    parts = says.parts(wanted.grid, lang, one=columns == 1)
    said = [say("region.meet.targets", lang, n=lines)] if lines else []
    said += [say("region.meet.parts", lang, n=columns, parts=parts)] if columns else []
    what = say("list", lang).join(said)
    return spaced(say("region.meet.more", lang, what=what, page=say("page.region", lang))) if said else ""


def _table(found: Fit, grid: Grid, place: Place) -> Markup:
    lang = place.lang
    label = spaced(say("region.meet.counts", lang, n=len(grid.lines)))
    counts = el("tr", el("th", label, colspan=2, cls="heat-name", scope="row"), *_reds(found.columns, lang))
    body = (target_row(_flat(line), found.columns, place) for line in found.lines)
    return el(
        "table",
        _widths(found),
        el("thead", _heads(found, grid, place), counts),
        el("tbody", *body),
        cls="heat",
        style=f"--air:{found.air}px",
    )


def _flat(line: Line) -> Line:
    """A line that stands for itself: by urgency the rows of 其中 are not under their parents."""
    return Line(line.row._replace(depth=0), line.cells)


def _widths(found: Fit) -> Markup:
    shares = (found.name, *((found.goal,) if found.lines else ()), *found.shares)
    return el("colgroup", *(el("col", style=f"width:{share:.2%}") for share in shares))


def _heads(found: Fit, grid: Grid, place: Place) -> Markup:
    lang = place.lang
    left = [el("th", say("region.column.target", lang), cls="heat-name", scope="col")]
    if found.lines:
        left.append(el("th", say("region.column.goal", lang), cls="heat-goal", scope="col"))
    names = (region_head(column, _breakable(short(column, grid, lang)), place) for column in found.columns)
    return el("tr", *left, *names)


def _breakable(name: str) -> Markup:
    """A name that breaks, where it is long, before what kind of zone it is: its last three signs in Chinese."""
    return join([name[:-ZONE], el("wbr"), name[-ZONE:]]) if len(name) >= LONG and not name.isascii() else join([name])


def _reds(columns: list[Column], lang: str) -> list[Markup]:
    """The red and yellow lights of each region, which order the columns."""
    return [
        el("td", *(_run(column, light, lang) for light in ATTENTION), cls=f"heat-count {column.kind}".strip())
        for column in columns
    ]


def _run(column: Column, light: str, lang: str) -> Markup:
    n = column.lights.of(light)
    aloud = say("counted", lang, name=say(f"light.{light}", lang), n=n)
    return el("span", light_glyph(light), n, cls="run packed", role="img", aria_label=aloud)


def _counts(found: Fit, grid: Grid, place: Place) -> Markup:
    """Five lights by region."""
    rows = (
        el(
            "tr",
            el("th", light_glyph(light), el("span", say(f"light.{light}", place.lang)), cls="heat-name", scope="row"),
            *(el("td", column.lights.of(light), cls=f"heat-count {column.kind}".strip()) for column in found.columns),
        )
        for light in LIGHTS
    )
    return el("table", _widths(found), el("thead", _heads(found, grid, place)), el("tbody", *rows), cls="heat lights")
