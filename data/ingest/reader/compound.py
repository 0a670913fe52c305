"""OLE compound files: the streams of an xls, and what else such a file may be."""

import struct
from collections.abc import Iterable, Iterator, Sequence

from data.ingest.reader.refusal import Refused

END = 0xFFFFFFFA  # sector numbers from here on mean no sector
STREAM, ROOT = 2, 5
FOREIGN = (
    ("EncryptedPackage", "encrypted", ""),
    ("WordDocument", "not_a_table", "Word"),
    ("PowerPoint Document", "not_a_table", "PowerPoint"),
    ("__properties_version1.0", "not_a_table", "Outlook"),
)


def workbook_stream(content: bytes) -> bytes:
    """The records of the workbook inside. Raises Refused, naming what it is, for another document."""
    try:
        streams = _Compound(content)
        for name in ("Workbook", "Book"):
            if name in streams.entries:
                return streams.read(name)
    except (struct.error, IndexError) as error:
        raise Refused("damaged") from error
    for name, code, what in FOREIGN:
        if name in streams.entries:
            raise Refused(code, other=what)
    raise Refused("not_a_table", other="OLE") if streams.entries else Refused("damaged")


class _Compound:
    """The file system inside: ``entries`` by name, each with its first sector and size."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._sector = 1 << struct.unpack_from("<H", content, 30)[0]
        self._small = 1 << struct.unpack_from("<H", content, 32)[0]
        if not (512 <= self._sector <= 4096 and self._small == 64):
            raise Refused("damaged")
        directory, self._cutoff, small_table = struct.unpack_from("<I4xII", content, 48)
        self._table = self._numbers(self._fat_sectors())
        self._small_table = self._numbers(self._chain(small_table, self._table))
        self.entries: dict[str, tuple[int, int]] = {}
        self._root = (END, 0)
        self._list(b"".join(self._at(number) for number in self._chain(directory, self._table)))

    def read(self, name: str) -> bytes:
        """The bytes of a stream, as far as they are there."""
        first, size = self.entries[name]
        if size >= self._cutoff:
            return b"".join(self._at(number) for number in self._chain(first, self._table))[:size]
        whole = b"".join(self._at(number) for number in self._chain(self._root[0], self._table))
        small = self._small
        return b"".join(whole[one * small : (one + 1) * small] for one in self._chain(first, self._small_table))[:size]

    def _at(self, number: int) -> bytes:
        """A sector; the first follows the header."""
        return self._content[(number + 1) * self._sector : (number + 2) * self._sector]

    def _fat_sectors(self) -> list[int]:
        """The sectors of the table of chains: 109 in the header, the rest in sectors of their own."""
        found = list(struct.unpack_from("<109I", self._content, 76))
        following, seen = struct.unpack_from("<I", self._content, 68)[0], 0
        while following < END and seen < len(self._content) // self._sector:
            numbers = self._numbers([following])
            found += numbers[:-1]
            following, seen = numbers[-1], seen + 1
        return [number for number in found if number < END]

    def _numbers(self, sectors: Iterable[int]) -> Sequence[int]:
        content = b"".join(self._at(number) for number in sectors)
        return struct.unpack_from(f"<{len(content) // 4}I", content)

    def _chain(self, first: int, table: Sequence[int]) -> Iterator[int]:
        """The sectors of a chain; one that runs in a circle ends."""
        for _ in table:
            if first >= len(table):
                return
            yield first
            first = table[first]

    def _list(self, directory: bytes) -> None:
        """Read the directory: 128 bytes an entry."""
        for at in range(0, len(directory) - 127, 128):
            length, kind = struct.unpack_from("<HB", directory, at + 64)
            first, size = struct.unpack_from("<II", directory, at + 116)
            name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if kind == STREAM:
                self.entries.setdefault(name, (first, size))
            elif kind == ROOT:
                self._root = first, size
