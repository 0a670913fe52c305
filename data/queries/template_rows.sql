-- What a department is asked to report: its own targets and those of the bodies whose work it took over, at the region
-- of the target and, where the target binds each region below, at those; for the last period of the indicator that has
-- ended by $upto and, where no period was asked for, does not lie after the last due date of its plan. A milestone is
-- told as at the end of the last month, late or not. Beside each the newest measured figure so far.
WITH RECURSIVE body AS (
    SELECT department_id FROM department WHERE department_id = $department
    UNION
    SELECT d.department_id FROM department AS d JOIN body AS b ON d.successor = b.department_id AND d.successor_from <= $today
),

running AS (
    SELECT t.plan, max(tp.due_end) AS until FROM target AS t JOIN target_point AS tp USING (target_id) GROUP BY t.plan
),

owed AS (
    SELECT
        r.code AS region, r.name_zh AS region_zh, r.name_en AS region_en, r.position AS region_position, t.indicator_id,
        i.kind = 'event' AS event, min(t.position) AS position,
        CASE WHEN i.kind = 'event' THEN 1 ELSE i.interval_months END AS months,
        CASE WHEN $whole OR any_value(i.kind) = 'event' THEN $upto ELSE least($upto, max(p.until)) END AS upto
    FROM target AS t
    JOIN target_owner AS w ON w.target_id = t.target_id
    JOIN body AS b ON b.department_id = w.department_id
    JOIN running AS p ON p.plan = t.plan
    JOIN indicator AS i ON i.indicator_id = t.indicator_id
    JOIN region AS r ON r.code = t.region OR (r.parent = t.region AND t.level IS NOT NULL AND r.judged)
    GROUP BY ALL
),

dated AS (
    SELECT *, make_date(year(upto + 1), (month(upto + 1) - 1) // months * months + 1, 1) AS next FROM owed
),

due AS (
    SELECT * EXCLUDE (next, upto), (next - to_months(months))::DATE AS period_start, (next - 1)::DATE AS period_end
    FROM dated
    WHERE NOT $whole OR next - 1 = $upto
),

measured AS (
    SELECT region, indicator_id, period_start, period_end, value, 0 AS load_id FROM current_observation WHERE NOT demo
    UNION ALL
    SELECT m.region, m.indicator_id, m.reported, m.reported, m.done::DOUBLE, m.load_id
    FROM milestone_report AS m JOIN load AS l ON l.id = m.load_id AND NOT l.demo AND l.undone_at IS NULL
),

last AS (
    SELECT d.region, d.indicator_id, m.period_start, m.period_end, m.value
    FROM due AS d
    JOIN measured AS m
        ON m.region = d.region AND m.indicator_id = d.indicator_id AND m.period_end <= d.period_end
    QUALIFY row_number() OVER (
        PARTITION BY d.region, d.indicator_id
        ORDER BY m.period_end DESC, abs(date_diff('month', m.period_start, m.period_end + 1) - d.months), m.load_id DESC
    ) = 1
)

SELECT
    d.region, d.region_zh, d.region_en, d.indicator_id, d.event, d.period_start, d.period_end,
    l.period_start AS last_start, l.period_end AS last_end, l.value AS last_value
FROM due AS d
LEFT JOIN last AS l ON l.region = d.region AND l.indicator_id = d.indicator_id
ORDER BY d.position, d.region_position
