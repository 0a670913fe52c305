-- The sound milestone reports of a file, into the log.
INSERT INTO milestone_report BY NAME
SELECT
    s.region, s.indicator_id, s.period_end AS reported, s.done, s.value_text AS state, s.evidence, s.note,
    s.file_row, s.file_column, CAST(getvariable('load') AS BIGINT) AS load_id
FROM staged AS s
JOIN change AS c USING ("at")
WHERE s.event
