-- Every indicator as the catalogue describes it, with the plans that set targets on it and whether any figure came.
SELECT
    i.indicator_id, i.dimension, i.name_zh AS indicator_zh, i.name_en AS indicator_en, i.short_zh, i.short_en, i.unit,
    u.zh AS unit_zh, u.en AS unit_en, i.measure_zh, i.measure_en, i.decimals, i.direction, i.lower, i.upper, i.kind,
    i.frequency, i.rollup, w.name_zh AS weight_zh, w.name_en AS weight_en, i.accumulates, i.scheme_ended,
    i.definition_zh, i.definition_en, i.source_zh, coalesce(t.plans, []) AS plans, coalesce(t.targets, 0) AS targets,
    i.indicator_id IN (SELECT indicator_id FROM current_observation)
    OR i.indicator_id IN (SELECT indicator_id FROM milestone_report) AS has_figures
FROM indicator AS i
LEFT JOIN unit AS u ON u.unit = i.unit
LEFT JOIN indicator AS w ON w.indicator_id = i.weight
LEFT JOIN (
    SELECT t.indicator_id, list(DISTINCT t.plan) AS plans, count(*) AS targets
    FROM target AS t
    GROUP BY t.indicator_id
) AS t ON t.indicator_id = i.indicator_id
ORDER BY i.dimension, i.name_zh, i.indicator_id
