"""The first rows of a file as a spreadsheet shows them, with what the board takes each row and column for."""

from config.text import say
from config.tokens import Bucket
from ui.html import Markup, el
from ui.intake import Preview, letters
from ui.uploading.words import told
from ui.width import bucket

WIDEST = 14
LONGEST: dict[Bucket, int] = {"w1920": 24, "w1366": 18, "w1024": 8}  # characters of a cell
ROLES = ("region", "indicator", "period")


def sample(found: Preview, lang: str, most: int, *, marked: bool = True) -> Markup:
    """The rows; ``marked`` names roles above the columns and reasons beside the rows."""
    rows = found.head[:most]
    width = min(max((len(row) for row in rows), default=0), WIDEST)
    columns = column_roles(found, lang) if marked else {}
    reasons = row_reasons(found, lang) if marked else {}
    corner = el("td", cls="corner", colspan=2 if reasons else None, aria_hidden="true")
    heads = [corner, *(_head(number, columns) for number in range(width))]
    body = [_row(number, row, width, columns, reasons) for number, row in enumerate(rows)]
    more = max((len(row) for row in found.head), default=0) - width
    rest = el("p", told("upload.sample.columns", lang, n=more), cls="rest") if more > 0 else ""
    grid = el("table", el("thead", el("tr", *heads)), el("tbody", *body), cls="cells")
    name = say("upload.sample", lang)
    return el("div", el("div", grid, cls="sheet", tabindex="0", role="group", aria_label=name), rest)


def _head(number: int, columns: dict[int, tuple[str, bool]]) -> Markup:
    word, read = columns.get(number, ("", True))
    role = el("span", word, cls="role" if read else "role unread") if word else ""
    return el("th", el("span", letters(number + 1), cls="letter"), role, cls="" if read else "off", scope="col")


def _row(
    number: int, row: list[str], width: int, columns: dict[int, tuple[str, bool]], reasons: dict[int, tuple[str, str]]
) -> Markup:
    kind, reason = reasons.get(number, ("", ""))
    said = [el("td", reason, cls="reason")] if reasons else []
    alone = kind != "header" and width > 1 and any(row[:1]) and not any(row[1:])
    if alone:  # a title may be wider than its column
        cells = [el("td", row[0], colspan=width)]
    else:
        cells = [
            el("td", _short(row[at] if at < len(row) else ""), cls="" if columns.get(at, ("", True))[1] else "off")
            for at in range(width)
        ]
    return el("tr", el("th", number + 1, scope="row"), *said, *cells, cls=kind)


def _short(cell: str) -> str:
    most = LONGEST[bucket()]
    return cell if len(cell) <= most else f"{cell[:most]}…"


def column_roles(found: Preview, lang: str) -> dict[int, tuple[str, bool]]:
    """For each column from 0 what the board takes it for, and whether it is read."""
    table = found.table
    if table is None:
        return {}
    roles: dict[int, tuple[str, bool]] = {}
    for skipped in table.skipped:
        if skipped.column is not None:
            roles[skipped.column] = (say(f"upload.skipped.{skipped.reason}", lang), False)
    for extra, column in table.extras.items():
        roles[column] = (say(f"upload.role.{extra}", lang), True)
    for column in table.values:
        roles[column] = (say("upload.role.value", lang), True)
    for role in ROLES:
        axis = table.axis(role)  # type: ignore[arg-type]
        if axis.kind == "column":
            roles |= {column: (say(f"upload.role.{role}", lang), True) for column in axis.index}
    return roles


def row_reasons(found: Preview, lang: str) -> dict[int, tuple[str, str]]:
    """For each row from 0 that holds no figures its class and why."""
    table = found.table
    if table is None:
        return {}
    reasons = {
        one.row: ("skip", say(f"upload.skipped.{one.reason}", lang)) for one in table.skipped if one.row is not None
    }
    for role in ROLES:
        axis = table.axis(role)  # type: ignore[arg-type]
        if axis.kind == "fixed" and axis.cell and axis.cell[0] not in table.header:
            reasons[axis.cell[0]] = ("skip", say(f"upload.role.{role}", lang))
    header = {row: ("header", say("upload.role.header", lang)) for row in table.header}
    return reasons | header
