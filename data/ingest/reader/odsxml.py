"""What calamine does not tell of an ods: percentages, errors, merged cells, and how far a sheet reaches."""

from xml.parsers import expat

from data.ingest.reader.refusal import Limits, Refused
from data.ingest.reader.scan import Scan, hold
from data.ingest.reader.zipped import Zipped

PERCENT = (2, "%")
ERROR_TEXT = 20  # characters; the words of an error are shorter


def scans_of(zipped: Zipped, limits: Limits) -> list[Scan]:
    """All sheets, in order. Raises Refused."""
    tables = _Tables(limits)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = tables.start
    parser.EndElementHandler = tables.end
    parser.CharacterDataHandler = tables.text
    try:
        for block in zipped.blocks("content.xml"):
            parser.Parse(block)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise Refused("damaged") from error
    return tables.scans


class _Tables:
    """Follows the rows and cells of content.xml; repeated ones count as often as they stand."""

    def __init__(self, limits: Limits) -> None:
        self.scans: list[Scan] = []
        self._limits = limits
        self._row = self._column = self._rows = self._columns = 0  # where we are, and how often it is repeated
        self._height = self._width = 0
        self._error: list[str] | None = None
        self._cell: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        if name == "table:table":
            self.scans.append(Scan(attributes.get("table:name", "")))
            self._row = self._height = self._width = 0
        elif name == "table:table-row":
            self._rows, self._column = int(attributes.get("table:number-rows-repeated", "1")), 0
        elif name in ("table:table-cell", "table:covered-table-cell") and self.scans:
            self._columns, self._cell = int(attributes.get("table:number-columns-repeated", "1")), attributes
            self._error = (
                [] if "error" in (attributes.get("calcext:value-type"), attributes.get("office:value-type")) else None
            )

    def text(self, text: str) -> None:
        """Characters inside a tag."""
        if self._error is not None:
            self._error.append(text)

    def end(self, name: str) -> None:
        """A tag closes."""
        if name == "table:table-row":
            self._row += self._rows
        elif name in ("table:table-cell", "table:covered-table-cell") and self.scans:
            if "office:value-type" in self._cell:
                self._filled(self.scans[-1])
            self._span(self.scans[-1])
            self._column += self._columns
            self._error = None

    def _filled(self, scan: Scan) -> None:
        """Count a cell with content, and keep what it says beside its value."""
        scan.filled += self._rows * self._columns
        self._height = max(self._height, self._row + self._rows)
        self._width = max(self._width, self._column + self._columns)
        scan.area = self._height * self._width
        scan.reach(self._row + self._rows, self._column + self._columns)
        hold(self.scans, self._limits)
        what = "".join(self._error).strip()[:ERROR_TEXT] if self._error is not None else None
        if what is None and self._cell.get("office:value-type") != "percentage":
            return
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._columns):
                scan.marks.add(row, column, PERCENT if what is None else what)

    def _span(self, scan: Scan) -> None:
        down = int(self._cell.get("table:number-rows-spanned", "1"))
        across = int(self._cell.get("table:number-columns-spanned", "1"))
        if down * across > 1:
            scan.merged.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
