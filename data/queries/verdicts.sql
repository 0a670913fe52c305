-- What is kept of a verdict: METHODS section 6, and the forecast beside it (section 8).
SELECT
    q.plan, q.target_id, q.due, q.region, q.as_of, getvariable('demo_shown')::BOOLEAN AS demo_shown, q.headline,
    v.method, v.judged_by, getvariable('method_version')::INTEGER AS method_version,
    v.base, v.b AS base_level, v.t_b AS base_date, v.base_origin, v.base_load,
    v.current, v.x AS current_level, v.t AS current_date, v.current_origin, v.current_load,
    v.target, v.due_end AS target_date, v.k, v.e, v.R, v.R_linear, v.p, v.cut_high, v.cut_middle, v.cut_low, v.gap,
    v.required_per_year, v.observed_per_year, v.line_at_due, v.status, v.reason, v.notes,
    coalesce(v.broken_after, 0)::INTEGER AS breaches, v.first_met, v.trend, v.points,
    coalesce(v.provisional, FALSE) AS provisional, coalesce(v.base_demo, FALSE) OR coalesce(v.current_demo, FALSE) AS demo,
    o.* EXCLUDE (assess_id)
FROM verdict AS v
JOIN question AS q ON q.assess_id = v.assess_id
JOIN outlook AS o ON o.assess_id = v.assess_id
