-- One row a pair that may have to be held: since when the target is met, how often it was broken after that,
-- and how often in all.
WITH watched AS (
    SELECT s.assess_id, s.t, p.d * (s.level - p.goal) >= -p.slack AS met
    FROM chosen AS c
    JOIN pair AS p ON p.assess_id = c.assess_id
    JOIN series AS s ON s.assess_id = c.assess_id AND s.level IS NOT NULL
    WHERE c.watched AND s.t <= c.t
        AND s.t >= CASE WHEN p.rule = 'growth' THEN p.start + 1 ELSE coalesce(c.t_b, DATE '0001-01-01') END
),

first AS (
    SELECT assess_id, min(t) FILTER (met) AS first_met, count(*) FILTER (NOT met) AS misses FROM watched GROUP BY assess_id
)

SELECT
    f.assess_id, f.first_met, any_value(f.misses) AS misses, count(*) FILTER (NOT w.met AND w.t > f.first_met) AS breaches
FROM first AS f
JOIN watched AS w ON w.assess_id = f.assess_id
GROUP BY f.assess_id, f.first_met
