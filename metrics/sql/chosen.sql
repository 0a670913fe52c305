-- One row a pair: base b at t_b and current x at t, each with the figure it comes from.
WITH named AS (
    SELECT
        p.assess_id, p.benchmark_region, p.benchmark_indicator, p.d, p.goal, p.slack,
        p.may_hold, p.holds_once_met, a.seen, a.points, a.met_late, a.last_break, a.at_due IS NOT NULL AS due_in,
        sign(p.d * (a.last_two[1] - a.last_two[2])) AS last_move,
        coalesce(a.at_due, a.last_two[1]) AS x,
        CASE WHEN a.at_due IS NOT NULL THEN p.due_end ELSE a.t_newest END AS t,
        CASE
            WHEN p.base_value IS NOT NULL THEN 'given' WHEN p.increment THEN 'increment'
            WHEN a.t_before IS NOT NULL THEN 'before_start' WHEN a.t_after IS NOT NULL THEN 'after_start'
        END AS base_origin,
        coalesce(p.base_value, CASE WHEN p.increment THEN 0.0 END, a.before, a.after) AS b,
        CASE
            WHEN p.base_value IS NOT NULL THEN coalesce(p.base_date, p.start) WHEN p.increment THEN p.start
            ELSE coalesce(a.t_before, a.t_after)
        END AS t_b,
        CASE WHEN p.base_value IS NULL AND NOT p.increment THEN coalesce(a.place_before, a.place_after) END AS place_b,
        coalesce(a.place_due, a.place_newest) AS place_x
    FROM pair AS p
    JOIN anchor AS a ON a.assess_id = p.assess_id
)

SELECT
    n.* EXCLUDE (benchmark_region, benchmark_indicator, d, goal, slack, may_hold, holds_once_met, place_b, place_x),
    n.may_hold AND (n.holds_once_met OR n.d * (n.b - n.goal) >= -n.slack) AS watched,
    coalesce(o.value, n.b) AS base, o.load_id AS base_load, coalesce(o.demo, FALSE) AS base_demo,
    c.value AS current, c.months AS months_now, c.origin AS current_origin, c.load_id AS current_load, c.provisional,
    c.demo OR coalesce(m.demo, FALSE) AS current_demo, m.value AS bench_now
FROM named AS n
LEFT JOIN point AS o ON o.rowid = n.place_b
LEFT JOIN point AS c ON c.rowid = n.place_x
LEFT JOIN (SELECT * FROM point WHERE (region, indicator_id) IN (SELECT (benchmark_region, benchmark_indicator) FROM asked)) AS m
    ON m.region = n.benchmark_region AND m.indicator_id = n.benchmark_indicator AND m.period_end = n.t
    AND m.months = c.months
