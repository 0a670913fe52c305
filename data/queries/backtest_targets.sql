-- The dated targets that a forecast is made for, each at its series.
SELECT f.series, f.due, a."start" AS since, f.goal
FROM forecast_asks AS f
JOIN asked AS a ON a.assess_id = f.assess_id
WHERE f.series >= 0 AND f.goal IS NOT NULL AND f.refusal = 'due_date_passed'
ORDER BY f.series, f.due, f.goal
