-- The figures as they were known at a moment, by the same rule as ``known``.
CREATE OR REPLACE TEMP TABLE known AS
SELECT *
FROM known_at(getvariable('known_at'))
WHERE NOT demo OR getvariable('demo_shown')
QUALIFY NOT demo OR bool_and(demo) OVER (PARTITION BY region, indicator_id)
