-- The least-squares line through the last five figures of a target to hold (three or four where there are no more),
-- drawn to the due date, or to the plan's end where there is none.
WITH lately AS (SELECT assess_id, unnest(lately) AS s FROM history WHERE len(lately) >= 3)

SELECT
    p.assess_id,
    regr_intercept(l.s.level, date_diff('day', coalesce(p.due_end, p.plan_end), l.s.t)) AS line_at_due
FROM lately AS l
JOIN pair AS p ON p.assess_id = l.assess_id
GROUP BY p.assess_id
