-- Every load that brought figures of one indicator: how many, for how many regions, of which periods.
SELECT
    f.load_id, count(*) AS brought, count(DISTINCT f.region) AS regions, min(f.period_end) AS "first",
    max(f.period_end) AS "last"
FROM (
    SELECT region, indicator_id, period_end, load_id FROM observation
    UNION ALL
    SELECT region, indicator_id, reported, load_id FROM milestone_report
) AS f
JOIN load AS l ON l.id = f.load_id AND ($demo OR NOT l.demo)
WHERE f.indicator_id = $indicator
GROUP BY f.load_id
ORDER BY f.load_id DESC
