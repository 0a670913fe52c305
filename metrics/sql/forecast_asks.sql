-- What is to be forecast of each target asked about: its series, due date, figure, and whether its rule has a forecast.
SELECT
    a.assess_id, coalesce(s.series, -1) AS series, a.due_end AS due, s.next_day,
    CASE WHEN a.rule = 'zero' THEN 0.0 ELSE a.value END AS goal,
    CASE
        WHEN a.scheme_ended <= a.as_of OR NOT a.unit_fits THEN 'other_rule'
        WHEN a.rule = 'growth' THEN 'growth_rate'
        WHEN a.method NOT IN ('linear_pace', 'growth_ratio', 'hold') THEN 'other_rule'
        WHEN a.rule NOT IN ('at_least', 'at_most', 'zero', 'hold', 'range') THEN 'other_rule'
        WHEN a.as_of >= a.due_end THEN 'due_date_passed'
        ELSE ''
    END AS refusal
FROM asked AS a
LEFT JOIN forecast_series AS s ON s.region = a.region AND s.indicator_id = a.indicator_id
ORDER BY a.assess_id
