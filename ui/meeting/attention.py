"""The list of what needs attention on screens of the meeting view: five rows each, as large as the room asks."""

from pandas import DataFrame

from charts.each import each
from charts.names import ems
from config.text import say
from config.tokens import Bucket
from ui import cache, figures, html, own
from ui.attention import says
from ui.attention.listed import ROWS, Asked, Listed, screens
from ui.attention.matter import matter
from ui.attention.spark import Size, spark
from ui.figures import Row
from ui.html import Markup, el
from ui.meeting import notice, room
from ui.meeting.pressing import figure
from ui.panels.base import board, glyph, headline, panel, quiet
from ui.place import Place
from ui.typography import spaced
from ui.width import bucket

HIGHEST: dict[Bucket, int] = {"w1920": 162, "w1366": 116, "w1024": 118}  # px of a row
SPARKS: dict[Bucket, Size | None] = {"w1920": Size(360, 84, 22), "w1366": Size(220, 66, 20), "w1024": None}
AIR: dict[Bucket, int] = {"w1920": 34, "w1366": 22, "w1024": 16}  # px between the columns
UNIT = 0.5  # of the size of the figure before it
REFUSED = 60  # px of a sentence about the address


def draw(place: Place, what: Asked, told: Listed, body: str, *, refused: bool) -> None:
    """Draw the screen the address asks for, the last one where there are fewer; ``refused`` says that a sentence about
    the address stands above.
    """
    lang, size = place.lang, bucket()
    found = screens(told.rows, what.light)
    light = found[min(what.page, len(found)) - 1].light if found else what.light
    head = says.sentence(told, light, place.since, place.as_of, lang, body)
    caption = say("attention.caption", lang) if found and SPARKS[size] else ""
    html.show(board(headline(head, ""), cls="meet"))
    if not found:
        html.show(board(panel(says.rest(told, light, None, place.as_of, lang, body), quiet(says.nothing(told, lang)))))
        return
    rows = found[min(what.page, len(found)) - 1].rows(told.rows)
    left = room.left_under(head, caption, size) - notice.height(place, size) - (REFUSED if refused else 0)
    html.show(board(el("p", caption, cls="rest caption"), screen(rows, place, size, left), cls="meet"))


def screen(rows: DataFrame, place: Place, size: Bucket, height: float) -> Markup:
    """The rows, each as high as the design has it or as ``height`` allows."""
    high = min(HIGHEST[size], int(height // ROWS))
    series = cache.series(place.plan, place.as_of, place.demo, place.known)
    widths = _widths(rows, size, place.lang)
    columns = f"grid-template-columns:{' '.join(widths)};column-gap:{AIR[size]}px;height:{high}px"
    return el("ol", *(_row(row, series, place, size, columns) for row in each(rows)), cls="meet-list")


def _widths(rows: DataFrame, size: Bucket, lang: str) -> list[str]:
    """Widths of glyph, name, picture, figure, target: figures stand under one another on a screen."""
    type_, drawn = room.sizes(size), SPARKS[size]
    numbers, words = [type_.small * 5.0], [type_.small * 6.0]
    for row in each(rows):
        shown = figures.value(row, row.current, lang)
        digits = sum(sign.isdigit() or sign in ".,\u2212" for sign in shown)
        numbers.append(digits * 0.58 * type_.figure + ems(shown[digits:]) * type_.figure * UNIT + 6)
        words += [ems(text) * type_.small + 4 for text in _said(row, lang)]
    picture = [f"{drawn.width}px"] if drawn else []
    return [f"{type_.body * 1.5:.0f}px", "minmax(0,1fr)", *picture, f"{max(numbers):.0f}px", f"{max(words):.0f}px"]


def _said(row: Row, lang: str) -> list[str]:
    """What stands beside the figure: the target, and what is missing to it."""
    aim = say("meeting.target", lang, target=figures.target(row, lang)) if row.unit != "yesno" else ""
    return [spaced(part) for part in (aim, figures.gap(row, lang)) if part]


def _row(row: Row, series: DataFrame, place: Place, size: Bucket, columns: str) -> Markup:
    lang, drawn, said = place.lang, SPARKS[size], _said(row, place.lang)
    name = own.link(place, spaced(figures.name(row, lang)), own={"one": figures.key(row)})
    picture = [el("span", spark(row, series, drawn, place.theme, lang))] if drawn else []
    beside = [el("span", part) for part in said[:1]] + [el("strong", part) for part in said[1:]]
    return el(
        "li",
        glyph(row.status, lang, spoken=False),
        el("span", el("span", name, cls="meet-name"), _under(row, lang, size), cls="meet-what"),
        *picture,
        el("span", figure(row, lang), cls="meet-now"),
        el("span", *beside, cls="meet-beside"),
        style=columns,
    )


def _under(row: Row, lang: str, size: Bucket) -> Markup:
    """Status, who answers and, where there is room, what matters most."""
    said = [el("span", spaced(figures.owners(row, lang, short=True)))]
    if SPARKS[size]:
        said.append(el("span", matter(row, lang)))
    return el("span", el("strong", say(f"status.{row.status}", lang)), *said, cls="meet-under")
