-- The forecasts with the days and the last figure they rest on, and whether made-up figures take part.
WITH used AS (
    SELECT series, min(day) AS first_day, max(day) AS last_day, arg_max(value, day) AS last_value, bool_or(demo) AS demo
    FROM (SELECT * FROM forecast_points QUALIFY row_number() OVER (PARTITION BY series ORDER BY day DESC) <= $1)
    GROUP BY series
)

SELECT
    m.assess_id, m.* EXCLUDE (assess_id, needed), u.first_day AS forecast_from, u.last_day AS forecast_last,
    u.last_value AS forecast_value, coalesce(u.demo, FALSE) AS forecast_demo, m.needed,
    CASE WHEN m.forecast = 'ok' AND a.next_day <= a.due THEN a.next_day END AS needed_date
FROM forecast_made AS m
JOIN forecast_asks AS a ON a.assess_id = m.assess_id
LEFT JOIN used AS u ON u.series = a.series AND m.forecast IN ('ok', 'impossible_target', 'no_target')
