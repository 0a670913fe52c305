-- One row a pair: the figures the verdict hangs on (METHODS section 1), and what was seen on the way.
-- The base is the last figure at or before the start, else the first after it and before the due date;
-- the current one is the due period's once that is in, for ever, else the newest.
SELECT
    p.assess_id, count(s.t) AS seen, count(s.level) AS points,
    max(s.t) FILTER (s.level IS NOT NULL AND s.t <= p.start) AS t_before,
    arg_max(s.level, s.t) FILTER (s.level IS NOT NULL AND s.t <= p.start) AS before,
    min(s.t) FILTER (s.level IS NOT NULL AND s.t > p.start AND s.t < coalesce(p.due_end, p.as_of)) AS t_after,
    arg_min(s.level, s.t) FILTER (s.level IS NOT NULL AND s.t > p.start AND s.t < coalesce(p.due_end, p.as_of)) AS after,
    any_value(s.level) FILTER (s.level IS NOT NULL AND s.t = p.due_end) AS at_due,
    max(s.t) FILTER (s.level IS NOT NULL) AS t_newest,
    arg_max(s.place, s.t) FILTER (s.level IS NOT NULL AND s.t <= p.start) AS place_before,
    arg_min(s.place, s.t) FILTER (s.level IS NOT NULL AND s.t > p.start AND s.t < coalesce(p.due_end, p.as_of)) AS place_after,
    any_value(s.place) FILTER (s.level IS NOT NULL AND s.t = p.due_end) AS place_due,
    arg_max(s.place, s.t) FILTER (s.level IS NOT NULL) AS place_newest,
    arg_max(s.level, s.t, 2) FILTER (s.level IS NOT NULL) AS last_two,
    max(s.t) FILTER (s.series_break AND s.t <= coalesce(p.due_end, p.as_of)) AS last_break,
    coalesce(bool_or(s.t > p.due_end AND p.d * (s.level - p.goal) >= -p.slack), FALSE) AS met_late
FROM pair AS p
LEFT JOIN series AS s ON s.assess_id = p.assess_id
GROUP BY p.assess_id
