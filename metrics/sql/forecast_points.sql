-- The figures of the forecast's series (``forecast_series``), in order; the newest ones are enough.
SELECT s.series, o.period_end AS day, o.value, o.demo
FROM forecast_series AS s
JOIN indicator AS i ON i.indicator_id = s.indicator_id
JOIN point AS o
    ON o.region = s.region AND o.indicator_id = s.indicator_id AND o.period_end BETWEEN s.begins AND s.last_day
    AND (i.accumulates IS NULL OR o.months = 12)
ORDER BY s.series, o.period_end
