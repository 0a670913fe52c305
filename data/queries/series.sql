SELECT
    o.region, o.indicator_id, (o.period_end + 1 - to_months(o.months))::DATE AS period_start, o.period_end, o.value,
    o.provisional, o.series_break, o.demo, o.origin, k.source, k.note, o.load_id
FROM point AS o
LEFT JOIN known AS k
    ON k.region = o.region AND k.indicator_id = o.indicator_id AND k.period_end = o.period_end AND k.load_id = o.load_id
    AND date_diff('month', k.period_start, k.period_end + 1) = o.months
WHERE o.period_end <= $as_of::DATE AND (
    (
        o.indicator_id IN (SELECT indicator_id FROM target WHERE plan = $plan)
        AND o.region IN (SELECT r.code FROM region AS r JOIN plan AS p ON p.id = $plan AND (r.code = p.region OR r.parent = p.region))
    ) OR (o.indicator_id, o.region) IN (SELECT (benchmark_indicator, benchmark_region) FROM target WHERE plan = $plan)
)
ORDER BY o.region, o.indicator_id, o.period_end
