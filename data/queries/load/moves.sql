-- The verdicts that differ between before and after.
SELECT
    a.plan, a.target_id, a.due, a.region, t.indicator_id, b.status AS was, a.status AS now, a.as_of,
    a.region = t.region AS own, a.headline
FROM judged AS a
JOIN judged AS b
    ON b.plan = a.plan AND b.target_id = a.target_id AND b.due = a.due AND b.region = a.region AND NOT b.after
JOIN target AS t ON t.target_id = a.target_id
JOIN plan AS p ON p.id = a.plan
JOIN region AS r ON r.code = a.region
WHERE a.after AND a.status <> b.status
ORDER BY p.position, t.position, a.due, r.position
