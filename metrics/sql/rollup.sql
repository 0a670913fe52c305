-- What a region's parts make up where it has no figure of its own: a sum needs every part, a weighted mean
-- the share of the weight that the thresholds ask for (METHODS section 1).
WITH part AS (
    SELECT child.parent, child.code, i.indicator_id, i.rollup, i.weight
    FROM region AS child
    JOIN indicator AS i ON i.rollup IS NOT NULL
    WHERE child.judged AND child.parent IS NOT NULL
),

span AS (SELECT DISTINCT p.parent, o.indicator_id, o.period_end, o.months FROM point AS o JOIN part AS p ON p.code = o.region AND p.indicator_id = o.indicator_id),

laid AS (
    SELECT
        p.parent, p.rollup, s.indicator_id, s.period_end, s.months, o.value, o.provisional, o.series_break, o.demo, o.load_id,
        CASE WHEN p.weight IS NULL THEN 1.0 ELSE w.value END AS share
    FROM span AS s
    JOIN part AS p ON p.parent = s.parent AND p.indicator_id = s.indicator_id
    LEFT JOIN point AS o
        ON o.region = p.code AND o.indicator_id = p.indicator_id AND o.period_end = s.period_end AND o.months = s.months
    LEFT JOIN point AS w ON w.region = p.code AND w.indicator_id = p.weight AND w.period_end = s.period_end AND w.months = s.months
)

SELECT
    parent AS region, indicator_id, period_end, months,
    CASE rollup WHEN 'sum' THEN sum(value) ELSE sum(value * share) / sum(share) FILTER (value IS NOT NULL) END AS value,
    bool_or(provisional) AS provisional, bool_or(series_break) AS series_break, bool_or(demo) AS demo,
    max(load_id) AS load_id, 'rollup' AS origin
FROM laid
ANTI JOIN point AS own ON own.region = laid.parent AND own.indicator_id = laid.indicator_id AND own.period_end = laid.period_end
GROUP BY parent, rollup, indicator_id, period_end, months
HAVING count(share) = count(*) AND CASE rollup
    WHEN 'sum' THEN count(value) = count(*)
    ELSE sum(share) FILTER (value IS NOT NULL) > 0 AND sum(share) FILTER (value IS NOT NULL) >= getvariable('weight_present') * sum(share)
END
