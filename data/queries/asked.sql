-- Every target of a plan (of all plans where none is named) at every region it is judged for: the region it binds, and
-- the regions below that where the figure compares (rates and indices) or the text binds each of them.
SELECT
    row_number() OVER (ORDER BY t.position, tp.due, r.position) AS assess_id,
    t.plan, t.target_id, tp.due, r.code AS region, r.code = t.region AS own, t.indicator_id, t.rule, t.method,
    CASE WHEN t.method = 'rank' OR i.direction = 'up' THEN 1 ELSE -1 END AS d,
    tp.value, t.benchmark_indicator, t.benchmark_region, t.peer_group, t.base_value, t.base_date, t."start", tp.due_end,
    p."end" AS plan_end, $as_of::DATE AS as_of, i.interval_months,
    CASE WHEN i.unit = 'percent' THEN 100.0 ELSE i.upper END AS natural_limit,
    t.increment, i.accumulates IS NOT NULL AS accumulates, i.kind = 'event' AS is_event, i.scheme_ended,
    b.unit IS NULL OR b.unit = i.unit AS unit_fits,
    tp.due = coalesce(
        min(tp.due) FILTER (tp.due >= $as_of::DATE) OVER (PARTITION BY t.target_id, r.code),
        max(tp.due) OVER (PARTITION BY t.target_id, r.code)
    ) AS headline,
    $pace_high AS pace_high, $pace_middle AS pace_middle, $pace_low AS pace_low,
    $trend_high AS trend_high, $trend_middle AS trend_middle, $trend_low AS trend_low,
    $early AS early, $stale_after AS stale_after, $linear_beside AS linear_beside
FROM target AS t
JOIN target_point AS tp ON tp.target_id = t.target_id
JOIN plan AS p ON p.id = t.plan
JOIN indicator AS i ON i.indicator_id = t.indicator_id
JOIN region AS r
    ON r.code = t.region
    OR (r.parent = t.region AND r.judged AND (i.kind IN ('rate', 'index') OR t.level IS NOT NULL) AND t.method <> 'rank')
LEFT JOIN indicator AS b ON b.indicator_id = t.benchmark_indicator
WHERE $plan::VARCHAR IS NULL OR t.plan = $plan
