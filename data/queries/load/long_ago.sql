-- A year so early that it must be a slip of the pen.
INSERT INTO found BY NAME
SELECT
    'error' AS level, 'long_ago' AS code, "at", 'period' AS role, period_label(period_start, period_end) AS value,
    $first_year::VARCHAR AS other
FROM staged
WHERE year(period_start) < $first_year AND NOT missing
