-- The floor with checks: the same lookups, casts and rules as the board's, as one plain statement over a tidy file.
CREATE OR REPLACE TEMP TABLE read AS
SELECT row_number() OVER () AS "at", * FROM read_csv($file, header = true, all_varchar = true, auto_detect = false, delim = ',',
    quote = '"', columns = {'region': 'VARCHAR', 'indicator': 'VARCHAR', 'period': 'VARCHAR', 'value': 'VARCHAR'});
CREATE OR REPLACE TEMP TABLE meant AS
SELECT r."at", r.region, r.indicator, p.period_start, p.period_end, CAST(r.value AS DOUBLE) AS value, n.lower, n.upper
FROM read AS r
JOIN region AS g ON g.code = r.region
JOIN indicator AS n ON n.indicator_id = r.indicator
JOIN period AS p ON p.text = r.period
WHERE regexp_full_match(r.value, '-?[0-9]+(\.[0-9]+)?');
CREATE OR REPLACE TEMP TABLE wrong AS
SELECT "at" FROM meant WHERE value NOT BETWEEN coalesce(lower, -1e15) AND coalesce(upper, 1e15) OR period_end > today()
UNION ALL
SELECT unnest(list("at")) FROM meant GROUP BY region, indicator, period_start, period_end HAVING count(*) > 1;
CREATE OR REPLACE TEMP TABLE middle AS
SELECT region, indicator, period_end - period_start AS span, median(value) AS middle, mad(value) AS spread
FROM meant GROUP BY ALL;
CREATE OR REPLACE TEMP TABLE odd AS
SELECT m."at" FROM meant AS m JOIN middle AS d
    ON d.region = m.region AND d.indicator = m.indicator AND d.span = m.period_end - m.period_start
WHERE abs(m.value - d.middle) > greatest(5 * 1.4826 * d.spread, 0.25 * abs(d.middle));
INSERT INTO observation
SELECT m.region, m.indicator, m.period_start, m.period_end, m.value FROM meant AS m WHERE m."at" NOT IN (SELECT "at" FROM wrong);
