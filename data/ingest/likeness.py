"""Which known names are most like an unknown one: by the pairs of signs that both have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Set

LIKE = 0.4  # of 1: below it two names share too little to be worth showing
LONGEST = 60  # signs of a text that are compared
PREFERRED = 0.1  # what a name that is likely for other reasons is ahead


class Likeness:
    """Names with what they stand for, to be searched by likeness."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._names = sorted(set(names))
        self._sizes = [0] * len(self._names)
        self._having: dict[str, list[int]] = defaultdict(list)
        for place, (name, _) in enumerate(self._names):
            parts = _parts(name)
            self._sizes[place] = len(parts)
            for part in parts:
                self._having[part].append(place)

    def best(self, text: str, preferred: Set[str] = frozenset(), count: int = 3) -> tuple[str, ...]:
        """What the names most like a text stand for, best first; nothing where none is like it."""
        parts = _parts(text[:LONGEST])
        shared = Counter(place for part in parts for place in self._having.get(part, ()))
        scores: dict[str, float] = defaultdict(float)
        for place, common in shared.items():
            meant = self._names[place][1]
            score = 2 * common / (len(parts) + self._sizes[place])
            if score >= LIKE:
                scores[meant] = max(scores[meant], score + PREFERRED * (meant in preferred))
        return tuple(sorted(scores, key=lambda meant: (-scores[meant], meant))[:count])


def _parts(name: str) -> set[str]:
    """The signs of a name and its pairs of signs, those at its ends marked."""
    framed = f"^{name}$"
    return {*name, *(framed[at : at + 2] for at in range(len(framed) - 1))}
