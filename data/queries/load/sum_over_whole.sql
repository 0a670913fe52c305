-- The regions below have more together than the region itself, for what adds up. Named at the region's own figure, or
-- at the first of the parts where only those are new.
INSERT INTO found BY NAME
WITH summed AS (
    SELECT * FROM held
    WHERE indicator_id IN (SELECT indicator_id FROM indicator WHERE rollup = 'sum')
        AND indicator_id IN (SELECT indicator_id FROM incoming_series)
),

parts AS (
    SELECT
        r.parent AS region, s.indicator_id, s.period_start, s.period_end, sum(s.value) AS total,
        min(s."at") AS first_at
    FROM summed AS s
    JOIN region AS r ON r.code = s.region AND r.judged AND r.parent IS NOT NULL
    GROUP BY ALL
),

exceeding AS (
    SELECT p.first_at, s."at" AS whole_at, p.total, s.value AS whole
    FROM parts AS p
    JOIN summed AS s
        ON s.region = p.region AND s.indicator_id = p.indicator_id AND s.period_start = p.period_start
        AND s.period_end = p.period_end
    WHERE p.total > s.value + $part_slack * abs(s.value)
)

SELECT
    'warning' AS level, s."at", 'value' AS role, s.value_text AS value,
    CASE WHEN e.whole_at IS NOT NULL THEN 'whole_under_sum' ELSE 'sum_over_whole' END AS code,
    plain(CASE WHEN e.whole_at IS NOT NULL THEN e.total ELSE e.whole END) AS other
FROM exceeding AS e
JOIN staged AS s ON s."at" = coalesce(e.whole_at, e.first_at)
