-- A period that is not over has no figure yet; a day to come has no event.
INSERT INTO found BY NAME
SELECT
    'error' AS level, 'future' AS code, "at", 'period' AS role, period_label(period_start, period_end) AS value,
    period_end::VARCHAR AS other
FROM staged
WHERE period_end > $today AND NOT missing
