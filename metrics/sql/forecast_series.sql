-- The series behind the targets asked about, and those of their peers: one row a region and indicator, numbered from 0.
-- What cannot be forecast by its nature says so in ``refusal``; a share lies between 0 and 100. A total that restarts
-- every year counts in whole years only. Figures before the last change of definition do not count (``begins``).
WITH wanted AS (SELECT indicator_id, max(as_of) AS as_of FROM asked GROUP BY indicator_id),

seen AS (
    SELECT
        o.region, o.indicator_id, count(*) AS found,
        coalesce(max(o.period_end) FILTER (o.series_break), DATE '0001-01-01') AS begins
    FROM point AS o
    JOIN wanted AS w ON w.indicator_id = o.indicator_id AND o.period_end <= w.as_of
    JOIN indicator AS i ON i.indicator_id = o.indicator_id AND (i.accumulates IS NULL OR o.months = 12)
    GROUP BY o.region, o.indicator_id
),

since AS (
    SELECT
        s.region, s.indicator_id, s.found, s.begins, count(*) AS kept, bool_or(o.demo) AS demo,
        max(o.period_end) AS last_day
    FROM seen AS s
    JOIN wanted AS w ON w.indicator_id = s.indicator_id
    JOIN indicator AS i ON i.indicator_id = s.indicator_id
    JOIN point AS o
        ON o.region = s.region AND o.indicator_id = s.indicator_id AND o.period_end BETWEEN s.begins AND w.as_of
        AND (i.accumulates IS NULL OR o.months = 12)
    GROUP BY s.region, s.indicator_id, s.found, s.begins
)

SELECT
    row_number() OVER (ORDER BY s.indicator_id, s.region) - 1 AS series, s.region, s.indicator_id, s.begins, s.last_day,
    s.demo, i.kind, i.dimension, coalesce(i.lower = 0 AND i.upper = 100, FALSE) AS share,
    CASE i.direction WHEN 'up' THEN 1 ELSE -1 END AS d, s.indicator_id || '|' || r.level || '|' || s.demo AS peer_group,
    last_day(s.last_day + to_months(CASE WHEN i.accumulates IS NULL THEN i.interval_months ELSE 12 END)) AS next_day,
    CASE
        WHEN i.unit = 'percent' AND i.lower IS NULL THEN 'growth_rate'
        WHEN i.interval_months = 1 THEN 'monthly'
        WHEN s.kept < getvariable('fewest') AND s.found >= getvariable('fewest') THEN 'definition_break'
        ELSE ''
    END AS refusal
FROM since AS s
JOIN indicator AS i ON i.indicator_id = s.indicator_id
JOIN region AS r ON r.code = s.region
