-- A part larger than the whole it belongs to: targets whose parent counts the same things in the same unit. Rates are
-- left out: a part's rate may well be the higher one. Named at the part, or at the whole where only that is new.
INSERT INTO found BY NAME
WITH pairs AS (
    SELECT DISTINCT t.indicator_id AS part, p.indicator_id AS whole
    FROM target AS t
    JOIN target AS p ON p.target_id = t.parent AND p.indicator_id <> t.indicator_id
    JOIN indicator AS i ON i.indicator_id = t.indicator_id AND i.kind IN ('stock', 'flow')
    JOIN indicator AS j ON j.indicator_id = p.indicator_id AND j.kind = i.kind AND j.unit = i.unit
),

known AS (
    SELECT * FROM held WHERE indicator_id IN (SELECT part FROM pairs UNION SELECT whole FROM pairs)
),

exceeding AS (
    SELECT a."at" AS part_at, b."at" AS whole_at, a.value AS part_value, b.value AS whole_value
    FROM known AS a
    JOIN pairs AS p ON p.part = a.indicator_id
    JOIN known AS b
        ON b.indicator_id = p.whole AND b.region = a.region AND b.period_start = a.period_start
        AND b.period_end = a.period_end
    WHERE a.value > b.value + $part_slack * abs(b.value)
)

SELECT
    'warning' AS level, s."at", 'value' AS role, s.value_text AS value,
    CASE WHEN e.part_at IS NOT NULL THEN 'part_over_whole' ELSE 'whole_under_part' END AS code,
    plain(CASE WHEN e.part_at IS NOT NULL THEN e.whole_value ELSE e.part_value END) AS other
FROM exceeding AS e
JOIN staged AS s ON s."at" = coalesce(e.part_at, e.whole_at)
