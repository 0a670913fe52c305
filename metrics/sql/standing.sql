-- Places among the peers of a rank target: 1 is best; equal figures share a place.
WITH grouped AS (
    SELECT DISTINCT g.peer_group, t.indicator_id, i.direction, r.code AS region
    FROM target AS t
    JOIN indicator AS i ON i.indicator_id = t.indicator_id
    JOIN peer_group AS g ON g.peer_group = t.peer_group
    JOIN region AS r ON CASE WHEN len(g.members) > 0 THEN list_contains(g.members, r.code) ELSE r.level = g.level END
)

SELECT
    g.region, g.indicator_id, g.peer_group, o.period_end,
    rank() OVER (
        PARTITION BY g.peer_group, g.indicator_id, o.period_end
        ORDER BY CASE g.direction WHEN 'up' THEN -o.value ELSE o.value END
    ) AS standing
FROM grouped AS g
JOIN point AS o ON o.region = g.region AND o.indicator_id = g.indicator_id
