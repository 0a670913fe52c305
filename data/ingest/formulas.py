"""Keep what formulas gave: openpyxl writes a formula without its result.

Protected view shows such cells empty, and a workbook sent on without being opened would read as not filled in.
"""

import re
import shutil
import zipfile
from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import load_workbook
from openpyxl.utils.datetime import to_excel

FORMULA = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[^>]*/>|<f[^>]*>[^<]*</f>)<v ?/></c>')
KIND = re.compile(rb' t="[^"]*"')


def keep_results(original: Path, copy: Path, titles: Sequence[str]) -> None:
    """Give the formulas of a copy the results they have in the original; ``titles`` are the copy's sheets in order."""
    parts = {f"xl/worksheets/sheet{number}.xml": title for number, title in enumerate(titles, start=1)}
    with zipfile.ZipFile(copy) as packed:
        if not any(FORMULA.search(packed.read(name)) for name in parts):
            return
        with original.open("rb") as file:
            told = load_workbook(file, data_only=True, keep_links=False)
        mended = copy.with_suffix(".part")
        with zipfile.ZipFile(mended, "w", zipfile.ZIP_DEFLATED) as target:
            for entry in packed.infolist():
                content = packed.read(entry)
                title = parts.get(entry.filename)
                if title in told.sheetnames:
                    content = FORMULA.sub(partial(_filled, told[title]), content)
                target.writestr(entry, content)
    shutil.move(mended, copy)


def _filled(sheet: Any, found: re.Match[bytes]) -> bytes:
    """The cell of a formula with its result; as it is where there is none."""
    name, attributes, formula = found.groups()
    cell = sheet[name.decode("ascii")]
    if cell.value is None:
        return found[0]
    kind, value = _result(cell.value, error=cell.data_type == "e")
    kept = KIND.sub(b"", attributes)
    return b'<c r="%b"%b%b>%b<v>%b</v></c>' % (name, kept, kind, formula, escape(value).encode("utf-8"))


def _result(value: object, *, error: bool) -> tuple[bytes, str]:
    """The kind of a result as a workbook names it, and its text."""
    if isinstance(value, bool):
        return b' t="b"', str(int(value))
    if isinstance(value, date | time | timedelta):  # a datetime is a date
        return b"", repr(to_excel(value))  # type: ignore[no-untyped-call]
    if isinstance(value, str):
        return (b' t="e"' if error else b' t="str"'), value
    return b"", repr(value)
