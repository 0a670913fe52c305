-- A file summed up by series: what is rare or wrong shows here first, and only the rows of such series are looked at
-- one by one. Months already taken are counted by a bit each, so that a repeated period is seen without sorting.
CREATE OR REPLACE TEMP TABLE incoming_series AS
WITH sized AS (
    SELECT
        *, months_of(period_start, period_end) AS months,
        greatest(least((year(period_start) - 1900) * 12 + month(period_start), 3600), 0)::INTEGER AS month_place
    FROM staged
    WHERE sound AND NOT missing
)

SELECT
    region, indicator_id, event, months, min("at") AS first_at, arg_min(period_start, "at") AS first_start,
    arg_min(period_end, "at") AS first_end, min(value) AS lowest, max(value) AS highest,
    CASE WHEN event THEN count(*) > 1 ELSE count(*) > bit_count(bitstring_agg(month_place, 0, 3600)) END AS twice
FROM sized
GROUP BY region, indicator_id, event, months
