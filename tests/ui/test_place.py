from datetime import UTC, date, datetime

import pytest

from ui.place import Offers, Place, Refused, day, language, parse

OFFERS = Offers(
    plans=["north", "south"],
    regions=lambda plan: [f"{plan}-city", f"{plan}-county"],
    as_of=lambda _, demo: date(2019, 12, 31) if demo else date(2018, 12, 31),
    since=lambda _plan, as_of: date(as_of.year, 6, 30),
)


def read(**params: str) -> Place:
    place, refused = parse(params, OFFERS)
    assert refused == []
    return place


def test_an_empty_address_means_the_first_plan_its_region_and_its_newest_date():
    assert read() == Place(
        plan="north",
        region="north-city",
        as_of=date(2019, 12, 31),
        since=date(2019, 6, 30),
        lang="zh",
        demo=True,
    )


def test_another_plan_brings_its_own_region():
    assert read(plan="south").region == "south-city"


def test_hidden_demonstration_data_do_not_count_for_the_default_date():
    assert read(demo="0").as_of == date(2018, 12, 31)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"plan": "south", "region": "south-county"},
        {"as_of": date(2017, 6, 30), "since": date(2016, 12, 31)},
        {"since": None},
        {"lang": "en", "demo": False, "theme": "dark", "present": True},
        {"why": "T-2.1.2020-12-31.350000"},
        {"known": datetime(2019, 12, 31, 8, 0, 0, 123456, UTC)},
    ],
)
def test_what_a_place_says_is_read_back_as_the_same_place(changes):
    place = read().model_copy(update=changes)
    assert parse(place.params(), OFFERS) == (place, [])


def test_the_usual_stays_out_of_the_address():
    assert set(read().params()) == {"plan", "region", "as_of", "since"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("page", "nowhere"),
        ("plan", "west"),
        ("region", "south-county"),
        ("as_of", "2019-02-30"),
        ("as_of", "20191231"),
        ("as_of", "9999-12-31"),
        ("since", "2019-12-31"),
        ("since", "yesterday"),
        ("lang", "fr"),
        ("demo", "yes"),
        ("theme", "<script>"),
        ("present", "2"),
        ("known", "2019-12-31"),
        ("known", "2019-12-31T08:00"),
        ("known", "2019-12-31T25:00Z"),
        ("why", "T1"),
        ("why", "T1.2020-13-31.north"),
        ("why", "T1.2020-12-31.a/b"),
    ],
)
def test_a_value_not_understood_is_the_default_and_is_named(name, value):
    place, refused = parse({name: value}, OFFERS)
    assert place == read()
    assert refused == [Refused(name, value[:24])]


def test_an_empty_value_is_no_value():
    assert read(region="", as_of="", why="") == read()


def test_digits_of_other_scripts_are_no_date():
    assert day("２０１９-12-31") is None
    assert day("2019-12-31") == date(2019, 12, 31)


def test_the_language_is_known_without_a_board():
    assert language({"lang": "en"}) == "en"
    assert language({"lang": "xx"}) == language({}) == "zh"
