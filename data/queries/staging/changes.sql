-- What the file brings, beside what stands: changed figures first, then new ones, in the order of the file.
SELECT
    c.action, s.region, s.indicator_id, s.period_start, s.period_end, c.old, s.value AS new, s.event, s.done,
    s.file_row, s.file_column
FROM change AS c
JOIN staged AS s USING ("at")
WHERE c.action <> 'unchanged'
ORDER BY c.action, s."at"
LIMIT 2000
