"""Files as others send them, made byte by byte: workbooks of three kinds, and what only pretends to be one."""

import struct
import zipfile
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = ("General", "0.0%", '0.0"%"', "0.0‰", "yyyy-mm-dd", '0"年"')  # the style numbers of ``xlsx`` and ``xls``


def packed(parts: dict[str, str | bytes], *, stored: bool = False) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def styles() -> str:
    codes = "".join(f'<numFmt numFmtId="{170 + i}" formatCode="{escaped(code)}"/>' for i, code in enumerate(FORMATS))
    cells = "".join(f'<xf numFmtId="{170 + i if i else 0}"/>' for i in range(len(FORMATS)))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'


def xlsx(*rows: str, more: dict[str, str | bytes] | None = None, state: str = "visible", after: str = "") -> bytes:
    """A workbook with one sheet 数据 from the XML of its rows."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKED}"><Relationship Id="r1" Type="{LINKS}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        f'<sheet name="数据" sheetId="1" state="{state}" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKED}"><Relationship Id="r1"'
        f' Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/styles.xml": styles(),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return packed(parts | (more or {}))


def ods(tables: str) -> bytes:
    """A spreadsheet from the XML of its tables."""
    names = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {names} xmlns:calcext="urn:calcext"><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def xls(*cells: bytes, locked: bool = False) -> bytes:
    """A BIFF8 workbook with one sheet 数据 from its cell records."""
    begin, end = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6)), record(0x0A, b"")
    codes = [
        record(0x41E, struct.pack("<HHB", 170 + i, len(code), 1) + code.encode("utf-16-le"))
        for i, code in enumerate(FORMATS)
    ]
    looks = [record(0xE0, struct.pack("<HH16x", 0, 170 + i if i else 0)) for i in range(len(FORMATS))]
    head = begin + (record(0x2F, b"\1" * 6) if locked else b"") + b"".join(codes + looks)
    name = "数据".encode("utf-16-le")
    length = len(head) + 4 + 8 + len(name) + len(end)
    sheet = record(0x85, struct.pack("<IHBB", length, 0, 2, 1) + name)
    page = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 6)) + b"".join(cells) + end
    return compound({"Workbook": head + sheet + end + page})


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE file: one sector of chains, one of directory, then the streams, each of 4096 bytes at least."""
    chains, sectors = [0xFFFFFFFD, 0xFFFFFFFE], b""
    entries = [entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    for name, content in streams.items():
        content = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
        first, count = len(chains), len(content) // 512
        chains += [*range(first + 1, first + count), 0xFFFFFFFE]
        entries.append(entry(name, 2, first, len(content)))
        sectors += content
    table = struct.pack("<128I", *chains, *[0xFFFFFFFF] * (128 - len(chains)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += bytes(10) + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + table + b"".join(entries).ljust(512, b"\0") + sectors


def entry(name: str, kind: int, first: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    text = name.encode("utf-16-le")
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBB", len(text) + 2, kind, 1)
        + links
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )
