-- One row a pair that may have to be held: since when the target is met, how often it was broken after that,
-- and its last five figures (none across a change of definition).
WITH around AS (
    SELECT
        c.assess_id,
        list(p.d * (s.level - p.goal) < -p.slack ORDER BY s.t) FILTER (s.t >= since) AS missing,
        list(s.t ORDER BY s.t) FILTER (s.t >= since) AS dates,
        arg_max({'t': s.t, 'level': s.level}, s.t, 5) FILTER (s.t >= coalesce(c.last_break, DATE '0001-01-01')) AS lately
    FROM chosen AS c
    JOIN pair AS p ON p.assess_id = c.assess_id
    CROSS JOIN LATERAL (
        SELECT CASE WHEN p.rule = 'growth' THEN p.start + 1 ELSE coalesce(c.t_b, DATE '0001-01-01') END AS since
    ) AS w
    JOIN series AS s ON s.assess_id = c.assess_id AND s.level IS NOT NULL AND s.t <= c.t
    WHERE c.watched
    GROUP BY c.assess_id
)

SELECT
    assess_id, dates[list_position(missing, FALSE)] AS first_met, lately,
    len(list_filter(missing[list_position(missing, FALSE):], lambda miss: miss)) AS breaches,
    len(list_filter(missing, lambda miss: miss)) AS misses
FROM around
