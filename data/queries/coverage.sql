-- Who owes which figure on a day, and what came. A figure is owed for the last period of its indicator that ended by
-- that day, while its target runs; a milestone once, when its due day has come, until the year after its plan is over.
-- Whose work another body took over owes nothing: the body that answers today does. Made-up figures never count.
WITH RECURSIVE heir AS (
    SELECT department_id AS named, department_id, successor, successor_from FROM department
    UNION
    SELECT h.named, d.department_id, d.successor, d.successor_from
    FROM heir AS h JOIN department AS d ON d.department_id = h.successor AND h.successor_from <= $today
),

answering AS (
    SELECT named, department_id FROM heir WHERE successor IS NULL OR successor_from IS NULL OR successor_from > $today
),

period AS (
    SELECT m.months, (s.next - to_months(m.months))::DATE AS period_start, (s.next - 1)::DATE AS period_end
    FROM (SELECT DISTINCT interval_months AS months FROM indicator) AS m
    CROSS JOIN LATERAL (
        SELECT make_date(year($as_of + 1), (month($as_of + 1) - 1) // m.months * m.months + 1, 1) AS next
    ) AS s
),

term AS (
    SELECT target_id, max(due_end) AS last_due, max(due_end) FILTER (due_end <= $as_of) AS due_come
    FROM target_point
    GROUP BY target_id
),

duty AS (
    SELECT DISTINCT
        a.department_id, t.indicator_id, t.region, t.plan, p."start" AS plan_start, t.position, i.kind = 'event' AS event,
        i.interval_months, CASE WHEN i.kind = 'event' THEN t."start" ELSE e.period_start END AS period_start,
        CASE WHEN i.kind = 'event' THEN m.due_come ELSE e.period_end END AS period_end
    FROM target AS t
    JOIN term AS m ON m.target_id = t.target_id
    JOIN plan AS p ON p.id = t.plan
    JOIN indicator AS i ON i.indicator_id = t.indicator_id
    JOIN period AS e ON e.months = i.interval_months
    JOIN target_owner AS w ON w.target_id = t.target_id
    JOIN answering AS a ON a.named = w.department_id
    WHERE t."start" <= $as_of AND ($plan IS NULL OR t.plan = $plan)
        AND (i.scheme_ended IS NULL OR i.scheme_ended > e.period_end)
        AND CASE
            WHEN i.kind = 'event' THEN m.due_come IS NOT NULL AND e.period_start <= p."end"
            ELSE t."start" <= e.period_end AND e.period_start <= coalesce(m.last_due, p."end")
        END
),

owed AS (
    SELECT
        department_id, indicator_id, region, event, interval_months, arg_max(plan, plan_start) AS plan,
        min(period_start) AS period_start, period_end, period_end + $grace_days::INTEGER AS deadline,
        min(position) AS position
    FROM duty
    GROUP BY department_id, indicator_id, region, event, interval_months, period_end
),

chain AS (
    SELECT id AS load_id, department, demo, redo_of, loaded_at FROM load WHERE undone_at IS NULL
    UNION ALL
    SELECT c.load_id, c.department, c.demo, l.redo_of, l.loaded_at FROM chain AS c JOIN load AS l ON l.id = c.redo_of
),

sent AS (
    SELECT load_id, department, demo, min(loaded_at) AS sent_at FROM chain GROUP BY load_id, department, demo
),

came AS (
    SELECT w.region, w.indicator_id, w.event, w.period_end, o.load_id
    FROM owed AS w
    JOIN indicator AS i ON i.indicator_id = w.indicator_id
    JOIN observation AS o
        ON NOT w.event AND o.region = w.region AND o.indicator_id = w.indicator_id AND o.period_end = w.period_end
    WHERE date_diff('month', o.period_start, o.period_end + 1) = w.interval_months OR i.mixed_periods
        OR (i.accumulates IS NOT NULL AND month(o.period_start) = 1)
    UNION ALL
    SELECT w.region, w.indicator_id, w.event, w.period_end, m.load_id
    FROM owed AS w
    JOIN milestone_report AS m
        ON w.event AND m.region = w.region AND m.indicator_id = w.indicator_id AND (m.done OR m.reported >= w.period_end)
),

receipt AS (
    SELECT
        w.department_id, w.region, w.indicator_id, w.event, w.period_end, s.load_id, s.sent_at, s.demo,
        s.department IS NULL OR (s.sent_at + $offset::INTERVAL)::DATE <= w.deadline AS in_time
    FROM owed AS w
    JOIN (SELECT DISTINCT * FROM came) AS c USING (region, indicator_id, event, period_end)
    JOIN sent AS s ON s.load_id = c.load_id
    QUALIFY row_number() OVER (
        PARTITION BY w.department_id, w.region, w.indicator_id, w.event, w.period_end
        ORDER BY s.demo, in_time DESC, s.sent_at, s.load_id
    ) = 1
)

SELECT
    w.department_id AS department, d.short_zh AS department_zh, d.name_en AS department_en, w.indicator_id,
    i.name_zh AS indicator_zh, i.name_en AS indicator_en, w.region, r.name_zh AS region_zh, r.name_en AS region_en,
    w.plan, w.event, w.interval_months, w.period_start, w.period_end, w.deadline,
    CASE
        WHEN NOT c.demo AND c.in_time THEN 'received'
        WHEN NOT c.demo THEN 'late'
        WHEN $today > w.deadline THEN 'missing'
        ELSE 'open'
    END AS state,
    CASE WHEN NOT c.demo THEN c.sent_at END AS received_at, CASE WHEN NOT c.demo THEN c.load_id END AS load_id,
    coalesce(c.demo, FALSE) AS demo_only
FROM owed AS w
JOIN department AS d ON d.department_id = w.department_id
JOIN indicator AS i ON i.indicator_id = w.indicator_id
JOIN region AS r ON r.code = w.region
LEFT JOIN receipt AS c
    ON c.department_id = w.department_id AND c.region = w.region AND c.indicator_id = w.indicator_id
    AND c.event = w.event AND c.period_end = w.period_end
WHERE $department IS NULL OR w.department_id IN (SELECT department_id FROM answering WHERE named = $department)
ORDER BY r.position, d.rowid, w.position, w.indicator_id, w.period_end
