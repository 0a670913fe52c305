"""The meeting view: which screens are walked, what fits on one, and that type and marks are those for a room."""

import re
from datetime import date
from pathlib import Path

import pytest
from pandas import DataFrame

from config.tokens import Bucket, tokens
from tests.ui.conftest import Run, address_of, html_of
from ui import cache, counts
from ui.attention.listed import key_of
from ui.meeting import room
from ui.meeting.named import fitted
from ui.meeting.walk import HOME, Stop, around, steps, stop_at, walk
from ui.order import attention
from ui.place import BOARD, OTHERS, Place
from ui.stylesheet import stylesheet

BUCKETS: tuple[Bucket, ...] = ("w1920", "w1366", "w1024")


def links(test: object) -> dict[str, str]:
    """Where the links of the line at the foot lead; one may stand for both ways."""
    found = re.findall(r'<a class="go (meet-[a-z -]+)" href="([^"]*)"', html_of(test))  # type: ignore[arg-type]
    named = [(name.removeprefix("meet-"), href) for names, href in found for name in names.split()]
    return {name: href.replace("&amp;", "&") for name, href in named}


def place_of(plan: str) -> Place:
    region = str(cache.regions(plan)["code"].iloc[0])
    return Place(plan=plan, region=region, as_of=cache.default_as_of(plan, True))


def test_before_and_after_in_a_row_of_screens():
    stops = [HOME, Stop("attention"), Stop("attention", (("page_no", "2"),))]
    assert around(stops[0], stops)[:4] == (1, 3, None, stops[1])
    assert around(stops[1], stops)[:4] == (2, 3, stops[0], stops[2])
    assert around(stops[2], stops)[:4] == (3, 3, stops[1], None)
    assert around(Stop("loads"), stops) == (0, 3, None, None, HOME)


def test_a_stop_is_what_the_address_says():
    assert stop_at("product", {"order": "chance"}) == Stop("product")
    assert stop_at("attention", {"page_no": "1"}) == Stop("attention")
    assert stop_at("attention", {"page_no": "none"}) == Stop("attention")
    assert stop_at("attention", {"page_no": "2", "one": "t.2020-12-31.r"}).own == (("one", "t.2020-12-31.r"),)


