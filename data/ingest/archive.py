"""Keep every file received, byte for byte, under its sha256."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from data.errors import BoardUnwritable

CHUNK = 1 << 20


class _Marked:
    """A file being written whose bytes are hashed on their way."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def write(self, content: bytes) -> int:
        self.digest.update(content)
        return self.file.write(content)


def place(folder: Path, mark: str) -> Path:
    """Where the bytes of a sha256 lie beside a database in ``folder``."""
    return folder / "archive" / mark


def archive(folder: Path, source: bytes | BinaryIO) -> str:
    """Keep the raw bytes, whole or not at all; returns their sha256. Raises BoardUnwritable."""
    if isinstance(source, bytes):
        mark = hashlib.sha256(source).hexdigest()
        if place(folder, mark).exists():
            return mark
    home = folder / "archive"
    try:
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=home, suffix=".part", delete=False) as part:
            marked = _Marked(part)  # type: ignore[arg-type]
            if isinstance(source, bytes):
                marked.write(source)
            else:
                shutil.copyfileobj(source, marked, CHUNK)
            part.flush()
            os.fsync(part.fileno())
        mark = marked.digest.hexdigest()
        Path(part.name).replace(place(folder, mark))
    except OSError as error:
        raise BoardUnwritable(path=str(home)) from error
    return mark
