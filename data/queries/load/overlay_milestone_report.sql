-- The reports of events with the incoming ones among them.
CREATE TEMP TABLE milestone_report AS
SELECT * FROM milestone_report
UNION ALL BY NAME
SELECT
    region, indicator_id, period_end::DATE AS reported, done::BOOLEAN AS done, '' AS evidence,
    (SELECT max(id) FROM load) AS load_id
FROM incoming
WHERE event
