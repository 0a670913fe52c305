"""The reading child: ``python -m data.ingest.reader TASK`` (JSON) leaves ``book.json`` and the sheets in a folder."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from data.ingest.reader import biff, odsxml, sheetxml
from data.ingest.reader.compound import workbook_stream
from data.ingest.reader.kinds import container
from data.ingest.reader.refusal import Refused, Task
from data.ingest.reader.text import read_text
from data.ingest.reader.workbook import read_workbook
from data.ingest.reader.zipped import Zipped

HEAD = 1 << 12


def main() -> None:
    """Read as told; a refusal is an answer like any other."""
    task = Task(**json.loads(sys.argv[1]))
    try:
        told = read(task)
    except Refused as refusal:
        told = {"refused": refusal.fields}
    (Path(task.folder) / "book.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


def read(task: Task) -> dict[str, object]:
    """Kind, encoding, delimiter and sheets of a file. Raises Refused."""
    with Path(task.path).open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise Refused("empty")
    packed = container(head)
    if packed == "text":
        encoding, delimiter, page = read_text(task)
        return {"kind": "text", "encoding": encoding, "delimiter": delimiter, "sheets": [asdict(page)]}
    path, kind = Path(task.path), "xls"
    if packed == "zip":
        zipped = Zipped(path, task.limits)
        kind = zipped.kind()
        scans = {"xlsx": sheetxml.scans_of, "ods": odsxml.scans_of}[kind](zipped, task.limits)
    else:
        scans = biff.scans_of(workbook_stream(path.read_bytes()))
    pages = read_workbook(task, kind, scans)
    return {"kind": kind, "encoding": kind, "delimiter": "", "sheets": [asdict(page) for page in pages]}


if __name__ == "__main__":
    main()
