"""What the cells of a set of small multiples have drawn so far, and the traces it becomes."""

from dataclasses import dataclass, field

from charts.band import Band
from charts.band import traces as band_traces
from charts.labels import Space, Stroke, strokes
from charts.marks import Mark, glyphs, points
from charts.theme import Piece, Point, line
from config.tokens import Palette, tokens

Line = list[Point | None]


@dataclass
class Ink:
    """Lines, marks and labels of all cells; None lifts the pen between cells."""

    colours: Palette
    font: int
    head_lines: int
    lang: str
    series: Line = field(default_factory=list)
    earlier: Line = field(default_factory=list)
    target: Line = field(default_factory=list)
    required: Line = field(default_factory=list)
    benchmark: Line = field(default_factory=list)
    axis: Line = field(default_factory=list)
    breaks: Line = field(default_factory=list)
    provisional: list[Mark] = field(default_factory=list)
    seen: list[Mark] = field(default_factory=list)
    last: list[Mark] = field(default_factory=list)
    titles: list[Mark] = field(default_factory=list)
    leaders: Line = field(default_factory=list)
    labels: list[Piece] = field(default_factory=list)
    taken: list[Space] = field(default_factory=list)
    band: Band = field(default_factory=Band)

    def lines(self) -> list[Stroke]:
        """What a text keeps clear of."""
        drawn = (self.series, self.earlier, self.target, self.required, self.band.median, self.band.bracket)
        return [stroke for line in drawn for stroke in strokes(line)] + [
            stroke for space in self.taken for stroke in space.strokes()
        ]


def traces(ink: Ink) -> list[Piece]:
    """The traces in the order in which they lie over each other: axis and band first, glyphs last."""
    rules, colours = tokens().chart, ink.colours
    under, over = band_traces(ink.band, colours)
    drawn = [
        line("axis", ink.axis, colour=colours.grid, width=1.5),
        *under,
        line("target", ink.target, colour=colours.target, width=rules.thin),
        line("required", ink.required, colour=colours.target, width=rules.thin, dash=rules.required_dash),
        line("benchmark", ink.benchmark, colour=colours.compare, width=rules.hair),
        *over,
        line("leaders", ink.leaders, colour=colours.axis, width=1),
        line("earlier", ink.earlier, colour=colours.compare, width=rules.thin),
        line("series", ink.series, colour=colours.series, width=rules.line),
        line("breaks", ink.breaks, colour=colours.ink, width=rules.thin),
        _dots("seen", ink.seen, colours.series, hidden=True),
        _dots("provisional", ink.provisional, colours.series, hidden=False),
    ]
    return [
        *(trace for trace in drawn if trace["x"]),
        *glyphs(ink.last, rules.last + 2, colours),
        *glyphs(ink.titles, ink.font - 2, colours),
    ]


def _dots(name: str, marks: list[Mark], colour: str, *, hidden: bool) -> Piece:
    """Points of the series: invisible ones carry the pointer's text, provisional ones are open circles."""
    marker = {
        "symbol": "circle" if hidden else "circle-open",
        "size": 12 if hidden else tokens().chart.point + 2,
        "color": colour,
        "opacity": 0 if hidden else 1,
        "line": {"width": 2, "color": colour},
    }
    return points(name, [((mark.x, mark.y), mark.hover) for mark in marks], marker)
