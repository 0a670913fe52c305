-- An indicator that targets give to other departments of the sender's region, or to none; named once, at its first
-- row. Predecessor and successor answer for the same. A department that answers for nothing is not held to this.
INSERT INTO found BY NAME
WITH owned AS (
    SELECT
        t.indicator_id, bool_or(o.department_id IN (SELECT department_id FROM family)) AS mine,
        list(DISTINCT d.name_zh ORDER BY d.name_zh) FILTER (d.region = me.region) AS owners
    FROM target AS t
    JOIN target_owner AS o ON o.target_id = t.target_id
    JOIN department AS d ON d.department_id = o.department_id
    JOIN department AS me ON me.department_id = $department
    GROUP BY t.indicator_id
),

brought AS (
    SELECT indicator_id, min(first_at) AS "at"
    FROM incoming_series
    GROUP BY indicator_id
)

SELECT
    'warning' AS level, CASE WHEN o.owners IS NULL THEN 'unowned' ELSE 'not_owned' END AS code, b."at",
    'indicator' AS role, i.name_zh AS value,
    coalesce(array_to_string(o.owners[:3], ', ') || CASE WHEN len(o.owners) > 3 THEN ' …' ELSE '' END, '') AS other
FROM brought AS b
JOIN indicator AS i ON i.indicator_id = b.indicator_id
LEFT JOIN owned AS o ON o.indicator_id = b.indicator_id
WHERE NOT coalesce(o.mine, FALSE) AND EXISTS (SELECT 1 FROM owned WHERE mine)
