"""What a file is, by its first bytes; its name is not asked."""

import re
from typing import Literal

from data.ingest.reader.refusal import Refused

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
FOREIGN = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"\x7fELF", "ELF"),
    (b"\xcf\xfa\xed\xfe", "Mach-O"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"(\xb5/\xfd", "zstd"),
    (b"PK\x05\x06", "ZIP"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3\0", "SQLite"),
    (b"{\\rtf", "RTF"),
)
OLD_EXCEL = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")  # Excel 2 to 4
MARKUP = re.compile(r"\s*<(?:(!doctype\s+html|html|head|body|table|meta|style|div)\b|([?!]|\w+[\s:>/]))", re.IGNORECASE)
JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')


def container(head: bytes) -> Literal["zip", "ole", "text"]:
    """How a file is packed. Raises Refused, naming what it is, for one that can hold no table."""
    if head.startswith(ZIP):
        return "zip"
    if head.startswith(OLE):
        return "ole"
    if head.startswith(OLD_EXCEL):
        raise Refused("other_format", other="Excel 4")
    for mark, name in FOREIGN:
        if head.startswith(mark):
            raise Refused("not_a_table", other=name)
    if b"\0" in head[:64]:  # marks of two letters, which a text may begin with too
        for mark, name in ((b"MZ", "EXE"), (b"BM", "BMP")):
            if head.startswith(mark):
                raise Refused("not_a_table", other=name)
    if head[8:12] == b"DUCK":
        raise Refused("not_a_table", other="DuckDB")
    return "text"


def written(sample: str) -> str | None:
    """What a text is if it is no lines of cells: a web page, XML, mail or JSON."""
    if found := MARKUP.match(sample):
        return "HTML" if found[1] else "XML"
    if sample.lstrip()[:13].lower() == "mime-version:":
        return "MHTML"
    return "JSON" if JSON.match(sample) else None
