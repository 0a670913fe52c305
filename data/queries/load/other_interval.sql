-- A figure of a period length that the indicator is not judged by: kept, and not counted. Named once a length.
INSERT INTO found BY NAME
WITH uncounted AS (
    SELECT f.*, i.interval_months
    FROM incoming_series AS f
    JOIN indicator AS i ON i.indicator_id = f.indicator_id
    WHERE NOT f.event AND NOT i.mixed_periods AND f.months <> i.interval_months
        AND NOT (i.accumulates IS NOT NULL AND month(f.first_start) = 1)
    QUALIFY row_number() OVER (PARTITION BY f.indicator_id, f.months ORDER BY f.first_at) = 1
)

SELECT
    'note' AS level, 'other_interval' AS code, first_at AS "at", 'period' AS role,
    period_label(first_start, first_end) AS value, interval_months::VARCHAR AS other
FROM uncounted
