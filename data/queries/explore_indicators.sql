-- The indicators a plan has targets on that are figures, in the plan's order, and who answers for those targets.
SELECT
    i.indicator_id, i.dimension, i.name_zh AS indicator_zh, i.name_en AS indicator_en, i.short_zh, i.short_en,
    i.unit, i.measure_zh, i.measure_en, i.decimals, i.direction, i.kind, i.interval_months,
    coalesce(list(DISTINCT o.department_id) FILTER (o.department_id IS NOT NULL), []) AS departments
FROM target AS t
JOIN indicator AS i ON i.indicator_id = t.indicator_id AND i.kind <> 'event'
LEFT JOIN target_owner AS o ON o.target_id = t.target_id
WHERE t.plan = $plan
GROUP BY ALL
ORDER BY min(t.position)
