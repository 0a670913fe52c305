"""Files given back to a clerk: their own with the bad cells marked, and the rows that were not loaded."""

from data.ingest.archive import place
from data.ingest.marking import marked, refused_rows
from data.ingest.opening import book_of
from data.ingest.preview import Preview
from data.store import Store


def marked_file(store: Store, preview: Preview, lang: str = "zh") -> bytes:
    """The file as xlsx with its findings marked. Raises Unreadable or BoardUnwritable."""
    request = preview.request
    with book_of(store, request, patient=True) as (book, folder):
        raw = place(store.path.parent, request.sha256)
        sheet = preview.table.sheet if preview.table else book.sheets[0].name
        return marked(raw, request.file, book, sheet, preview.findings, lang, folder)


def refused_file(store: Store, preview: Preview, lang: str = "zh") -> bytes:
    """The rows refused, as xlsx under their own heads. Raises Unreadable or BoardUnwritable."""
    request = preview.request
    assert preview.table
    errors = [one for one in preview.findings if one.level == "error"]
    with book_of(store, request, patient=True) as (book, folder):
        return refused_rows(request.file, book, preview.table, preview.refused, errors, lang, folder)
