"""Every figure and promising word of a plan's text is a target's or is listed as none, and nothing else is.

The texts are not part of the product: they lie beside the checkout (``../shared/plans``), and without them
these tests are skipped.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest

from config.settings import CONFIG
from tests.catalogue.plan_text import sections, tokens

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "plans"
PLANS = sorted(path.parent.name for path in CONFIG.glob("plans/*/plan.toml"))


def accounted(plan: str) -> dict[str, Counter[str]]:
    """Section label → the tokens its targets and its listed numbers answer for."""
    found: dict[str, Counter[str]] = {}
    folder = CONFIG / "plans" / plan
    with (folder / "targets.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for section in row["section"].split(";"):
                found.setdefault(section, Counter()).update(row["figures"].split())
    with (folder / "numbers.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["section"], Counter())[row["token"]] += int(row["count"])
    return found


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the plans' texts are not beside this checkout")
@pytest.mark.parametrize("plan", PLANS)
def test_every_figure_of_the_text_is_accounted_for(plan: str) -> None:
    text = TEXTS / f"{plan}.txt"
    if not text.exists():
        pytest.skip(f"no text of {plan}")
    written = {section: tokens(part) for section, part in sections(text.read_text(encoding="utf-8")).items()}
    held = accounted(plan)
    missing = {
        (section, token): (count, held.get(section, Counter())[token])
        for section, counts in written.items()
        for token, count in counts.items()
        if held.get(section, Counter())[token] < count
    }
    invented = {
        (section, token)
        for section, counts in held.items()
        for token in counts or [""]
        if section not in written or (token and token not in written[section])
    }
    assert missing == {}, "(times in the text, times accounted for) differ"
    assert invented == set(), "accounted for, but not in the text of that section"
