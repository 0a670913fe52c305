-- The figures that count, one a region, indicator and period end. Read from ``known`` (figures as known at a moment).
-- Levels mix periods of different length only where the indicator says so; of two that end together the one of the
-- indicator's own length stands. A total that restarts every year may be reported part of the year, from January on.
-- An event is done from the day a report says so.
WITH sized AS (
    SELECT
        k.*, i.interval_months, i.mixed_periods, i.accumulates,
        date_diff('month', k.period_start, k.period_end + 1) AS months
    FROM known AS k
    JOIN indicator AS i ON i.indicator_id = k.indicator_id AND i.kind <> 'event'
),

own AS (
    SELECT region, indicator_id, period_end, months, value, provisional, series_break, demo, load_id
    FROM sized
    WHERE NOT mixed_periods AND accumulates IS NULL AND months = interval_months
    UNION ALL
    SELECT region, indicator_id, period_end, months, value, provisional, series_break, demo, load_id
    FROM sized
    WHERE mixed_periods OR (accumulates IS NOT NULL AND (months = interval_months OR month(period_start) = 1))
    QUALIFY row_number() OVER (
        PARTITION BY region, indicator_id, period_end ORDER BY months = interval_months DESC, months DESC
    ) = 1
)

SELECT *, 'own' AS origin FROM own
UNION ALL
SELECT
    m.region, m.indicator_id, m.reported AS period_end, i.interval_months AS months, m.done::INTEGER::DOUBLE AS value,
    FALSE AS provisional, FALSE AS series_break, l.demo, m.load_id, 'own' AS origin
FROM milestone_report AS m
JOIN indicator AS i ON i.indicator_id = m.indicator_id
JOIN load AS l
    ON l.id = m.load_id AND (getvariable('demo_shown') OR NOT l.demo)
    AND l.loaded_at <= coalesce(getvariable('known_at')::TIMESTAMP, TIMESTAMP '9999-01-01')
    AND (l.undone_at IS NULL OR l.undone_at > coalesce(getvariable('known_at')::TIMESTAMP, TIMESTAMP '9999-01-01'))
QUALIFY row_number() OVER (PARTITION BY m.region, m.indicator_id, m.reported ORDER BY l.demo, m.load_id DESC) = 1
