-- A department reports its own region and those below it, and the regions that targets are held against.
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

foreign_ones AS (
    SELECT r.code, r.name_zh
    FROM region AS r
    WHERE r.code NOT IN (SELECT code FROM allowed)
        AND r.code NOT IN (SELECT benchmark_region FROM target WHERE benchmark_region IS NOT NULL)
)

SELECT
    'error' AS level, 'foreign_region' AS code, s."at", 'region' AS role, f.name_zh AS value, h.name_zh AS other
FROM staged AS s
JOIN foreign_ones AS f ON f.code = s.region
CROSS JOIN home AS h
WHERE NOT s.missing
