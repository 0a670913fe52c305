-- Names that mean nothing, or several things, with the first cell they stand in.
WITH named AS (
    SELECT 'region' AS role, r.text, r.code_of_problem, r.other, min(l."at") AS "at", count(*) AS count
    FROM meant_region AS r JOIN laid AS l ON l.region_text = r.text
    WHERE r.code IS NULL GROUP BY ALL
    UNION ALL
    SELECT 'indicator', i.text, i.code_of_problem, i.other, min(l."at"), count(*)
    FROM meant_indicator AS i JOIN laid AS l ON l.indicator_text = i.text
    WHERE i.indicator_id IS NULL GROUP BY ALL
)
SELECT
    n.role, n.text, starts_with(n.code_of_problem, 'ambiguous') AS several,
    CASE WHEN n.other = '' THEN []::VARCHAR[] ELSE string_split(n.other, ', ') END AS near,
    CASE a.kind WHEN 'column' THEN l.file_row ELSE a.line END AS "row",
    CASE a.kind WHEN 'header' THEN l.file_column ELSE a.place END AS "column", n.count
FROM named AS n
JOIN laid AS l ON l."at" = n."at"
JOIN axis AS a ON a.role = n.role
ORDER BY n.role DESC, n."at"
LIMIT 200
