"""The forecast on the screens: column, order by chance, subtitle and band of the small multiples, the drawer."""

import re
from html import unescape
from pathlib import Path

import pandas as pd
import pytest

from tests.made import AS_OF, DUE, FORESEEN, assessed
from tests.ui.conftest import Run, address_of, html_of
from ui import cache, counts, fans, multiples
from ui.order import unlikely
from ui.place import Place
from ui.why.outlook import outlook
from ui.why.sums import how

PLACE = Place(plan="turpan", region="650400", as_of=AS_OF.date())
CURRENT = re.compile(r'<a class="go" href="\?([^"]*)"[^>]*aria-current="true">([^<]*)</a>')
CHANCE = re.compile(r'<td class="num c-chance[^"]*"[^>]*>([^<]*)</td>')


def pressing(shown: str) -> str:
    """The panel of what needs attention."""
    return shown.partition('class="panel pressing"')[2].partition("</section>")[0]


def test_by_urgency_is_the_usual_order(run: Run, full_board: Path) -> None:
    shown = pressing(html_of(run(full_board, plan="turpan")))
    address, words = CURRENT.findall(shown)[0]
    assert words == "按紧急程度"
    assert "order" not in address
    assert "达标可能" in shown
    assert len(CHANCE.findall(shown)) == 5


def test_the_list_by_chance_holds_all_that_is_forecast(run: Run, full_board: Path) -> None:
    shown = pressing(html_of(run(full_board, plan="turpan", order="chance")))
    assert [words for _, words in CURRENT.findall(shown)] == ["最可能达不到"]
    here = counts.headlines(cache.assessments("turpan", AS_OF.date(), demo=True), "650400")
    listed = unlikely(here)
    below = int(listed["probability"].lt(0.5).sum())
    assert f"有预测的 {len(listed)} 项中，{below} 项达到的可能不到一半" in shown.replace("\u00a0", " ")
    named = re.findall(r"why=([\w-]+)\.", shown)
    assert list(dict.fromkeys(named)) == list(listed["target_id"].head(5))
    assert "order=chance" in shown.partition("why=")[2]  # the list stays as it is under the drawer


def test_the_order_survives_language_region_and_date(run: Run, full_board: Path) -> None:
    test = run(full_board, plan="turpan", order="chance")
    test.button(key="pick-lang").click().run()
    assert address_of(test).items() >= {"order": "chance", "lang": "en"}.items()
    region = list(cache.regions("turpan")["code"])[1]
    test.selectbox(key="place-region").set_value(region).run()
    assert address_of(test).items() >= {"order": "chance", "region": region}.items()
    assert [words for _, words in CURRENT.findall(pressing(html_of(test)))] == ["Least likely"]


@pytest.mark.parametrize("page", ["overview", "product"])
def test_an_order_that_does_not_exist_is_said_so(run: Run, full_board: Path, page: str) -> None:
    shown = html_of(run(full_board, page, plan="turpan", order="<b>", lang="en"))
    assert shown.count("state-notice") == 1
    assert "order=&lt;b&gt;" in shown
    assert "Most urgent" in [words for _, words in CURRENT.findall(shown)]


def test_a_region_without_forecasts_says_so(run: Run, full_board: Path) -> None:
    shown = html_of(run(full_board, plan="turpan", order="chance", demo="0"))
    assert "没有可以预测的目标" in shown
    assert [words for _, words in CURRENT.findall(shown)] == ["最可能达不到"]


def test_the_table_of_a_dimension_by_chance(run: Run, full_board: Path) -> None:
    shown = html_of(run(full_board, "product", plan="turpan", order="chance"))
    table = shown.partition("all-targets")[2]
    told = [unescape(one).replace("\u00a0", " ") for one in CHANCE.findall(table)]
    rank = {"<": 0, "约": 1, ">": 2}
    known = [rank.get(one[0], 3) for one in told]
    assert known == sorted(known)
    assert known[0] == 0
    assert "含零值" in told
    assert 'title="数列里有零或负数' in table
    assert "八成区间" in shown


