-- The figures of one indicator that count, in every region, up to a date; a milestone's source is its evidence.
SELECT
    o.region, r.name_zh AS region_zh, r.name_en AS region_en, r.level, r.parent, o.indicator_id,
    (o.period_end + 1 - to_months(o.months))::DATE AS period_start, o.period_end, o.value, o.provisional,
    o.series_break, o.demo, o.origin, coalesce(k.source, m.evidence, '') AS source, coalesce(k.note, m.note, '') AS note,
    o.load_id
FROM point AS o
JOIN region AS r ON r.code = o.region
LEFT JOIN known AS k
    ON k.region = o.region AND k.indicator_id = o.indicator_id AND k.period_end = o.period_end AND k.load_id = o.load_id
    AND date_diff('month', k.period_start, k.period_end + 1) = o.months
LEFT JOIN milestone_report AS m
    ON m.region = o.region AND m.indicator_id = o.indicator_id AND m.reported = o.period_end AND m.load_id = o.load_id
WHERE o.indicator_id = $indicator AND o.period_end <= $as_of::DATE
ORDER BY r.position, o.period_end
