-- Warnings a person must confirm, one a kind and indicator, at the first cell concerned.
SELECT
    f.code, coalesce(s.indicator_id, '') AS indicator_id, count(*) AS count, arg_min(s.file_row, s."at") AS file_row,
    arg_min(s.file_column, s."at") AS file_column, arg_min(f.value, s."at") AS value, arg_min(f.other, s."at") AS other
FROM found AS f
JOIN staged AS s USING ("at")
WHERE f.level = 'warning' AND f."at" NOT IN (SELECT "at" FROM found WHERE level = 'error')
GROUP BY ALL
ORDER BY min(s."at"), f.code
