-- What measured figure stands stored for each incoming one, by its place in the table of current figures; events by
-- the newest report of the same day.
CREATE OR REPLACE TEMP TABLE stands AS
SELECT
    s."at", c.value AS old, c.load_id AS old_load, c.rowid AS place,
    same_figure(s.value, c.value) AS same_value,
    same_figure(s.value, c.value) AND s.provisional = c.provisional AND s.series_break = c.series_break AS same
FROM staged AS s
JOIN current_observation AS c
    ON c.region = s.region AND c.indicator_id = s.indicator_id AND c.period_start = s.period_start
    AND c.period_end = s.period_end
WHERE NOT c.demo AND s.sound AND NOT s.missing AND NOT s.event
UNION ALL
SELECT
    s."at", m.done::INTEGER::DOUBLE AS old, m.load_id AS old_load, NULL AS place, m.done = s.done AS same_value,
    m.done = s.done AS same
FROM staged AS s
JOIN (
    SELECT m.region, m.indicator_id, m.reported, arg_max(m.done, m.load_id) AS done, max(m.load_id) AS load_id
    FROM milestone_report AS m
    JOIN load AS l ON l.id = m.load_id AND l.undone_at IS NULL AND NOT l.demo
    GROUP BY ALL
) AS m
    ON m.region = s.region AND m.indicator_id = s.indicator_id AND m.reported = s.period_end
WHERE s.event AND s.sound AND NOT s.missing
