"""The tile map: its sentence is what its tiles show, every region that takes part stands once on a place of its own,
and the list is in the order of the gaps.
"""

import re
from functools import cache
from html import unescape
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas import DataFrame

from config.tokens import Bucket, tokens
from data import reading
from data.store import opened
from tests.made import LIGHTS, assessed
from tests.ui.conftest import Run, address_of, html_of
from ui.tilemap import meeting, need, says
from ui.tilemap.gaps import first, fitted
from ui.tilemap.measure import away, label
from ui.tilemap.sheet import Sheet, build, size

PLANS = ["fuzhou", "turpan", "quanzhou", "linxia", "fujian"]
TOP = "650400"
TILE = re.compile(r'<li class="map-tile ?([^"]*)" style="grid-column:(\d+);grid-row:(\d+)">(.*?)</li>')
SIZES: list[Bucket] = ["w1920", "w1366", "w1024"]


def plain(shown: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", shown)).replace("\u00a0", " ").replace("\u2060", "")


def register(names: list[str], *, outside: str = "", zones: str = "", placed: bool = True) -> DataFrame:
    """The plan's region, then those named, in a row from the second column on."""
    rows = [(TOP, "吐鲁番市", "吐鲁番", "Turpan", "prefecture", True, None, None)]
    for n, name in enumerate(names, 1):
        level = "zone" if name in zones else "county"
        spot = (n, 1) if placed else (None, None)
        rows.append((f"6504{n:02d}", f"{name}县", name, f"Turpan {name}", level, name not in outside, *spot))
    columns = ["code", "name_zh", "short_zh", "name_en", "level", "judged", "tile_col", "tile_row"]
    return DataFrame(rows, columns=columns).astype({"tile_col": "Int64", "tile_row": "Int64"})


def sheet_of(gaps: dict[str, float | str | None], own: str = "", lang: str = "zh", **changes: object) -> Sheet:
    """Regions by name with their gap (behind, or achieved from 0 on), or with a status and no gap."""
    regions = register(list(gaps))
    codes = dict(zip(gaps, regions["code"][1:], strict=True))
    rows: list[dict[str, object]] = []
    for name, gap in gaps.items():
        if isinstance(gap, str):
            rows.append({"status": gap, "gap": None, "current": None, "reason": "no_data"})
        elif gap is not None:
            rows.append({"status": "behind" if gap < 0 else "achieved", "gap": gap, "current": 90 + gap})
        rows[-1] |= {"target_id": "t", "region": codes[name]}
    return build(assessed(*(row | changes for row in rows)), regions, codes.get(own, TOP), lang)


def sentence(sheet: Sheet, lang: str = "zh") -> str:
    return plain(says.sentence(sheet, lang))


# The page


@cache
def shipped(path: Path, plan: str) -> tuple[DataFrame, DataFrame, DataFrame]:
    """The register of a plan, its rows that count, and those of the regions below the plan's own."""
    store = opened(path)
    frame = reading.assessments(store, plan, reading.default_as_of(store, plan, demo=True))
    regions = reading.regions(store, plan)
    here = frame[frame["headline"].astype(bool) & frame["region"].isin(regions["code"])]
    return regions, here, here[here["region"].ne(regions["code"].iloc[0])]


@pytest.mark.parametrize(("lang", "region"), [("zh", "350524"), ("en", "350500")])
def test_the_page_counts_what_its_tiles_show(run: Run, full_board: Path, lang: str, region: str) -> None:
    test = run(full_board, "tilemap", plan="quanzhou", target="quanzhou-076", lang=lang, region=region)
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert "state-notice" not in shown
    regions, here, _ = shipped(full_board, "quanzhou")
    tiles = TILE.findall(shown)
    placed = regions.iloc[1:]
    assert sorted((int(column), int(row)) for _, column, row, _ in tiles) == sorted(
        zip(placed["tile_col"] + 1, placed["tile_row"] + 1, strict=True)
    )
    keys = re.findall(r'href="\?[^"]*why=([\w.-]+)[&"]', "".join(inside for *_, inside in tiles))
    assert len(keys) == len(set(keys)) == int(placed["judged"].sum())
    said = plain(shown.partition('<h1 class="headline">')[2].partition("</h1>")[0])
    tinted = sum("on-red" in kind or "on-yellow" in kind for kind, *_ in tiles)
    assert (f"{tinted} 个需要关注" if lang == "zh" else f"{tinted} need attention") in said
    assert [kind for kind, *_ in tiles if "outside" in kind] == ["outside"]
    own = [inside for kind, *_, inside in tiles if "own" in kind.split()]
    assert [f".{region}&" in inside for inside in own] == [True] * (region != "350500")
    order = re.findall(r'class="gap-label \w+">([^<]*)<', shown)
    gaps = [float(one.replace("\u2212", "-")) for one in order]
    assert gaps == sorted(gaps)
    assert len(gaps) == int(here["target_id"].eq("quanzhou-076").mul(here["gap"].notna()).sum()) - 1  # the whole's own
    for link in ("region?", "indicator?"):
        assert f'href="{link}' in shown


def test_an_unknown_target_is_said_and_the_default_shown_and_another_can_be_chosen(run: Run, full_board: Path) -> None:
    test = run(full_board, "tilemap", plan="turpan", target="<b>")
    _, _, below = shipped(full_board, "turpan")
    first_offered = need.choices(below)[0]
    assert "target=<b>" in plain(html_of(test)) or "target=<b>" in unescape(html_of(test))
    box = test.selectbox(key=need.KEY)
    assert box.value == first_offered.target
    box.set_value("turpan-013").run()
    assert not test.exception
    assert address_of(test)["target"] == "turpan-013"
    assert "食品风险监测覆盖率" in plain(html_of(test).partition("<h1")[2].partition("</h1>")[0])


def test_a_plan_without_targets_below_leads_to_the_overview(
    run: Run, full_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = reading.assessments
    monkeypatch.setattr(
        "data.reading.assessments", lambda *said, **named: real(*said, **named).query("region=='350000'")
    )
    shown = html_of(run(full_board, "tilemap", plan="fujian", present="1"))
    assert "没有分设区市评估" in plain(shown)
    assert 'href="overview?' in shown
    assert "map-tile" not in shown


def test_without_figures_every_tile_is_grey_and_says_why(run: Run, full_board: Path) -> None:
    shown = html_of(run(full_board, "tilemap", plan="quanzhou", demo="0"))
    tiles = TILE.findall(shown)
    assert len(tiles) == 14
    assert sum("on-grey" in kind and "无数据" in plain(inside) for kind, *_, inside in tiles) == 13
    assert "都暂不能评估" in plain(shown)
    assert "gap-label" not in shown


@pytest.mark.parametrize("plan", PLANS)
def test_every_region_of_a_plan_stands_once_on_a_place_of_its_own(full_board: Path, plan: str) -> None:
    regions, here, below = shipped(full_board, plan)
    chosen = need.choices(below)[0].target
    sheet = build(here[here["target_id"].eq(chosen)], regions, regions["code"].iloc[0], "zh")
    laid = sheet.laid
    assert sorted(tile.code for tile in laid if tile.judged) == sorted(regions["code"][1:][regions["judged"][1:]])
    assert len({tile.spot for tile in laid}) == len(laid)
    assert {tile.code for tile in sheet.outside} == {tile.code for tile in sheet.tiles if tile.code == "350527"}
    assert not {tile.code for tile in sheet.outside} & {tile.code for tile in sheet.counted}


@pytest.mark.parametrize("plan", PLANS)
def test_in_a_room_the_tiles_of_the_first_target_fit_every_window(full_board: Path, plan: str) -> None:
    regions, here, below = shipped(full_board, plan)
    rows = here[here["target_id"].eq(need.choices(below)[0].target)]
    for lang, bucket in product(("zh", "en"), SIZES):
        sheet = build(rows, regions, TOP, lang)
        found = meeting.arranged(sheet, bucket, lang, 0.0)
        assert found is not None
        assert found.fit.height <= found.half.height
        assert found.fit.figure > tokens().meeting[bucket].small
        drawn = {tile.code for tile in found.part.laid}
        assert drawn >= {tile.code for tile in sheet.counted}
        assert all(tile.code in drawn or tile.name in found.rest for tile in sheet.outside)


# Which target


def test_the_target_with_most_regions_needing_attention_comes_first() -> None:
    rows: list[tuple[str, str, float | None]] = [("few", "missed", -9.0), ("few", "on_track", -1.0)]
    rows += [("amber", "behind", -1.0), ("amber", "behind", -1.0)]
    rows += [("red", "behind", -1.0), ("red", "missed", -1.0), ("none", "not_assessable", None)]
    rows += [("gapless", "behind", None), ("gapless", "missed", None), ("fine", "achieved", 1.0)]
    made: list[dict[str, object]] = [
        {"target_id": target, "status": status, "gap": gap} for target, status, gap in rows
    ]
    frame = assessed(*made)
    found = need.choices(frame)
    assert [one.target for one in found] == ["red", "gapless", "amber", "few", "fine", "none"]
    assert [one.pressing for one in found] == [2, 2, 2, 1, 0, 0]
    assert need.choices(frame.head(0)) == []
    assert "2 need attention" in need.label(found[0], "en")
    assert "暂不能评估" in need.label(found[-1], "zh")


def test_the_list_is_worst_first_with_what_has_no_gap_at_the_end() -> None:
    sheet = sheet_of({"甲": "not_assessable", "乙": -1.0, "丙": 0.5, "丁": "pending", "戊": -3.0, "己": "missed"})
    assert [tile.name[0] for tile in sheet.counted] == ["戊", "乙", "丙", "己", "丁", "甲"]
    assert [away(tile.row) for tile in sheet.measured] == [-3.0, -1.0, 0.5]


def test_a_trend_is_measured_by_its_yearly_change() -> None:
    same: dict[str, object] = {"target_id": "t", "judged_by": "trend", "gap": None}
    rows = assessed(*(same | {"region": code} for code in ("650401", "650402")))
    back, slow = (build(rows.assign(p=p), register(["甲", "乙"]), TOP, "zh") for p in ([0.02, -0.012], [0.03, 0.01]))
    assert [label(tile.row, "zh") for tile in back.measured] == ["\u22121.20%", "+2.00%"]
    assert sentence(back).endswith("都需要关注，乙县退得最多。")
    assert sentence(slow).endswith("乙县改善最慢。")


def test_regions_without_a_place_or_two_on_one_have_no_tiles() -> None:
    rows = assessed({"region": "650401"}, {"region": "650402"})
    assert build(rows, register(["甲", "乙"], placed=False), TOP, "zh").laid == []
    assert build(rows, register(["甲", "乙"]).assign(tile_col=1), TOP, "zh").laid == []
    laid = build(rows, register(["甲", "乙"]), TOP, "zh").laid
    assert [tile.spot for tile in laid] == [(0, 0), (1, 0)]
    assert size(laid) == (2, 1)


def test_one_that_takes_no_part_needs_no_place_and_is_never_counted() -> None:
    rows = assessed({"region": "650401"}, {"region": "650402"})
    regions = register(["甲", "乙"], outside="乙")
    regions.loc[2, ["tile_col", "tile_row"]] = None
    sheet = build(rows, regions, TOP, "zh")
    assert [tile.name for tile in sheet.counted] == ["甲县"]
    assert [tile.name for tile in sheet.laid] == ["甲县"]
    assert "乙县未纳入统计" in says.rest(sheet, "zh")


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*LIGHTS]), min_size=2, max_size=9), st.sampled_from(["zh", "en"]))
def test_the_counts_of_the_sentence_and_its_rest_sum_to_the_regions(statuses: list[str], lang: str) -> None:
    rows: list[dict[str, object]] = [{"region": f"6504{n:02d}", "status": one} for n, one in enumerate(statuses, 1)]
    sheet = build(assessed(*rows), register([f"地{n}" for n in range(len(rows))]), TOP, lang)
    full, brief = sentence(sheet, lang), plain(says.sentence(sheet, lang, "brief") + says.rest(sheet, lang, "brief"))
    words = {
        "zh": r"(\d+) 个(?:达标|正常|推进中|需要关注|暂不能)",
        "en": r"(\d+) (?:achieved|on track|pending|need|cannot)",
    }
    for said in (full, brief):
        counted = [int(n) for n in re.findall(words[lang], said)]
        alike = re.search({"zh": "区）都", "en": r"all \d|none of \d"}[lang], said)
        assert sum(counted) == len(rows) or alike


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.integers(2, 12), st.integers(0, 20), st.integers(0, 12))
def test_a_short_list_keeps_the_worst_and_the_chosen_region(regions: int, most: int, own: int) -> None:
    names = [chr(ord("甲") + n) for n in range(regions)]
    sheet = sheet_of({name: -float(n) - 1 for n, name in enumerate(names)}, own=names[own % regions])
    shown = first(sheet, most)
    assert shown[0] == sheet.counted[0]
    assert len(shown) <= max(most, 1)
    assert len(shown) == regions or len(shown) < max(most, 2)
    assert len(shown) < 2 or any(tile.own for tile in shown)


