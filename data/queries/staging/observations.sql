-- The sound figures of a file, into the log.
INSERT INTO observation BY NAME
SELECT
    s.region, s.indicator_id, s.period_start, s.period_end, s.value, s.provisional, s.series_break, s.source, s.note,
    s.file_row, s.file_column, CAST(getvariable('load') AS BIGINT) AS load_id
FROM staged AS s
JOIN change AS c USING ("at")
WHERE NOT s.event
