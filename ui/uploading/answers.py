"""What a person answers about a file, put into its mapping: pure, so that a screen only shows and keeps."""

from typing import Literal

from ui.intake import Mapping

Role = Literal["region", "indicator", "period"]
AUTO = ""  # the board finds it out itself
COLUMN, FIXED = "column:", "fixed:"


def role_of(mapping: Mapping, role: str) -> str:
    """What was answered for a role: ``column:B``, ``fixed:650400``, or AUTO."""
    columns: dict[str, str] = dict(mapping.columns)  # type: ignore[arg-type]
    fixed: dict[str, str] = dict(mapping.fixed)  # type: ignore[arg-type]
    if role in columns:
        return COLUMN + columns[role]
    return FIXED + fixed[role] if role in fixed else AUTO


def with_role(mapping: Mapping, role: str, answer: str) -> Mapping:
    """A role stands in a column, is one text for the whole table, or is found out by the board."""
    columns = {name: held for name, held in mapping.columns.items() if name != role}
    fixed = {name: held for name, held in mapping.fixed.items() if name != role}
    if answer.startswith(COLUMN):
        columns[role] = answer.removeprefix(COLUMN)  # type: ignore[index]
    elif answer:
        fixed[role] = answer.removeprefix(FIXED)  # type: ignore[index]
    return _changed(mapping, columns=columns, fixed=fixed)


def with_name(mapping: Mapping, role: str, text: str, code: str) -> Mapping:
    """A name of the file means a code; AUTO takes the answer back."""
    names = {kind: dict(held) for kind, held in mapping.names.items()}
    own = names.setdefault(role, {})  # type: ignore[arg-type]
    own.pop(text, None)
    if code:
        own[text] = code
    return _changed(mapping, names={kind: held for kind, held in names.items() if held})


def with_sheet(mapping: Mapping, sheet: str) -> Mapping:
    """Another sheet: what was said of the columns of the first one no longer holds."""
    return _changed(mapping, sheet=sheet or None, header=None, columns={}, fixed={})


def with_header(mapping: Mapping, header: tuple[int, ...]) -> Mapping:
    """Which rows, from 1, are the header; (0,) for none, () to find out."""
    return _changed(mapping, header=header or None)


def with_form(mapping: Mapping, field: Literal["encoding", "delimiter"], value: str) -> Mapping:
    """How the text is encoded or its cells are divided; AUTO to find out."""
    return _changed(mapping, **{field: value or None})


def _changed(mapping: Mapping, **fields: object) -> Mapping:
    return Mapping.model_validate(mapping.model_dump() | fields)
