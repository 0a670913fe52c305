-- The plans in whose targets incoming figures count: at their region or above it, as weight of a mean, as benchmark,
-- or among peers.
WITH RECURSIVE reached AS (
    SELECT DISTINCT region, indicator_id FROM incoming
    UNION
    SELECT r.parent AS region, a.indicator_id
    FROM reached AS a
    JOIN region AS r ON r.code = a.region AND r.parent IS NOT NULL
),

counted AS (
    SELECT plan, region, indicator_id FROM target
    UNION
    SELECT t.plan, t.region, i.weight FROM target AS t JOIN indicator AS i ON i.indicator_id = t.indicator_id
    UNION
    SELECT plan, benchmark_region, benchmark_indicator FROM target
),

touched AS (
    SELECT c.plan FROM counted AS c JOIN reached AS a ON a.region = c.region AND a.indicator_id = c.indicator_id
    UNION
    SELECT plan FROM target WHERE peer_group IS NOT NULL AND indicator_id IN (SELECT indicator_id FROM incoming)
),

last_due AS (
    SELECT t.plan, max(d.due) AS due
    FROM target AS t
    JOIN target_point AS d ON d.target_id = t.target_id
    GROUP BY t.plan
)

SELECT p.id, p."start", least(p."end", l.due) AS last_day
FROM plan AS p
SEMI JOIN touched AS t ON t.plan = p.id
JOIN last_due AS l ON l.plan = p.id
ORDER BY p.position
