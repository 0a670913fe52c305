-- Every formula of METHODS sections 1, 3 and 4, once, over columns. The verdict is read off these columns.
WITH facts AS (
    SELECT
        p.*, c.* EXCLUDE (assess_id), h.first_met, h.breaches, h.misses, l.line_at_due,
        coalesce(c.last_break > c.t_b, FALSE) AS broken,
        year(t) + dayofyear(t) / dayofyear(make_date(year(t), 12, 31))::DOUBLE AS year_x,
        year(t_b) + dayofyear(t_b) / dayofyear(make_date(year(t_b), 12, 31))::DOUBLE AS year_b,
        year(p.due_end) + dayofyear(p.due_end) / dayofyear(make_date(year(p.due_end), 12, 31))::DOUBLE AS year_t,
        coalesce(d * (x - goal) >= -slack, FALSE) AS met_now,
        coalesce(d * (b - goal) >= -slack, FALSE) AS met_at_base
    FROM pair AS p
    JOIN chosen AS c ON c.assess_id = p.assess_id
    LEFT JOIN history AS h ON h.assess_id = p.assess_id
    LEFT JOIN line AS l ON l.assess_id = p.assess_id
),

regime AS (
    SELECT
        *,
        may_hold AND (
            (holds_once_met AND first_met IS NOT NULL) OR (met_at_base AND rule <> 'growth' AND (reroute OR method = 'hold'))
        ) AS holding,
        CASE WHEN met_at_base AND rule <> 'growth' THEN misses ELSE breaches END AS broken_after,
        coalesce(b = 0 OR x = 0 OR sign(b) <> sign(x) OR (method = 'growth_ratio' AND (value = 0 OR sign(b) <> sign(value))), FALSE)
            AS growth_undefined,
        date_diff('day', t_b, t) / nullif(date_diff('day', t_b, due_end), 0)::DOUBLE AS e,
        d * (x - b) / nullif(abs(goal - b), 0) AS progress_k,
        least(months_now, 12) / 12.0 AS share_of_year,
        month(t) = 12 AND day(t) = 31 AS year_over
    FROM facts
),

judged AS (
    SELECT
        *,
        CASE
            WHEN holding THEN 'hold'
            WHEN method = 'hold' THEN 'linear_pace'
            WHEN method = 'growth_ratio' AND value IS NULL THEN 'trend'
            WHEN method = 'growth_ratio' AND growth_undefined AND reroute THEN 'linear_pace'
            ELSE method
        END AS judged_by,
        CASE WHEN NOT growth_undefined AND year_x > year_b THEN pow(x / b, 1 / (year_x - year_b)) - 1 END AS growth_observed,
        CASE WHEN NOT growth_undefined AND value / b > 0 AND year_t > year_b THEN pow(value / b, 1 / (year_t - year_b)) - 1 END AS growth_required,
        CASE
            WHEN natural_limit IS NULL OR abs(b) >= 2 * natural_limit THEN 1.0
            WHEN abs(b) <= natural_limit THEN 1 - pow(abs(b) / natural_limit, 4.44)
            ELSE 1 - pow((2 * natural_limit - abs(b)) / natural_limit, 4.44)
        END AS room
    FROM regime
),

paced AS (
    SELECT
        *,
        sign(b) * d * growth_observed AS p,
        CASE
            WHEN growth_required = 0 THEN sign(b) * d * sign(growth_observed) * 'infinity'::DOUBLE
            ELSE sign(b) * d * growth_observed / abs(growth_required)
        END AS growth_r,
        CASE WHEN b = goal THEN sign(d * (x - b)) * 'infinity'::DOUBLE ELSE progress_k / nullif(e, 0) END AS linear_r
    FROM judged
)

SELECT
    *,
    judged_by IN ('linear_pace', 'growth_ratio', 'trend', 'benchmark', 'rank') AS uses_base,
    as_of >= due_end AND NOT due_in AND NOT coalesce(is_event AND (met_now OR t >= due_end), FALSE) AS unreported,
    NOT due_in AND NOT is_event AND t + to_months(stale_after * interval_months) < as_of AS too_old,
    floor(value * share_of_year + 1e-9) <= x AS done_enough,
    CASE
        WHEN method = 'trend' THEN due_in AND p > 0
        WHEN judged_by = 'trend' THEN FALSE
        WHEN judged_by = 'frequency' THEN year_over AND met_now
        WHEN judged_by = 'hold' THEN met_now AND CASE WHEN due_in THEN broken_after = 0 ELSE coalesce(d * (line_at_due - goal) >= -slack, TRUE) END
        ELSE met_now
    END AS is_achieved,
    CASE WHEN judged_by = 'frequency' THEN year_over WHEN judged_by = 'trend' AND method <> 'trend' THEN FALSE WHEN is_event THEN coalesce(t >= due_end, FALSE) ELSE due_in END
        AND NOT (judged_by = 'trend' AND growth_undefined) AS is_over,
    CASE judged_by WHEN 'growth_ratio' THEN growth_r WHEN 'linear_pace' THEN linear_r END AS R,
    round(CASE
        WHEN judged_by = 'growth_ratio' THEN growth_r
        WHEN judged_by = 'linear_pace' THEN linear_r
        WHEN judged_by = 'trend' THEN p
        WHEN judged_by IN ('benchmark', 'rank') THEN CASE WHEN d * (x - b) >= -1e-9 THEN pace_middle ELSE pace_low - 1 END
    END, 12) AS pace,
    CASE WHEN judged_by = 'trend' THEN round(trend_high * room, 12) ELSE pace_high END AS cut_high,
    CASE WHEN judged_by = 'trend' THEN round(trend_middle * room, 12) ELSE pace_middle END AS cut_middle,
    CASE WHEN judged_by = 'trend' THEN trend_low ELSE pace_low END AS cut_low,
    CASE WHEN method NOT IN ('trend', 'benchmark', 'rank') THEN progress_k + 0.0 END AS k,
    CASE WHEN judged_by = 'growth_ratio' AND value / nullif(b, 0) < linear_beside THEN linear_r END AS R_linear,
    CASE WHEN method = 'benchmark' THEN bench_now WHEN method IN ('trend', 'rank') THEN NULL ELSE goal END AS target,
    CASE WHEN method <> 'trend' THEN d * (x - goal) END AS gap,
    CASE WHEN t < due_end AND method NOT IN ('trend', 'benchmark', 'rank') THEN (goal - x) / (year_t - year_x) END AS required_per_year,
    CASE WHEN t > t_b THEN (x - b) / (year_x - year_b) END AS observed_per_year
FROM paced
