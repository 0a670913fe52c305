-- The due dates of every plan with how many of its targets have a figure for each.
SELECT t.plan, tp.due, count(DISTINCT t.target_id)::INTEGER AS targets
FROM target AS t JOIN target_point AS tp ON tp.target_id = t.target_id
GROUP BY t.plan, tp.due
ORDER BY t.plan, tp.due
