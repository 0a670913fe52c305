-- Findings by the cell they stand in: what a header or title says is named once, with how many figures it touches.
WITH placed AS (
    SELECT
        f.level, f.code, f.value, coalesce(f.other, '') AS other, f."at",
        CASE a.kind WHEN 'header' THEN a.line WHEN 'fixed' THEN a.line ELSE s.file_row END AS place_row,
        CASE a.kind WHEN 'column' THEN a.place WHEN 'fixed' THEN a.place ELSE s.file_column END AS place_column
    FROM found AS f
    JOIN staged AS s USING ("at")
    LEFT JOIN axis AS a USING (role)
)
SELECT level, code, place_row, place_column, any_value(value) AS value, any_value(other) AS other, count(*) AS count
FROM placed
GROUP BY level, code, place_row, place_column
ORDER BY CASE level WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, place_row, place_column, code
LIMIT 1000
