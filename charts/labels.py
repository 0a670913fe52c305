"""Where the texts of a small multiple stand: beside their points, clear of lines, band and each other."""

from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from math import dist
from typing import Any, NamedTuple

from charts.cell import Cell
from charts.names import ems
from charts.theme import EDGE, Piece, Point, label
from config.tokens import Palette

BESIDE = 11  # px between a point and its figure
LINE, PEN = 1.4, 0.95  # em between two lines of text; between a point and the middle of a text over it
STEPS = (-1.15, 1.15, -1.4, 1.4, -1.8, 1.8)  # em from a point to the middle of a text over or under it
FAR = (*STEPS, -2.4, 2.4, -3.0, 3.0, -3.8, 3.8)  # for what need not stand right beside its point
GRAZES = 4  # px of a line under a text that do not ask for a ground
HIDES = 20  # times as bad to cover the point itself as to cover a line
TALL = 0.7  # em from the middle of a text to the end of its ground
NEAR, LEAD = 7, 16  # px from the due date: where a stroke to a text begins, where the text does

Stroke = tuple[Point, Point]
Named = tuple[list[Piece], list[Point | None]]


class Stop(NamedTuple):
    """Something that is named at the due date: its place on the canvas and its text."""

    x: float
    y: float
    text: str


def at_end(box: Cell, at: Point, text: str, font: int, *, start: float, gap: int, **look: Any) -> Piece:
    """The text of a line: at the right of its end, or over its start where the cell has no room at the right."""
    wide = ems(text) * font
    if at[0] + gap + wide <= box.edge + font * 0.4:
        return label(text, (at[0] + gap, at[1]), **look)
    return label(text, (max(min(start, box.edge - wide), box.left) - EDGE, at[1] - font * PEN), **look)


def beside(
    box: Cell, at: Point, text: str, font: int, *, goal: float | None, held: bool, before: float, ground: str
) -> Piece:
    """The figure of a last point, on the side away from the target; where it does not fit at the right, under the
    border of the cell and away from the line.

    ``goal`` and ``before`` are the heights of the target and of the point before, in px; ``held`` says that the
    target has a text at the right, to keep clear of.
    """
    x, y = at
    below = goal is None or goal <= y
    reach = x + BESIDE + ems(text) * font
    place, anchor, step = x + BESIDE, "left", font * PEN
    if reach > box.edge:
        place, anchor, step = box.edge, "right", font * 1.3
        below = before >= y
    if y + step > box.bottom - 2:
        below = False
    elif y - step < box.top - font * LINE:
        below = True
    height = y + (step if below else -step)
    if goal is not None and held and reach > box.right and abs(height - goal) < font * LINE:
        height = goal + font * (LINE if height >= goal else -LINE)
    return label(text, (place, height), anchor=anchor, bold=True, ground=ground)


