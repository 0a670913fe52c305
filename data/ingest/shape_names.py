"""The lexicon while one file is looked at: what a label is, each text asked once."""

from data.ingest.lexicon import Lexicon
from data.ingest.mapping import Role
from data.ingest.shape_words import is_decimal, is_figure, is_part_period, is_whole_period


class Names:
    """Answers of a lexicon, kept. ``own`` is the code of the department's region, if there is a department."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.own = lexicon.own
        self._kinds: dict[str, Role | None] = {}

    def kind(self, text: str) -> Role | None:
        """What a label is by itself: a period, a region, an indicator, or nothing known."""
        if is_decimal(text):
            return None
        if text not in self._kinds:
            self._kinds[text] = self._kind(text)
        return self._kinds[text]

    def _kind(self, text: str) -> Role | None:
        if is_whole_period(text) or is_part_period(text):
            return "period"
        if is_figure(text) and not text.isdecimal():
            return None
        if self._lexicon.is_region(text):
            return "region"
        return "indicator" if self._lexicon.is_indicator(text) else None

    def is_region(self, text: str) -> bool:
        """Whether a text, be it part of a longer one, is a region's name."""
        return self._lexicon.is_region(text)

    def codes(self, role: Role, text: str) -> tuple[str, ...]:
        """What a region's or indicator's name means."""
        return (self._lexicon.region(text) if role == "region" else self._lexicon.indicator(text)).codes
