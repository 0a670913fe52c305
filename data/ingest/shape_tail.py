"""The last rows of a large sheet, without reading those before."""

import csv
from io import StringIO

from data.ingest.book import Sheet

CHUNK = 1 << 16  # bytes read from the end


def tail_rows(sheet: Sheet, after: int) -> tuple[int, list[list[str]]]:
    """The number, from 0, of the first of the last rows, and these rows; none of the first ``after`` rows.

    Where the end holds quotes, and so perhaps lines inside cells, the whole sheet is read.
    """
    with sheet.path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - CHUNK))
        chunk = file.read()
    whole_lines = chunk[chunk.find(b"\n") + 1 :]
    rows = [] if b'"' in chunk else list(csv.reader(StringIO(whole_lines.decode("utf-8"), newline="")))
    if not rows or len(chunk) == size:
        return after, sheet.rows[after:]
    rows = rows[-(sheet.height - after) :]
    return sheet.height - len(rows), [[cell.strip() for cell in row] for row in rows]