class Space(NamedTuple):
    """The ground a text would cover."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """Where the text begins, at half its height."""
        return self.left, (self.top + self.bottom) / 2

    def meets(self, start: Point, stop: Point) -> bool:
        """Whether a stroke may lie inside, in part: its own bounds touch these."""
        (x, y), (to_x, to_y) = start, stop
        beside = (x < self.left and to_x < self.left) or (x > self.right and to_x > self.right)
        return not (beside or (y < self.top and to_y < self.top) or (y > self.bottom and to_y > self.bottom))

    def covers(self, start: Point, stop: Point) -> float:
        """How much of a straight stroke lies inside, in px."""
        if not self.meets(start, stop):
            return 0.0
        enter, leave = 0.0, 1.0
        for axis, low, high in ((0, self.left, self.right), (1, self.top, self.bottom)):
            way = stop[axis] - start[axis]
            if way == 0:
                continue
            first, second = sorted(((low - start[axis]) / way, (high - start[axis]) / way))
            enter, leave = max(enter, first), min(leave, second)
        return max(leave - enter, 0.0) * dist(start, stop)

    def covered(self, strokes: Iterable[Stroke]) -> float:
        """How much of some strokes lies inside, in px."""
        return sum(self.covers(start, stop) for start, stop in strokes)

    def strokes(self) -> list[Stroke]:
        """Strokes that stand for a text here, so that others keep clear of it."""
        return [((self.left, self.top), (self.right, self.bottom)), ((self.left, self.bottom), (self.right, self.top))]


def strokes(line: Iterable[Point | None]) -> list[Stroke]:
    """The straight pieces of a line; None lifts the pen."""
    return [(start, stop) for start, stop in pairwise(line) if start and stop]


def mark(at: Point, size: float) -> list[Stroke]:
    """Strokes that stand for a mark of a size."""
    (x, y), half = at, size / 2
    return [((x - half, y), (x + half, y)), ((x, y - half), (x, y + half))]


def ground_of(text: str, at: Point, font: int) -> Space:
    """The ground of a text that begins at a point."""
    return Space(at[0], at[1] - font * TALL, at[0] + ems(text) * font, at[1] + font * TALL)


def in_the_open(
    box: Cell,
    at: Point,
    text: str,
    font: int,
    lines: list[Stroke],
    band: list[Stroke],
    *,
    colours: Palette,
    steps: tuple[float, ...] = STEPS,
    also: Sequence[Point] = (),
) -> Piece:
    """The figure of a last point from which a band opens: over or under the point, where it covers the least of
    lines and band. What names a line may stand at other points of it ``also``.

    Where it does cover a line it gets a ground of its own, but never cuts a hole into a band.
    """
    wide, anchors = ems(text) * font, (at, *also)

    def space(anchor: Point, step: float, start: float) -> Space:
        left = max(min(anchor[0] + start, box.edge - wide), box.left - EDGE)
        return ground_of(text, (left, max(min(anchor[1] + step * font, box.bottom), box.top - font * 0.5)), font)

    reach, (xs, ys) = font * (max(steps) + 1.2), zip(*anchors, strict=True)
    around = Space(min(xs) - wide - font, min(ys) - reach, max(xs) + wide + font, max(ys) + reach)
    lines, band = ([stroke for stroke in kind if around.meets(*stroke)] for kind in (lines, band))

    def cost(placed: tuple[Point, Space]) -> float:
        anchor, place = placed
        far, own = abs(place.middle[1] - anchor[1]) / 4, mark(anchor, font * 0.8)
        return place.covered(lines) + place.covered(band) / 2 + place.covered(own) * HIDES + far

    places = product(anchors, steps, (BESIDE - wide, -wide / 2, -BESIDE, BESIDE, -wide))
    found = min(((place[0], space(*place)) for place in places), key=cost)[1]
    crosses = found.covered(lines) > GRAZES and not found.covered(band)
    return label(text, found.middle, bold=True, ground=colours.page if crosses else None)


def at_due_date(ends: Sequence[Stop], goal: Sequence[Stop], box: Cell, font: int, colours: Palette) -> Named:
    """The texts at the right of the due date: the upper and the lower end of the interval, and the target where it
    has a figure there. They keep their order; the target stays at its line as long as the others have room.

    A text moved off its place is led back to it by a stroke.
    """
    stops = sorted([*goal, *ends], key=lambda stop: stop.y)
    still = stops.index(goal[0]) if goal else None
    heights = _apart([stop.y for stop in stops], still, font * LINE, (font * 0.7, box.bottom + font * 1.2))
    drawn, leaders = [], list[Point | None]()
    for stop, y in zip(stops, heights, strict=True):
        colour = colours.ink if stop in goal else colours.muted
        drawn.append(label(stop.text, (max(stop.x for stop in stops) + LEAD, y), colour=colour))
        if abs(y - stop.y) > font * 0.35:
            leaders += [(stop.x + NEAR, stop.y), (stop.x + LEAD - 3, y), None]
    return drawn, leaders


def _apart(wanted: list[float], still: int | None, room: float, limits: tuple[float, float]) -> list[float]:
    """Heights from the top down, ``room`` apart and within the limits, each as near to its wish as that allows; the
    one that is ``still`` yields last.
    """
    made = list(wanted)
    if still is None:
        lack = max(room - (made[-1] - made[0]), 0.0) / 2 if len(made) > 1 else 0.0
        made[0], made[-1] = made[0] - lack, made[-1] + lack
        still = 0
    for here in range(still - 1, -1, -1):
        made[here] = min(made[here], made[here + 1] - room)
    for here in range(still + 1, len(made)):
        made[here] = max(made[here], made[here - 1] + room)
    made[-1] = min(made[-1], limits[1])
    for here in range(len(made) - 2, -1, -1):
        made[here] = min(made[here], made[here + 1] - room)
    made[0] = max(made[0], limits[0])
    for here in range(1, len(made)):
        made[here] = max(made[here], made[here - 1] + room)
    return made
