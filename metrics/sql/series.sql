-- One row a pair and period that counts for it, up to its as-of date. ``place`` finds the figure again.
-- level is what is judged: the value; its distance to the benchmark; places above the cut-off;
-- the yearly rate of a total that restarts every year (so a half-year meets the same share of the target).
SELECT
    p.assess_id, o.period_end AS t, o.rowid AS place, o.series_break,
    CASE WHEN p.accumulates AND p.method <> 'frequency' THEN o.value * 12.0 / o.months ELSE o.value END AS level
FROM pair AS p
JOIN point AS o ON o.region = p.region AND o.indicator_id = p.indicator_id AND o.period_end <= p.as_of
WHERE p.method NOT IN ('benchmark', 'rank')
UNION ALL
SELECT
    p.assess_id, o.period_end AS t, o.rowid AS place, o.series_break OR coalesce(b.series_break, FALSE) AS series_break,
    o.value - b.value AS level
FROM pair AS p
JOIN point AS o ON o.region = p.region AND o.indicator_id = p.indicator_id AND o.period_end <= p.as_of
LEFT JOIN point AS b
    ON b.region = p.benchmark_region AND b.indicator_id = p.benchmark_indicator
    AND b.period_end = o.period_end AND b.months = o.months
WHERE p.method = 'benchmark'
UNION ALL
SELECT p.assess_id, o.period_end AS t, o.rowid AS place, o.series_break, p.value - r.standing AS level
FROM pair AS p
JOIN point AS o ON o.region = p.region AND o.indicator_id = p.indicator_id AND o.period_end <= p.as_of
LEFT JOIN standing AS r
    ON r.region = o.region AND r.indicator_id = o.indicator_id
    AND r.peer_group = p.peer_group AND r.period_end = o.period_end
WHERE p.method = 'rank'
