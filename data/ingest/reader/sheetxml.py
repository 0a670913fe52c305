"""What calamine does not tell of an xlsx: percent formats, error cells, and how far a sheet reaches.

The parts are searched as bytes: a parser would take longer than reading the figures does.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from data.ingest.reader.formats import BUILT_IN, Mark, mark_of
from data.ingest.reader.refusal import Limits, Refused
from data.ingest.reader.scan import Scan, hold
from data.ingest.reader.zipped import Zipped

SMALL = 1 << 26  # bytes of a part that is parsed as a whole
TAG = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>(\s*</)?")
REFERENCE = re.compile(rb"""\sr=["']([A-Z]{1,3})(\d{1,7})["']""")
ROW_NUMBER = re.compile(rb"""\sr=["'](\d{1,7})["']""")
FAR = re.compile(rb' r="([A-Z]{2,3})\d')  # beyond column Z
STYLE = re.compile(rb"""\ss=["'](\d+)["']""")
IS_ERROR = re.compile(rb"""\st=["']e["']""")
ERROR = re.compile(rb"(?:<(?:\w+:)?f\b[^>]*/>|<(?:\w+:)?f\b.*?</(?:\w+:)?f>)?\s*<(?:\w+:)?v>([^<]*)<", re.DOTALL)


@cache
def number_of(letters: bytes) -> int:
    """The column of its letters, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def scans_of(zipped: Zipped, limits: Limits) -> list[Scan]:
    """All sheets, in order. Raises Refused."""
    styles, found = _styles(zipped), list[Scan]()
    zipped.check([name for name in zipped.names if name.lower().endswith("sharedstrings.xml")])
    for name, part in _parts(zipped):
        found.append(_scan(zipped, part, styles, limits))
        found[-1].name = name
        hold(found, limits)
    return found


def _parts(zipped: Zipped) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet. Raises Refused."""
    by_lower = {name.lower().replace("\\", "/"): name for name in zipped.names}
    book = next(name for name in by_lower if re.fullmatch(r"xl/workbook\d*\.xml", name))
    tree = _tree(zipped, by_lower[book])
    links = _tree(zipped, by_lower.get(book.replace("xl/", "xl/_rels/") + ".rels", ""))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in tree.iter():
        if _local(sheet) == "sheet":
            link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
            path = posixpath.normpath(posixpath.join("/xl", targets.get(link, ""))).lstrip("/").lower()
            if path not in by_lower:
                raise Refused("damaged")
            yield sheet.get("name", ""), by_lower[path]


def _styles(zipped: Zipped) -> dict[int, Mark]:
    """The cell styles that show a percent or per mille sign, by their number. Raises Refused."""
    name = next((name for name in zipped.names if name.lower() == "xl/styles.xml"), None)
    if name is None:
        return {}
    codes, found = dict(BUILT_IN), {}
    tree = _tree(zipped, name)
    for one in tree.iter():
        if _local(one) == "numFmt":
            codes[int(one.get("numFmtId", "-1"))] = one.get("formatCode", "")
    for group in tree:
        if _local(group) == "cellXfs":
            for number, style in enumerate(group):
                mark = mark_of(codes.get(int(style.get("numFmtId", "0")), ""))
                if mark:
                    found[number] = mark
    return found


def _scan(zipped: Zipped, part: str, styles: dict[int, Mark], limits: Limits) -> Scan:
    """Search a sheet's XML; a sheet that seems to reach too far is gone through cell by cell."""
    found, letters, height, exact = Scan(), {b"Z"}, 0, False
    search = _Search(styles)
    for piece in _pieces(zipped, part):
        found.filled += piece.count(b"</v>") + piece.count(b"</is>") or piece.count(b":v>") // 2
        if found.filled > limits.filled:
            return found
        letters.update(FAR.findall(piece))
        last = ROW_NUMBER.search(piece, max(piece.rfind(b"<row"), piece.rfind(b":row "), 0))
        height = max(height, int(last[1]) if last else 0)
        exact = exact or not search.marks(piece, found)
    found.area = height * max(map(number_of, letters))
    if exact or found.area > limits.area:
        return _exact(zipped, part, styles, found.filled)
    return found


class _Search:
    """Finds the marked cells in a piece of a sheet: at once where all are written the usual way, else one by one."""

    def __init__(self, styles: dict[int, Mark]) -> None:
        numbers = "|".join(str(number) for number in styles) or "none"
        self._styles = styles
        self._signs = [f"s={quote}{number}{quote}".encode() for number in styles for quote in "\"'"]
        self._usual = re.compile(rf'<c r="([A-Z]{{1,3}})(\d{{1,7}})" s="({numbers})"(?: t="n")?(/?)>'.encode())
        self._any = re.compile(
            rf"""<(?:\w+:)?c\b(?=[^>]*?\s(?:s=["'](?:{numbers})["']|t=["']e["']))([^>]*(?<!/))>(?!\s*</)""".encode()
        )

    def marks(self, piece: bytes, found: Scan) -> bool:
        """Mark the cells of a piece; false if one does not say where it stands."""
        signs = sum(piece.count(sign) for sign in self._signs)
        errors = b't="e"' in piece or b"t='e'" in piece
        if not signs and not errors:
            return True
        usual = [] if errors else self._usual.findall(piece)
        if not errors and len(usual) == signs:
            for letters, row, style, closed in usual:
                if not closed:
                    found.marks.add(int(row) - 1, number_of(letters) - 1, self._styles[int(style)])
            return True
        for cell in self._any.finditer(piece):
            place = REFERENCE.search(cell[1])
            if place is None:
                return False
            _mark(found, int(place[2]) - 1, number_of(place[1]) - 1, cell[1], piece, cell.end(), self._styles)
        return True


def _exact(zipped: Zipped, part: str, styles: dict[int, Mark], filled: int) -> Scan:
    """The same, cell by cell: for sheets whose cells do not say where they stand, or that are styled far out."""
    found, row, column, height, width = Scan(filled=filled), 0, 0, 0, 0
    for piece in _pieces(zipped, part):
        for tag in TAG.finditer(piece):
            if tag[1] == b"row":
                said = ROW_NUMBER.search(tag[2])
                row, column = int(said[1]) if said else row + 1, 0
                continue
            place = REFERENCE.search(tag[2])
            column = number_of(place[1]) if place else column + 1
            row = int(place[2]) if place else row
            if tag[3] or tag[2].endswith(b"/"):
                continue
            height, width = max(height, row), max(width, column)
            found.reach(row, column)
            _mark(found, row - 1, column - 1, tag[2], piece, tag.end(), styles)
    found.area = height * width
    return found


def _mark(
    found: Scan, row: int, column: int, attributes: bytes, piece: bytes, at: int, styles: dict[int, Mark]
) -> None:
    """Keep what a cell says beside its figure."""
    if IS_ERROR.search(attributes):
        error = ERROR.match(piece, at)
        if error:
            found.marks.add(row, column, error[1].decode("utf-8", "replace").strip())
        return
    style = STYLE.search(attributes)
    if style and (mark := styles.get(int(style[1]))):
        found.marks.add(row, column, mark)


def _pieces(zipped: Zipped, part: str) -> Iterator[bytes]:
    """The rows of a sheet, some at a time; what follows them is unpacked and left."""
    rest, over = b"", False
    for block in zipped.blocks(part):
        if over:
            continue
        text = rest + block
        over = b"</sheetData>" in block
        cut = len(text) if over else max(text.rfind(b"</row>"), text.rfind(b":row>"))
        if cut < 0 and len(text) > SMALL:
            raise Refused("damaged")
        rest = text[max(cut, 0) :]
        if cut > 0:
            yield text[:cut]
    if not over:
        yield rest


def _tree(zipped: Zipped, name: str) -> ElementTree.Element:
    content = zipped.read(name)
    if len(content) > SMALL:
        raise Refused("zip_bomb", other=f"{len(content) / 1e6:,.0f} MB")
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise Refused("damaged") from error


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
