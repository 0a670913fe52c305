-- The current figures with the incoming ones over them. As in a commit, made-up figures give way to a measured series.
CREATE TEMP TABLE current_observation AS
WITH brought AS (
    SELECT
        region, indicator_id, period_start::DATE AS period_start, period_end::DATE AS period_end, value, provisional,
        series_break, FALSE AS demo, (SELECT max(id) FROM load) AS load_id
    FROM incoming
    WHERE NOT event
)

SELECT c.*
FROM current_observation AS c
ANTI JOIN brought AS b
    ON b.region = c.region AND b.indicator_id = c.indicator_id AND b.period_start = c.period_start
    AND b.period_end = c.period_end
WHERE NOT c.demo OR (c.region, c.indicator_id) NOT IN (SELECT (region, indicator_id) FROM brought)
UNION ALL BY NAME
SELECT * FROM brought
