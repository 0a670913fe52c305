-- What a load brought, figure by figure: what it found there, and what has become of it. Measured figures are compared
-- with measured ones, as at the load itself; of several a measured one stands before a made-up one, then the later
-- before the earlier (``standing``). A milestone report is a figure of its day: 1 done, 0 not done.
WITH figure AS (
    SELECT
        region, indicator_id, period_start, period_end, FALSE AS event, value, provisional, series_break, source, note,
        load_id, file_row, file_column
    FROM observation
    UNION ALL
    SELECT
        region, indicator_id, reported, reported, TRUE, done::INTEGER::DOUBLE, FALSE, FALSE, evidence, note, load_id,
        file_row, file_column
    FROM milestone_report
),

brought AS MATERIALIZED (
    SELECT row_number() OVER () AS place, *
    FROM (
        SELECT *
        FROM figure
        WHERE load_id = $load
        ORDER BY file_row, file_column, region, indicator_id, period_end, period_start
        LIMIT coalesce($limit, 9223372036854775807)
    )
),

beside AS (
    SELECT
        b.place, {'value': f.value, 'load_id': f.load_id, 'demo': l.demo, 'same':
            abs(f.value - b.value) <= 1e-12 * greatest(abs(f.value), abs(b.value))
            AND f.provisional = b.provisional AND f.series_break = b.series_break} AS told,
        CASE WHEN l.demo THEN -1 / l.id ELSE l.id END AS standing,
        l.demo <= t.demo AND l.id < t.id AND (l.undone_at IS NULL OR l.undone_at > t.loaded_at) AS earlier,
        l.undone_at IS NULL AND NOT (l.demo AND NOT f.event AND (f.region, f.indicator_id) IN (
            SELECT (region, indicator_id) FROM current_observation WHERE NOT demo
        )) AS counts
    FROM brought AS b
    JOIN figure AS f
        ON f.region = b.region AND f.indicator_id = b.indicator_id AND f.period_end = b.period_end
        AND f.period_start = b.period_start AND f.event = b.event
    JOIN load AS l ON l.id = f.load_id
    JOIN load AS t ON t.id = $load
),

weighed AS (
    SELECT
        place, arg_max(told, standing) FILTER (earlier) AS found, arg_max(told, standing) FILTER (counts) AS stands
    FROM beside
    GROUP BY place
)

SELECT
    b.region, r.name_zh AS region_zh, r.name_en AS region_en, b.indicator_id, i.name_zh AS indicator_zh,
    i.name_en AS indicator_en, i.unit, i.decimals, b.period_start, b.period_end, b.event, b.value, b.provisional,
    b.series_break, b.source, b.note, b.file_row, b.file_column,
    CASE WHEN w.found IS NULL THEN 'new' WHEN w.found.same THEN 'unchanged' ELSE 'changed' END AS action,
    w.found.value AS before, w.found.load_id AS before_load,
    CASE
        WHEN t.undone_at IS NOT NULL THEN 'withdrawn'
        WHEN w.stands IS NULL THEN 'hidden'
        WHEN w.stands.load_id = $load THEN 'stands'
        WHEN w.stands.same THEN 'repeated'
        ELSE 'replaced'
    END AS outcome,
    w.stands.value AS now, w.stands.load_id AS now_load, w.stands.demo AS now_demo, w.stands.same AS now_same
FROM brought AS b
JOIN weighed AS w ON w.place = b.place
JOIN load AS t ON t.id = $load
LEFT JOIN region AS r ON r.code = b.region
LEFT JOIN indicator AS i ON i.indicator_id = b.indicator_id
ORDER BY b.place
