-- Every department a plan may name and the body that answers for it on a day: itself, or whoever took its work over.
WITH RECURSIVE heir AS (
    SELECT department_id AS named, department_id, successor, successor_from, NULL::DATE AS since FROM department
    UNION
    SELECT h.named, d.department_id, d.successor, d.successor_from, h.successor_from AS since
    FROM heir AS h JOIN department AS d ON d.department_id = h.successor AND h.successor_from <= $today
)

SELECT
    h.named, coalesce(n.short_zh, n.name_zh) AS named_zh, n.name_en AS named_en, h.department_id AS department,
    coalesce(d.short_zh, d.name_zh) AS short_zh, d.name_zh, d.name_en, h.since
FROM heir AS h
JOIN department AS n ON n.department_id = h.named
JOIN department AS d ON d.department_id = h.department_id
WHERE h.successor IS NULL OR h.successor_from IS NULL OR h.successor_from > $today
ORDER BY n.rowid
