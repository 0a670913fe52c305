-- The least-squares line through the last five figures of a target to hold and kept now (three or four where there
-- are no more, none across a change of definition), drawn to the due date, or to the plan's end where there is none.
WITH lately AS (
    SELECT s.assess_id, s.level, date_diff('day', coalesce(p.due_end, p.plan_end), s.t) AS day
    FROM chosen AS c
    JOIN pair AS p ON p.assess_id = c.assess_id
    JOIN series AS s
        ON s.assess_id = c.assess_id AND s.level IS NOT NULL AND s.t <= c.t
        AND s.t >= coalesce(c.last_break, DATE '0001-01-01')
    WHERE c.watched AND p.d * (c.x - p.goal) >= -p.slack
    QUALIFY row_number() OVER (PARTITION BY s.assess_id ORDER BY s.t DESC) <= 5
)

SELECT assess_id, regr_intercept(level, day) AS line_at_due
FROM lately
GROUP BY assess_id
HAVING count(*) >= 3
