-- The stored verdicts that answer a question: none where the data or the rules have changed since, or where it asks
-- for what was known earlier.
CREATE TEMP TABLE answered AS
SELECT *
FROM assessment
WHERE plan = ? AND as_of = ? AND demo_shown = ?
    AND data_version = (SELECT CAST(value AS BIGINT) FROM meta WHERE key = 'data_version')
    AND ? = (SELECT value FROM meta WHERE key = 'rules') AND ?
