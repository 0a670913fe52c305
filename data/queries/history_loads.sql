-- Loads, newest first: who sent what and when, its counts, whether it counts, and the load that brought it back.
SELECT
    l.id, l.file, l.department, d.short_zh AS department_zh, d.name_en AS department_en, l.user_name, l.loaded_at, l.demo,
    NOT l.demo AND l.department IS NULL AND l.user_name = 'init' AS shipped,
    l.rows_read, l.rows_new, l.rows_changed, l.rows_unchanged, l.rows_missing, l.rows_refused,
    CASE WHEN l.undone_at IS NULL THEN 'standing' ELSE 'withdrawn' END AS state,
    l.undone_at, l.undone_by, l.undone_why, l.redo_of, b.id AS redone_by,
    l.sheet, l.encoding, l.shape, l.mapping, l.confirmations, l.sha256
FROM load AS l
LEFT JOIN department AS d ON d.department_id = l.department
LEFT JOIN (SELECT redo_of, max(id) AS id FROM load WHERE redo_of IS NOT NULL GROUP BY redo_of) AS b ON b.redo_of = l.id
WHERE ($load IS NULL OR l.id = $load) AND ($department IS NULL OR l.department = $department)
ORDER BY l.id DESC
LIMIT coalesce($limit, 9223372036854775807)
