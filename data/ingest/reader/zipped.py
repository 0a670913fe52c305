"""A zip before it is opened by a parser: which kind of document it is, and that it unpacks to what it declares."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from data.ingest.reader.refusal import Limits, Refused

ENTRIES = 10_000
RATIO, RATIO_FROM = 400, 1 << 25  # a part this much larger than packed, once it is this large, is no table
BLOCK = 1 << 22
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
FOREIGN = (
    (re.compile(r"xl/workbook\.bin$"), "other_format", "XLSB"),
    (re.compile(r"word/"), "not_a_table", "Word"),
    (re.compile(r"ppt/"), "not_a_table", "PowerPoint"),
    (re.compile(r"Index/.*\.iwa$|Index\.zip$"), "other_format", "Numbers"),
    (re.compile(r"META-INF/MANIFEST\.MF$"), "not_a_table", "JAR"),
    (re.compile(r"AndroidManifest\.xml$"), "not_a_table", "APK"),
)


class Zipped:
    """An opened zip, checked: not encrypted, of bearable size."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Raises Refused for a damaged, encrypted or oversized zip."""
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refused("damaged") from error
        entries = self._zip.infolist()
        if len(entries) > ENTRIES:
            raise Refused("zip_bomb", other=f"{len(entries):,}")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("encrypted")
        for entry in entries:
            ratio = entry.file_size / max(entry.compress_size, 1)
            if entry.file_size > RATIO_FROM and ratio > RATIO:
                raise Refused("zip_bomb", other=_megabytes(entry.file_size))
        whole = sum(entry.file_size for entry in entries)
        if whole > limits.unpacked:
            raise Refused("zip_bomb", other=_megabytes(whole))
        self.names = [entry.filename for entry in entries]

    def kind(self) -> str:
        """``xlsx`` or ``ods``. Raises Refused, naming what it is, for another document."""
        if "mimetype" in self.names and self.read("mimetype").strip().startswith(ODS):
            if b"manifest:encryption-data" in self.read("META-INF/manifest.xml"):
                raise Refused("encrypted")
            return "ods"
        lowered = [name.replace("\\", "/").lower() for name in self.names]
        if "xl/workbook.xml" in lowered or any(re.fullmatch(r"xl/workbook\d*\.xml", name) for name in lowered):
            return "xlsx"
        for pattern, code, what in FOREIGN:
            if any(pattern.match(name) for name in self.names):
                raise Refused(code, other=what)
        raise Refused("not_a_table", other="ZIP")

    def blocks(self, name: str) -> Iterator[bytes]:
        """A part, unpacked piece by piece. Raises Refused for one that is not what it declares."""
        try:
            with self._zip.open(name) as part:
                while block := part.read(BLOCK):
                    yield block
        except (
            zipfile.BadZipFile,
            KeyError,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
            zlib.error,
        ) as error:
            raise Refused("damaged") from error

    def read(self, name: str) -> bytes:
        """A whole part; empty if there is none of that name."""
        return b"".join(self.blocks(name)) if name in self.names else b""

    def check(self, names: list[str]) -> None:
        """Unpack parts to nowhere: what declares a false size is found before a parser meets it."""
        for name in names:
            for _ in self.blocks(name):
                pass


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
