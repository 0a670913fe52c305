"""The short way for large clean text: no quotes, equally many cells in every line. It needs no parsing."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from data.ingest.canonical import LONGEST
from data.ingest.reader.encoding import blocks
from data.ingest.reader.output import Page
from data.ingest.reader.refusal import COLUMNS, Limits, Refused

BARRED = (b'"', b"\x1a", b"\n\n", b"\r")
STRIDE = LONGEST // 2
MARK = "\ufeff".encode()
COPY = "0.csv"


def plain(path: Path, folder: Path, encoding: str, delimiter: str, limits: Limits) -> Page | None:
    """The sheet of a clean text, nothing for any other.

    It is the file itself where that has the canonical form already, else a copy. Raises Refused for too many cells.
    """
    sign, copy = delimiter.encode(), folder / COPY
    same = encoding == "utf-8" and delimiter == "," and not _ends_with_return(path)
    extent = _extent(_whole_lines(_in_utf8(path, encoding)), sign, None if same else copy)
    if extent is None:
        copy.unlink(missing_ok=True)
        return None
    height, width = extent
    if height * width > limits.cells:
        raise Refused("too_many_cells", row=limits.cells // width + 1, other=f"{limits.cells:,}")
    return Page("", "" if same else COPY, height, width)


def _ends_with_return(path: Path) -> bool:
    with path.open("rb") as file:
        return file.readline(LONGEST).endswith(b"\r\n")


def _in_utf8(path: Path, encoding: str) -> Iterator[bytes]:
    """The file in UTF-8, piece by piece; its encoding has been tried."""
    if encoding.startswith("utf-8"):
        yield from blocks(path)
        return
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    for block in blocks(path):
        yield decoder.decode(block).encode()


def _whole_lines(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Pieces that end with a line, but for lines longer than a piece; a line feed is added at the end."""
    rest, first = b"", True
    for piece in pieces:
        text = rest + (piece.removeprefix(MARK) if first else piece)
        first = False
        cut = text.rfind(b"\n") + 1
        if cut or len(text) > LONGEST:
            yield text[: cut or len(text)]
            text = text[cut or len(text) :]
        rest = text
    if rest:
        yield rest + b"\n"


def _extent(pieces: Iterator[bytes], sign: bytes, copy: Path | None) -> tuple[int, int] | None:
    """Lines and columns if every line is clean and has as many cells as the first; the copy is written on the way."""
    height, width, line = 0, 0, b""
    others = bytes(set(range(256)) - set(sign + b"\n")) if len(sign) == 1 else b""
    out = copy.open("wb") if copy else None
    try:
        for piece in pieces:
            text = piece.replace(b"\r\n", b"\n") if out else piece
            if not width:
                width = text.partition(b"\n")[0].count(sign) + 1
                line = sign * (width - 1) + b"\n"
            count = text.count(b"\n")
            if not _clean(text, sign) or width > COLUMNS or text.translate(None, others) != line * count:
                return None
            height += count
            if out:
                out.write(text.replace(sign, b","))
    finally:
        if out:
            out.close()
    return (height, width) if height else None


def _clean(text: bytes, sign: bytes) -> bool:
    """No quotes, blank lines, lone carriage returns, lines of a megabyte, or commas beside another delimiter."""
    if text.startswith(b"\n") or any(barred in text for barred in BARRED) or (sign != b"," and b"," in text):
        return False
    return all(b"\n" in text[at : at + STRIDE] for at in range(0, max(1, len(text) - STRIDE), STRIDE))