def test_the_drawer_says_whether_it_will_be_reached(run: Run, full_board: Path) -> None:
    test = run(full_board, "product", plan="turpan", why="turpan-023.2020-12-31.650400")
    assert not test.exception
    shown = html_of(test)
    assert "state-error" not in shown
    assert "能否达到" in shown
    assert "八成把握在" in shown
    assert "method?" in shown


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "changes",
    [
        FORESEEN,
        FORESEEN | {"direction": "down", "forecast_model": "peers"},
        FORESEEN | {"forecast_scale": "log"},
        FORESEEN | {"forecast": "impossible_target", "probability": None, "needed": None, "stay": None},
        {"forecast": "too_few_points", "forecast_points": 2},
        {"forecast": "due_date_passed"},
        {},
    ],
)
def test_every_outlook_is_said_in_whole_words(changes: dict[str, object], lang: str) -> None:
    shown = outlook(next(assessed(changes).itertuples()), PLACE.model_copy(update={"lang": lang}))
    assert not re.search(r"nan|None|\{|NaT", shown)
    assert ("<details" in shown) == ("expected" in changes)


def test_the_sum_behind_a_forecast_stands_with_its_numbers() -> None:
    shown = outlook(next(assessed(FORESEEN).itertuples()), PLACE).replace("\u00a0", " ")
    for part in (
        "2017-12-31 至 2019-12-31，3 个",
        "(2.00 × 0.2572 + 27 × 0.0000) ÷ (2.00 + 27) = <strong>0.0177",
        "0.2361 × √(0.81 × 1.00 + 1.00² ÷ (2.00 + 27)) = <strong>0.2169",
        "0.594 + 0.0177 × 1.00 = <strong>0.612",
        "0.45 + 2 = <strong>2.45",
        "<strong>0.421",
    ):
        assert part in shown


def test_a_pace_that_cannot_be_worked_out_is_not_half_written() -> None:
    row = next(
        assessed({"status": "not_assessable", "reason": "one_point", "R": None, "k": 0.0, "e": 0.0}).itertuples()
    )
    assert "0.000 ÷ 0.000" not in how(row, "zh")


def test_the_band_runs_from_the_last_figure_to_the_due_date() -> None:
    made = fans.fans(assessed({}, FORESEEN), "zh")
    assert set(made["key"]) == {"t-001.2020-12-31.650400"}
    first, last = made.iloc[0], made.iloc[-1]
    assert (first["date"], last["date"]) == (AS_OF, DUE)
    assert first[["low", "expected", "high"]].tolist() == pytest.approx([64.5] * 3)
    assert last[["low", "expected", "high"]].tolist() == pytest.approx(
        [FORESEEN["expected_low"], FORESEEN["expected"], FORESEEN["expected_high"]]
    )
    assert (last["low_label"], last["high_label"]) == ("55.8%", "73.0%")
    assert made["low_label"].notna().sum() == 1


def test_without_forecasts_there_is_no_band() -> None:
    made = fans.fans(assessed({}), "zh")
    assert made.empty
    assert list(made.columns) == fans.COLUMNS


@pytest.mark.parametrize(
    ("bucket", "lang", "said"),
    [
        ("w1920", "zh", "严重滞后 ・ 达标可能约 40%"),
        ("w1024", "zh", "严重滞后，可能约 40%"),
        ("w1024", "en", "Far behind"),
    ],
)
def test_the_chance_stands_under_the_name_as_far_as_there_is_room(bucket: str, lang: str, said: str) -> None:
    frame = pd.concat([assessed(FORESEEN)] * 12)
    shown = multiples.cells(frame, lang, bucket)["subtitle"].iloc[0]  # type: ignore[arg-type]
    assert shown.replace("\u00a0", " ") == said
