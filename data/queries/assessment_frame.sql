-- Verdicts with the names a screen needs and the sources of their figures; the order is that of the plan, then of
-- the regions.
WITH rests_on AS (
    SELECT a.region, a.base_date AS day, a.base_load AS load_id FROM answered AS a
    UNION
    SELECT a.region, a.current_date AS day, a.current_load AS load_id FROM answered AS a WHERE a.current_origin = 'own'
),

told AS (
    SELECT o.region, o.indicator_id, o.period_end, o.load_id, arg_min(o.source, o.period_start) AS source
    FROM observation AS o
    SEMI JOIN rests_on AS w ON w.region = o.region AND w.day = o.period_end AND w.load_id = o.load_id
    GROUP BY ALL
    UNION ALL
    SELECT region, indicator_id, reported AS period_end, load_id, any_value(evidence) AS source
    FROM milestone_report
    GROUP BY ALL
)

SELECT
    a.* EXCLUDE (demo_shown, data_version), r.code = t.region AS own,
    r.name_zh AS region_zh, r.name_en AS region_en, i.dimension, i.indicator_id, i.name_zh AS indicator_zh,
    i.name_en AS indicator_en, i.short_zh, i.short_en, i.unit, i.measure_zh, i.measure_en, i.decimals, i.direction,
    i.kind, i.definition_zh, i.definition_en, t.section, t.rule, tp.value, tp.value_high, tp.due_inferred,
    coalesce(t.benchmark_indicator || '@' || t.benchmark_region, t.peer_group) AS benchmark,
    CASE WHEN t.peer_group IS NULL THEN bi.name_zh ELSE pg.name_zh END AS benchmark_zh,
    CASE WHEN t.peer_group IS NULL THEN bi.name_en ELSE pg.name_en END AS benchmark_en,
    t.binding, t.implied, t.aspirational, t.increment, t.parent, t.conflict, t.tier, t.note, t.owner_basis,
    coalesce(o.departments, []) AS departments, coalesce(o.owners_zh, []) AS owners_zh, coalesce(o.owners_en, []) AS owners_en,
    bo.source AS base_source, co.source AS current_source, t."start" AS plan_start, p."end" AS plan_end, t.position
FROM answered AS a
JOIN target AS t ON t.target_id = a.target_id
JOIN target_point AS tp ON tp.target_id = a.target_id AND tp.due = a.due
JOIN plan AS p ON p.id = a.plan
JOIN region AS r ON r.code = a.region
JOIN indicator AS i ON i.indicator_id = t.indicator_id
LEFT JOIN indicator AS bi ON bi.indicator_id = t.benchmark_indicator
LEFT JOIN peer_group AS pg ON pg.peer_group = t.peer_group
LEFT JOIN (
    SELECT w.target_id, list(w.department_id ORDER BY w.position) AS departments,
        list(d.short_zh ORDER BY w.position) AS owners_zh, list(d.name_en ORDER BY w.position) AS owners_en
    FROM target_owner AS w JOIN department AS d ON d.department_id = w.department_id
    GROUP BY w.target_id
) AS o ON o.target_id = a.target_id
LEFT JOIN told AS bo
    ON bo.region = a.region AND bo.indicator_id = t.indicator_id AND bo.period_end = a.base_date AND bo.load_id = a.base_load
LEFT JOIN told AS co
    ON co.region = a.region AND co.indicator_id = t.indicator_id AND co.period_end = a.current_date
    AND co.load_id = a.current_load AND a.current_origin = 'own'
ORDER BY t.position, a.due, r.position
