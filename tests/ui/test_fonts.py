"""The fonts the app serves: complete, licensed, not too heavy, with every character the product says."""

import re
from itertools import chain

import pytest

from config.text import catalogue
from tests.ui.shipped import ROOT

FONTS = ROOT / "ui" / "static" / "fonts"
FACE = re.compile(r"font-family:'([^']+)'.*url\(([^)]+)\).*unicode-range:([^}]+)\}")
FACES = FACE.findall((FONTS / "noto.css").read_text(encoding="utf-8"))


def covered(family: str) -> set[int]:
    ranges = (one for name, _, spans in FACES if name == family for one in spans.split(","))
    bounds = ((span.removeprefix("U+").split("-") * 2)[:2] for span in ranges)
    return set(chain.from_iterable(range(int(low, 16), int(high, 16) + 1) for low, high in bounds))


def test_every_face_has_its_file_and_every_file_its_face():
    assert {file for _, file, _ in FACES} == {path.name for path in FONTS.glob("*.woff2")}


def test_weight_and_licence():
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) < 12_000_000
    assert len(list(FONTS.glob("OFL-*.txt"))) == 3


@pytest.mark.parametrize("family", ["Noto Sans SC", "Noto Serif SC"])
def test_every_character_of_the_catalogues_is_covered(family):
    words = chain.from_iterable(
        [message.string] if isinstance(message.string, str) else message.string
        for lang in ("zh", "en")
        for message in catalogue(lang).values()
    )
    used = {ord(sign) for sign in "".join(words) if not sign.isspace()}
    used |= set(map(ord, "↗→↘■▼◀●○≥−—“”〔〕"))
    assert {chr(code) for code in used - covered(family)} == set()
