-- The rows that would come in, as the log holds them, with what a milestone report says.
SELECT
    s.region, s.indicator_id, s.period_start, s.period_end, s.value, s.provisional, s.series_break, s.source, s.note,
    s.event, s.done
FROM change AS c
JOIN staged AS s USING ("at")
ORDER BY s."at"
