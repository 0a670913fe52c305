-- A department reports its own region and those below it, the regions that its own targets stand at (or those of the
-- body before or after it), and the regions that targets are held against.
INSERT INTO found BY NAME
WITH RECURSIVE home AS (
    SELECT r.code, r.name_zh
    FROM department AS d
    JOIN region AS r ON r.code = d.region
    WHERE d.department_id = $department
),

allowed AS (
    SELECT code FROM home
    UNION
    SELECT r.code FROM region AS r JOIN allowed AS a ON r.parent = a.code
),

bound AS (
    SELECT t.region
    FROM target AS t
    JOIN target_owner AS o ON o.target_id = t.target_id
    JOIN family AS f ON f.department_id = o.department_id
),

foreign_ones AS (
    SELECT r.code, r.name_zh
    FROM region AS r
    WHERE r.code NOT IN (SELECT code FROM allowed)
        AND r.code NOT IN (SELECT region FROM bound)
        AND r.code NOT IN (SELECT benchmark_region FROM target WHERE benchmark_region IS NOT NULL)
)

SELECT
    'error' AS level, 'foreign_region' AS code, s."at", 'region' AS role, f.name_zh AS value, h.name_zh AS other
FROM staged AS s
JOIN foreign_ones AS f ON f.code = s.region
CROSS JOIN home AS h
WHERE NOT s.missing
