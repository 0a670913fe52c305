from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import assessed
from ui import counts, order


def test_attention_is_severity_then_binding_then_pace_then_plan_order() -> None:
    frame = assessed(
        {"target_id": "slow", "status": "behind", "R": 0.61},
        {"target_id": "bound", "status": "behind", "R": 0.9, "binding": "yes"},
        {"target_id": "green", "status": "on_track", "R": 1.2},
        {"target_id": "first", "status": "far_behind", "R": 0.3},
        {"target_id": "second", "status": "far_behind", "R": 0.3},
        {"target_id": "worst", "status": "breached", "R": None, "judged_by": "hold"},
    )
    assert list(order.attention(frame)["target_id"]) == ["worst", "first", "second", "bound", "slow"]


def test_targets_to_hold_stand_by_their_gap() -> None:
    held = {"status": "at_risk", "judged_by": "hold", "R": None, "target": 95.0}
    frame = assessed(held | {"target_id": "wide", "gap": 3.0}, held | {"target_id": "narrow", "gap": 0.2})
    assert list(order.attention(frame)["target_id"]) == ["narrow", "wide"]


def test_by_chance_the_least_likely_stand_first_whatever_their_light() -> None:
    frame = assessed(
        {"target_id": "none", "status": "breached", "judged_by": "hold", "gap": -1.0},
        {"target_id": "half", "status": "far_behind", "probability": 0.5},
        {"target_id": "green", "status": "on_track", "probability": 0.1},
        {"target_id": "calm", "status": "on_track", "probability": 0.2, "R": 1.0},
        {"target_id": "urgent", "status": "behind", "probability": 0.2},
        {"target_id": "grey", "status": "not_assessable", "probability": 0.9},
        {"target_id": "rank", "status": "on_track", "judged_by": "rank"},
    )
    assert list(order.unlikely(frame)["target_id"]) == ["green", "urgent", "calm", "half", "grey"]
    assert list(order.by_chance(frame)["target_id"])[5:] == ["none", "rank"]
    assert order.unlikely(assessed({})).empty
    assert order.by_chance(assessed()).empty


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.none(), st.floats(0.0, 1.0)), min_size=1, max_size=12))
def test_by_chance_no_target_is_lost_and_none_stands_before_a_less_likely_one(chances: list[float | None]) -> None:
    frame = assessed(*({"probability": p} for p in chances))
    found = order.by_chance(frame)["probability"]
    assert sorted(found.index) == list(frame.index)
    assert found.dropna().is_monotonic_increasing
    assert found.isna().is_monotonic_increasing


def test_by_chance_parts_stay_under_their_whole() -> None:
    frame = assessed(
        {"target_id": "whole", "probability": 0.9},
        {"target_id": "other", "probability": 0.5},
        {"target_id": "part", "probability": 0.1, "parent": "whole"},
    )
    assert list(order.with_children(order.by_chance(frame))["target_id"]) == ["other", "whole", "part"]


def test_parts_follow_their_whole() -> None:
    frame = assessed(
        {"target_id": "whole", "status": "behind"},
        {"target_id": "other", "status": "behind"},
        {"target_id": "part", "status": "achieved", "parent": "whole"},
    )
    walked = order.with_children(frame)
    assert list(walked["target_id"]) == ["whole", "part", "other"]
    assert list(walked["depth"]) == [0, 1, 0]


def test_a_part_without_its_whole_is_not_lost() -> None:
    frame = assessed({"target_id": "part", "parent": "elsewhere"})
    assert list(order.with_children(frame)["target_id"]) == ["part"]


def test_moves_into_and_out_of_grey_are_neither_better_nor_worse() -> None:
    codes = [
        ("far_behind", "achieved"),
        ("on_track", "behind"),
        ("behind", "not_assessable"),
        ("not_assessable", "missed"),
        ("pending", "pending"),
    ]
    before = assessed(*({"status": was} for was, _ in codes))
    now = assessed(*({"status": now} for _, now in codes))
    moved = order.changes(now, before).set_index("target_id")["move"]
    assert moved.to_dict() == {"t-000": "better", "t-001": "worse", "t-002": "into_grey", "t-003": "out_of_grey"}


def test_nothing_moved_gives_an_empty_frame_with_its_column() -> None:
    frame = assessed({})
    assert "move" in order.changes(frame, frame)
    assert order.changes(assessed(), assessed()).empty


def test_small_dimensions_are_folded_and_none_is_lost() -> None:
    names = [
        "product",
        "engineering",
        "service",
        "environment",
        "brand",
        "foundation",
        "economy",
        "governance",
        "culture",
        "talent",
    ]
    frame = assessed(*({"dimension": name} for name in names for _ in range(3 if name == "economy" else 1)))
    rows = counts.by_dimension(frame, 6)
    assert [row.dimensions for row in rows[:4]] == [(name,) for name in names[:4]]
    assert rows[4].dimensions == ("economy",)
    assert set(rows[5].dimensions) == {"brand", "foundation", "governance", "culture", "talent"}
    assert sum(row.lights.total for row in rows) == len(frame)


def test_headline_rows_are_those_of_the_region_each_once() -> None:
    frame = assessed({}, {"region": "650402"}, {"headline": False})
    assert list(counts.headlines(frame, "650400")["target_id"]) == ["t-000"]


def test_a_sentence_counts_dimensions_as_they_are_however_rows_are_folded() -> None:
    names = ["product", "brand", "foundation", "governance", "culture"]
    frame = assessed(*({"dimension": name} for name in names))
    assert [row.dimensions for row in counts.each_dimension(frame)] == [(name,) for name in names]
