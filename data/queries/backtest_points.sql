-- Every measured figure of the series that can be forecast, those before a change of definition included. Counts of
-- checks a year and ranks are left out: no target on them has a forecast. What a single part makes up is that part's
-- figure once more.
WITH alone AS (SELECT parent FROM region WHERE judged GROUP BY parent HAVING count(*) = 1)

SELECT s.series, o.period_end AS day, o.value, o.series_break
FROM forecast_series AS s
JOIN indicator AS i ON i.indicator_id = s.indicator_id AND i.kind <> 'event' AND i.unit NOT IN ('times_per_year', 'rank')
JOIN point AS o
    ON o.region = s.region AND o.indicator_id = s.indicator_id AND (i.accumulates IS NULL OR o.months = 12)
WHERE s.refusal IN ('', 'definition_break') AND NOT o.demo
    AND (o.origin = 'own' OR o.region NOT IN (SELECT parent FROM alone WHERE parent IS NOT NULL))
ORDER BY s.series, o.period_end
