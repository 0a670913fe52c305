-- Period ends with figures of a plan's own indicators in its regions, from its start to the end of its last due period.
SELECT DISTINCT o.period_end
FROM (
    SELECT region, indicator_id, period_end, demo FROM current_observation
    UNION ALL
    SELECT m.region, m.indicator_id, m.reported, l.demo
    FROM milestone_report AS m JOIN load AS l ON l.id = m.load_id AND l.undone_at IS NULL
) AS o
JOIN plan AS p ON p.id = $plan
JOIN region AS r ON r.code = o.region AND (r.code = p.region OR r.parent = p.region)
WHERE ($demo OR NOT o.demo)
    AND o.indicator_id IN (SELECT indicator_id FROM target WHERE plan = $plan)
    AND o.period_end >= p."start"
    AND o.period_end <= (SELECT max(tp.due_end) FROM target_point AS tp JOIN target AS t USING (target_id) WHERE t.plan = $plan)
ORDER BY o.period_end DESC
