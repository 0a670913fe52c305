-- What is usual in each series where a figure may stand out: median and median deviation of all figures of the same
-- period length, plain and in logarithms, and the middle and extent of what was stored before. Series whose extremes
-- lie near their quartiles are left out: half the nearer quartile is less than the median deviation.
CREATE OR REPLACE TEMP TABLE gauge AS
WITH touched AS (SELECT region, indicator_id, months FROM incoming_series WHERE NOT event),

outlined AS (
    SELECT
        region, indicator_id, months, count(*) AS points, min(value) AS lowest, max(value) AS highest,
        min(abs(value)) FILTER (value <> 0) AS smallest, max(abs(value)) AS largest,
        quantile_cont(value, [0.25, 0.5, 0.75]) AS quartile
    FROM held
    WHERE indicator_id IN (SELECT indicator_id FROM touched)
    GROUP BY region, indicator_id, months
),

before AS (
    SELECT
        region, indicator_id, months_of(period_start, period_end) AS months, median(value) AS usual,
        min(abs(value)) AS usual_low, max(abs(value)) AS usual_high
    FROM current_observation
    WHERE NOT demo AND indicator_id IN (SELECT indicator_id FROM touched)
    GROUP BY ALL
),

doubted AS (
    SELECT
        o.region, o.indicator_id, o.months, o.points, o.quartile[2] AS centre, o.lowest > 0 AS positive,
        coalesce(b.usual, CASE WHEN o.points >= $history_points THEN o.quartile[2] END) AS usual,
        b.usual_low, b.usual_high
    FROM touched AS t
    JOIN outlined AS o ON o.region = t.region AND o.indicator_id = t.indicator_id AND o.months = t.months
    LEFT JOIN before AS b ON b.region = t.region AND b.indicator_id = t.indicator_id AND b.months = t.months
    WHERE
        (
            o.points >= $history_points
            AND greatest(o.highest - o.quartile[2], o.quartile[2] - o.lowest) > $history_reach * greatest(
                0.5 * 1.4826 * least(o.quartile[3] - o.quartile[2], o.quartile[2] - o.quartile[1]),
                $history_floor * abs(o.quartile[2])
            )
        )
        OR greatest(o.largest / nullif(abs(usual), 0), abs(usual) / o.smallest) >= 10
),

spread AS (
    SELECT
        h.region, h.indicator_id, h.months, mad(h.value) AS spread,
        mad(ln(nullif(greatest(h.value, 0), 0))) AS log_spread
    FROM held AS h
    SEMI JOIN doubted AS d ON d.region = h.region AND d.indicator_id = h.indicator_id AND d.months = h.months
    GROUP BY ALL
)

SELECT d.*, s.spread, s.log_spread
FROM doubted AS d
JOIN spread AS s ON s.region = d.region AND s.indicator_id = d.indicator_id AND s.months = d.months