# Sentences

AT = "食品追溯：2 个县（市、区）"


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ({"甲": -3.0, "乙": 0.0}, AT + "中 1 个达标、没有正常的、1 个需要关注，甲县差得最多。"),
        ({"甲": -3.0, "乙": -1.0}, AT + "都需要关注，甲县差得最多。"),
        ({"甲": -3.0, "乙": -3.0}, AT + "都需要关注，各地差距相同。"),
        ({"甲": 1.0, "乙": 0.0}, AT + "都已达标。"),
        ({"甲": "not_assessable", "乙": "not_assessable"}, AT + "都暂不能评估。"),
        ({"甲": "pending", "乙": "pending"}, AT + "都在推进中。"),
        ({"甲": -3.0}, "食品追溯：甲县进度滞后。"),
        (
            {"甲": -3.0, "乙": -3.0, "丙": -1.0},
            "食品追溯：3 个县（市、区）都需要关注，甲县和乙县并列差得最多。",
        ),
        (
            {"甲": 1.0, "乙": 2.0, "丙": "not_assessable"},
            "食品追溯：3 个县（市、区）中 2 个达标、没有正常的、没有需要关注的、1 个暂不能评估，有数的都达到目标。",
        ),
    ],
)
def test_the_headline_says_how_the_regions_stand(gaps: dict[str, float | str | None], said: str) -> None:
    assert sentence(sheet_of(gaps)) == said


def test_zones_are_counted_beside_the_counties_and_the_rest_names_the_worst() -> None:
    rows = assessed(
        {"region": "650401", "gap": -3.0, "current": 87.0, "status": "behind"},
        {"region": "650402", "gap": 1.0, "current": 91.0, "status": "achieved"},
        {"region": TOP, "gap": -1.0, "current": 89.0, "status": "on_track"},
    )
    sheet = build(rows, register(["甲", "乙"], zones="乙"), TOP, "zh")
    assert sentence(sheet).startswith("食品追溯：1 个县（市、区）和 1 个功能区中 1 个达标")
    rest = plain(says.rest(sheet, "zh"))
    assert rest == "甲县 87.0%，进度滞后，差 3.0 个百分点。2020 年底到期。吐鲁番市 89.0%，进度正常。"


def test_words_and_line_of_the_list_give_way_in_a_narrow_window() -> None:
    sheet = sheet_of({"甲": -3.0, "乙": 1.0})
    wide, middle, narrow = (fitted(sheet, width, "zh", beside=True) for width in (40, 20, 10))
    assert (wide.line, wide.words, middle.line, middle.words) == (True, True, True, False)
    assert not narrow.line
    assert fitted(sheet, 10, "zh", beside=False).words
