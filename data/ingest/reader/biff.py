"""What calamine does not tell of an xls: percent formats and error cells, from the BIFF records."""

import struct
from collections.abc import Iterator

from data.ingest.reader.formats import BUILT_IN, Mark, mark_of
from data.ingest.reader.refusal import Refused
from data.ingest.reader.scan import Scan

BOF, EOF, SHEET, FORMAT, STYLE, LOCKED = 0x809, 0x0A, 0x85, 0x41E, 0xE0, 0x2F
FORMULA, NUMBER, SHORT, SHORTS, BOOLEAN = 0x06, 0x203, 0x27E, 0xBD, 0x205
BIFF8 = 0x600
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
Records = Iterator[tuple[int, bytes]]


def scans_of(stream: bytes) -> list[Scan]:
    """All sheets, in order. Raises Refused for an encrypted or broken workbook."""
    try:
        return _scans(stream)
    except (struct.error, IndexError) as error:
        raise Refused("damaged") from error


def _scans(stream: bytes) -> list[Scan]:
    codes, styles, starts = dict(BUILT_IN), list[int](), list[int]()
    recent = struct.unpack_from("<H", stream, 4)[0] == BIFF8
    for record, body in _records(stream, 0):
        if record == LOCKED:
            raise Refused("encrypted")
        if record == FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _code(body, recent=recent)
        elif record == STYLE:
            styles.append(struct.unpack_from("<H", body, 2)[0])
        elif record == SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
    marks = {at: mark for at, number in enumerate(styles) if (mark := mark_of(codes.get(number, "")))}
    return [_sheet(_records(stream, start), marks) for start in starts]


def _records(stream: bytes, at: int) -> Records:
    """Number and body of the records from a place to the end of that part; parts within it are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        record, length = struct.unpack_from("<HH", stream, at)
        depth += (record == BOF) - (record == EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield record, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _code(body: bytes, *, recent: bool) -> str:
    """The text of a number format; older files keep it in bytes."""
    if not recent:
        return body[3 : 3 + body[2]].decode("latin-1")
    length, wide = struct.unpack_from("<HB", body, 2)
    return (
        body[5 : 5 + 2 * length].decode("utf-16-le", "replace") if wide & 1 else body[5 : 5 + length].decode("latin-1")
    )


def _sheet(records: Records, marks: dict[int, Mark]) -> Scan:
    """Marks of one sheet."""
    found = Scan()
    for record, body in records:
        if record in (NUMBER, SHORT, FORMULA, BOOLEAN):
            row, column, style = struct.unpack_from("<HHH", body)
            error = _error(record, body)
            if error:
                found.marks.add(row, column, error)
            elif style in marks and record != BOOLEAN:
                found.marks.add(row, column, marks[style])
        elif record == SHORTS:
            row, first = struct.unpack_from("<HH", body)
            for place in range((len(body) - 6) // 6):
                style = struct.unpack_from("<H", body, 4 + 6 * place)[0]
                if style in marks:
                    found.marks.add(row, first + place, marks[style])
    return found


def _error(record: int, body: bytes) -> str | None:
    """The error that a cell holds, if it does."""
    if record == BOOLEAN and body[7]:
        return ERRORS.get(body[6], "#N/A")
    if record == FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        return ERRORS.get(body[8], "#N/A")
    return None
