"""The glossary of the method page: its terms are those of docs/glossary.md, each with both names and its meaning."""

import re
from html import unescape
from types import SimpleNamespace

import pytest

from config.text import LANGUAGES, say
from tests.ui.shipped import ROOT
from ui.method import glossary


def plain(markup: str) -> str:
    """The words of a piece of markup."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).replace("\xa0", " ").split())


def documented() -> list[tuple[str, str]]:
    """Both names of every term of docs/glossary.md."""
    lines = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [(row[0], row[1]) for row in cells if len(row) > 2]


def test_every_term_is_one_of_the_documents():
    known = [tuple(re.split(r"[、／,/(]", cell.replace(" ", "")) for cell in row) for row in documented()]
    terms = [one for group in glossary.TERMS.values() for one in group]
    assert 25 <= len(terms) == len(set(terms)) <= 40
    for one in terms:
        zh, en = (say(f"glossary.{one}.name", lang).replace(" ", "") for lang in LANGUAGES)
        assert any(zh in names and en in english for names, english in known), (one, zh, en)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_stands_with_its_meaning(lang: str):
    drawn = glossary.glossary(SimpleNamespace(lang=lang))
    for group in glossary.TERMS.values():
        for one in group:
            entry = plain(drawn.partition(f'id="glossary-term-{one}"')[2].partition("</dd>")[0])
            for other in LANGUAGES:
                assert plain(say(f"glossary.{one}.name", other)).replace(" ", "") in entry.replace(" ", "")
            assert entry.endswith(plain(say(f"glossary.{one}.means", lang))[-6:])
