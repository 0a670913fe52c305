-- Every moment at which what counted for a figure of one indicator became something else: a later load said otherwise,
-- a measured figure took the place of a made-up one, or a load was withdrawn. Of several figures a measured one stands
-- before a made-up one, then the later before the earlier, as in known_at.
WITH told AS (
    SELECT
        f.region, f.period_start, f.period_end, f.event, l.id AS load_id, l.loaded_at, l.undone_at,
        {'value': f.value, 'provisional': f.provisional, 'series_break': f.series_break, 'demo': l.demo, 'load_id': l.id}
            AS said,
        CASE WHEN l.demo THEN -1 / l.id ELSE l.id END AS standing
    FROM (
        SELECT region, indicator_id, period_start, period_end, FALSE AS event, value, provisional, series_break, load_id
        FROM observation
        UNION ALL
        SELECT region, indicator_id, reported, reported, TRUE, done::INTEGER::DOUBLE, FALSE, FALSE, load_id
        FROM milestone_report
    ) AS f
    JOIN load AS l ON l.id = f.load_id AND ($demo OR NOT l.demo)
    WHERE f.indicator_id = $indicator
),

turn AS (
    SELECT DISTINCT region, period_start, period_end, event, load_id, loaded_at AS moment, 'loaded' AS kind FROM told
    UNION
    SELECT region, period_start, period_end, event, load_id, undone_at, 'withdrawn' FROM told WHERE undone_at IS NOT NULL
),

weighed AS (
    SELECT
        t.*,
        arg_max(f.said, f.standing) FILTER (
            f.loaded_at < t.moment AND (f.undone_at IS NULL OR f.undone_at >= t.moment)
        ) AS before,
        arg_max(f.said, f.standing) FILTER (
            f.loaded_at <= t.moment AND (f.undone_at IS NULL OR f.undone_at > t.moment)
        ) AS after
    FROM turn AS t
    JOIN told AS f
        ON f.region = t.region AND f.period_start = t.period_start AND f.period_end = t.period_end AND f.event = t.event
    GROUP BY ALL
)

SELECT
    w.region, r.name_zh AS region_zh, r.name_en AS region_en, w.period_start, w.period_end, w.event, w.kind, w.moment,
    w.load_id, w.before.value AS before, w.before.demo AS before_demo, w.before.provisional AS before_provisional,
    w.before.load_id AS before_load, w.after.value AS after, w.after.demo AS after_demo,
    w.after.provisional AS after_provisional
FROM weighed AS w
LEFT JOIN region AS r ON r.code = w.region
WHERE w.before IS NOT NULL AND (
    w.after IS NULL OR w.after.demo <> w.before.demo OR w.after.provisional <> w.before.provisional
    OR w.after.series_break <> w.before.series_break
    OR abs(w.after.value - w.before.value) > 1e-12 * greatest(abs(w.after.value), abs(w.before.value))
)
ORDER BY w.moment DESC, r.position, w.period_end DESC
