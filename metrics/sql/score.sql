-- The score in [-5, 5] of growth_ratio, for comparison with published results (METHODS section 4).
SELECT
    assess_id,
    CASE
        WHEN status = 'not_assessable' THEN NULL
        WHEN status = 'achieved' AND value IS NOT NULL THEN 5.0
        WHEN judged_by = 'growth_ratio' AND R >= 0.6 THEN least(7.1429 * R - 4.2857, 5.0)
        WHEN judged_by = 'growth_ratio' THEN greatest(4.1667 * R - 2.5, -5.0)
        WHEN p < trend_low THEN greatest(125 * p - 2.5, -5.0)
        WHEN room = 0 AND p >= 0 THEN 5.0
        WHEN p >= trend_high * room THEN least(500 * p / room - 5, 5.0)
        WHEN p >= trend_middle * room THEN 250 * p / room - 1.25
        ELSE 500 * p / room - 2.5
    END AS score
FROM verdict