def test_the_walk_has_lists_singles_dimensions_regions_and_bodies(run: Run, full_board: Path):
    run(full_board, plan="fujian")
    place = place_of("fujian")
    frame = counts.headlines(cache.assessments("fujian", place.as_of, True), place.region)
    count, there = counts.lights(frame), set(frame["dimension"])
    stops = walk(place)
    pages = [stop.page for stop in stops]
    lists = [stop for stop in stops if stop.page == "attention" and "one" not in dict(stop.own)]
    assert len(lists) == -(-count.red // 5) + -(-count.yellow // 5)
    assert pages.count("attention") == len(lists) + min(count.attention, 5)
    assert 0 < len(there) < len(BOARD) - 1 + len(OTHERS)
    dimensions = [page for page in (*BOARD, *OTHERS) if page in there]
    assert pages == ["overview", *["attention"] * pages.count("attention"), *dimensions, *pages[-3:]]
    assert pages[-3:] == ["tilemap", "region", "department"]
    assert len(set(stops)) == len(stops)


def test_a_target_opened_by_hand_leads_back_to_its_list(run: Run, full_board: Path):
    run(full_board, plan="turpan")
    place = place_of("turpan")
    worst = attention(counts.headlines(cache.assessments("turpan", place.as_of, True), place.region))
    key = key_of(worst).iloc[-1]
    back = steps("attention", {"one": key}, place).back
    assert back == [stop for stop in walk(place) if "one" not in dict(stop.own) and stop.page == "attention"][-1]
    assert steps("attention", {"one": "nothing"}, place).back == HOME
    assert steps("attention", {"page_no": "99"}, place).number == steps("attention", dict(back.own), place).number
    yellow = steps("attention", {"status": "yellow"}, place)
    assert (yellow.number, yellow.before) == (0, HOME)
    assert yellow.after == Stop("attention", (("status", "yellow"), ("page_no", "2")))


def test_the_line_gives_up_where_one_is_before_it_cuts_a_name():
    names, onward = ["Needs attention", "14 red", "Turpan"], "Next: Industrial spot check pass rate"
    assert fitted(names, onward, ["3 / 25"], "w1920", "en") == (names, onward)
    kept, cut = fitted(names, onward, ["3 / 25", "as of 2019-12-31", "demo data", "Leave (Esc)"], "w1024", "en")
    assert (kept, cut) == (names[: len(kept)], onward)
    kept, cut = fitted(names, onward * 2, ["3 / 25", "as of 2019-12-31", "demo data", "Leave (Esc)"], "w1024", "en")
    assert kept == []
    assert cut.endswith("…")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", [*BOARD, "attention", *OTHERS])
def test_every_screen_is_drawn_without_chrome(run: Run, full_board: Path, page: str, lang: str):
    test = run(full_board, page, present="1", lang=lang, plan="turpan")
    shown = html_of(test)
    assert not test.exception
    assert "state-error" not in shown
    assert not test.selectbox
    assert 'class="foot"' not in shown
    assert "all-targets" not in shown
    assert shown.count("meet-mark") == 1


def test_the_line_keeps_place_and_view_and_the_way_out_leaves_it(run: Run, full_board: Path):
    test = run(full_board, "service", present="1", plan="turpan", since="none", lang="en")
    led = links(test)
    assert led["before"].startswith("engineering?")
    assert led["after"].startswith("environment?")
    for step in ("before", "after"):
        for said in ("plan=turpan", "since=none", "lang=en", "present=1"):
            assert said in led[step]
    assert led["leave"].startswith("?")
    assert "present" not in led["leave"]
    assert "plan=turpan" in led["leave"]


def test_the_first_and_the_last_screen_have_one_way(run: Run, full_board: Path):
    assert set(links(run(full_board, present="1", plan="turpan"))) == {"after", "leave"}
    assert set(links(run(full_board, "department", present="1", plan="turpan"))) == {"before", "leave"}


def test_the_overview_says_the_counts_and_the_worst_first(run: Run, full_board: Path):
    test = run(full_board, present="1", plan="turpan", lang="en")
    as_of = date.fromisoformat(address_of(test).get("as_of") or cache.default_as_of("turpan", True).isoformat())
    frame = cache.assessments("turpan", as_of, True)
    here = counts.headlines(frame, str(cache.regions("turpan")["code"].iloc[0]))
    count = counts.lights(here)
    shown = html_of(test)
    tiles = re.findall(r'<div class="tile-figure"><strong class="figure">(\d+)</strong>', shown)
    assert [int(one) for one in tiles] == [count.red, count.yellow, count.green, count.pending, count.grey]
    rows = re.findall(r'<li><span class="gl (\w+)"', shown)
    assert 0 < len(rows) <= min(count.attention, 5)
    assert [tokens().rank(one) for one in rows] == sorted(tokens().rank(one) for one in rows)


def test_a_page_of_the_records_has_the_line_too(run: Run, full_board: Path):
    test = run(full_board, "loads", present="1", lang="en")
    assert "state-error" not in html_of(test)
    led = links(test)
    assert led["after"] == led["before"]
    assert led["after"].startswith("overview?")


def test_without_the_view_there_is_no_line(run: Run, full_board: Path):
    assert "meet-mark" not in html_of(run(full_board))


@pytest.mark.parametrize("bucket", BUCKETS)
def test_type_of_the_view_is_for_the_back_row(bucket: Bucket):
    sizes = room.sizes(bucket)
    assert min(sizes.body, sizes.small, sizes.chart, sizes.section) >= 20
    assert sizes.figure >= 40
    assert sizes.headline >= 32
    rules = [rule for rule in stylesheet().splitlines() if ":root:has(.meet-mark) {" in rule]
    assert len(rules) == len(BUCKETS)
    assert any(f"--headline: {sizes.headline}px" in rule and f"--body: {sizes.body}px" in rule for rule in rules)


def test_a_longer_headline_leaves_less_room():
    short, long = (room.left_under("a" * n, "rest", "w1366") for n in (20, 200))
    assert short > long > 0


def test_a_row_whose_name_wraps_is_higher():
    one = room.pressing_row("Pass rate", "Missed", "98%", "w1024", 500)
    two = room.pressing_row(
        "Pass rate of supervision checks at farms and in markets " * 2, "Missed", "98%", "w1024", 500
    )
    assert two > one


def test_rows_that_do_not_fit_are_left_out_but_never_all(run: Run, full_board: Path):
    from ui.meeting.pressing import MOST, fitting

    run(full_board, plan="turpan")
    region = str(cache.regions("turpan")["code"].iloc[0])
    place = Place(plan="turpan", region=region, as_of=cache.default_as_of("turpan", True))
    worst: DataFrame = attention(counts.headlines(cache.assessments("turpan", place.as_of, True), region))
    assert len(worst) > MOST
    for height, number in ((10, 1), (10_000, MOST)):
        shown, taken = fitting(worst, place, "w1366", width=700, height=height)
        assert len(shown) == number
        assert taken > 0
    shown, taken = fitting(worst, place, "w1366", width=700, height=300)
    assert 1 < len(shown) < MOST
    assert taken <= 300
