"""The look of the board as data: colours, glyphs, sizes, read once from ``tokens.toml``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

Bucket = Literal["w1920", "w1366", "w1024"]
Theme = Literal["light", "dark"]
FILE = Path(__file__).with_name("tokens.toml")


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Palette(_Frozen):
    """The colours of one theme, as #RRGGBB."""

    page: str
    sunk: str
    hair: str
    grid: str
    axis: str
    strong: str
    ink: str
    muted: str
    accent: str
    series: str
    compare: str
    target: str
    inner: str
    red: str
    yellow: str
    green: str
    pending: str
    grey: str
    red_tint: str
    yellow_tint: str
    green_tint: str
    pending_tint: str
    grey_tint: str

    def light(self, code: str) -> str:
        """The mark colour of a light."""
        return str(getattr(self, code))


class StatusMark(_Frozen):
    """How one status is drawn: outline by light, inner mark by status, one character in plain text."""

    code: str
    light: str
    glyph: str
    symbol: str
    inner_symbol: str = ""
    char: str


class Sizes(_Frozen):
    """Type and spacing of one window width, in px; spacing is left out where the projector view shares it."""

    headline: int
    section: int
    body: int
    small: int
    figure: int
    chart: int
    page_x: int = 0
    gap: int = 0
    mark: int = 0
    pitch: int = 0
    row: int = 0


class ChartRules(_Frozen):
    """Line widths and marker sizes of charts, in px; dashes as plotly writes them."""

    line: float
    thin: float
    hair: float
    last: int
    point: int
    inner: float
    required_dash: str
    city_dash: str
    title_chars: int


class Tokens(_Frozen):
    """Everything of ``tokens.toml``. ``status`` stands worst first: the place in it is the rank."""

    colour: dict[Theme, Palette]
    status: tuple[StatusMark, ...]
    light_glyph: dict[str, str]
    trend: dict[str, str]
    font: dict[str, str]
    size: dict[Bucket, Sizes]
    meeting: dict[Bucket, Sizes]
    chart: ChartRules

    def mark(self, status: str) -> StatusMark:
        """How a status is drawn; an unknown word is drawn as what cannot be judged."""
        found = [mark for mark in self.status if mark.code == status]
        return found[0] if found else self.mark("not_assessable")

    def rank(self, status: str) -> int:
        """Severity of a status, 1 the worst."""
        return self.status.index(self.mark(status)) + 1


@cache
def tokens(path: Path = FILE) -> Tokens:
    """The tokens in force."""
    return Tokens.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
