"""How a text file is encoded: what a person says, else its mark, strict UTF-8, UTF-16 by its NUL bytes, GB18030."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from data.ingest.reader.refusal import Refused

BLOCK = 1 << 23
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
WIDE = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}  # bytes of a line feed
GB_CHARACTER = re.compile(rb"[\x81-\xfe](?:[\x30-\x39][\x81-\xfe][\x30-\x39]|[\x40-\x7e\x80-\xfe])")
GB_COMMON = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
KNOWN = {"utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "big5", "cp1252", "iso8859-1", "utf-16", "utf-32", *WIDE}
HANZI = re.compile(rb"[\xe0-\xff]")  # begins a character of three bytes or more in UTF-8
LETTER = re.compile(rb"[\xc4-\xdf]")  # begins a Greek, Cyrillic or accented letter in UTF-8
LEAST_COMMON = 0.7  # Chinese text keeps to GB2312; what lies outside it this often is another encoding


def encoding_of(path: Path, told: str | None = None) -> str:
    """The encoding under which the whole file reads without a fault. Raises Refused."""
    if told:
        return _as_told(path, told)
    with path.open("rb") as file:
        head = file.read(1 << 16)
    marked = next((name for mark, name in MARKS if head.startswith(mark)), None) or _wide(head)
    if marked:
        return _without_fault(path, marked)
    utf8 = fault(path, "utf-8")
    if utf8 is None and not _may_be_gb(path):
        return "utf-8"
    gb = fault(path, "gb18030")
    if gb is None and _is_chinese(path):
        return "gb18030"
    if utf8 is None:
        return "utf-8"
    if gb is None or utf8 >= gb:
        raise Refused("encoding", row=line_at(path, utf8, "utf-8"), other="UTF-8")
    raise Refused("encoding", row=line_at(path, gb, "gb18030"), other="GB18030")


def _as_told(path: Path, told: str) -> str:
    """The encoding that a person chose, if the file can be read with it."""
    try:
        name = codecs.lookup(told).name
    except LookupError:
        name = ""
    if name not in KNOWN:
        raise Refused("encoding_unknown", other=told)
    with path.open("rb") as file:
        head = file.read(4)
    if name in ("utf-16", "utf-32", "utf-8") or name in WIDE:
        family = name[:6]
        marked = next((one for mark, one in MARKS if head.startswith(mark) and one.startswith(family)), None)
        name = marked or {"utf-16": "utf-16-le", "utf-32": "utf-32-le"}.get(name, name)
    return _without_fault(path, {"gbk": "gb18030", "gb2312": "gb18030"}.get(name, name))


def _without_fault(path: Path, name: str) -> str:
    at = fault(path, name)
    if at is not None:
        raise Refused("encoding", row=line_at(path, at, name), other=name.removesuffix("-sig").upper())
    return name


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: the NUL bytes all stand in the same half of each pair."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 10 * even and odd > len(head) // 40:
        return "utf-16-le"
    if even > 10 * odd and even > len(head) // 40:
        return "utf-16-be"
    return None


def blocks(path: Path) -> Iterator[bytes]:
    """The bytes of a file, piece by piece."""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield block


def fault(path: Path, name: str) -> int | None:
    """Where the first byte stands that the encoding does not know; nothing if all is well."""
    decoder, read = codecs.getincrementaldecoder(name)("strict"), 0
    try:
        for block in blocks(path):
            read += len(block)
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return read - len(error.object) + error.start
    return None


def line_at(path: Path, offset: int, name: str) -> int:
    """The line, from 1, of a byte: lines end with a line feed, a carriage return, or both."""
    with path.open("rb") as file:
        text = file.read(offset).decode(name, "replace")
    return 1 + text.count("\n") + text.count("\r") - text.count("\r\n")


def _may_be_gb(path: Path) -> bool:
    """Whether text that can be read as UTF-8 has no Chinese then, but letters that hanzi in GB18030 look like."""
    letters = False
    for block in blocks(path):
        if block.isascii():
            continue
        if HANZI.search(block):
            return False
        letters = letters or LETTER.search(block) is not None
    return letters


def _is_chinese(path: Path) -> bool:
    """Whether text that can be read as GB18030 looks like Chinese rather than like another encoding misread."""
    found = common = 0
    for block in blocks(path):
        characters = GB_CHARACTER.findall(block)
        found += len(characters)
        common += sum(1 for character in characters if GB_COMMON.fullmatch(character))
        if found > 100_000:
            break
    return common >= LEAST_COMMON * found


def first_nul(path: Path) -> int:
    """The line of the first NUL byte of a text with one-byte line ends, 0 if there is none."""
    lines = 1
    for block in blocks(path):
        at = block.find(0)
        lines += block.count(b"\n", 0, at if at >= 0 else len(block))
        if at >= 0:
            return lines
    return 0
