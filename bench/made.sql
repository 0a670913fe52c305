-- Made-up targets of five kinds and their yearly figures, seeded, up to the end of 2018.
SELECT setseed(0.42);
INSERT INTO asked BY NAME
SELECT
    i AS assess_id, 'r' || i AS region, 'x' AS indicator_id,
    CASE i % 5 WHEN 0 THEN 'hold' WHEN 1 THEN 'trend' ELSE 'at_least' END AS rule,
    CASE i % 5 WHEN 0 THEN 'hold' WHEN 1 THEN 'trend' WHEN 2 THEN 'growth_ratio' ELSE 'linear_pace' END AS method,
    1 AS d, CASE WHEN i % 5 <> 1 THEN 92 + i % 7 END AS value, DATE '2014-12-31' AS start,
    DATE '2020-12-31' AS due_end, DATE '2020-12-31' AS plan_end, DATE '2018-12-31' AS as_of, 100 AS natural_limit,
    getvariable('pace_high') AS pace_high, getvariable('pace_middle') AS pace_middle, getvariable('pace_low') AS pace_low,
    getvariable('trend_high') AS trend_high, getvariable('trend_middle') AS trend_middle,
    getvariable('trend_low') AS trend_low, getvariable('early') AS early, getvariable('stale') AS stale_after,
    getvariable('linear_beside') AS linear_beside
FROM range(getvariable('pairs')) AS t(i);
INSERT INTO point BY NAME
SELECT
    'r' || i AS region, 'x' AS indicator_id, make_date(2019 - getvariable('periods') + y::INTEGER, 12, 31) AS period_end,
    round(85 + 10 * random() + 0.4 * y, 2) AS value
FROM range(getvariable('pairs')) AS t(i), range(getvariable('periods')) AS u(y);
