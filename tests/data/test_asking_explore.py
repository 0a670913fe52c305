from data.asking.explore import indicators
from data.store import Store


def test_every_indicator_with_a_target_that_is_a_figure_stands_once_in_the_order_of_the_plan(store: Store) -> None:
    found = indicators(store, "turpan")
    with store.cursor() as cursor:
        told = cursor.execute(
            "SELECT t.indicator_id, i.kind FROM target AS t JOIN indicator AS i USING (indicator_id)"
            " WHERE t.plan = 'turpan' ORDER BY t.position"
        ).fetchall()
    assert list(found["indicator_id"]) == list(dict.fromkeys(code for code, kind in told if kind != "event"))
    assert "event" not in set(found["kind"])
    assert any(kind == "event" for _, kind in told)


def test_departments_are_those_of_the_targets_each_once(store: Store) -> None:
    found = indicators(store, "turpan").set_index("indicator_id")["departments"]
    with store.cursor() as cursor:
        told = cursor.execute(
            "SELECT t.indicator_id, list(DISTINCT o.department_id) FROM target AS t"
            " JOIN target_owner AS o USING (target_id) WHERE t.plan = 'turpan' GROUP BY ALL"
        ).fetchall()
    owned = {code: set(codes) for code, codes in told if code in found.index}
    assert {code: set(found[code]) for code in owned} == owned
    assert all(len(found[code]) == 0 for code in found.index if code not in owned)


def test_a_plan_that_does_not_exist_offers_nothing(store: Store) -> None:
    assert indicators(store, "nowhere").empty
