"""Settle where region, indicator and period of every figure stand, and which columns hold the figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from data.ingest.finding import Finding, Unreadable, letters
from data.ingest.mapping import Mapping, Place, Role
from data.ingest.shape_across import Across, Signature, across, name_at, signature
from data.ingest.shape_columns import HALF, Column
from data.ingest.shape_fixed import Facts
from data.ingest.shape_grid import Grid
from data.ingest.shape_names import Names
from data.ingest.shape_stubs import Stub, stub_of
from data.ingest.shape_words import EXTRAS, ROLES, is_unit, period_inside, year_of
from data.ingest.table import Axis, Question

UNREAD = ("reference", "total", "aside")
SHORT = 3  # signs of a unit nobody knows; bodies that report have longer names


@dataclass
class Roles:
    """What was settled, and the questions left."""

    values: list[Column] = field(default_factory=list)
    axes: dict[Role, Axis] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    across: Across = field(default_factory=Across)
    taken: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Scene:
    """All that is known of a sheet when roles are settled."""

    sheet: str
    grid: Grid
    header: tuple[int, ...]
    first: int
    columns: list[Column]
    facts: Facts
    names: Names
    mapping: Mapping

    @property
    def row(self) -> int:
        """The row, from 1, that questions and findings point at."""
        return (self.header[-1] if self.header else self.first) + 1

    def letters(self, columns: Sequence[int]) -> tuple[str, ...]:
        return tuple(letters(column + 1) for column in columns)

    def refused(self, code: str, column: int = -1, value: str = "", other: str = "") -> Unreadable:
        """A finding at the header."""
        return Unreadable(Finding("error", code, self.sheet, self.row, column + 1, value, other))

    def ask(self, about: Place, columns: Sequence[int] = (), text: str = "") -> Question:
        """A question at the header."""
        column = columns[0] + 1 if columns else 0
        return Question(about, text, self.letters(columns), self.row, column)


def settle(scene: Scene) -> Roles:
    """Roles, columns of figures and questions. Raises Unreadable where a layout cannot be read."""
    stubs = {role: _stub(scene, role) for role in ROLES}
    taken = {index for stub in stubs.values() for index in stub.any}
    roles = Roles(values=_candidates(scene, taken), taken=taken)
    if not roles.values and not any(column.content == "figure" and not column.serial for column in scene.columns):
        raise scene.refused("no_values")
    roles.across = across(scene.grid, scene.header, roles.values, scene.names)
    located = bool(stubs["indicator"].any or _told(scene, "indicator"))
    if located and roles.across.indicator and not roles.across.known:
        roles.values = _clean(scene, roles)
        roles.across = across(scene.grid, scene.header, roles.values, scene.names)
    for role in ROLES:
        _settle_role(scene, roles, role, stubs[role])
    _settle_values(scene, roles)
    _own_region(scene, roles)
    return roles


def _stub(scene: Scene, role: Role) -> Stub:
    """The label column of a role: as answered, else as found."""
    answered = scene.mapping.column(role)
    if answered is not None:
        if answered >= scene.grid.width:
            raise scene.refused("no_such_column", answered, value=letters(answered + 1))
        return Stub((answered,), said=True)
    if role in scene.mapping.fixed and not (role == "period" and _year_answered(scene)):
        return Stub()
    found = stub_of(role, scene.grid, scene.columns, scene.first, scene.names)
    _one_table(scene, found)
    value = scene.mapping.column("value")
    return Stub() if value is not None and value in found.any else found


def _one_table(scene: Scene, found: Stub) -> None:
    """Refuses two tables side by side: the same heading of a role twice, with figures between."""
    columns = {column.index: column for column in scene.columns}
    for one, other in pairwise(found.rivals):
        between = any(columns[index].content == "figure" for index in range(one + 1, other) if index in columns)
        if found.said and between and columns[one].path == columns[other].path:
            raise scene.refused("same_heading", other, " ".join(columns[other].path), letters(one + 1))


def _year_answered(scene: Scene) -> bool:
    """Whether months or quarters stand in the file and the answer may give their year."""
    return stub_of("period", scene.grid, scene.columns, scene.first, scene.names).parts


def _told(scene: Scene, role: Role) -> bool:
    """Whether one text holds for all: answered, or behind its own word above the table."""
    return role in scene.mapping.fixed or role in scene.facts.keyed


def _candidates(scene: Scene, taken: set[int]) -> list[Column]:
    """The columns that may hold figures to read."""
    value = scene.mapping.column("value")
    if value is not None:
        found = [column for column in scene.columns if column.index == value]
        if not found:
            raise scene.refused("no_such_column", value, value=letters(value + 1))
        return found
    return [column for column in scene.columns if column.index not in taken and _holds(column)]


def _holds(column: Column) -> bool:
    """Whether a column may hold figures to read, by its heading and content."""
    if column.serial or column.word in (*UNREAD, *EXTRAS, "part") or (column.said and column.content != "figure"):
        return False
    return column.named or column.word == "value" or (column.content == "figure" and column.looks is None)


def _clean(scene: Scene, roles: Roles) -> list[Column]:
    """Of columns headed by words nobody knows, those to read when the indicator stands elsewhere."""
    plain = [column for column in roles.values if not signature(scene.grid, roles.across, column)[1]]
    valued = plain or [column for column in roles.values if column.word == "value"]
    return valued or roles.values


def _settle_role(scene: Scene, roles: Roles, role: Role, stub: Stub) -> None:
    """One role: answered, in the header, in a column, above the table, or asked."""
    rows = getattr(roles.across, role)
    if role == "indicator" and rows and not roles.across.known and (stub.any or _told(scene, role)):
        rows = ()
    answered = scene.mapping.fixed.get(role)
    parts = role == "period" and ((bool(rows) and roles.across.parts) or stub.parts)
    if parts and stub.any and rows:
        raise scene.refused("split_period", stub.any[0])
    if answered and not parts:
        roles.axes[role] = Axis("fixed", text=answered)
    elif stub.rivals or (rows and stub.columns and stub.said):
        roles.questions.append(scene.ask(role, stub.any))
    elif rows or stub.columns:
        axis = Axis("header", tuple(rows)) if rows else Axis("column", stub.columns)
        roles.axes[role] = _dated(scene, roles, axis) if parts else axis
    else:
        _from_lines(scene, roles, role)


def _dated(scene: Scene, roles: Roles, axis: Axis) -> Axis:
    """An axis of months, quarters or halves with the year that the answers or the lines above give."""
    answered = scene.mapping.fixed.get("period")
    year = (answered, None) if answered else scene.facts.year()
    if year is None or not year[0]:
        roles.questions.append(scene.ask("period", text="; ".join(scene.facts.texts["period"])))
        return axis
    return Axis(axis.kind, axis.index, year_of(year[0]) or year[0], year[1])


def _from_lines(scene: Scene, roles: Roles, role: Role) -> None:
    """A role that stands in no column and no header: the lines above, or a question. The region may be the own one."""
    found = scene.facts.one(role, scene.names)
    if found:
        roles.axes[role] = Axis("fixed", text=found[0], cell=found[1])
    elif role != "region" or scene.facts.texts[role]:
        texts = "; ".join(scene.facts.texts[role])
        roles.questions.append(scene.ask(role, leftover(scene, roles), texts))


def leftover(scene: Scene, roles: Roles) -> list[int]:
    """Columns of different texts that nothing is known of: any may hold what is missing."""
    used = roles.taken | {column.index for column in roles.values}
    return [
        column.index
        for column in scene.columns
        if column.index not in used
        and column.content == "text"
        and column.different > 1
        and not column.serial
        and (column.word in ("", *ROLES) or (column.word == "unit" and not holds_units(scene, column)))
    ]


def holds_units(scene: Scene, column: Column) -> bool:
    """Whether a column headed 单位 means units, and not the bodies that report.

    Short words that are no region are units too, if unknown ones: passed over, the figures would be read in another.
    """
    texts = [text for _, text in scene.grid.below(column.index, scene.first - 1)]
    if not texts or any(is_unit(text) for text in texts):
        return True
    return all(len(text) <= SHORT and scene.names.kind(text) != "region" for text in texts)


def _settle_values(scene: Scene, roles: Roles) -> None:
    """The columns of figures, each with a meaning of its own."""
    headed = [role for role in ROLES if role in roles.axes and roles.axes[role].kind == "header"]
    if headed:
        said = {column.index: signature(scene.grid, roles.across, column) for column in roles.values}
        roles.values = [column for column in roles.values if _headed(scene, roles, column, said[column.index])]
        _apart(scene, roles, said)
        return
    valued = [column for column in roles.values if column.word == "value"]
    figures = [column for column in valued if column.content != "text"]
    for choice in (figures, valued, roles.values):
        if len(choice) == 1:
            roles.values = choice
            return
    choices = [column.index for column in (figures or valued or roles.values)]
    numeric = [column.index for column in scene.columns if column.content == "figure" and not column.serial]
    roles.questions.append(scene.ask("value", choices or numeric or leftover(scene, roles)))


def _headed(scene: Scene, roles: Roles, column: Column, said: Signature) -> bool:
    """Whether the header tells of a column all that it tells of the others; a date misspelt is kept, to be mended.

    Raises Unreadable where it tells one half only: a year without the indicator, a known indicator without the year.
    """
    period, name, region = said
    dated = bool(period_inside(period)) or any(sign.isdigit() for sign in period)
    lacks_period = bool(roles.across.period) and not dated
    lacks_name = _in_header(roles, "indicator") and not name
    lacks_region = _in_header(roles, "region") and not region
    lacking = lacks_period or lacks_name or lacks_region
    if (
        lacking
        and column.content == "figure"
        and ((dated and roles.across.period) or (region and lacks_name) or scene.names.kind(name) == "indicator")
    ):
        raise scene.refused("no_heading", column.index, " ".join(column.path))
    return not lacking


def _in_header(roles: Roles, role: Role) -> bool:
    return role in roles.axes and roles.axes[role].kind == "header"


def _apart(scene: Scene, roles: Roles, said: dict[int, Signature]) -> None:
    """No two columns of figures may be headed alike."""
    alike = Counter(said[column.index] for column in roles.values)
    twice = [column for column in roles.values if alike[said[column.index]] > 1]
    if twice and len(twice) == len(roles.values) == 2:
        roles.questions.append(scene.ask("value", [column.index for column in twice]))
    elif twice:
        first, second = twice[:2]
        raise scene.refused("same_heading", second.index, " ".join(second.path), letters(first.index + 1))


def _own_region(scene: Scene, roles: Roles) -> None:
    """The department's own region, if the file names none and has no column that might."""
    asked = any(question.about == "region" for question in roles.questions)
    if "region" in roles.axes or asked:
        return
    columns = leftover(scene, roles)
    if scene.names.own and not columns and _known(scene, roles):
        roles.axes["region"] = Axis("fixed", text=scene.names.own)
    else:
        roles.questions.append(scene.ask("region", columns))


def _known(scene: Scene, roles: Roles) -> bool:
    """Whether the table is largely of indicators that the board has; one of unknown things may be of any region."""
    axis = roles.axes.get("indicator")
    if axis is None or "indicator" in scene.mapping.fixed:
        return True
    if axis.kind == "header":
        names = {name_at(scene.grid, axis.index, column) for column in roles.values}
        return 2 * sum(scene.names.kind(name) == "indicator" for name in names) >= len(names)
    if axis.kind == "fixed":
        return scene.names.kind(axis.text) == "indicator"
    return any(column.known["indicator"] >= HALF for column in scene.columns if column.index in axis.index)
